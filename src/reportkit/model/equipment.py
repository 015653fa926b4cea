"""Model what Medicare pays for equipment, prosthetics, orthotics, supplies and nutrition.

Source: CMS, fee schedules of durable medical equipment, prosthetics, orthotics and supplies
(DMEPOS) and of parenteral and enteral nutrition (PEN); 42 CFR 414 subpart D. US dollars.
"""

from typing import Final

from reportkit.model.base import Number, Record
from reportkit.model.messages import N_

CATEGORIES: Final[dict[str, str]] = {
    "IN": N_("Inexpensive or routinely bought"),
    "FS": N_("Needs frequent servicing, rented"),
    "CR": N_("Rented until it is the patient's"),
    "OX": N_("Oxygen and what gives it"),
    "OS": N_("Ostomy, tracheostomy and urological supplies"),
    "SD": N_("Surgical dressings"),
    "PO": N_("Prosthetics and orthotics"),
    "SU": N_("Supplies"),
    "TE": N_("Nerve stimulators through the skin"),
    "TS": N_("Therapeutic shoes"),
    "SC": N_("Splints and casts"),
    "IL": N_("Lenses put into the eye"),
    "LC": N_("Compression garments for lymphedema"),
}
"""Category of payment to what is in it (CMS, DMEPOS fee schedule, CATG)."""

JURISDICTIONS: Final[dict[str, str]] = {
    "D": N_("The contractor for equipment"),
    "L": N_("The contractor for practitioners"),
    "J": N_("Either contractor, by who supplies it"),
}
"""To whom the claim goes (CMS, DMEPOS fee schedule, JURIS)."""


class EquipmentAmount(Record):
    """What is paid in states that pay alike."""

    states: tuple[str, ...]
    """Their postal codes, sorted: `[AL, AR]`."""
    nonrural: Number | None
    """Dollars outside of rural areas; `null` where the file gives none."""
    rural: Number | None
    """Dollars in rural areas; `null` where the file gives none of their own."""


class EquipmentRate(Record):
    """What is paid for a code with one set of modifiers."""

    modifiers: tuple[str, ...]
    """`[NU]` for what is bought new, `[RR]` for what is rented by the month; `[]` for neither."""
    category: str | None
    """By which rule it is paid: `IN`, `CR`, `OX`; `null` where the file does not say it."""
    jurisdiction: str | None
    """To whom the claim goes: `D`, `L` or `J`; `null` where the file does not say it."""
    ceiling: Number | None
    """The most that is paid in the contiguous states."""
    floor: Number | None
    """The least that is paid there."""
    amounts: tuple[EquipmentAmount, ...]
    """The amounts, each with its states."""


class DmeposQuarter(Record):
    """The fees of a code in one quarter."""

    release: str
    """The quarter: `2026Q1`."""
    rates: tuple[EquipmentRate, ...]
    """Each rate of the code."""


class Dmepos(DmeposQuarter):
    """The fees of a code in the newest quarter and in those before."""

    history: tuple[DmeposQuarter, ...] = ()
    """The quarters before, as the files gave them."""
