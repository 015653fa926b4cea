"""Findings accepted for now: report/<code>/waivers.yaml, and report/waivers.yaml for the house."""

from typing import Annotated, Literal

from reportkit.model.base import WITHHELD, Date, Record, Unpublished


class Waiver(Record):
    """One rule accepted at one place or several, by someone, until a day."""

    rule: str
    """The name of the rule: `stale-data`."""
    path: str
    """File or glob from the project folder, if need be with `#route`: `sections/**#notes[*]`."""
    reason: Annotated[str, Unpublished(WITHHELD)]
    """Why the findings may stay."""
    owner: Annotated[str, Unpublished(WITHHELD)]
    """Who answers for it."""
    expiry: Date
    """The last day on which the waiver holds."""


class Waivers(Record):
    """Every waiver of a publication."""

    reportkit: Literal["waivers/1"]
    """The form of the file: `waivers/1`."""
    waivers: tuple[Waiver, ...]
    """The waivers; `reportkit waive` adds them."""


class HouseWaiver(Waiver):
    """One finding accepted in every publication where it reads alike, by someone, until a day."""

    path: str = "**"
    """File or glob from the project folder, if need be with `#route`; default: all."""
    finding: str
    """What was found, as `reportkit check` says it, with CODE for the code of the publication."""


class HouseWaivers(Record):
    """Every waiver of the house."""

    reportkit: Literal["waivers/1"]
    """The form of the file: `waivers/1`."""
    waivers: tuple[HouseWaiver, ...]
    """The waivers; `reportkit waive --everywhere` adds them."""


def says_something(text: str) -> bool:
    """False for an empty text and for words that stand in for one."""
    return text.strip(" .?!-_\t\n").lower() not in _NOTHING


_NOTHING = {"", "tbd", "n/a", "na", "none", "null", "ok", "later", "reason", "owner", "unknown"}
