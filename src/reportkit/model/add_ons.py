"""Model add-on codes and the primary codes that they are paid beside.

Source: CMS, NCCI table of add-on codes (AOC).
"""

from typing import Final, Literal

from reportkit.model.base import Record

ADD_ON_PERIOD: Final = "ZZZ"
"""The global period of add-on codes: that of the service they are added to."""


class AddOnEdit(Record):
    """One add-on code with one primary code, or with those that contractors name."""

    add_on: str
    """The code that is never paid alone."""
    primary: str | None
    """The code it is paid beside; `null` where the contractor says which they are."""
    kind: Literal["1", "2", "3"]
    """Who says beside which codes: 1 the table alone, 2 the contractor, 3 both."""
    note: str | None = None
    """What the table says of it, in its words."""


class AddOns(Record):
    """What the table of a quarter says of a code, as an add-on and as a primary code."""

    quarter: str
    """Quarter of the table: `2026Q2`."""
    edits: tuple[AddOnEdit, ...]
    """Every entry in force that names the code."""
