"""Read the comments that people wrote into a copy of a PDF, and the printed text each is on.

The functions here run in a process of their own: such a copy comes from anybody. What they
return is plain data.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from math import inf
from typing import TYPE_CHECKING, Any, Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError

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


def annotations_in(content: bytes) -> dict[str, Any]:
    """The `pages` of a PDF, each as its pieces of text, and the `comments` on them.

    A comment has its `page` from 1, `kind`, `words`, `author`, and the `first` and `last` piece
    that it is on; -1 where there is no text. What is no PDF, locked or too long has a `fault`, and
    nothing else.
    """
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"fault": "it is locked"}
        if len(reader.pages) > MOST_PAGES:
            return {"fault": f"it has more than {MOST_PAGES} pages"}
    except PyPdfError as error:
        return {"fault": f"it is no sound PDF: {error}"}
    pages = [_pieces(page) for page in reader.pages]
    comments = [
        comment
        for number, page in enumerate(reader.pages)
        for comment in _comments(page, number + 1, pages[number])
    ]
    return {"pages": [[piece.text for piece in page] for page in pages], "comments": comments}


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
    return [
        replace(piece, right=min(piece.right, *_lefts_after(piece, pieces))) for piece in pieces
    ]


def _lefts_after(piece: _Piece, pieces: list[_Piece]) -> Iterator[float]:
    """Where what stands further right on a line begins; the end of the page where nothing does."""
    yield inf
    for other in pieces:
        if abs(other.base - piece.base) < 1 and other.left > piece.left:
            yield other.left


def _comments(page: PageObject, number: int, pieces: list[_Piece]) -> Iterator[dict[str, Any]]:
    for reference in page.get("/Annots") or ():
        note = reference.get_object()
        kind = KINDS.get(str(note.get("/Subtype")))
        if kind is None:
            continue
        on = _marked(note, pieces) or _nearest(note, pieces)
        yield {
            "page": number,
            "kind": kind,
            "words": " ".join(str(note.get("/Contents") or "").split()),
            "author": " ".join(str(note.get("/T") or "").split()),
            "first": min(on, default=-1),
            "last": max(on, default=-1),
        }


def _marked(note: Any, pieces: list[_Piece]) -> list[int]:
    """The pieces that a mark covers; nothing for a note, which covers none."""
    numbers = [float(number) for number in note.get("/QuadPoints") or ()]
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


def _nearest(note: Any, pieces: list[_Piece]) -> list[int]:
    """The piece that the middle of a note is nearest to."""
    left, bottom, right, top = (float(number) for number in note["/Rect"])
    across, up = (left + right) / 2, (bottom + top) / 2

    def distance(index: int) -> float:
        piece = pieces[index]
        beside = max(piece.left - across, 0, across - piece.right)
        return beside**2 + (piece.base + piece.size / 3 - up) ** 2

    return [min(range(len(pieces)), key=distance)] if pieces else []
