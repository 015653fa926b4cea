"""Read CMS's HCPCS alpha-numeric file: its codes and modifiers, and when they are valid."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from reportkit.inputs import cells
from reportkit.inputs.descriptors import DescriptorPolicy, kept
from reportkit.inputs.fixed_width import FixedWidth, fixed_rows
from reportkit.inputs.header import Header, Layout, read_header
from reportkit.inputs.refused import Refused
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.input import Validity


def read_hcpcs(
    file: str, content: bytes, descriptors: DescriptorPolicy = DescriptorPolicy.DROP
) -> HcpcsFile:
    """Read codes and modifiers; rows that only continue a descriptor add none.

    Raises LayoutError. Descriptors of D codes belong to the American Dental Association.
    """
    rows = fixed_rows(file, content, _RECORDS) or read_rows(file, content)
    header = read_header(file, rows, _LAYOUT)
    read = partial(_row, header, descriptors)
    taken, refused = cells.take(header, rows, cells.once(read, _code_of))
    return HcpcsFile(file, {entry.code: entry for entry in taken if entry is not None}, refused)


def validity(code: HcpcsCode, quarter: str) -> Validity:
    """A code of the file as the `validity` of an input."""
    return Validity(release=quarter, added=code.added, terminated=code.terminated)


@dataclass(frozen=True, slots=True)
class HcpcsCode:
    """A code or modifier; `terminated` is its last day, None while it is valid."""

    code: str
    kind: Literal["procedure", "modifier"]
    added: date | None
    terminated: date | None
    descriptor: str | None

    def valid_on(self, day: date) -> bool:
        """True if the code may be used for a service on `day`."""
        started = self.added is None or self.added <= day
        return started and (self.terminated is None or day <= self.terminated)


@dataclass(frozen=True, slots=True)
class HcpcsFile:
    """The code set, by code."""

    file: str
    codes: Mapping[str, HcpcsCode]
    refused: tuple[Refused, ...]


_LAYOUT = Layout(
    "hcpcs",
    "code",
    {
        "code": ("HCPC", "HCPCS", "HCPCS CODE"),
        "record": ("RECID",),
        "added": ("ADD DT", "ADD DATE"),
        "terminated": ("TERM DT", "TERM DATE"),
    },
    {"descriptor": ("SHORT DESCRIPTION",)},
)
_KINDS: dict[str, Literal["procedure", "modifier"]] = {"3": "procedure", "7": "modifier"}
"""Record ids of the first line of a procedure and of a modifier; 4 and 8 continue them."""


_RECORDS = FixedWidth(
    re.compile(r"(?=.{5}\d{5}[3478])[0-9A-Z ]{5}"),
    (
        ("HCPC", 1, 5),
        ("RECID", 11, 11),
        ("SHORT DESCRIPTION", 92, 119),
        ("ADD DT", 269, 276),
        ("TERM DT", 285, 292),
    ),
)
"""Source: CMS, HCPCS contractor record layout 2019; the sequence number stands in 6 to 10."""


def _code_of(entry: HcpcsCode | None) -> str | None:
    return entry.code if entry is not None else None


def _row(header: Header, descriptors: DescriptorPolicy, row: TextRow) -> HcpcsCode | None:
    text = {field: row.cells[at] for field, at in header.index.items()}
    record = cells.one_of("record id", text["record"], ("3", "4", "7", "8"))
    if record in ("4", "8"):
        return None
    code = cells.whole(text["code"]).upper()
    if record == "3":
        cells.code(code)
    elif not re.fullmatch(r"[0-9A-Z]{2}", code):
        raise cells.BadCell(f"modifier `{code[:40]}` is not two digits or capital letters")
    added = cells.day("add date", text["added"]) if text["added"] else None
    ended = cells.day("termination date", text["terminated"]) if text["terminated"] else None
    if added is not None and ended is not None and ended < added:
        raise cells.BadCell(f"termination date {ended} lies before add date {added}")
    return HcpcsCode(
        code=code,
        kind=_KINDS[record],
        added=added,
        terminated=ended,
        descriptor=kept(text.get("descriptor", ""), descriptors),
    )
