"""Read the `standard_charge_information` of a hospital's JSON as offers, streamed.

CMS Hospital Price Transparency JSON Data Dictionary v3.0; v2 names the same elements.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from reportkit.inputs.rates_hospital import (
    Charge,
    allowed_amounts,
    is_stated,
    offers,
    procedure_code,
)
from reportkit.inputs.rates_in_network import text
from reportkit.inputs.rates_json_stream import Event, Json, JsonEvents
from reportkit.inputs.rates_offer import (
    UNSTATED,
    AllowedAmounts,
    Offer,
    code_meant,
    modifiers_of,
    tally,
)


def read_standard_charges(
    file: str, events: JsonEvents, first: Event, codes: Collection[str]
) -> StandardCharges:
    """Offers for the wanted codes, counted, and the hospital's own statistics."""
    counts: Counter[Offer] = Counter()
    allowed: dict[AllowedAmounts, None] = {}
    where = "standard_charge_information"
    for index, element in enumerate(events.elements(first, where)):
        at = f"{where}[{index}]"
        item = events.record(element, at)
        for charge in _charges(events, item, codes, at):
            if is_stated(charge):
                tally(file, counts, offers(charge, codes))
                allowed.update(dict.fromkeys(allowed_amounts(charge, codes)))
    return StandardCharges(counts, tuple(allowed))


@dataclass(frozen=True, slots=True)
class StandardCharges:
    """What a hospital's file says of the wanted codes."""

    offers: Counter[Offer]
    allowed: tuple[AllowedAmounts, ...]


def _charges(
    events: JsonEvents, item: Mapping[str, Json], codes: Collection[str], where: str
) -> Iterator[Charge]:
    named = tuple(
        procedure_code(text(code.get("type")), text(code.get("code")))
        for code in _objects(events, item, "code_information", where)
    )
    if not any(code_meant(code, codes) for _, code in named):
        return
    drug = _drug_unit(item.get("drug_information"))
    for charge in _objects(events, item, "standard_charges", where):
        at = f"{where}.standard_charges"
        for payer in _objects(events, charge, "payers_information", at):
            yield _charge(charge, payer, named, drug)


def _charge(
    charge: Mapping[str, Json],
    payer: Mapping[str, Json],
    codes: tuple[tuple[str, str], ...],
    drug_unit: str,
) -> Charge:
    dollar = payer.get("standard_charge_dollar")
    return Charge(
        codes=codes,
        payer=text(payer.get("payer_name")),
        plan=text(payer.get("plan_name")),
        setting=text(charge.get("setting")).lower(),
        billing_class=text(charge.get("billing_class")).lower(),
        modifiers=modifiers_of(charge.get("modifier_code")),
        methodology=text(payer.get("methodology")).lower().replace("_", " "),
        dollar="unreadable" if isinstance(dollar, bool | list | dict) else dollar,
        percentage="" if payer.get("standard_charge_percentage") is None else "stated",
        algorithm=text(payer.get("standard_charge_algorithm")),
        drug_unit=drug_unit,
        median=_amount(payer.get("median_amount")),
        p10=_amount(payer.get("10th_percentile")),
        p90=_amount(payer.get("90th_percentile")),
        count=text(payer.get("count")).lower(),
    )


def _amount(value: Json) -> Decimal | int | str:
    if isinstance(value, Decimal | int | str) and not isinstance(value, bool):
        return value
    return ""


def _drug_unit(drug: Json) -> str:
    """How much of a drug is priced: `1 ML`."""
    if not isinstance(drug, dict):
        return ""
    unit = drug.get("unit")
    said = text(unit) or (str(unit) if isinstance(unit, Decimal) else "")
    return f"{said} {text(drug.get('type')).upper()}".strip() or UNSTATED


def _objects(
    events: JsonEvents, holder: Mapping[str, Json], key: str, where: str
) -> list[Mapping[str, Json]]:
    """The objects of a list that may be missing."""
    value = holder.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise events.refuse(f"{where}.{key}", "a list", f"{type(value).__name__}")
    for item in value:
        if not isinstance(item, dict):
            raise events.refuse(f"{where}.{key}", "a list of objects", f"{type(item).__name__}")
    return [item for item in value if isinstance(item, dict)]
