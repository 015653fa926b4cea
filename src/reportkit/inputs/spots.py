"""Say in which rows and columns of the public files a value of the provided data stands.

A row is named by what tells it from the others of its file, so that it is found in any release and
in any order. A column is named as CMS heads it; `or` parts the names of two forms of one table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from reportkit.inputs import columns
from reportkit.model.input import ProvidedInput


@dataclass(frozen=True, slots=True)
class Spot:
    """Cells of one file: what names the rows, and the columns a value was read or made from."""

    row: str
    """Headings with what stands below them: `HCPCS 57511, MOD 26`."""
    columns: tuple[str, ...]


class Step(NamedTuple):
    """A name in the way to a value, with the key of a row where it leads through a list."""

    name: str
    key: str | None


def ways(field: str) -> Iterator[tuple[Step, ...]]:
    """The single ways through the input that a field names: a sum, a product or a pair has several.

    `20% of mpfs.facility_payment + asc.payment_rate` names two.
    """
    for match in _WAY.finditer(field):
        way = tuple(Step(step["name"], step["key"]) for step in _STEP.finditer(match[0]))
        if way[0].name in ProvidedInput.model_fields:
            yield way


def spots(field: str, data: ProvidedInput) -> tuple[Spot, ...]:
    """Where the values of a field stand; none for what was not imported from a public file."""
    found = (
        spot
        for way in ways(field)
        if way[0].name in _OF_DATASET and _is_imported(way[0].name, data)
        for spot in _OF_DATASET[way[0].name](way, data)
    )
    return tuple(dict.fromkeys(found))


def _is_imported(dataset: str, data: ProvidedInput) -> bool:
    origin = data.provenance.get(dataset)
    return origin is not None and origin.sha256 is not None


def _of_fees(way: tuple[Step, ...], data: ProvidedInput) -> Iterator[Spot]:
    """A row of the relative value file, and of the indices where an amount is of a locality."""
    keys = {step.name: step.key for step in way}
    last = way[-1].name
    modifier = f", MOD {keys['components']}" if "components" in keys else ""
    if "opps_cap" in keys:
        yield Spot(f"HCPCS {data.code}{modifier}", (columns.CAP[last],))
    elif last in columns.FEES:
        made_of = columns.FEES[last]
        if last.endswith("_payment") and data.mpfs is not None and data.mpfs.opps_cap is not None:
            made_of = (*made_of, *columns.CAPS[last])
        yield Spot(f"HCPCS {data.code}{modifier}", made_of)
    place = keys.get("localities")
    if place is not None:
        indices = (
            (columns.INDICES[last],) if last in columns.INDICES else tuple(columns.INDICES.values())
        )
        yield Spot(f"MAC {place[:5]}, LOCALITY NUMBER {place[5:]}", indices)


def _of_pairs(way: tuple[Step, ...], data: ProvidedInput) -> Iterator[Spot]:
    """The rows of a group of pairs; the code itself stands in one column, the others in one."""
    key = way[-1].key or ""
    indicator = re.search(r"\d", key.partition("indicator=")[2] or key)
    marked = f", {columns.INDICATOR} {indicator[0]}" if indicator else ""
    match key.partition(",")[0]:
        case "column-1":
            yield Spot(f"{columns.COLUMN_1} {data.code}{marked}", (columns.COLUMN_2,))
        case "column-2":
            yield Spot(f"{columns.COLUMN_2} {data.code}{marked}", (columns.COLUMN_1,))
        case "neither":
            pass
        case _:
            yield Spot(f"{columns.COLUMN_1} {data.code}{marked}", (columns.COLUMN_2,))
            yield Spot(f"{columns.COLUMN_2} {data.code}{marked}", (columns.COLUMN_1,))


def _of_add_ons(way: tuple[Step, ...], data: ProvidedInput) -> Iterator[Spot]:
    side, _, kind = (way[-1].key or "").partition(", kind=")
    own, other = ("PRIMARY CODE", "ADD-ON CODE")[:: 1 if side == "primary" else -1]
    of_kind = f", AOC EDIT TYPE {kind}" if kind else ""
    yield Spot(f"{own} {data.code}{of_kind}", (other,))


def _of_laboratory(way: tuple[Step, ...], data: ProvidedInput) -> Iterator[Spot]:
    modifier = next((step.key for step in way if step.key), None)
    yield Spot(f"HCPCS {data.code}{f', MOD {modifier}' if modifier else ''}", ("RATE",))


def _of_anesthesia(way: tuple[Step, ...], data: ProvidedInput) -> Iterator[Spot]:
    place = next((step.key for step in way if step.name == "localities"), None)
    match way[-1].name:
        case "base_units":
            yield Spot(f"CODE {data.code}", ("BASE UNITS",))
        case "factor" if place is not None:
            yield Spot(f"CONTRACTOR {place[:5]}, LOCALITY {place[5:]}", ("ANES CF",))
        case "national_factor":
            yield Spot("CONTRACTOR", ("NATIONAL ANES CF",))


def _of_equipment(way: tuple[Step, ...], data: ProvidedInput) -> Iterator[Spot]:
    """The row of a code and its modifiers, and the columns of the states that pay the amount."""
    rates = {" ".join(rate.modifiers): rate for rate in (data.dmepos.rates if data.dmepos else ())}
    keys = {step.name: step.key or "" for step in way}
    rate, last = rates.get(keys.get("rates", "")), way[-1].name
    if rate is None:
        return
    named = (f"{mod} {value}" for mod, value in zip(("MOD", "MOD2"), rate.modifiers, strict=False))
    row = ", ".join((f"HCPCS {data.code}", *named))
    if "amounts" in keys:
        number = keys["amounts"]
        amounts = [rate.amounts[int(number) - 1]] if number else rate.amounts
        area = "(R)" if last == "rural" else "(NR)"
        paying = (f"{state} {area}" for amount in amounts for state in amount.states)
        yield Spot(row, tuple(dict.fromkeys(paying)))
    elif last in ("ceiling", "floor"):
        yield Spot(row, (last.upper(),))


def _of_utilization(way: tuple[Step, ...], data: ProvidedInput) -> Iterator[Spot]:
    place = {"facility": "F", "nonfacility": "O"}.get((way[0].key or "").rpartition(" ")[2])
    if place is not None:
        row = f"RNDRNG_PRVDR_GEO_LVL National, HCPCS_CD {data.code}, PLACE_OF_SRVC {place}"
        yield Spot(row, (columns.UTILIZATION[way[-1].name],))


def _of_billed(way: tuple[Step, ...], data: ProvidedInput) -> Iterator[Spot]:
    """All rows of a code and first modifier, which are added up."""
    modifier = next((step.key for step in way if step.key), None) or "blank"
    row = f"HCPCS_CD {data.code}, HCPCS_INITIAL_MODIFIER_CD {modifier}"
    yield Spot(row, (columns.BILLED[way[-1].name],))


def _of_rates(way: tuple[Step, ...], data: ProvidedInput) -> Iterator[Spot]:
    """Every price of the code in the files; those of one bucket are pooled."""
    rate = (data.rates or ())[int(way[0].key or 0)]
    if rate.published_by == "payer":
        yield Spot(f"billing_code {data.code}", ("negotiated_rate",))
    else:
        yield Spot(f"code {data.code}", ("negotiated_dollar or standard_charge_dollar",))


def _of_allowed(way: tuple[Step, ...], data: ProvidedInput) -> Iterator[Spot]:
    yield Spot(f"code {data.code}", (columns.ALLOWED[way[-1].name],))


def _keyed(
    heading: str, headings: Mapping[str, str]
) -> Callable[[tuple[Step, ...], ProvidedInput], Iterator[Spot]]:
    """What finds a value of a file that has one row a code, by the field that names the value."""

    def found(way: tuple[Step, ...], data: ProvidedInput) -> Iterator[Spot]:
        column = next((headings[step.name] for step in way if step.name in headings), None)
        if column is not None:
            yield Spot(f"{heading} {data.code}", (column,))

    return found


_WAY: Final = re.compile(r"[a-z_]+(?:\[[^\]]*\])?(?:\.\w+(?:\[[^\]]*\])?)*")
_STEP: Final = re.compile(r"(?P<name>\w+)(?:\[(?P<key>[^\]]*)\])?")
_OF_DATASET: Final[Mapping[str, Callable[[tuple[Step, ...], ProvidedInput], Iterator[Spot]]]] = {
    "mpfs": _of_fees,
    "asc": _keyed("HCPCS CODE", columns.ASC),
    "opps": _keyed("HCPCS CODE", columns.OPPS),
    "asp": _keyed("HCPCS CODE", columns.ASP),
    "mue": _keyed("HCPCS/CPT CODE", columns.MUE),
    "telehealth": _keyed("HCPCS CODE", {"release": "HCPCS CODE"}),
    "clfs": _of_laboratory,
    "anesthesia": _of_anesthesia,
    "dmepos": _of_equipment,
    "ncci": _of_pairs,
    "add_ons": _of_add_ons,
    "utilization": _of_utilization,
    "billed_modifiers": _of_billed,
    "rates": _of_rates,
    "allowed_amounts": _of_allowed,
}
"""Key of the input to what finds its values in the files that an import reads."""
