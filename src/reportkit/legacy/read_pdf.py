"""A PDF in, blocks and remarks out: the text of its pages without what repeats on each.

Text is taken with its layout, so that the columns of a table can be told apart; lines are
put together to paragraphs again.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from reportkit.cannot_run import CannotRun
from reportkit.legacy.lines import Line, read_lines
from reportkit.legacy.old_report import Aside, Block, Remark, Where
from reportkit.legacy.pdf_columns import rows_of
from reportkit.legacy.pdf_headings import Sizes, mark_headings, sizes_of

if TYPE_CHECKING:
    from pypdf import PageObject


def read_pdf(name: str, content: bytes) -> tuple[list[Block], list[Remark]]:
    """Read the pages of a PDF; raises CannotRun if it is encrypted or damaged."""
    read = _pages(name, content)
    pages = [_lines(text, number) for number, (text, _) in enumerate(read, start=1)]
    pages = list(mark_headings(pages, [sizes for _, sizes in read]))
    repeated = _repeated(pages)
    asides: list[Block] = []
    body: list[Line] = []
    for page in pages:
        edges = _edges(page)
        for line in page:
            if line in edges and (_key(line) in repeated or _PAGE_NUMBER.fullmatch(line.text)):
                asides.append(Aside(" ".join(line.text.split()), line.where))
            else:
                body.append(line)
        while body and not body[-1].text.strip():
            body.pop()
    blocks: list[Block] = []
    remarks: list[Remark] = []
    for part in rows_of(body):
        if isinstance(part, tuple):
            lines, said = read_lines(part)
            blocks += lines
            remarks += said
        else:
            blocks.append(part)
    return [*asides, *blocks], remarks


MOST_PAGES = 500
MOST_OF_A_PAGE = 1_000_000
"""Bytes of what is drawn on a page at most; a page of text has a hundredth of it."""
_PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*", re.IGNORECASE)
_TOKEN = re.compile(r"\S{2,80}")
_EDGE = 3
"""So many lines at the top and bottom of a page may be its header and footer."""


def _pages(name: str, content: bytes) -> list[tuple[str, Sizes]]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    locked = CannotRun(f"{name} is encrypted", "save a copy without a password")
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise locked
        if len(reader.pages) > MOST_PAGES:
            raise CannotRun(
                f"{name} has {len(reader.pages):,} pages",
                f"name a report of {MOST_PAGES} pages at most",
            )
        return [_page(name, page) for page in reader.pages]
    except (CannotRun, MemoryError):
        raise
    except DependencyError:
        raise locked from None
    except Exception as error:
        raise CannotRun(
            f"{name} is damaged: {type(error).__name__} while reading its pages",
            "open it in a viewer and save it again as PDF",
        ) from None


def _page(name: str, page: PageObject) -> tuple[str, Sizes]:
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > MOST_OF_A_PAGE:
        number = (page.page_number or 0) + 1
        raise CannotRun(
            f"{name} has more on page {number} than any page of text",
            "name a report, or save its text by itself",
        )
    return _text(page), sizes_of(page)


def _text(page: object) -> str:
    """A page's text in its layout, or plain if the layout would lose words."""
    extract = page.extract_text  # type: ignore[attr-defined]
    plain: str = extract()
    laid_out: str = extract(extraction_mode="layout", layout_mode_strip_rotated=False)
    if _signs(plain) - _signs(laid_out):
        return plain
    known = set(plain.split())
    return _TOKEN.sub(lambda match: _parted(match[0], known), laid_out)


def _parted(token: str, known: set[str]) -> str:
    """Words that the layout ran together, apart again as the plain text has them.

    The longest word first; a token that is not made of known words stays as it is.
    """
    apart: dict[int, list[str] | None] = {len(token): []}
    for start in range(len(token) - 1, -1, -1):
        apart[start] = None
        for end in range(len(token), start, -1):
            rest = apart[end]
            if rest is not None and token[start:end] in known:
                apart[start] = [token[start:end], *rest]
                break
    return " ".join(apart[0] or [token])


def _signs(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isspace())


def _lines(text: str, page: int) -> list[Line]:
    return [
        Line(line.rstrip(), Where(number, page))
        for number, line in enumerate(text.split("\n"), start=1)
    ]


def _edges(page: list[Line]) -> set[Line]:
    written = [line for line in page if line.text.strip()]
    return {*written[:_EDGE], *written[-_EDGE:]}


def _repeated(pages: list[list[Line]]) -> set[str]:
    """Lines that stand at the edge of several pages, whatever their numbers."""
    seen = Counter(key for page in pages for key in set(map(_key, _edges(page))))
    return {key for key, times in seen.items() if times > 1 and times > len(pages) // 3}


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()))
