"""A reference and its publication in, the value or why there is none out.

Used by the rules on references and by the assembler, so that what is checked is what is
printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reportkit.source.conditions import Condition
from reportkit.source.references import (
    BadReference,
    Filter,
    Quoting,
    Reference,
    Referring,
    Saying,
    read_references,
)
from reportkit.workspace.figures import money, number, percent, rounded
from reportkit.workspace.house_texts import house_text
from reportkit.workspace.publication import Publication
from reportkit.workspace.statements import Writer, said
from reportkit.workspace.ways import Unresolved, follow, root_of

Value = str | int | Decimal | date


def resolve(reference: Reference, publication: Publication) -> Value | Unresolved:
    """Follow a reference through the data; raises Unavailable if its file is faulty."""
    value = follow(root_of(reference.names, publication), reference.names)
    if isinstance(value, Unresolved):
        return value
    if value is None:
        return Unresolved(f"`{reference.text}` is null: it was not provided")
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal | date):
        return Unresolved(f"`{reference.text}` is not a single value that can be printed")
    if reference.filters and not isinstance(value, int | Decimal):
        return Unresolved(f"`{reference.text}` is not a number; filters take numbers")
    return value


def resolve_text(text: str, publication: Publication, writer: Writer) -> str:
    """Prose with references replaced by values, and statements and house texts by their words.

    Conditions print nothing, and take the white space before them away; what fails stays as
    written.
    """
    return "".join(piece.text for piece in pieces(text, publication, writer))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of prose as it is printed, in Markdown."""

    text: str
    reference: Reference | Saying | None
    """What it stands for; None for what an author typed."""
    source: str
    """The prose it was written in: that of a house text for what is quoted."""
    start: int
    """Where in it, in characters."""


def pieces(text: str, publication: Publication, writer: Writer) -> Iterator[Piece]:
    """Prose as it is printed: stretches that were typed, and values in the place of references."""
    done = 0
    for reference in read_references(text):
        before = text[done : reference.span.start]
        typed = before.rstrip() if isinstance(reference, Condition) else before
        yield Piece(typed, None, text, done)
        yield from _printed(reference, text, publication, writer)
        done = reference.span.end
    yield Piece(text[done:], None, text, done)


def format_value(value: Value, filters: tuple[Filter, ...], language: str = "en") -> str:
    """The value as the language writes it: exact unless a filter states a rounding."""
    text = number(value, language) if isinstance(value, Decimal) else str(value)
    for step in filters:
        exact = Decimal(value) if isinstance(value, int) else value
        if not isinstance(exact, Decimal):
            break
        places = step.arguments[0] if step.arguments else 0
        match step.name:
            case "money":
                text = money(exact, language)
            case "round":
                text = number(Decimal(rounded(exact, places)), language)
            case "percent":
                text = percent(exact, places, language)
    return text


def escape_markdown(text: str) -> str:
    """Text in which no character acts as markup."""
    return re.sub(r"([\\`*_{}\[\]<>()#+\-.!|~&])", r"\\\1", text)


def unescaped(text: str) -> str:
    """The text that `escape_markdown` was given."""
    return re.sub(r"\\(.)", r"\1", text)


def _printed(
    reference: Referring, text: str, publication: Publication, writer: Writer
) -> Iterator[Piece]:
    start = reference.span.start
    written = Piece(escape_markdown(text[start : reference.span.end]), None, text, start)
    match reference:
        case Condition():
            pass
        case Saying(name=name):
            sentence = said(name, publication.input, writer)
            if isinstance(sentence, Unresolved):
                yield written
            else:
                yield Piece(escape_markdown(sentence), reference, text, start)
        case Quoting(name=name):
            quoted = house_text(name, publication)
            if isinstance(quoted, Unresolved):
                yield written
            else:
                yield from pieces(quoted.text.strip(), publication, writer)
        case BadReference():
            yield written
        case Reference():
            value = resolve(reference, publication)
            if isinstance(value, Unresolved):
                yield written
            else:
                shown = format_value(value, reference.filters, publication.project.language)
                yield Piece(escape_markdown(shown), reference, text, start)
