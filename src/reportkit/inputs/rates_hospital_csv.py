"""A hospital's standard charges in CSV in, its offers out: tall or wide, line by line.

Row 1 names facts about the file and row 2 gives them; row 3 names the columns. Tall files
have a row for each payer and plan, wide ones columns for each (CMS Hospital Price
Transparency CSV Data Dictionary v3.0; v2 files have the columns read here as well).
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from reportkit.inputs.layout import LayoutError
from reportkit.inputs.rates_hospital import Charge, is_stated, offers, procedure_code
from reportkit.inputs.rates_offer import Offer, OfferFile, tally
from reportkit.inputs.rates_source import PriceSource

LONGEST_LINE = 1 << 23
"""Bytes; a wide file's header of some hundred plans has about 10^5."""


def read_hospital_csv(source: PriceSource, codes: Collection[str]) -> OfferFile:
    """Offers for the wanted codes; LayoutError if the columns are not those of v2 or v3."""
    rows = _rows(source)
    facts = _facts(source.file, rows)
    number, header = next(rows, (3, []))
    layout = _layout(source.file, number, header)
    counts: Counter[Offer] = Counter()
    for number, row in rows:
        if len(row) < len(header) or any(map(str.strip, row[len(header) :])):
            found = f"{len(row)} cells"
            raise LayoutError(source.file, number, f"{len(header)} cells", found, _TRUNCATED)
        item = [
            procedure_code(row[kind], row[code]) for code, kind in layout.codes if row[code].strip()
        ]
        if not any(code in codes for _, code in item):
            continue
        for charge in layout.charges(tuple(item), row):
            if is_stated(charge):
                tally(source.file, counts, offers(charge, codes))
    name = f"hospital standard charges, {layout.name} CSV, version {facts.version}"
    return OfferFile(source.file, name, "hospital", facts.updated, counts)


@dataclass(frozen=True, slots=True)
class _Facts:
    updated: date
    version: str


@dataclass(frozen=True, slots=True)
class _Layout:
    name: str
    codes: tuple[tuple[int, int], ...]
    """Columns of each code and of its type."""
    charges: Callable[[tuple[tuple[str, str], ...], list[str]], Iterator[Charge]]


_Row = tuple[int, list[str]]

_TRUNCATED = "fetch the file again, or save it as CSV with a comma between cells"
_DATES = (re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"),
          re.compile(r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})"))  # fmt: skip
_CODE = re.compile(r"code\|(\d+)")
_PAYER_COLUMN = re.compile(
    r"standard_charge\|(.+)\|([^|]+)\|(negotiated_dollar|negotiated_percentage"
    r"|negotiated_algorithm|methodology)",
    re.IGNORECASE,
)
_PRICES = ("negotiated_dollar", "negotiated_percentage", "negotiated_algorithm", "methodology")


def _facts(file: str, rows: Iterator[_Row]) -> _Facts:
    number, names = next(rows, (1, []))
    values = dict(zip(map(_name, names), next(rows, (2, []))[1], strict=False))
    for name in ("hospital_name", "last_updated_on", "version"):
        if name not in values:
            hint = "give a hospital's standard charges in CMS's CSV template"
            raise LayoutError(file, number, f"{name} in the first row", _shown(names), hint)
    version = values["version"].strip()
    if not re.fullmatch(r"v?[23](\.\d+)*", version, re.IGNORECASE):
        hint = "give a file of CMS template version 2 or 3"
        raise LayoutError(file, 2, "version 2 or 3", version or "no version", hint)
    return _Facts(_date(file, values["last_updated_on"].strip()), version)


def _date(file: str, text: str) -> date:
    match = next((found for each in _DATES if (found := each.fullmatch(text))), None)
    try:
        if match:
            return date(int(match["y"]), int(match["m"]), int(match["d"]))
    except ValueError:
        pass
    expected = "last_updated_on as YYYY-MM-DD or M/D/YYYY"
    raise LayoutError(file, 2, expected, text or "no date")


def _layout(file: str, number: int, header: list[str]) -> _Layout:
    columns: dict[str, int] = {}
    for index, cell in enumerate(header):
        name = _name(cell)
        if name and name in columns:
            raise LayoutError(file, number, "each column once", f"{cell.strip()} twice")
        columns[name] = index

    def need(names: Iterable[str]) -> None:
        for name in names:
            if name not in columns:
                raise LayoutError(file, number, f"a column {name}", _shown(header))

    code_columns = [name for name in columns if _CODE.fullmatch(name)]
    need(("code|1", "setting", "modifiers", *(f"{name}|type" for name in code_columns)))
    codes = tuple((columns[name], columns[f"{name}|type"]) for name in code_columns)
    if "payer_name" in columns:
        need(("plan_name", *(f"standard_charge|{name}" for name in _PRICES)))
        return _Layout("tall", codes, _tall(columns))
    plans = _plans(header)
    if not plans:
        expected = "a column payer_name, or columns standard_charge|payer|plan|negotiated_dollar"
        raise LayoutError(file, number, expected, _shown(header))
    need(_wide_column(plan, name) for plan in plans for name in _PRICES)
    return _Layout("wide", codes, _wide(columns, plans))


def _tall(columns: dict[str, int]) -> Callable[..., Iterator[Charge]]:
    prices = {name: columns[f"standard_charge|{name}"] for name in _PRICES}

    def charges(codes: tuple[tuple[str, str], ...], row: list[str]) -> Iterator[Charge]:
        payer, plan = row[columns["payer_name"]].strip(), row[columns["plan_name"]].strip()
        yield _charge(columns, prices, codes, (payer, plan), row)

    return charges


def _wide(columns: dict[str, int], plans: list[tuple[str, str]]) -> Callable[..., Iterator[Charge]]:
    prices = {plan: {name: columns[_wide_column(plan, name)] for name in _PRICES} for plan in plans}

    def charges(codes: tuple[tuple[str, str], ...], row: list[str]) -> Iterator[Charge]:
        for plan, indexes in prices.items():
            yield _charge(columns, indexes, codes, plan, row)

    return charges


def _charge(
    columns: dict[str, int],
    prices: dict[str, int],
    codes: tuple[tuple[str, str], ...],
    plan: tuple[str, str],
    row: list[str],
) -> Charge:
    def cell(name: str) -> str:
        index = columns.get(name)
        return "" if index is None else row[index].strip()

    return Charge(
        codes=codes,
        payer=plan[0],
        plan=plan[1],
        setting=cell("setting").lower(),
        billing_class=cell("billing_class").lower(),
        modifiers=tuple(re.split(r"[|,;\s]+", cell("modifiers"))),
        methodology=row[prices["methodology"]].strip().lower(),
        dollar=row[prices["negotiated_dollar"]].strip(),
        percentage=row[prices["negotiated_percentage"]].strip(),
        algorithm=row[prices["negotiated_algorithm"]].strip(),
        drug_quantity=cell("drug_unit_of_measurement"),
    )


def _wide_column(plan: tuple[str, str], name: str) -> str:
    return f"standard_charge|{plan[0]}|{plan[1]}|{name}".lower()


def _plans(header: list[str]) -> list[tuple[str, str]]:
    """Payer and plan of wide columns, as written, in the order of the columns."""
    matches = (_PAYER_COLUMN.fullmatch(_tidy(cell)) for cell in header)
    found = {
        (match[1].lower(), match[2].lower()): (match[1], match[2]) for match in matches if match
    }
    return list(found.values())


def _tidy(cell: str) -> str:
    return "|".join(part.strip() for part in cell.split("|"))


def _name(cell: str) -> str:
    return _tidy(cell).lower()


def _shown(cells: list[str]) -> str:
    return ", ".join(cell.strip()[:40] for cell in cells[:6]) or "nothing"


def _rows(source: PriceSource) -> Iterator[_Row]:
    """Line number of the end of each row that is not blank, and its cells."""
    reader = csv.reader(_lines(source), strict=True)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise LayoutError(
                source.file, reader.line_num, "comma-separated values", str(error), _TRUNCATED
            ) from None
        if any(map(str.strip, row)):
            yield reader.line_num, row


def _lines(source: PriceSource) -> Iterator[str]:
    number = 0
    while line := source.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE:
            expected = f"lines below {LONGEST_LINE} bytes"
            raise LayoutError(source.file, number, expected, "a longer one")
        try:
            yield line.decode()
        except UnicodeDecodeError as error:
            found = f"byte {error.object[error.start]:02x} at byte {error.start + 1} of the line"
            raise LayoutError(
                source.file, number, "UTF-8 text", found, "save the file as UTF-8"
            ) from None
