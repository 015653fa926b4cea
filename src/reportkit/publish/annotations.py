"""Read the comments that people wrote into a copy of a PDF, and the printed text each is on.

The functions here run in a process of their own: such a copy comes from anybody. What they
return is plain data.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from math import floor, inf
from typing import TYPE_CHECKING, Any, Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

if TYPE_CHECKING:
    from pypdf import PageObject

KINDS: Final = {
    "/Text": "note",
    "/FreeText": "note",
    "/Caret": "note",
    "/Highlight": "highlight",
    "/Underline": "underline",
    "/Squiggly": "underline",
    "/StrikeOut": "strike-out",
}
"""Annotation of PDF (ISO 32000-2, 12.5.6) to what people call it; others are no comments."""
MOST_PAGES: Final = 500


MOST_OF_A_PAGE: Final = 1_000_000
"""Bytes of what is drawn on a page; a page of text has a hundredth of it."""
MOST_COMMENTS: Final = 5_000


def annotations_in(content: bytes) -> dict[str, Any]:
    """The `pages` of a PDF, each as its pieces of text, and the `comments` on them.

    A comment has its `page` from 1, `kind`, `words`, `author`, and the `first` and `last` piece
    that it is on; -1 where there is no text. What is no PDF, locked or too long has a `fault`, and
    nothing else.
    """
    try:
        return _read(PdfReader(BytesIO(content)))
    except _RefusedError as refused:
        return {"fault": str(refused)}
    except MemoryError:
        raise
    except Exception as error:  # what a reader of PDF may meet in a broken one has no end
        return {"fault": f"it is no sound PDF: {type(error).__name__} while reading its pages"}


class _RefusedError(Exception):
    """Why a PDF is not read, as a clause."""


def _read(reader: PdfReader) -> dict[str, Any]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise _RefusedError("it is locked")
    if len(reader.pages) > MOST_PAGES:
        raise _RefusedError(f"it has more than {MOST_PAGES} pages")
    pages = []
    comments: list[dict[str, Any]] = []
    for number, page in enumerate(reader.pages, start=1):
        drawn = page.get_contents()
        if drawn is not None and len(drawn.get_data()) > MOST_OF_A_PAGE:
            raise _RefusedError(f"it has more on page {number} than any page of text")
        notes = _notes(page)
        if len(comments) + len(notes) > MOST_COMMENTS:
            raise _RefusedError(f"it has more than {MOST_COMMENTS:,} comments")
        pieces = _pieces(page)
        pages.append([piece.text for piece in pieces])
        comments += _comments(notes, number, pieces)
    return {"pages": pages, "comments": comments}


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text that is drawn at once: a line, or a part of one. Lengths in points."""

    text: str
    left: float
    base: float
    """Height of the line it stands on, from the bottom of the page."""
    size: float
    right: float
    """About where it ends: letters are half as wide as high, and what follows begins there."""


def _pieces(page: PageObject) -> list[_Piece]:
    pieces: list[_Piece] = []

    def visit(text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        if text.strip():
            left = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            base = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            height = abs(size * cm[0])
            right = left + 0.5 * height * len(text.strip())
            pieces.append(_Piece(text, left, base, height, right))

    page.extract_text(visitor_text=visit)
    lines: dict[int, list[float]] = {}
    for piece in sorted(pieces, key=lambda piece: piece.left):
        lines.setdefault(floor(piece.base), []).append(piece.left)
    return [replace(piece, right=min(piece.right, _left_after(piece, lines))) for piece in pieces]


def _left_after(piece: _Piece, lines: Mapping[int, Sequence[float]]) -> float:
    """Where what stands further right on its line begins; the end of the page where nothing does.

    `lines` has where pieces begin, in order, by the whole points of their height.
    """
    nearest = inf
    for height in (-1, 0, 1):
        lefts = lines.get(floor(piece.base) + height, ())
        after = bisect_right(lefts, piece.left)
        if after < len(lefts):
            nearest = min(nearest, lefts[after])
    return nearest


def _notes(page: PageObject) -> list[DictionaryObject]:
    """The annotations of a page that are comments of people."""
    entries = page.annotations
    if not isinstance(entries, ArrayObject):
        return []
    notes = (entry.get_object() for entry in entries)
    return [
        note
        for note in notes
        if isinstance(note, DictionaryObject) and str(note.get("/Subtype")) in KINDS
    ]


def _comments(
    notes: Iterable[DictionaryObject], number: int, pieces: list[_Piece]
) -> Iterator[dict[str, Any]]:
    for note in notes:
        on = _marked(note, pieces) or _nearest(note, pieces)
        yield {
            "page": number,
            "kind": KINDS[str(note["/Subtype"])],
            "words": " ".join(str(note.get("/Contents") or "").split()),
            "author": " ".join(str(note.get("/T") or "").split()),
            "first": min(on, default=-1),
            "last": max(on, default=-1),
        }


def _marked(note: DictionaryObject, pieces: list[_Piece]) -> list[int]:
    """The pieces that a mark covers; nothing for a note, which covers none."""
    numbers = _numbers(note.get("/QuadPoints"))
    marks = []
    for start in range(0, len(numbers) - 7, 8):
        across, up = numbers[start : start + 8 : 2], numbers[start + 1 : start + 8 : 2]
        marks += [
            index
            for index, piece in enumerate(pieces)
            if min(up) - 1 <= piece.base < max(up)
            and piece.left < max(across) - 1
            and piece.right > min(across) + 1
        ]
    return marks


def _nearest(note: DictionaryObject, pieces: list[_Piece]) -> list[int]:
    """The piece that the middle of a note is nearest to."""
    corners = _numbers(note.get("/Rect"))
    if len(corners) != 4 or not pieces:
        return []
    left, bottom, right, top = corners
    across, up = (left + right) / 2, (bottom + top) / 2

    def distance(index: int) -> float:
        piece = pieces[index]
        beside = max(piece.left - across, 0, across - piece.right)
        return beside**2 + (piece.base + piece.size / 3 - up) ** 2

    return [min(range(len(pieces)), key=distance)]


def _numbers(value: Any) -> list[float]:
    """The numbers of an array; none if it is not one of numbers."""
    try:
        return [float(number) for number in value.get_object()]
    except (AttributeError, TypeError, ValueError):
        return []
