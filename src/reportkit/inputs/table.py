"""File bytes in, rows of text out: CSV or tab-separated, UTF-8 or Windows-1252.

A zipped file, a workbook, a web page and UTF-16 are refused with what to do instead: a
zip of CMS holds several files in several layouts, and the hash in the provenance has to be
the hash of the file that was read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.inputs.layout import LayoutError

MOST_BYTES = 400_000_000
"""Largest file read; the largest public table of code pairs is about a third of it."""


def read_rows(file: str, content: bytes) -> Iterator[TextRow]:
    """Rows of a table, in order; blank rows are left out. Raises LayoutError."""
    text = decode(file, content)
    delimiter = "\t" if text.count("\t", 0, 65_536) > text.count(",", 0, 65_536) else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    ends_well = text.endswith(("\n", "\r"))
    held: tuple[int, list[str]] | None = None
    line = 1
    try:
        for cells in reader:
            if held is not None:
                yield from _row(*held, whole=True)
            held = (line, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        raise LayoutError(
            file,
            line,
            "rows of comma-separated values",
            f"a row that does not end: {error}",
            "download the file again; it may have been cut off",
        ) from None
    if held is not None:
        yield from _row(*held, whole=ends_well)


@dataclass(frozen=True, slots=True)
class TextRow:
    """One row; cells are trimmed."""

    line: int
    cells: tuple[str, ...]
    whole: bool
    """False for a last row without a line break: it may have been cut off."""


def decode(file: str, content: bytes) -> str:
    """The text of a file; raises LayoutError for what is not text."""
    if len(content) > MOST_BYTES:
        raise LayoutError(file, None, f"at most {MOST_BYTES:,} bytes", f"{len(content):,}",
                          "give the extract that holds the codes you need")  # fmt: skip
    _refuse_other_formats(file, content)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise LayoutError(file, line, "UTF-8 or Windows-1252 text",
                          f"byte 0x{content[error.start]:02X}",
                          "save the file as CSV UTF-8") from None  # fmt: skip


def _refuse_other_formats(file: str, content: bytes) -> None:
    start = content[:4096]
    if not start.strip():
        raise LayoutError(file, None, "a table", "an empty file", "download the file again")
    if start.startswith(b"PK\x03\x04"):
        workbook = b"xl/" in start or b"[Content_Types].xml" in start
        found = "a workbook" if workbook else "a zipped file"
        hint = "save its sheet as CSV" if workbook else "unpack it and name the .csv inside"
        raise LayoutError(file, None, "CSV text", found, hint)
    if start.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in start:
        raise LayoutError(file, None, "UTF-8 or Windows-1252 text", "UTF-16 or binary data",
                          "save the file as CSV UTF-8")  # fmt: skip
    opening = start.lstrip(b"\xef\xbb\xbf \r\n\t")[:14].lower()
    if opening.startswith((b"<!doctype", b"<html", b"<?xml")):
        raise LayoutError(
            file,
            None,
            "CSV text",
            "a web page",
            "accept the licence in a browser and download the file itself",
        )
    if opening.startswith(b"%pdf"):
        raise LayoutError(file, None, "CSV text", "a PDF", "download the CSV of the same release")


def _row(line: int, cells: list[str], *, whole: bool) -> Iterator[TextRow]:
    trimmed = tuple(cell.replace("\xa0", " ").strip() for cell in cells)
    if any(trimmed):
        yield TextRow(line, trimmed, whole)
