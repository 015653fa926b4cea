"""Read the `in_network` list of a payer's file as offers: streamed, in flat memory.

Transparency in Coverage, in-network file, schema 2.0 (1.x has no `setting`, without which no price
is compared with another, so its prices are left out and counted as lacking it). What is one
contract is told by the provider groups that an entry of `negotiated_rates` names: see
`reportkit.inputs.rates_contracts`. Of the providers nothing else is read but the network.

`negotiated`, `derived` and `fee schedule` are dollar amounts, each a bucket of its own; so is
each list of places of service (`service_code`). Payer and plan stand at the top of the file,
before or after the list: offers leave here without them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache, partial
from sys import intern

from reportkit.inputs import cells
from reportkit.inputs.cells import whole
from reportkit.inputs.rates_contracts import Contracts
from reportkit.inputs.rates_hospital import OTHER_CODES, is_procedure
from reportkit.inputs.rates_json_stream import Event, Json, JsonEvents
from reportkit.inputs.rates_networks import Networks
from reportkit.inputs.rates_offer import (
    CODE_LENGTH,
    SETTINGS,
    UNSTATED,
    LeftOutReason,
    Offer,
    code_meant,
    dollars,
    lacking,
    modifier_bucket,
    modifiers_of,
    no_modifier,
)

EVERY_CODE = "CSTM-00"
"""Stands in files for all codes of a system."""


def read_in_network(
    file: str,
    events: JsonEvents,
    first: Event,
    codes: Collection[str],
    networks: Networks,
    contracts: Contracts,
) -> None:
    """Count offers for the wanted codes into the contracts; without payer and plan."""
    for index, item in enumerate(events.elements(first, "in_network")):
        _item(_Reading(file, events, codes, networks, contracts), item, f"in_network[{index}]")


@dataclass(frozen=True, slots=True)
class _Reading:
    file: str
    events: JsonEvents
    codes: Collection[str]
    networks: Networks
    contracts: Contracts


@dataclass(frozen=True, slots=True)
class _Terms:
    """What the head of an item says of all its prices."""

    code: str
    arrangement: str
    reason: LeftOutReason | None
    """Why none of them is taken, if so."""
    detail: str = ""


_HEAD = ("billing_code_type", "billing_code", "negotiation_arrangement")
_PROVIDERS = frozenset({"provider_references", "provider_groups"})
_BILLING_CLASSES = frozenset({"professional", "institutional", "both"})
_ARRANGEMENTS = frozenset({"ffs", "bundle", "capitation"})
_DOLLARS = frozenset({"negotiated", "derived", "fee schedule"})
_EVERY_PLACE = "CSTM-00"
_PLACE = re.compile(r"\d\d|all")
_LISTED = re.compile(r"\d\d([,;|\s]+\d\d)+")
_LEFT_OUT: dict[str, LeftOutReason] = {
    "percentage": "percentage",
    "per diem": "per-diem",
    "bundle": "bundle",
    "capitation": "capitation",
}


def _item(reading: _Reading, first: Event, where: str) -> None:
    """Count the offers of one billing code; its head may stand after its prices."""
    events = reading.events
    head: dict[str, str] = {}
    early = Contracts(reading.file)
    for key, value in events.members(first, where):
        if key in _HEAD:
            head[key] = whole(text(events.value(value, f"{where}.{key}")))
        elif key == "negotiated_rates" and _may_be_wanted(head, reading.codes):
            known = len(head) == len(_HEAD)
            terms = _terms(head) if known else _Terms("", UNSTATED, None)
            _rates(reading, value, f"{where}.{key}", terms, reading.contracts if known else early)
        else:
            events.skip(value)
    if "billing_code" in head and _may_be_wanted(head, reading.codes):
        terms = _terms(head)
        reading.contracts.take(terms.code, early, partial(_under, terms))


def _under(terms: _Terms, offer: Offer) -> Offer:
    """An offer that was read before the head of its item was."""
    return replace(
        offer,
        code=terms.code,
        arrangement=terms.arrangement,
        outcome=terms.reason or offer.outcome,
        detail=terms.detail or offer.detail,
    )


def _may_be_wanted(head: Mapping[str, str], codes: Collection[str]) -> bool:
    kind, code = head.get("billing_code_type", "").upper(), head.get("billing_code")
    if code is not None and code.upper() == EVERY_CODE:
        return kind == "CSTM-ALL" or kind not in OTHER_CODES
    return kind not in OTHER_CODES and (code is None or code_meant(code.upper(), codes) is not None)


def _terms(head: Mapping[str, str]) -> _Terms:
    code = head["billing_code"].upper()
    kind = head.get("billing_code_type", "")
    arrangement = head.get("negotiation_arrangement", "").lower()
    if code == EVERY_CODE:
        return _Terms(code, arrangement, "every-code")
    if kind and not is_procedure(kind.upper()):
        return _Terms(code[:CODE_LENGTH], arrangement, "code-type", kind[:40])
    if len(code) > CODE_LENGTH:
        return _Terms(code[:CODE_LENGTH], arrangement, "code-form", code[:40])
    lacks = lacking({"code type": (kind, ()), "arrangement": (arrangement, _ARRANGEMENTS)})
    if lacks is not None:
        return _Terms(code, arrangement, "incomplete", lacks)
    if arrangement != "ffs":
        return _Terms(code, arrangement, _LEFT_OUT[arrangement])
    return _Terms(code, arrangement, None)


def _rates(
    reading: _Reading, first: Event, where: str, terms: _Terms, contracts: Contracts
) -> None:
    """Count the offers of each entry of a list of rates."""
    events = reading.events
    for index, rate in enumerate(events.elements(first, where)):
        at = f"{where}[{index}]"
        groups = _Groups(hash(terms.code), set())
        offers: list[Offer] = []
        for key, value in events.members(rate, at):
            if key == "negotiated_prices":
                offers += _prices(events, value, f"{at}.{key}", terms)
            elif key in _PROVIDERS and value[0] == "start_array":
                groups.read(reading, value, f"{at}.{key}")
            else:
                events.skip(value)
        if groups.networks and reading.networks.several:
            network = intern(" + ".join(sorted(groups.networks)))
            offers = [replace(offer, network=network) for offer in offers]
        contracts.add(groups.mark if groups.networks else None, offers)


@dataclass(slots=True)
class _Groups:
    """The provider groups of an entry: what tells code and groups from others, and networks."""

    mark: int
    networks: set[str]

    def read(self, reading: _Reading, first: Event, where: str) -> None:
        """Read a list of them, however long it is."""
        for element in reading.events.elements(first, where):
            group = reading.events.value(element, where)
            self.mark += hash(repr(group))
            self.networks.add(reading.networks.of(group))


def _prices(events: JsonEvents, first: Event, where: str, terms: _Terms) -> Iterator[Offer]:
    for index, price in enumerate(events.elements(first, where)):
        yield _offer(events.record(price, f"{where}[{index}]"), terms)


def _offer(price: Mapping[str, Json], terms: _Terms) -> Offer:
    modifiers = modifiers_of(price.get("billing_code_modifier"))
    places = _places(price.get("service_code"))
    outcome, detail = _outcome(price, modifiers, places)
    return Offer(
        code=terms.code,
        payer="",
        plan="",
        setting=intern(text(price.get("setting")).lower()),
        billing_class=intern(text(price.get("billing_class")).lower()),
        modifiers=modifier_bucket(modifiers),
        negotiated_type=intern(text(price.get("negotiated_type")).lower()),
        outcome=terms.reason or outcome,
        places=places,
        arrangement=terms.arrangement,
        information=intern(text(price.get("additional_information"))),
        expires=_last_day(text(price.get("expiration_date"))),
        detail=terms.detail if terms.reason else detail,
    )


@lru_cache(maxsize=1024)
def _last_day(written: str) -> str:
    """The last day of a contract, YYYY-MM-DD, however a file writes days; empty for none."""
    try:
        return cells.day("expiration_date", written).isoformat()
    except cells.BadCell:
        return ""


def _places(value: Json) -> tuple[str, ...]:
    """Places of service, sorted; `all` stands for the code that means every one."""
    held = value if isinstance(value, list) else [value]
    texts = (text(item) or str(item) for item in held if item not in (None, ""))
    places = {place.upper().zfill(2) for written in texts for place in _apart(written)}
    return ("all",) if _EVERY_PLACE in places else tuple(map(intern, sorted(places)))


def _apart(written: str) -> list[str]:
    """The places of a text that is plainly a list of them, `11, 22`; any other as it is."""
    return re.split(r"[,;|\s]+", written) if _LISTED.fullmatch(written) else [written]


def _outcome(
    price: Mapping[str, Json], modifiers: tuple[str, ...], places: tuple[str, ...]
) -> tuple[Decimal | LeftOutReason, str]:
    """The price or why it is left out, and the text that the reason is about."""
    negotiated_type = text(price.get("negotiated_type")).lower()
    if reason := _LEFT_OUT.get(negotiated_type):
        return reason, ""
    expires = text(price.get("expiration_date"))
    lacks = lacking(
        {
            "negotiated type": (negotiated_type, _DOLLARS),
            "setting": (text(price.get("setting")).lower(), SETTINGS),
            "billing class": (text(price.get("billing_class")).lower(), _BILLING_CLASSES),
            "expiration date": (expires, {expires} if _last_day(expires) else {""}),
        }
    )
    if lacks is not None:
        return "incomplete", lacks
    if (unread := no_modifier(modifiers)) is not None:
        return "modifier-form", unread[:40]
    if (place := next((one for one in places if not _PLACE.fullmatch(one)), None)) is not None:
        return "place-form", place[:40]
    rate = price.get("negotiated_rate")
    amount = None
    if isinstance(rate, Decimal | int | str) and not isinstance(rate, bool):
        amount = dollars(rate)
    return (amount, "") if amount is not None else ("unreadable-price", str(rate)[:40])


def text(value: Json) -> str:
    """A scalar as stripped text; empty for anything else. Some files write codes as numbers."""
    if isinstance(value, str):
        return intern(value.strip())
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) < _DIGITS:
        return str(int(value)) if value == int(value) else ""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


_DIGITS = 20
"""Of a number that may stand for a code; larger ones are not written out."""
