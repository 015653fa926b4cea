"""Read a day that the user typed, in the form that files write it."""

from __future__ import annotations

from datetime import date

import click

from reportkit.model.days import day_of
from reportkit.report.frame import printable


class _Day(click.ParamType[date]):
    name = "day"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        if (day := day_of(value)) is None:
            self.fail(f"`{printable(value)}` is no day; write it as 2026-10-01", param, ctx)
        return day


DAY = _Day()
"""Type of an option or argument that is a calendar day."""
