"""Print values of the input as the words and figures of tables."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reportkit.assemble.document import Ground, Plain
from reportkit.assemble.edition import Edition
from reportkit.model.rationales import RATIONALES


def sourced(shown: str, field: str, value: object, rounding: str | None = None) -> Plain:
    """A value as it is printed, with its place in the provided data; none where there is none."""
    return Plain(shown, None if value is None else Ground(field, str(value), rounding))


def rationale_said(edition: Edition, rationale: str) -> str:
    """Why CMS has an edit, in the language of the publication where the reason is known."""
    return edition.say(rationale) if rationale in RATIONALES else rationale


def dosage_said(dosage: str) -> str:
    """The unit of a drug, which CMS writes in capitals (1 MG), as people write it."""
    return " ".join(_UNITS.get(part, part.lower()) for part in dosage.split())


_UNITS: Final = {"ML": "mL", "IU": "IU", "I.U.": "IU", "MCI": "mCi", "MEQ": "mEq", "GM": "g"}
"""Units whose abbreviation is not plain lower case."""


def place_of_release(dataset: str, release: str, current: str) -> str:
    """Where a release stands in the data: in its dataset, or in the history of it."""
    return dataset if release == current else f"{dataset}.history[{release}]"


def payer_name(edition: Edition, payer: str) -> str:
    """Name of a provided payer by its id."""
    return next((known.name for known in edition.input.payers or () if known.id == payer), payer)


def modifiers_said(edition: Edition, modifiers: Sequence[str]) -> str:
    """The modifiers a price is for."""
    if not modifiers:
        return edition.say("without modifier")
    return edition.say("with modifier {codes}", codes=edition.listed(modifiers))


def span(edition: Edition, low: Decimal | None, high: Decimal | None) -> str:
    """Two prices as a stretch, one where they are the same, a dash where one is not known."""
    if low is None or high is None:
        return edition.money(None)
    if low == high:
        return edition.money(low)
    return edition.say("{low} to {high}", low=edition.money(low), high=edition.money(high))


def against_medicare(edition: Edition, price: Decimal | None, paid: Decimal) -> str:
    """A price as a share of what Medicare pays, in percent; a dash without one."""
    return "—" if price is None else edition.percent(price / paid)
