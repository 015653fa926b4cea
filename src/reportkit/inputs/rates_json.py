"""A price file in JSON in, its offers out: a payer's in-network file or a hospital's charges.

Which of the two it is shows in its keys, and they may come in any order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from reportkit.inputs.layout import LayoutError
from reportkit.inputs.rates_hospital_json import read_standard_charges
from reportkit.inputs.rates_in_network import read_in_network, text
from reportkit.inputs.rates_json_stream import JsonEvents
from reportkit.inputs.rates_offer import UNSTATED, Offer, OfferFile, PayerNames
from reportkit.inputs.rates_source import PriceSource


def read_json(source: PriceSource, codes: Collection[str], payers: PayerNames) -> OfferFile:
    """Offers for the wanted codes; LayoutError if the file is neither of the two."""
    events = JsonEvents(source)
    facts: dict[str, str] = {}
    charges: Counter[Offer] | None = None
    prices: Counter[Offer] | None = None
    for key, first in events.members(events.first(), ""):
        if key == "in_network":
            more = read_in_network(source.file, events, first, codes)
            prices = more if prices is None else prices + more
        elif key == "standard_charge_information":
            more = read_standard_charges(source.file, events, first, codes)
            charges = more if charges is None else charges + more
        elif key in _FACTS:
            facts[key] = text(events.value(first, key))
        elif key in _OTHER_FILES:
            raise LayoutError(source.file, None, _EXPECTED, *_OTHER_FILES[key])
        else:
            events.skip(first)
    events.finish()
    if (charges is None) == (prices is None):
        found = "neither" if charges is None else "both"
        raise LayoutError(source.file, None, _EXPECTED, found)
    updated = _updated(source.file, facts)
    if prices is not None:
        version = _version(source.file, facts, r"v?[12](\.\d+)*", "version 1 or 2")
        name = f"payer in-network rates, JSON, version {version}"
        return OfferFile(source.file, name, "payer", updated, _with_plan(prices, facts, payers))
    version = _version(source.file, facts, r"v?[23](\.\d+)*", "version 2 or 3")
    name = f"hospital standard charges, JSON, version {version}"
    return OfferFile(source.file, name, "hospital", updated, charges or Counter())


_EXPECTED = "a list in_network or a list standard_charge_information"
_FACTS = frozenset(
    {"version", "last_updated_on", "issuer_name", "reporting_entity_name", "plan_name"}
)
_OTHER_FILES = {
    "out_of_network": ("allowed amounts", "give the payer's in-network file"),
    "reporting_structure": ("a table of contents", "give the in-network files it lists"),
}


def _with_plan(
    counts: Counter[Offer], facts: Mapping[str, str], payers: PayerNames
) -> Counter[Offer]:
    """Offers with payer and plan: the issuer, or the publisher where only that is known.

    A file for several plans names none: its plan is `unstated`.
    """
    names = [facts[key] for key in ("issuer_name", "reporting_entity_name") if facts.get(key)]
    payer = next((name for name in names if payers.id_of(name)), names[0] if names else UNSTATED)
    plan = facts.get("plan_name") or UNSTATED
    named: Counter[Offer] = Counter()
    while counts:
        offer, times = counts.popitem()
        named[replace(offer, payer=payer, plan=plan)] = times
    return named


def _updated(file: str, facts: Mapping[str, str]) -> date:
    value = facts.get("last_updated_on", "")
    try:
        if len(value) == 10:
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise LayoutError(file, None, "last_updated_on as YYYY-MM-DD", value or "no date")


def _version(file: str, facts: Mapping[str, str], pattern: str, expected: str) -> str:
    version = facts.get("version", "")
    if not re.fullmatch(pattern, version, re.IGNORECASE):
        raise LayoutError(file, None, expected, version or "no version")
    return version
