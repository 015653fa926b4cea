"""Read a price file in JSON as offers: a payer's in-network file or a hospital's charges.

Which of the two it is shows in its keys, and they may come in any order. A date or version that
does not fit is refused where it stands, before the prices are read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from reportkit.inputs import cells
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.rates_contracts import Contracts
from reportkit.inputs.rates_hospital_json import StandardCharges, read_standard_charges
from reportkit.inputs.rates_in_network import read_in_network, text
from reportkit.inputs.rates_json_stream import Event, Json, JsonEvents
from reportkit.inputs.rates_networks import Networks
from reportkit.inputs.rates_offer import UNSTATED, Offer, OfferFile, PayerNames
from reportkit.inputs.rates_source import PriceSource


def read_json(source: PriceSource, codes: Collection[str], payers: PayerNames) -> OfferFile:
    """Offers for the wanted codes; LayoutError if the file is neither of the two."""
    events = JsonEvents(source)
    read = _Read(source.file, codes, {}, Networks())
    for key, first in events.members(events.first(), ""):
        _member(read, events, key, first)
    events.finish()
    if (read.charges is None) == (read.contracts is None):
        found = "neither" if read.charges is None else "both"
        raise LayoutError(source.file, None, _EXPECTED, found)
    for key in _NEEDED:
        _fact(source.file, key, read.facts.get(key))
    if read.contracts is not None:
        return _payers_file(read, payers, read.contracts)
    return _hospitals_file(read)


@dataclass(slots=True)
class _Read:
    """What has been read of a file so far."""

    file: str
    codes: Collection[str]
    facts: dict[str, str]
    networks: Networks
    charges: StandardCharges | None = None
    contracts: Contracts | None = None


def _member(read: _Read, events: JsonEvents, key: str, first: Event) -> None:
    """Read one member of the file's object."""
    if key == "in_network":
        read.contracts = read.contracts or Contracts(read.file)
        read_in_network(read.file, events, first, read.codes, read.networks, read.contracts)
    elif key == "provider_references":
        read.networks.read(events, first, key)
    elif key == "standard_charge_information":
        read.charges = _joined(
            read.charges, read_standard_charges(read.file, events, first, read.codes)
        )
    elif key in _FACTS:
        read.facts[key] = _fact(read.file, key, events.value(first, key))
    elif key in _OTHER_FILES:
        raise LayoutError(read.file, None, _EXPECTED, *_OTHER_FILES[key])
    else:
        events.skip(first)


def _payers_file(read: _Read, payers: PayerNames, contracts: Contracts) -> OfferFile:
    version = _version(read, r"v?[12](\.\d+)*", "version 1 or 2")
    name = f"payer in-network rates, JSON, version {version}"
    publisher = read.facts.get("reporting_entity_name") or UNSTATED
    named = _with_plan(read.facts, payers, read.networks)
    return OfferFile(
        read.file,
        name,
        "payer",
        publisher,
        _updated(read),
        tuple((named(offer), times) for offer, times in contracts.offers),
        contracts=contracts.contracts,
    )


def _hospitals_file(read: _Read) -> OfferFile:
    version = _version(read, r"v?[23](\.\d+)*", "version 2 or 3")
    name = f"hospital standard charges, JSON, version {version}"
    publisher = ", ".join(filter(None, dict.fromkeys(map(read.facts.get, _PUBLISHER)))) or UNSTATED
    held = read.charges or StandardCharges(Counter(), ())
    return OfferFile(
        read.file,
        name,
        "hospital",
        publisher,
        _updated(read),
        tuple(held.offers.items()),
        held.allowed,
    )


_EXPECTED = "a list in_network or a list standard_charge_information"
_FACTS = frozenset(
    {"version", "last_updated_on", "issuer_name", "reporting_entity_name", "plan_name",
     "hospital_name", "location_name", "hospital_location"}
)  # fmt: skip
_NEEDED = ("last_updated_on", "version")
_PUBLISHER = ("hospital_name", "location_name", "hospital_location")
_OTHER_FILES = {
    "out_of_network": ("allowed amounts", "give the payer's in-network file"),
    "reporting_structure": ("a table of contents", "give the in-network files it lists"),
}


def _joined(first: StandardCharges | None, second: StandardCharges) -> StandardCharges:
    if first is None:
        return second
    return StandardCharges(first.offers + second.offers, (*first.allowed, *second.allowed))


def _with_plan(
    facts: Mapping[str, str], payers: PayerNames, networks: Networks
) -> Callable[[Offer], Offer]:
    """What gives an offer payer and plan: the issuer, or the publisher where only that is known.

    A file for several plans names none: its plan is `unstated`. Networks that stood behind the
    prices are named together.
    """
    names = [facts[key] for key in ("issuer_name", "reporting_entity_name") if facts.get(key)]
    payer = next((name for name in names if payers.id_of(name)), names[0] if names else UNSTATED)
    plan = facts.get("plan_name") or UNSTATED
    every = networks.all_names

    def named(offer: Offer) -> Offer:
        network = every if offer.network == UNSTATED else offer.network
        return replace(offer, payer=payer, plan=plan, network=network)

    return named


def _fact(file: str, key: str, value: Json) -> str:
    """What a file says of itself, as text; LayoutError for a date or version that is none."""
    said = ", ".join(map(text, value)) if isinstance(value, list) else text(value)
    if key == "last_updated_on":
        _day(file, said)
    if key == "version" and not re.fullmatch(r"v?[123](\.\d+)*", said, re.IGNORECASE):
        raise LayoutError(
            file,
            None,
            "version 1 or 2 of a payer's file, 2 or 3 of a hospital's",
            said or "no version",
            "fetch a file of such a version",
        )
    return said


def _day(file: str, said: str) -> date:
    """The day the prices hold from; LayoutError if the file says none."""
    try:
        return cells.day("last_updated_on", said)
    except cells.BadCell:
        raise LayoutError(
            file,
            None,
            "last_updated_on as YYYY-MM-DD",
            said or "no date",
            "write the day the file holds from in it, or fetch it again",
        ) from None


def _updated(read: _Read) -> date:
    return _day(read.file, read.facts["last_updated_on"])


def _version(read: _Read, pattern: str, expected: str) -> str:
    version = read.facts["version"]
    if not re.fullmatch(pattern, version, re.IGNORECASE):
        raise LayoutError(read.file, None, expected, version)
    return version
