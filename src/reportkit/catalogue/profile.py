"""Read from a publication what is set beside that of a related code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from reportkit.model.base import given, whole
from reportkit.model.edits import Ncci
from reportkit.model.fees import Mpfs
from reportkit.model.indicators import INDICATORS
from reportkit.model.input import ProvidedInput
from reportkit.model.sections.coding_specifications import CodingSpecifications, ModifierRow
from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class Profile:
    """What Medicare pays for a code and how, and which modifiers it takes."""

    release: str | None = None
    """The release of the fee schedule that the rest is of; None without one."""
    payments: tuple[Decimal | None, Decimal | None] = (None, None)
    """National payment in a non-facility setting and in a facility, in dollars."""
    rvus: tuple[Decimal, Decimal] | None = None
    """Total RVUs in a non-facility setting and in a facility."""
    indicators: Mapping[str, str] = field(default_factory=dict)
    """The value of each indicator of the fee schedule by its field."""
    modifiers: Mapping[str, str] = field(default_factory=dict)
    """The line that each modifier goes on by its code."""
    edits: Mapping[str, str] = field(default_factory=dict)
    """The indicator of the pair with each other code."""


def profile_of(publication: Publication) -> Profile:
    """The profile of a publication, as far as its values can be read."""
    provided: ProvidedInput = publication.input
    mpfs: Mpfs | None = given(provided, "mpfs", None)
    edits, modifiers = _edits(publication.code, provided), _modifiers(publication)
    if mpfs is None:
        return Profile(modifiers=modifiers, edits=edits)
    return Profile(
        release=given(mpfs, "release", None),
        payments=(given(mpfs, "nonfacility_payment", None), given(mpfs, "facility_payment", None)),
        rvus=_rvus(mpfs),
        indicators=_indicators(mpfs),
        modifiers=modifiers,
        edits=edits,
    )


def _indicators(mpfs: Mpfs) -> dict[str, str]:
    values: dict[str, str | None] = {
        known.field: given(mpfs, known.field, None) for known in INDICATORS
    }
    return {name: value for name, value in values.items() if value is not None}


def _rvus(mpfs: Mpfs) -> tuple[Decimal, Decimal] | None:
    outside, within = given(mpfs, "nonfacility_total", None), given(mpfs, "facility_total", None)
    return None if outside is None or within is None else (outside, within)


def _modifiers(publication: Publication) -> dict[str, str]:
    if not publication.is_written("coding-specifications"):
        return {}
    coding: CodingSpecifications = publication.coding
    rows: tuple[ModifierRow, ...] = given(coding, "modifiers", ()) or ()
    return {row.code: row.appended_to for row in whole(rows)}


def _edits(code: str, provided: ProvidedInput) -> dict[str, str]:
    tables: tuple[Ncci, ...] = given(provided, "ncci", ()) or ()
    pairs = [
        pair
        for table in whole(tables)
        if table.setting == "practitioner"
        for pair in whole(table.pairs)
        if pair.deleted is None
    ]
    return {pair.beside(code): pair.indicator for pair in pairs}
