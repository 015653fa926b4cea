"""Price files in, negotiated rates of the wanted codes out: a bucket each, with percentiles.

Files are hospitals' standard charges (CSV tall or wide, JSON) and payers' in-network rates
(JSON), plain or packed with gzip. They are streamed: memory holds the distinct prices of
the wanted codes, a bounded number, and not the file. Prices of one bucket are pooled over
all files given, since one hospital's file has hardly more than one price a plan.

Percentiles, their floors and what n counts: see `reportkit.inputs.percentiles` and
`reportkit.inputs.rates_in_network`. Prices are compared as the files' month has them; a
price whose contract ended before the file's date is left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import BinaryIO, Literal, cast

from reportkit.inputs.layout import LayoutError
from reportkit.inputs.percentiles import percentiles
from reportkit.inputs.rates_hospital_csv import read_hospital_csv
from reportkit.inputs.rates_json import read_json
from reportkit.inputs.rates_offer import LeftOutReason, Offer, OfferFile, PayerNames, PublishedBy
from reportkit.inputs.rates_source import PriceSource
from reportkit.model.input import Rate


def read_rates(
    files: Iterable[tuple[str, BinaryIO]], codes: Collection[str], payers: Mapping[str, str]
) -> RateImport:
    """Rates of each wanted code from all `files`, each a name and its open bytes.

    `payers` maps names used in files (any case) to payer ids of the report's input. Raises
    LayoutError if any file is not a price file we read or is damaged, or is given twice;
    then there is no result at all.
    """
    wanted = frozenset(code.upper() for code in codes)
    names = PayerNames(payers)
    read: list[RateFile] = []
    sums = _Sums(defaultdict(Counter), Counter(), Counter())
    for name, stream in files:
        offers, facts = _read(name, stream, wanted, names)
        twin = next((each.file for each in read if each.sha256 == facts.sha256), None)
        if twin is not None:
            raise LayoutError(name, None, "each file once", f"the content of {twin} again")
        read.append(facts)
        _add(sums, offers, names)
    return RateImport(
        rates={code: _rates(sums, code) for code in sorted(wanted)},
        left_out=tuple(LeftOut(*key, n=n) for key, n in sorted(sums.left_out.items()) if n),
        unmatched=tuple(Unmatched(*key, n=n) for key, n in sorted(sums.unmatched.items())),
        files=tuple(read),
    )


@dataclass(frozen=True, slots=True)
class RateImport:
    """What price files say of the wanted codes."""

    rates: Mapping[str, tuple[Rate, ...]]
    """Every wanted code to its buckets; empty where the files have none."""
    left_out: tuple[LeftOut, ...]
    unmatched: tuple[Unmatched, ...]
    files: tuple[RateFile, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Prices that are in no bucket, and why; `payer` as the file names it."""

    code: str
    """`CSTM-00` for a price that holds for every code."""
    payer: str
    reason: LeftOutReason
    n: int


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Prices of a payer that the report's input does not know; they are in no bucket."""

    code: str
    payer: str
    n: int


@dataclass(frozen=True, slots=True)
class RateFile:
    """A file that was read."""

    file: str
    layout: str
    updated: date
    """The day that the file gives for itself; its month is the period of its rates."""
    sha256: str
    """Of the file as given, before unpacking."""


_Bucket = tuple[str, PublishedBy, str, str, str, str, tuple[str, ...], str, str]


@dataclass(frozen=True, slots=True)
class _Sums:
    buckets: defaultdict[_Bucket, Counter[Decimal]]
    left_out: Counter[tuple[str, str, LeftOutReason]]
    unmatched: Counter[tuple[str, str]]


def _read(
    name: str, stream: BinaryIO, codes: Collection[str], payers: PayerNames
) -> tuple[OfferFile, RateFile]:
    source = PriceSource(name, stream)
    start = source.peek().lstrip()[:1]
    if start == b"<":
        hint = "give the payer's or hospital's file in JSON or CSV"
        raise LayoutError(name, 1, "a price file in JSON or CSV", "XML or HTML", hint)
    if start in (b"{", b"["):
        offers = read_json(source, codes, payers)
    else:
        offers = read_hospital_csv(source, codes)
    return offers, RateFile(name, offers.layout, offers.updated, source.sha256)


def _add(sums: _Sums, file: OfferFile, payers: PayerNames) -> None:
    day, period = file.updated.isoformat(), f"{file.updated:%Y-%m}"
    for offer, n in file.offers.items():
        outcome = offer.outcome
        if not isinstance(outcome, str) and offer.expires and offer.expires < day:
            outcome = "expired"
        payer = payers.id_of(offer.payer)
        if isinstance(outcome, str):
            sums.left_out[offer.code, offer.payer, outcome] += n
        elif payer is None:
            sums.unmatched[offer.code, offer.payer] += n
        else:
            sums.buckets[_bucket(offer, file.published_by, payer, period)][outcome] += n


def _bucket(offer: Offer, published_by: PublishedBy, payer: str, period: str) -> _Bucket:
    return (
        offer.code,
        published_by,
        payer,
        offer.plan,
        offer.setting,
        offer.billing_class,
        offer.modifiers,
        offer.negotiated_type,
        period,
    )


def _rates(sums: _Sums, code: str) -> tuple[Rate, ...]:
    buckets = sorted(bucket for bucket in sums.buckets if bucket[0] == code)
    return tuple(_rate(bucket, sums.buckets[bucket]) for bucket in buckets)


def _rate(bucket: _Bucket, prices: Counter[Decimal]) -> Rate:
    _, published_by, payer, plan, setting, billing_class, modifiers, negotiated_type, period = (
        bucket
    )
    at = percentiles(prices)
    return Rate(
        published_by=published_by,
        payer=payer,
        plan=plan,
        setting=cast(Literal["inpatient", "outpatient", "both"], setting),
        billing_class=cast(
            Literal["professional", "institutional", "both", "unstated"], billing_class
        ),
        modifiers=modifiers,
        negotiated_type=negotiated_type,
        period=period,
        n=at.n,
        p10=at.p10,
        p25=at.p25,
        p50=at.p50,
        p75=at.p75,
        p90=at.p90,
    )
