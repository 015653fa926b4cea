"""The `standard_charge_information` of a hospital's JSON in, its offers out: streamed.

CMS Hospital Price Transparency JSON Data Dictionary v3.0; v2 names the same elements.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from reportkit.inputs.rates_hospital import Charge, is_stated, offers, procedure_code
from reportkit.inputs.rates_in_network import text
from reportkit.inputs.rates_json_stream import Event, Json, JsonEvents
from reportkit.inputs.rates_offer import Offer, tally


def read_standard_charges(
    file: str, events: JsonEvents, first: Event, codes: Collection[str]
) -> Counter[Offer]:
    """Offers for the wanted codes, counted."""
    counts: Counter[Offer] = Counter()
    where = "standard_charge_information"
    for index, element in enumerate(events.elements(first, where)):
        at = f"{where}[{index}]"
        item = events.record(element, at)
        for charge in _charges(events, item, codes, at):
            if is_stated(charge):
                tally(file, counts, offers(charge, codes))
    return counts


def _charges(
    events: JsonEvents, item: Mapping[str, Json], codes: Collection[str], where: str
) -> Iterator[Charge]:
    named = tuple(
        procedure_code(text(each.get("type")), text(each.get("code")))
        for each in _objects(events, item, "code_information", where)
    )
    if not any(code in codes for _, code in named):
        return
    drug = item.get("drug_information")
    for charge in _objects(events, item, "standard_charges", where):
        at = f"{where}.standard_charges"
        for payer in _objects(events, charge, "payers_information", at):
            yield _charge(charge, payer, named, "drug" if drug else "")


def _charge(
    charge: Mapping[str, Json],
    payer: Mapping[str, Json],
    codes: tuple[tuple[str, str], ...],
    drug_quantity: str,
) -> Charge:
    modifiers = charge.get("modifier_code")
    dollar = payer.get("standard_charge_dollar")
    return Charge(
        codes=codes,
        payer=text(payer.get("payer_name")),
        plan=text(payer.get("plan_name")),
        setting=text(charge.get("setting")).lower(),
        billing_class=text(charge.get("billing_class")).lower(),
        modifiers=tuple(map(text, modifiers)) if isinstance(modifiers, list) else (),
        methodology=text(payer.get("methodology")).lower(),
        dollar="unreadable" if isinstance(dollar, bool | list | dict) else dollar,
        percentage="" if payer.get("standard_charge_percentage") is None else "stated",
        algorithm=text(payer.get("standard_charge_algorithm")),
        drug_quantity=drug_quantity,
    )


def _objects(
    events: JsonEvents, holder: Mapping[str, Json], key: str, where: str
) -> list[Mapping[str, Json]]:
    """The objects of a list that may be missing."""
    value = holder.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        raise events.refuse(f"{where}.{key}", "a list", f"{type(value).__name__}")
    for each in value:
        if not isinstance(each, dict):
            raise events.refuse(f"{where}.{key}", "a list of objects", f"{type(each).__name__}")
    return [each for each in value if isinstance(each, dict)]
