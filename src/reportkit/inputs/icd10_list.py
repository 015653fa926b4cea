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
from reportkit.inputs.refused import Refused
from reportkit.inputs.text import decode

HINT = "use the tabular XML and the order file of one release, as published and unpacked"


def read_list(file: str, content: bytes) -> CodeList:
    """What the list says of each code, written without a dot. Raises LayoutError.

    A line that cannot be read is refused, and the list if no line can.
    """
    lines = _text(file, content).split("\n")
    ordered = any(_ORDER.fullmatch(line.rstrip()) for line in lines[:_LINES_LOOKED_AT])
    read = _order_line if ordered else _code_line
    listed: dict[str, Listed] = {}
    refused: list[Refused] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or (not ordered and _ABOVE.fullmatch(line.strip())):
            continue
        match read(number, line):
            case Refused() as damaged:
                refused.append(damaged)
            case code, row:
                listed[code] = row
    if not listed:
        found = refused[0].reason if refused else "chapters alone"
        raise LayoutError(file, 1, "a code and its title on each line", found, HINT)
    return CodeList(listed, tuple(refused))


@dataclass(frozen=True, slots=True)
class CodeList:
    """The list of a release."""

    listed: Mapping[str, Listed]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list; None for what its form leaves out."""

    line: int
    title: str | None
    heading: bool | None


_LINES_LOOKED_AT = 20
"""For the form of the list: a line may be damaged."""
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


def _order_line(number: int, line: str) -> tuple[str, Listed] | Refused:
    row = _ORDER.fullmatch(line.rstrip())
    if row is None:
        return _refused(number, line[6:], f"`{line[:40].rstrip()}` has not its five columns")
    return row[2], Listed(number, row[4], heading=row[3] == "0")


def _code_line(number: int, line: str) -> tuple[str, Listed] | Refused:
    row = _LINE.fullmatch(line.strip())
    if row is None:
        return _refused(number, line, f"`{line[:40].strip()}` is not a code with its title")
    return row[1], Listed(number, row[2], heading=None)


def _refused(number: int, text: str, reason: str) -> Refused:
    """A line that cannot be read, with its code where that can."""
    code = re.match(rf"({_CODE})\s", text)
    return Refused(number, reason, (code[1],) if code else ())
