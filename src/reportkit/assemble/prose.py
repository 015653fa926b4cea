"""Resolve the references of prose, and note what each of its figures stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportkit.assemble.asked import standing
from reportkit.assemble.document import Ground, Mark, Markup
from reportkit.assemble.roundings import ROUNDED, TO_THE_CENT
from reportkit.source.references import Filter, Reference, Saying
from reportkit.workspace.resolve import Piece, pieces, resolve
from reportkit.workspace.statements import STATEMENTS
from reportkit.workspace.typed_figures import TypedFigure
from reportkit.workspace.ways import Unresolved

if TYPE_CHECKING:
    from reportkit.assemble.edition import Edition


def marked(text: str, edition: Edition) -> Markup:
    """An author's text with its references resolved and its figures marked."""
    written: list[str] = []
    marks: list[Mark] = []
    length = 0
    for piece in pieces(text, edition.publication, edition):
        marks += _marks(piece, length, edition)
        written.append(piece.text)
        length += len(piece.text)
    return Markup("".join(written), tuple(marks))


def _marks(piece: Piece, start: int, edition: Edition) -> Iterator[Mark]:
    end = start + len(piece.text)
    match piece.reference:
        case None:
            yield from _typed(piece, start, edition)
        case Saying(name=name):
            needs = ", ".join(STATEMENTS[name].needs)
            written = edition.say("Written from the data: {data}", data=needs)
            yield Mark(start, end, None, "\n".join((written, *standing(needs, edition))))
        case Reference(names=("input", *names)) as reference:
            value = resolve(reference, edition.publication)
            if not isinstance(value, Unresolved):
                ground = Ground(".".join(names), str(value), _rounding(reference.filters))
                yield Mark(start, end, ground)
        case Reference():
            pass


def _typed(piece: Piece, start: int, edition: Edition) -> Iterator[Mark]:
    """The figures of a stretch that was typed."""
    blank = len(piece.source) - len(piece.source.lstrip())
    shift = start - piece.start + blank
    for figure in edition.typed.get(piece.source.strip(), ()):
        first, last = figure.start + shift, figure.end + shift
        if start <= first and last <= start + len(piece.text):
            yield Mark(first, last, None, _basis(figure, edition))


def _basis(figure: TypedFigure, edition: Edition) -> str | None:
    match figure.basis:
        case "bound":
            field = figure.what.removeprefix("input.")
            held = edition.say("Held to the data: {data}", data=field)
            return "\n".join((held, *standing(field, edition)))
        case "cited":
            titles = {source.id: source.citation for source in edition.report.sources}
            return titles.get(figure.what, figure.what)
        case "accepted":
            return edition.say("Accepted by a person who reviewed the sentence")
        case None:
            return None


def _rounding(filters: tuple[Filter, ...]) -> str | None:
    if not filters:
        return None
    return TO_THE_CENT if filters[-1].name == "money" else ROUNDED
