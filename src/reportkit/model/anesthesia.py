"""Model how Medicare pays anesthesia: base and time units times a factor of the locality.

Source: 42 CFR 414.46; CMS, anesthesia conversion factors (ANES, in the relative value files) and
base units by code. US dollars.
"""

from typing import Final

from reportkit.model.base import Number, Record

MINUTES_A_UNIT: Final = 15
"""Minutes of one time unit (42 CFR 414.46)."""

DIRECTED: Final = ("QK", "QX", "QY")
"""Modifiers of cases under medical direction, for which each of the two is paid half."""


class AnesthesiaFactor(Record):
    """What one unit of anesthesia is paid in a locality."""

    locality: str
    """Contractor and locality number together: `"0111254"`."""
    name: str
    """Its name, as the file gives it."""
    factor: Number
    """Dollars for one unit; from 2026 on for those who are no qualifying participants."""
    qualifying: Number | None = None
    """Dollars for one unit of qualifying participants in an advanced alternative payment model;
    `null` before 2026.
    """


class AnesthesiaRelease(Record):
    """Base units and the national factor in one release."""

    release: str
    """`RVU25D`, or the year where nothing says more: `2025`."""
    base_units: Number | None
    """Units for the service itself; `null` if their file was not provided."""
    national_factor: Number | None
    """Dollars for one unit in the nation; `null` where the file does not say it."""
    qualifying_factor: Number | None = None
    """The same for qualifying participants in an advanced alternative payment model; `null` before
    2026.
    """


class Anesthesia(AnesthesiaRelease):
    """Base units and factors of the newest release, and of those before."""

    localities: tuple[AnesthesiaFactor, ...]
    """The factor of each locality."""
    history: tuple[AnesthesiaRelease, ...] = ()
    """The releases before, without localities."""
