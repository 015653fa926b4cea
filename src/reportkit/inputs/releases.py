"""Tell from the name of a release on which days it holds, and which of two is the newer."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reportkit.inputs.quarter import first_day, last_day
from reportkit.model.conversion_factors import CONVERSION_FACTORS
from reportkit.model.icd10 import fiscal_release


def begins(release: str) -> date | None:
    """The first day a release holds; None for a name of another form.

    `RVU25D` has two digits of the year and A to D for January, April, July and October. An R
    behind it is a release issued again: it holds from the day the conversion factor changed
    within its quarter, or from its start. `2025Q4`, `2026-04`, `2026` and `FY2027 April` name their
    days.
    """
    if quarter := _quarter(release):
        change = _change(quarter)
        return change if release.endswith("R") and change else first_day(quarter)
    if match := re.fullmatch(r"(20\d\d)-(0[1-9]|1[0-2])", release):
        return date(int(match[1]), int(match[2]), 1)
    if re.fullmatch(r"20\d\d", release):
        return date(int(release), 1, 1)
    fiscal = fiscal_release(release)
    return fiscal.start if fiscal else None


def ends(release: str) -> date | None:
    """The last day a release of a quarter holds; None for a name of another form."""
    quarter = _quarter(release)
    if quarter is None:
        return None
    change = _change(quarter)
    return change - timedelta(days=1) if change and not release.endswith("R") else last_day(quarter)


def order(release: str, released: date | None = None) -> tuple[date, bool, date]:
    """What puts releases in order of time: their first day, and the day they were issued.

    A name of another form comes before all others, since nothing says that it holds now.
    """
    day = begins(release) or date.min
    return day, release.endswith("R"), released or date.min


def _quarter(release: str) -> str | None:
    if match := re.fullmatch(r"RVU(\d\d)([A-D])R?", release):
        return f"20{match[1]}Q{'ABCD'.index(match[2]) + 1}"
    return release if re.fullmatch(r"20\d\dQ[1-4]", release) else None


def _change(quarter: str) -> date | None:
    """The day within a quarter from which there is another conversion factor."""
    first, last = first_day(quarter), last_day(quarter)
    return next(
        (factor.begins for factor in CONVERSION_FACTORS if first < factor.begins <= last), None
    )
