"""Findings accepted for now: report/<code>/waivers.yaml."""

from typing import Literal

from reportkit.model.base import Date, Record


class Waiver(Record):
    """One rule accepted at one place or several, by someone, until a day."""

    rule: str
    path: str
    """File or glob from the project folder, if need be with `#route`: `sections/**#notes[*]`."""
    reason: str
    owner: str
    expiry: Date
    """The last day on which the waiver holds."""


class Waivers(Record):
    """Every waiver of a publication."""

    reportkit: Literal["waivers/1"]
    waivers: tuple[Waiver, ...]
