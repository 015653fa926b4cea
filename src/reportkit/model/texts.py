"""A house text: report/texts/<name>.yaml.

A paragraph that many reports print is written once, and stands in any prose as
`{{ text.name }}`. Of its wordings the first is printed whose condition the data of the report
meets. It is checked in each report that prints it, as that report's own words are.
"""

from typing import Literal

from reportkit.model.base import Notes, Prose, Record


class Wording(Record):
    """One way to say the text, for the reports that it is true of."""

    when: str | None = None
    """What has to be true of the report's data for this wording, as in `holds(...)`; without it,
    the wording is for all reports that no earlier one is for.
    """
    text: Prose
    """The words, with values of the report's data, statements, sources and other house texts."""


class HouseText(Record):
    """A paragraph written once, in one wording or several."""

    reportkit: Literal["text/1"]
    """The form of the file: `text/1`."""
    wordings: tuple[Wording, ...]
    """The wordings; the first that fits a report is printed there."""
    notes: Notes = ()
    """For editors; never published."""
