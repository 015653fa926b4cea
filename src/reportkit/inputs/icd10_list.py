"""The published list of ICD-10-CM codes in, each code with its title and status out.

CDC and CMS publish two forms of it side by side. The order file, `icd10cm-order-2027.txt`, has
columns: number 1-5, code 7-13, status 15 (1 for a code that can stand on a claim, 0 for a
heading), short title 17-76, full title from 78. `icd10cm-codes-2027.txt` has a code and its
full title on a line, and no headings. Codes have no dot in either.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from reportkit.inputs.layout import LayoutError
from reportkit.inputs.text import decode

HINT = "use the tabular XML and the order file of one release, as published and unpacked"


def read_list(file: str, content: bytes) -> Mapping[str, Listed]:
    """What the list says of each code, written without a dot. Raises LayoutError."""
    lines = _text(file, content).split("\n")
    first = next(line for line in lines if line.strip())
    read = _order_line if _ORDER.fullmatch(first.rstrip()) else _code_line
    listed: dict[str, Listed] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip() and (row := read(file, number, line)) is not None:
            listed[row[0]] = row[1]
    return listed


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list; None for what its form leaves out."""

    title: str | None
    heading: bool | None


_CATEGORY = r"[A-Z](?:\d[0-9A-Z]|A\d)"
_CODE = rf"{_CATEGORY}[0-9A-Z]{{0,4}}"
_ORDER = re.compile(rf"(\d{{5}}) (?=.{{7}} [01] )({_CODE}) +([01]) .{{60}} (\S.*)")
_LINE = re.compile(rf"({_CODE})(?:\s+(\S.*))?")
_ABOVE = re.compile(rf"\d{{1,2}}|{_CATEGORY}-{_CATEGORY}")
"""Chapters and blocks, which only the list of the package has."""


def _text(file: str, content: bytes) -> str:
    if not content.strip():
        raise LayoutError(file, None, "a list of codes", "an empty file", HINT)
    return decode(file, content).replace("\r\n", "\n").replace("\r", "\n")


def _order_line(file: str, number: int, line: str) -> tuple[str, Listed]:
    row = _ORDER.fullmatch(line.rstrip())
    if row is None:
        raise LayoutError(
            file,
            number,
            "number, code, status and two titles in their columns",
            f"`{line[:40].rstrip()}`",
            HINT,
        )
    if int(row[1]) != number:
        raise LayoutError(
            file,
            number,
            f"order number {number:05}",
            f"{row[1]}; lines are missing",
            "download the file again",
        )
    return row[2], Listed(row[4], heading=row[3] == "0")


def _code_line(file: str, number: int, line: str) -> tuple[str, Listed] | None:
    row = _LINE.fullmatch(line.strip())
    if row is not None:
        return row[1], Listed(row[2], heading=None)
    if _ABOVE.fullmatch(line.strip()):
        return None
    raise LayoutError(
        file, number, "a code and its title on each line", f"`{line[:40].strip()}`", HINT
    )
