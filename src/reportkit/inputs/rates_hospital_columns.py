"""Find in the header of a hospital's CSV which columns hold codes, charges and payers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportkit.inputs.layout import LayoutError
from reportkit.inputs.rates_hospital import Charge, procedure_code
from reportkit.inputs.rates_offer import modifiers_of

Codes = tuple[tuple[str, str], ...]


def columns(file: str, line: int, header: list[str]) -> Columns:
    """The columns of a tall or wide file; LayoutError if it is neither."""
    names: dict[str, int] = {}
    for at, cell in enumerate(header):
        name = column_name(cell)
        if name in names and _READ.fullmatch(name):
            raise LayoutError(file, line, "each column once", f"{cell} twice")
        names.setdefault(name, at)

    def need(wanted: Iterable[str]) -> None:
        for name in wanted:
            if name not in names:
                raise LayoutError(file, line, f"a column {name}", shown(header))

    codes = [name for name in names if _CODE.fullmatch(name)]
    need(("code|1", "setting", "modifiers", *(f"{name}|type" for name in codes)))
    places = tuple((names[name], names[f"{name}|type"]) for name in codes)
    if "payer_name" in names:
        need(("plan_name", *(f"standard_charge|{name}" for name in _PRICES)))
        return Columns("tall", len(header), places, _tall(names), ())
    plans = _plans(header)
    if not plans:
        expected = "a column payer_name, or columns standard_charge|payer|plan|negotiated_dollar"
        raise LayoutError(file, line, expected, shown(header))
    read = {at for prices in plans.values() for at in prices.values()}
    unread = tuple(
        cell
        for at, cell in enumerate(header)
        if at not in read and _PRICE_LIKE.search(column_name(cell))
    )
    return Columns("wide", len(header), places, _wide(names, plans), unread)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a file has its codes and charges."""

    name: str
    width: int
    code_columns: tuple[tuple[int, int], ...]
    """Columns of each code and of its type."""
    charges: Callable[[Codes, list[str]], Iterator[Charge]]
    unread: tuple[str, ...]
    """Columns of prices that name no payer."""

    def codes(self, row: list[str]) -> Codes:
        """Kind and code of each code of a row."""
        return tuple(
            procedure_code(_cell(row, kind), _cell(row, code))
            for code, kind in self.code_columns
            if _cell(row, code)
        )


def column_name(cell: str) -> str:
    """The name of a column without blanks around its parts, in lower case."""
    return _tidy(cell).lower()


def shown(cells: list[str]) -> str:
    """The first of some cells, as they are told of."""
    return ", ".join(cell.strip()[:40] for cell in cells[:6]) or "nothing"


_READ = re.compile(
    r"code\|.*|setting|billing_class|modifiers|payer_name|plan_name|drug_.*|standard_charge\|.*"
    r"|(median_amount|10th_percentile|90th_percentile|count)(\|.*)?"
)
"""Columns that are read; others, as those of notes, may stand twice."""
_CODE = re.compile(r"code\|(\d+)")
_PRICES = ("negotiated_dollar", "negotiated_percentage", "negotiated_algorithm", "methodology")
_STATISTICS = ("median_amount", "10th_percentile", "90th_percentile", "count")
_PAYER_COLUMN = re.compile(
    rf"standard_charge\|(?P<payer>[^|]+)(?:\|(?P<plan>.*))?\|(?P<name>{'|'.join(_PRICES)})"
    rf"|(?P<statistic>{'|'.join(_STATISTICS)})\|(?P<of>[^|]+)(?:\|(?P<whose>.+))?",
    re.IGNORECASE,
)
"""Columns of a wide file; some hospitals leave out the plan."""
_PRICE_LIKE = re.compile(r"negotiated|methodology|median_amount|percentile")

_Plan = tuple[str, str]
_At = Mapping[str, int]


def _tall(names: _At) -> Callable[[Codes, list[str]], Iterator[Charge]]:
    prices = {name: names[f"standard_charge|{name}"] for name in _PRICES}
    prices |= {name: names[name] for name in _STATISTICS if name in names}

    def charges(codes: Codes, row: list[str]) -> Iterator[Charge]:
        plan = _cell(row, names["payer_name"]), _cell(row, names["plan_name"])
        yield _charge(names, prices, codes, plan, row)

    return charges


def _wide(names: _At, plans: Mapping[_Plan, _At]) -> Callable[[Codes, list[str]], Iterator[Charge]]:
    def charges(codes: Codes, row: list[str]) -> Iterator[Charge]:
        for plan, prices in plans.items():
            yield _charge(names, prices, codes, plan, row)

    return charges


def _plans(header: list[str]) -> Mapping[_Plan, _At]:
    """Payer and plan of wide columns, as first written, to their columns of prices."""
    written: dict[tuple[str, str], _Plan] = {}
    columns_of: dict[_Plan, dict[str, int]] = {}
    for at, cell in enumerate(header):
        match = _PAYER_COLUMN.fullmatch(_tidy(cell))
        if match is None:
            continue
        plan = (match["payer"] or match["of"], match["plan"] or match["whose"] or "")
        first = written.setdefault((plan[0].lower(), plan[1].lower()), plan)
        columns_of.setdefault(first, {})[(match["name"] or match["statistic"]).lower()] = at
    return {plan: prices for plan, prices in columns_of.items() if prices.keys() & set(_PRICES)}


def _charge(names: _At, prices: _At, codes: Codes, plan: _Plan, row: list[str]) -> Charge:
    def cell(name: str) -> str:
        return _cell(row, names[name]) if name in names else ""

    def price(name: str) -> str:
        return _cell(row, prices[name]) if name in prices else ""

    unit = cell("drug_unit_of_measurement")
    return Charge(
        codes=codes,
        payer=plan[0],
        plan=plan[1],
        setting=cell("setting").lower(),
        billing_class=cell("billing_class").lower(),
        modifiers=modifiers_of(cell("modifiers")),
        methodology=price("methodology").lower().replace("_", " "),
        dollar=price("negotiated_dollar"),
        percentage=price("negotiated_percentage"),
        algorithm=price("negotiated_algorithm"),
        drug_unit=f"{unit} {cell('drug_type_of_measurement').upper()}".strip() if unit else "",
        median=price("median_amount"),
        p10=price("10th_percentile"),
        p90=price("90th_percentile"),
        count=price("count").lower(),
    )


def _cell(row: list[str], at: int) -> str:
    return row[at] if at < len(row) else ""


def _tidy(cell: str) -> str:
    return "|".join(part.strip() for part in cell.split("|"))
