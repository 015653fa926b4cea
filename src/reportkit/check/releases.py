"""Names of releases in, the quarters they hold for out: RVU25D, 2025Q4, v30.2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportkit.check.issue import At, at
from reportkit.model.input import ProvidedInput

_NAMED = re.compile(
    r"(?P<year>20\d\d)-?Q(?P<quarter>[1-4])|RVU(?P<short>\d\d)(?P<letter>[A-D])"
    r"|(?<![\w.])v(?P<version>\d\d)\.(?P<ordinal>[0-3])(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter of a year, in which the releases of CMS hold."""

    year: int
    number: int

    @property
    def start(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"


@dataclass(frozen=True, slots=True)
class Release:
    """The release a dataset says it was taken from."""

    dataset: str
    name: str
    at: At


def quarter_of(day: date) -> Quarter:
    """The quarter a day is in."""
    return Quarter(day.year, (day.month - 1) // 3 + 1)


def quarters(text: str) -> tuple[Quarter, ...]:
    """The quarters a text names; NCCI counts its versions from 1994."""
    return tuple(_quarter(found) for found in _NAMED.finditer(text))


def releases(data: ProvidedInput) -> Iterator[Release]:
    """Every release the provided datasets name."""
    if data.mpfs is not None:
        yield Release("mpfs", data.mpfs.release, at("input", "mpfs", "release"))
    if data.mue is not None:
        yield Release("mue", data.mue.quarter, at("input", "mue", "quarter"))
    if data.asc is not None:
        yield Release("asc", data.asc.release, at("input", "asc", "release"))
    for index, table in enumerate(data.ncci or ()):
        yield Release("ncci", table.quarter, at("input", "ncci", index, "quarter"))
    looked_up = {row.release: index for index, row in enumerate(data.diagnoses or ())}
    for name, index in looked_up.items():
        if name is not None:
            yield Release("diagnoses", name, at("input", "diagnoses", index, "release"))
    if data.validity is not None:
        yield Release("validity", data.validity.release, at("input", "validity", "release"))


CODE_SET_OF = {"mpfs": "mpfs", "mue": "ncci", "ncci": "ncci", "validity": "hcpcs",
               "diagnoses": "icd10cm"}  # fmt: skip
"""Dataset to the key of `code_sets` that names its release on the cover; ASC rates have none."""


def _quarter(found: re.Match[str]) -> Quarter:
    if found["year"]:
        return Quarter(int(found["year"]), int(found["quarter"]))
    if found["short"]:
        return Quarter(2000 + int(found["short"]), "ABCD".index(found["letter"].upper()) + 1)
    return Quarter(1994 + int(found["version"]), int(found["ordinal"]) + 1)
