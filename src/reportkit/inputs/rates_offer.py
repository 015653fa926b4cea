"""Say what price files give for a code, one offer a price: dollars, or why it is left out.

Prices are comparable only within a bucket, which is everything a file states that makes prices
unlike. A price that is not a dollar amount for the service itself is counted and left out,
never averaged in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, TypeVar

from reportkit.inputs.cells import NO_AMOUNT_FROM, is_empty
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
    "code-type",
    "code-form",
    "modifier-form",
    "place-form",
    "too-many-cells",
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
    "code-type": "the code's type is none that is known",
    "code-form": "more than the code stands in its cell",
    "modifier-form": "what stands for modifiers is none",
    "place-form": "what stands for places of service is none",
    "too-many-cells": "the row has more cells than the header",
    "expired": "the price expired before the file's date",
    "incomplete": "setting, billing class, negotiated type or end of the contract is missing or "
    "not an allowed value",
    "unreadable-price": "the price is not a positive amount in dollars",
}
"""Reason to what a reader is told of it."""

_T = TypeVar("_T")

UNSTATED = "unstated"
"""Stands for what the file does not say, as plan or billing class: a bucket of its own."""

SETTINGS = frozenset({"inpatient", "outpatient", "both"})

CODE_LENGTH = 5
"""Characters of a code of CPT and HCPCS."""

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
    outcome: Decimal | LeftOutReason
    network: str = UNSTATED
    places: tuple[str, ...] = ()
    """Places of service, sorted; `("all",)` for every one, none if the file does not say."""
    arrangement: str = UNSTATED
    information: str = ""
    """What else the file says of the price, in its words."""
    drug_unit: str = ""
    """How much of a drug the price is for: `1 ML`."""
    expires: str = ""
    """Last day of the contract, YYYY-MM-DD; empty if the file does not say."""
    detail: str = ""
    """The text that the reason is about, where it is a text."""


@dataclass(frozen=True, slots=True)
class AllowedAmounts:
    """What a hospital itself says of the amounts one payer allowed for a charge, in dollars.

    Source: CMS, Hospital Price Transparency data dictionary v3.0: the median, 10th and 90th
    percentile of its remittances of a year, and their count, with a charge that is a percentage
    or an algorithm.
    """

    code: str
    payer: str
    plan: str
    setting: str
    billing_class: str
    modifiers: tuple[str, ...]
    methodology: str
    median: Decimal
    p10: Decimal | None
    p90: Decimal | None
    count: str
    """`1 through 10`, or the number from 11 on; empty if the file leaves it out."""


Contract = tuple[int, ...]
"""What one contract of a file says of a code: places in the file's offers."""


@dataclass(frozen=True, slots=True)
class OfferFile:
    """The offers of one price file."""

    file: str
    layout: str
    published_by: PublishedBy
    publisher: str
    """The hospital with its location, or the entity that reports for the payer."""
    updated: date
    offers: tuple[tuple[Offer, int], ...]
    """Each with how often it stands in the file."""
    allowed: tuple[AllowedAmounts, ...] = ()
    unread: tuple[str, ...] = ()
    """Columns of prices that could not be told to be a payer's."""
    contracts: Counter[Contract] = field(default_factory=Counter)
    """Of a payer's file: how many contracts have just these prices."""


class PayerNames:
    """The names that files use for the payers of the report's input.

    Case, underscores and the width of gaps do not tell names apart.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._ids = {_plain(name): payer for name, payer in names.items()}

    def id_of(self, name: str) -> str | None:
        """Id of the payer; None if the input does not name it."""
        return self._ids.get(_plain(name))


def tally(file: str, counts: Counter[_T], more: Iterable[_T], times: int = 1) -> None:
    """Count more in; LayoutError if they differ in more ways than prices do."""
    for each in more:
        counts[each] += times
        refuse_many(file, len(counts))


def refuse_many(file: str, distinct: int) -> None:
    """LayoutError if there are more distinct prices than memory is kept for."""
    if distinct > MOST_DISTINCT_OFFERS:
        found = f"more than {MOST_DISTINCT_OFFERS}"
        hint = "import fewer codes at once"
        raise LayoutError(file, None, "a bounded number of distinct prices", found, hint)


def dollars(value: Decimal | int | str) -> Decimal | None:
    """A positive dollar amount, with at least two places; None if it is not one.

    Numbers that files use for "no amount" are refused.
    """
    written = _MARKED.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        amount = Decimal(written[1].replace(",", "") if written else value)
    except ArithmeticError:
        return None
    if not amount.is_finite() or not -6 <= amount.adjusted() <= 8 or amount <= 0:
        return None
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -20 or amount >= NO_AMOUNT_FROM:
        return None
    trimmed = amount.normalize()
    places = trimmed.as_tuple().exponent
    return trimmed.quantize(Decimal("0.01")) if isinstance(places, int) and places > -2 else trimmed


def code_meant(text: str, codes: Collection[str]) -> str | None:
    """Which of the codes a cell means: it holds the code, or begins with it; None for no code."""
    if text in codes:
        return text
    start = text[:CODE_LENGTH]
    return start if len(text) > CODE_LENGTH and start in codes else None


def modifiers_of(value: object) -> tuple[str, ...]:
    """Modifiers as a list, as the schemas have them, or as the text that some files write.

    What is neither is kept as its text, so that `no_modifier` finds it.
    """
    held = value if isinstance(value, list) else [value]
    texts = (
        [part for part in re.split(r"[|,;\s]+", str(item)) if part and not no_price(part)]
        if isinstance(item, str | int) and not isinstance(item, bool)
        else [str(item)]
        for item in held
        if item is not None
    )
    return tuple(part for text in texts for part in text)


def no_modifier(modifiers: Iterable[str]) -> str | None:
    """The first of some modifiers that is none."""
    return next((text for text in modifiers if not _MODIFIER.fullmatch(text.upper())), None)


def lacking(said: Mapping[str, tuple[str, Collection[str]]]) -> str | None:
    """Which of the facts of a price is missing or not allowed, each with the values it may have.

    Any value does where none is listed.
    """
    for name, (value, allowed) in said.items():
        if not value:
            return f"no {name}"
        if allowed and value not in allowed:
            return f"{name} {value[:40]}"
    return None


def no_price(text: str) -> bool:
    """Whether a cell says that there is no price or nothing else, in one of the ways files do."""
    return is_empty(text.strip()) or text.strip().upper() in _NO_PRICE


_MARKED = re.compile(r"\$?\s*(\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?)")
"""An amount as a spreadsheet shows it: `$1,118.39`."""
_NO_PRICE = frozenset({"NONE", "NULL"})
_MODIFIER = re.compile(r"[0-9A-Z]{2}")


def modifier_bucket(modifiers: Iterable[str]) -> tuple[str, ...]:
    """Modifiers as a bucket: upper case, sorted, each once."""
    return tuple(sorted({text.strip().upper() for text in modifiers} - {""}))


def _plain(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).casefold()
