"""What tests ask of the pages of a PDF: where text stands, and what a page breaks apart."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from outloud.model import Document  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the lower left corner."""


def layout_faults(pdf: bytes) -> list[str]:
    """Text outside the margins, headings and items left alone, rows broken, cells that overlap,
    pages that end too early, more sizes of type than a reader takes for an order.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "checked.pdf")
        path.write_bytes(pdf)
        laid_out = Document(str(path))
        try:
            return [
                *_outside_margins(laid_out),
                *_lonely_headings(laid_out),
                *_broken_rows(laid_out),
                *_overlapping_cells(laid_out),
                *_lone_items(laid_out),
                *_empty_pages(laid_out),
                *_sizes_of_type(laid_out),
            ]
        finally:
            laid_out.close()


@dataclass(frozen=True, slots=True)
class _Margins:
    """The margins of print.css, and how exact the places of text are known."""

    side: float = 0.8 * 72
    top: float = 0.85 * 72
    bottom: float = 0.8 * 72
    slack: float = 2.0


def _outside_margins(laid_out: Any) -> Iterator[str]:
    for page in laid_out.pages:
        for run in laid_out.content(page.index).runs:
            if run.text.strip() and not _is_inside(run, page):
                yield f"page {page.number}: {run.text[:60]!r} stands outside the margins"


def _is_inside(run: Any, page: Any) -> bool:
    left, bottom, right, top = _floats(run.bbox)
    right -= (len(run.text) - len(run.text.rstrip())) * run.size * _SPACE
    width, height = _floats((page.width, page.height))
    if left < _PAPER.side - _PAPER.slack or right > width - _PAPER.side + _PAPER.slack:
        return False
    if run.artifact or page.index == 0:  # furniture, and the banner of the cover
        return bottom >= 0 and top <= height
    return _PAPER.bottom <= (bottom + top) / 2 <= height - _PAPER.top


def _lonely_headings(laid_out: Any) -> Iterator[str]:
    """Headings and captions with nothing of what they head on their page."""
    for page in laid_out.pages:
        runs = [run for run in laid_out.content(page.index).runs if run.tagged and run.text.strip()]
        if not runs:
            continue
        last = runs[-1]
        owners = laid_out.mc_owners.get((page.index, *last.key), ())
        for owner in owners:
            if any(each.is_heading or each.type == "Caption" for each in _upwards(owner)):
                yield f"page {page.number} ends with the heading {last.text[:60]!r}"


def _broken_rows(laid_out: Any) -> Iterator[str]:
    """Rows on two pages that would have had room on one."""
    for row in laid_out.elements_of("TR"):
        found = sorted(_pages_below(row))
        if len(found) == 2 and not _fills(laid_out, row, found[1]):
            yield f"a row is broken after page {found[0] + 1}: {_words(laid_out, row)[:60]!r}"


def _fills(laid_out: Any, row: Any, index: int) -> bool:
    """Whether what stands of a row on its last page, and on the one before, exceeds a page."""
    room = float(laid_out.pages[index].height) - _PAPER.top - _PAPER.bottom
    boxes = [_box(laid_out, row, page) for page in (index - 1, index)]
    return sum(box[3] - box[1] for box in boxes if box) > room - _TABLE_HEAD


def _overlapping_cells(laid_out: Any) -> Iterator[str]:
    for row in laid_out.elements_of("TR"):
        cells = [cell for cell in row.logical_children if cell.type in ("TH", "TD")]
        for cell, following in pairwise(cells):
            for page in _pages_below(cell):
                here, there = (_box(laid_out, each, page) for each in (cell, following))
                if here and there and here[2] > there[0] + _PAPER.slack:
                    said = _words(laid_out, cell)[:60]
                    yield f"page {page + 1}: the cell {said!r} runs into the next one"


def _lone_items(laid_out: Any) -> Iterator[str]:
    """Lists of three items or more of which one stands alone on its page."""
    for listed in laid_out.elements_of("L"):
        items = [item for item in listed.logical_children if item.type == "LI"]
        starts = [min(found) for item in items if (found := _all_pages(item))]
        ends = [max(found) for item in items if (found := _all_pages(item))]
        if len(starts) < 3:
            continue
        if starts[1] != starts[0] or ends[-1] != ends[-2]:
            yield f"an item of a list stands alone: {_words(laid_out, listed)[:60]!r}"


def _all_pages(element: Any) -> set[int]:
    return {page for part in _downwards(element) for page in _pages(part)}


def _empty_pages(laid_out: Any) -> Iterator[str]:
    """Pages but the last whose text ends above six tenths of the room, with nothing behind it that
    takes more than a page.
    """
    before_large = {min(pages) - 1 for row in laid_out.elements_of("TR")
                    if len(pages := _pages_below(row)) > 1}  # fmt: skip
    for page in list(laid_out.pages)[:-1]:
        if page.index in before_large:
            continue
        lowest = min(
            (
                _floats(run.bbox)[1]
                for run in laid_out.content(page.index).runs
                if run.tagged and run.text.strip()
            ),
            default=float(page.height),
        )
        room = float(page.height) - _PAPER.top - _PAPER.bottom
        filled = float(page.height) - _PAPER.top - lowest
        if filled < _FULL * room:
            yield f"page {page.number} is filled to {filled / room:.0%} only"


def _sizes_of_type(laid_out: Any) -> Iterator[str]:
    runs = (run for page in laid_out.pages for run in laid_out.content(page.index).runs)
    sizes = {round(float(run.size), 1) for run in runs if run.text.strip()}
    if len(sizes) > _SIZES:
        yield f"type is set in {len(sizes)} sizes: {', '.join(map(str, sorted(sizes)))}"


def _box(laid_out: Any, element: Any, page: int) -> Box | None:
    """The smallest box around what an element shows on a page."""
    boxes = [
        laid_out.content(page).mcid_bbox[reference.stream, reference.mcid]
        for each in _downwards(element)
        for reference in each.mcrefs
        if reference.page == page
        and (reference.stream, reference.mcid) in laid_out.content(page).mcid_bbox
    ]
    if not boxes:
        return None
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _floats(numbers: Iterable[Any]) -> tuple[float, ...]:
    return tuple(map(float, numbers))


def _words(laid_out: Any, element: Any) -> str:
    texts = (
        laid_out.content(reference.page).mcid_text.get((reference.stream, reference.mcid), "")
        for each in _downwards(element)
        for reference in each.mcrefs
    )
    return " ".join(" ".join(texts).split())


def _pages(element: Any) -> set[int]:
    return {reference.page for reference in element.mcrefs}


def _pages_below(element: Any) -> set[int]:
    return {page for each in _downwards(element) for page in _pages(each)}


def _downwards(element: Any) -> Iterator[Any]:
    yield element
    yield from element.descendants()


def _upwards(element: Any) -> Iterator[Any]:
    while element is not None:
        yield element
        element = element.parent


_PAPER: Final = _Margins()
_FULL: Final = 0.6
"""How much of a page is to be filled where another follows."""
_SIZES: Final = 9
"""Most sizes of type in one publication, in points to the tenth."""
_TABLE_HEAD: Final = 40.0
"""What a repeated table head takes of a page."""
_SPACE: Final = 0.3
"""About how wide a space is that hangs over the end of a line, in letter sizes."""
