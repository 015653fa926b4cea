"""Read price files as negotiated rates of the wanted codes: a bucket each, with percentiles.

Files are hospitals' standard charges (CSV tall or wide, JSON) and payers' in-network rates
(JSON), plain or packed with gzip. They are streamed: memory holds the distinct prices of
the wanted codes, a bounded number, and not the file. Prices of one bucket are pooled over
all files given, since one hospital's file has hardly more than one price a plan.

n counts contracts: of hospitals' files one for each hospital, payer and plan, however many
lines of its charge list say a price; of payers' files one for each set of provider groups that the
payer has prices with (`reportkit.inputs.rates_contracts`). Percentiles and their floors: see
`reportkit.inputs.percentiles`. Prices are compared as the files' month has them; a price whose
contract ended before the file's date is left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import BinaryIO, Literal, cast

from reportkit.inputs.layout import LayoutError
from reportkit.inputs.percentiles import percentiles
from reportkit.inputs.rates_hospital_csv import read_hospital_csv
from reportkit.inputs.rates_json import read_json
from reportkit.inputs.rates_offer import (
    UNSTATED,
    Contract,
    LeftOutReason,
    Offer,
    OfferFile,
    PayerNames,
    PublishedBy,
)
from reportkit.inputs.rates_offer import AllowedAmounts as HospitalsAmounts
from reportkit.inputs.rates_source import PriceSource
from reportkit.model.rates import AllowedAmounts, Rate


def read_rates(
    files: Iterable[tuple[str, BinaryIO]],
    codes: Collection[str],
    payers: Mapping[str, str],
    encoding: str | None = None,
) -> RateImport:
    """Rates of each wanted code from all `files`, each a name and its open bytes.

    `payers` maps names used in files (any case) to payer ids of the report's input; `encoding`
    is how the files are encoded, where it is neither UTF-8 nor Windows-1252. Raises
    LayoutError if any file is not a price file we read or is damaged, or is given twice;
    then there is no result at all.
    """
    wanted = frozenset(code.upper() for code in codes)
    names = PayerNames(payers)
    read: list[RateFile] = []
    sums = _Sums(
        defaultdict(Counter), defaultdict(lambda: defaultdict(set)), Counter(), Counter(), {}
    )
    for name, stream in files:
        offers, facts = _read(PriceSource(name, stream, encoding), wanted, names)
        twin = next((other.file for other in read if other.sha256 == facts.sha256), None)
        if twin is not None:
            raise LayoutError(name, None, "each file once", f"the content of {twin} again")
        _refuse_two_issues(facts, read)
        read.append(facts)
        _add(sums, offers, names)
    return RateImport(
        rates={code: _rates(sums, code) for code in sorted(wanted)},
        allowed={
            code: tuple(sorted((row for named, row in sums.allowed if named == code), key=_place))
            for code in sorted(wanted)
        },
        left_out=tuple(LeftOut(*key, n=n) for key, n in sorted(sums.left_out.items()) if n),
        unmatched=tuple(Unmatched(*key, n=n) for key, n in sorted(sums.unmatched.items())),
        files=tuple(read),
    )


@dataclass(frozen=True, slots=True)
class RateImport:
    """What price files say of the wanted codes."""

    rates: Mapping[str, tuple[Rate, ...]]
    """Every wanted code to its buckets; empty where the files have none."""
    allowed: Mapping[str, tuple[AllowedAmounts, ...]]
    """Every wanted code to the hospitals' own statistics of it."""
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
    detail: str
    """The text that the reason is about; empty where it is about none."""
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
    published_by: PublishedBy
    publisher: str
    updated: date
    """The day that the file gives for itself; its month is the period of its rates."""
    sha256: str
    """Of the file as given, before unpacking."""
    unread: tuple[str, ...]
    """Columns of prices that could not be told to be a payer's."""


@dataclass(frozen=True, slots=True, order=True)
class _Bucket:
    """Everything that makes prices of a code unlike."""

    code: str
    published_by: PublishedBy
    publisher: str
    payer: str
    plan: str
    network: str
    setting: str
    billing_class: str
    modifiers: tuple[str, ...]
    negotiated_type: str
    places: tuple[str, ...]
    arrangement: str
    information: str
    drug_unit: str
    period: str


_Contracts = Counter[frozenset[Decimal]]
"""How many contracts have just these prices."""


@dataclass(frozen=True, slots=True)
class _Sums:
    contracts: defaultdict[_Bucket, _Contracts]
    hospitals: defaultdict[_Bucket, defaultdict[str, set[Decimal]]]
    """The prices of each hospital, whose contract with a plan is one."""
    left_out: Counter[tuple[str, str, LeftOutReason, str]]
    unmatched: Counter[tuple[str, str]]
    allowed: dict[tuple[str, AllowedAmounts], None]


def _read(
    source: PriceSource, codes: Collection[str], payers: PayerNames
) -> tuple[OfferFile, RateFile]:
    start = source.peek().lstrip()[:1]
    if start == b"<":
        hint = "give the payer's or hospital's file in JSON or CSV"
        raise LayoutError(source.file, 1, "a price file in JSON or CSV", "XML or HTML", hint)
    if start in (b"{", b"["):
        offers = read_json(source, codes, payers)
    else:
        offers = read_hospital_csv(source, codes)
    facts = RateFile(
        source.file,
        offers.layout,
        offers.published_by,
        offers.publisher,
        offers.updated,
        source.sha256,
        offers.unread,
    )
    return offers, facts


def _refuse_two_issues(file: RateFile, before: Iterable[RateFile]) -> None:
    """Two issues of one hospital's charges give its contracts twice."""
    for other in before:
        if file.published_by == other.published_by == "hospital" and (
            file.publisher == other.publisher and file.updated != other.updated
        ):
            raise LayoutError(
                file.file,
                None,
                "one issue of a hospital's charges",
                f"{file.publisher} of {file.updated} and, in {other.file}, of {other.updated}",
                "give the newer of the two",
            )


def _add(sums: _Sums, file: OfferFile, payers: PayerNames) -> None:
    period = f"{file.updated:%Y-%m}"
    prices: dict[int, tuple[_Bucket, Decimal]] = {}
    for number, (offer, n) in enumerate(file.offers):
        outcome, payer = _outcome(offer, file), payers.id_of(offer.payer)
        if isinstance(outcome, str):
            sums.left_out[offer.code, offer.payer, outcome, offer.detail] += n
        elif payer is None:
            sums.unmatched[offer.code, offer.payer] += n
        else:
            bucket = _bucket(offer, file, payer, period)
            prices[number] = bucket, outcome
            if file.published_by == "hospital":
                sums.hospitals[bucket][file.publisher].add(outcome)
    _add_contracts(sums, file.contracts, prices)
    for said in file.allowed:
        payer = payers.id_of(said.payer)
        if payer is not None:
            sums.allowed.setdefault((said.code, _allowed(said, file.publisher, payer, period)))


def _outcome(offer: Offer, file: OfferFile) -> Decimal | LeftOutReason:
    if isinstance(offer.outcome, Decimal) and "" < offer.expires < file.updated.isoformat():
        return "expired"
    return offer.outcome


def _add_contracts(
    sums: _Sums, contracts: Counter[Contract], prices: Mapping[int, tuple[_Bucket, Decimal]]
) -> None:
    """Count the contracts of a payer's file in each bucket in which they have a price."""
    for contract, times in contracts.items():
        held: defaultdict[_Bucket, set[Decimal]] = defaultdict(set)
        for bucket, price in (prices[number] for number in contract if number in prices):
            held[bucket].add(price)
        for bucket, each in held.items():
            sums.contracts[bucket][frozenset(each)] += times


def _bucket(offer: Offer, file: OfferFile, payer: str, period: str) -> _Bucket:
    return _Bucket(
        code=offer.code,
        published_by=file.published_by,
        publisher=file.publisher if file.published_by == "payer" else "",
        payer=payer,
        plan=offer.plan,
        network=offer.network,
        setting=offer.setting,
        billing_class=offer.billing_class,
        modifiers=offer.modifiers,
        negotiated_type=offer.negotiated_type,
        places=offer.places,
        arrangement=offer.arrangement,
        information=offer.information,
        drug_unit=offer.drug_unit,
        period=period,
    )


def _rates(sums: _Sums, code: str) -> tuple[Rate, ...]:
    buckets = {*sums.contracts, *sums.hospitals}
    return tuple(
        _rate(bucket, _contracts(sums, bucket))
        for bucket in sorted(bucket for bucket in buckets if bucket.code == code)
    )


def _contracts(sums: _Sums, bucket: _Bucket) -> _Contracts:
    return sums.contracts[bucket] + Counter(map(frozenset, sums.hospitals[bucket].values()))


def _weights(contracts: _Contracts) -> dict[Decimal, Fraction]:
    """Price to how many contracts have it; the prices of one contract share it."""
    weights: dict[Decimal, Fraction] = defaultdict(Fraction)
    for prices, times in contracts.items():
        for price in prices:
            weights[price] += Fraction(times, len(prices))
    return weights


def _rate(bucket: _Bucket, contracts: _Contracts) -> Rate:
    at = percentiles(_weights(contracts))
    return Rate(
        published_by=bucket.published_by,
        payer=bucket.payer,
        plan=bucket.plan,
        setting=cast(Literal["inpatient", "outpatient", "both"], bucket.setting),
        billing_class=cast(
            Literal["professional", "institutional", "both", "unstated"], bucket.billing_class
        ),
        modifiers=bucket.modifiers,
        negotiated_type=bucket.negotiated_type,
        period=bucket.period,
        n=at.n,
        p10=at.p10,
        p25=at.p25,
        p50=at.p50,
        p75=at.p75,
        p90=at.p90,
        low=at.low,
        high=at.high,
        publisher=_stated(bucket.publisher),
        network=_stated(bucket.network),
        places=bucket.places,
        arrangement=_stated(bucket.arrangement),
        additional_information=_stated(bucket.information),
        drug_unit=_stated(bucket.drug_unit),
    )


def _place(row: AllowedAmounts) -> tuple[str, ...]:
    """What puts hospitals' statistics in one order, whichever file was given first."""
    told = (row.hospital, row.payer, row.plan, row.setting, row.billing_class, row.methodology)
    return (*told, *row.modifiers)


def _stated(text: str) -> str | None:
    return None if text in ("", UNSTATED) else text


def _allowed(said: HospitalsAmounts, hospital: str, payer: str, period: str) -> AllowedAmounts:
    return AllowedAmounts(
        hospital=hospital,
        payer=payer,
        plan=said.plan,
        setting=cast(Literal["inpatient", "outpatient", "both", "unstated"], said.setting),
        billing_class=cast(
            Literal["professional", "institutional", "both", "unstated"], said.billing_class
        ),
        modifiers=said.modifiers,
        methodology=said.methodology,
        period=period,
        median=said.median,
        p10=said.p10,
        p90=said.p90,
        count=said.count or None,
    )
