"""Say what every fee schedule by code is once it is read, and tell the day of its issue."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from reportkit.inputs.archive import names_within
from reportkit.inputs.refused import Refused

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Schedule(Generic[T]):
    """What a file of one release says of each of its codes."""

    file: str
    release: str
    """`2025Q4`; `2026` of a file that is issued once a year."""
    rows: Mapping[str, T]
    refused: tuple[Refused, ...]


_ISSUED = re.compile(r"(?<!\d)(\d\d)\.?(\d\d)\.?(?:20)?(\d\d)(?!\d)")


def day_issued(file: str) -> date | None:
    """The day of issue that CMS writes into a name: `07.25.25`, `062325`, `12212022`; or None."""
    for match in (found for name in names_within(file) for found in _ISSUED.finditer(name)):
        month, day, year = (int(part) for part in match.groups())
        try:
            return date(2000 + year, month, day)
        except ValueError:
            continue
    return None
