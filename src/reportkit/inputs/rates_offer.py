"""What price files say of a code, one offer a price: either dollars or why it is left out.

Prices are comparable only within a bucket: code, publisher, payer, plan, setting, billing
class, modifiers, negotiated type and period. A price that is not a dollar amount for the
service itself is counted and left out, never averaged in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from reportkit.inputs.layout import LayoutError

PublishedBy = Literal["hospital", "payer"]

LeftOutReason = Literal[
    "percentage",
    "per-diem",
    "algorithm",
    "qualified",
    "bundle",
    "capitation",
    "several-codes",
    "every-code",
    "drug-quantity",
    "expired",
    "incomplete",
    "unreadable-price",
]

LEFT_OUT: dict[LeftOutReason, str] = {
    "percentage": "a percentage of charges is not a dollar amount",
    "per-diem": "a price per day is not a price of the service",
    "algorithm": "a formula is not a dollar amount",
    "qualified": "a dollar amount that a percentage or formula changes",
    "bundle": "one price for a bundle of services",
    "capitation": "a capitation payment is not a price of one service",
    "several-codes": "one price for several procedure codes",
    "every-code": "one price for every code of a system",
    "drug-quantity": "a price of a quantity of a drug",
    "expired": "the price expired before the file's date",
    "incomplete": "setting, billing class or negotiated type is missing or not an allowed value",
    "unreadable-price": "the price is not a positive amount in dollars",
}
"""Reason to what a reader is told of it."""

UNSTATED = "unstated"
"""Stands for a plan or billing class that the file does not name: a bucket of its own."""

SETTINGS = frozenset({"inpatient", "outpatient", "both"})

MOST_DISTINCT_OFFERS = 500_000
"""Distinct offers kept of one file: memory stays bounded whatever the file holds."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One price of a code, as one contract has it. `outcome` is dollars or a reason."""

    code: str
    payer: str
    """As the file names it."""
    plan: str
    setting: str
    billing_class: str
    modifiers: tuple[str, ...]
    negotiated_type: str
    expires: str
    """Last day of the contract, YYYY-MM-DD; empty if the file does not say."""
    outcome: Decimal | LeftOutReason


@dataclass(frozen=True, slots=True)
class OfferFile:
    """The offers of one price file, each with how often it occurs."""

    file: str
    layout: str
    published_by: PublishedBy
    updated: date
    offers: Counter[Offer]


class PayerNames:
    """The names that files use for the payers of the report's input.

    Case, underscores and the width of gaps do not tell names apart.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._ids = {_plain(name): payer for name, payer in names.items()}

    def id_of(self, name: str) -> str | None:
        """Id of the payer; None if the input does not name it."""
        return self._ids.get(_plain(name))


def tally(file: str, counts: Counter[Offer], more: Iterable[Offer]) -> None:
    """Count more offers in; LayoutError if they differ in more ways than prices do."""
    for offer in more:
        counts[offer] += 1
        if len(counts) > MOST_DISTINCT_OFFERS:
            found = f"more than {MOST_DISTINCT_OFFERS}"
            hint = "import fewer codes at once"
            raise LayoutError(file, None, "a bounded number of distinct prices", found, hint)


def dollars(value: Decimal | int | str) -> Decimal | None:
    """A positive dollar amount, with at least two places; None if it is not one.

    Nine nines and above are refused: files use such numbers for "no amount".
    """
    try:
        amount = Decimal(value)
    except ArithmeticError:
        return None
    if not amount.is_finite() or not -6 <= amount.adjusted() <= 8 or amount <= 0:
        return None
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -20 or amount >= 999_999_999:
        return None
    trimmed = amount.normalize()
    places = trimmed.as_tuple().exponent
    return trimmed.quantize(Decimal("0.01")) if isinstance(places, int) and places > -2 else trimmed


def modifier_bucket(modifiers: Iterable[str]) -> tuple[str, ...]:
    """Modifiers as a bucket: upper case, sorted, each once."""
    return tuple(sorted({text.strip().upper() for text in modifiers} - {""}))


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).casefold()
