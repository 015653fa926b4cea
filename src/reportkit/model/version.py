"""Read the number of a version, so that `1.0`, `1.0.0` and `1.10` are told apart as numbers."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = re.compile(r"([0-9]{1,6})\.([0-9]{1,6})(?:\.([0-9]{1,6}))?")


class Number(NamedTuple):
    """The number of a version; compares as a number does."""

    first: int
    second: int
    third: int

    def __str__(self) -> str:
        shown = f"{self.first}.{self.second}"
        return f"{shown}.{self.third}" if self.third else shown


def number(version: str) -> Number | None:
    """The number of a version such as `1.2` or `1.2.1`; None if it is written otherwise."""
    match = _NUMBER.fullmatch(version)
    return match and Number(int(match[1]), int(match[2]), int(match[3] or 0))


def same_number(one: str, other: str) -> bool:
    """Whether two versions are one number: `1.0` and `1.0.0`."""
    return one == other or number(one) == number(other) is not None
