"""Read what Medicare pays anesthesia by: factors of localities, and base units of codes.

The factors stand in a CSV whose last columns are named after the national ones, or in a text of
fixed width, in cents: one factor, or from 2026 on two, of which one is for qualifying participants
in an advanced alternative payment model. Neither says its release: the archive it comes in or the
user does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from operator import attrgetter, itemgetter

from reportkit.inputs import cells
from reportkit.inputs.fixed_width import FixedWidth, fixed_rows
from reportkit.inputs.header import ROWS_BEFORE_HEADER, Header, Layout, read_header
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.refused import Refused
from reportkit.inputs.table import TextRow, read_rows
from reportkit.model.anesthesia import Anesthesia, AnesthesiaFactor


@dataclass(frozen=True, slots=True)
class Factors:
    """The conversion factors of one release."""

    file: str
    release: str
    national: Decimal | None
    qualifying: Decimal | None
    """The national factor of qualifying participants."""
    localities: tuple[AnesthesiaFactor, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class BaseUnits:
    """Base units by code."""

    file: str
    units: Mapping[str, Decimal]
    refused: tuple[Refused, ...]


def read_factors(file: str, content: bytes, release: str | None = None) -> Factors:
    """Read the factors of all localities; dollars for one unit. Raises LayoutError.

    `release` is needed only where the names of file and archive do not say even the year.
    """
    fixed = fixed_rows(file, content, _TEXT)
    rows = list(fixed if fixed is not None else read_rows(file, content))
    of_all, of_qualifying = _columns_of_factors(rows)
    data = iter(rows)
    header = read_header(file, data, _factors(of_all, of_qualifying))
    read = partial(_factor, header, in_cents=fixed is not None)
    taken, refused = cells.take(header, data, cells.once(read, attrgetter("locality")))
    return Factors(
        file,
        release or _release_named(file),
        _national(of_all),
        _national(of_qualifying),
        taken,
        refused,
    )


def read_base_units(file: str, content: bytes) -> BaseUnits:
    """Read the base units of codes. Raises LayoutError."""
    rows = read_rows(file, content)
    header = read_header(file, rows, _UNITS)
    taken, refused = cells.take(header, rows, cells.once(partial(_units, header), itemgetter(0)))
    return BaseUnits(file, dict(taken), refused)


def anesthesia(
    factors: Factors, localities: tuple[AnesthesiaFactor, ...], base_units: Decimal | None
) -> Anesthesia:
    """What is paid for a code of so many base units, as the `anesthesia` dataset."""
    return Anesthesia(
        release=factors.release,
        base_units=base_units,
        national_factor=factors.national,
        qualifying_factor=factors.qualifying,
        localities=localities,
    )


def _factors(of_all: str, of_qualifying: str) -> Layout:
    return Layout(
        "anesthesia",
        "contractor",
        {
            "contractor": ("CONTRACTOR",),
            "number": ("LOCALITY", "LOCALITY NUMBER"),
            "name": ("LOCALITY NAME",),
            "factor": (of_all,),
        },
        {"qualifying": (of_qualifying,)},
    )


_UNITS = Layout(
    "anesthesia FILE --base-units",
    "code",
    {
        "code": ("CODE", "CPT CODE", "HCPCS CODE", "CPT", "HCPCS", "ANESTHESIA CODE"),
        "units": ("BASE UNIT", "BASE UNITS", "ANESTHESIA BASE UNIT", "ANESTHESIA BASE UNITS"),
    },
)
_TEXT = FixedWidth(
    re.compile(r"\d{5}\s+\d\d\s+\S.*\s\d{3,5}\s*$"),
    (
        ("Contractor", 1, 5),
        ("Locality", 13, 14),
        ("Locality Name", 19, 67),
        ("Qualifying ANES CF", 68, 72),
        ("ANES CF", 73, 90),
    ),
)
_FACTOR_NAME = re.compile(r"ANES\w*?[\s_]+(?:CF|CONVERSION[\s_]+FACTOR)", re.IGNORECASE)
_OF_QUALIFYING = re.compile(r"(?<!NON-)(?<!NON )(?<!NON)QUALIFYING", re.IGNORECASE)
_NATIONAL = re.compile(r"(\d+\.\d+)(?![\d.]*\s*%)")
"""A factor in a name, which may tell of a share by which it was raised, too."""
_NO_FACTOR = 100
"""Dollars for a unit; factors are about 20, and so this is one in cents or none."""
_RELEASE = re.compile(r"RVU(\d\d)([A-D])(R?)(?![A-Z])", re.IGNORECASE)
_YEAR = re.compile(r"ANES(20\d\d)", re.IGNORECASE)


def _columns_of_factors(rows: Sequence[TextRow]) -> tuple[str, str]:
    """The names of the columns of both factors, which differ from year to year: each holds one."""
    cells_above = (cell for row in rows[:ROWS_BEFORE_HEADER] for cell in row.cells)
    names = list(filter(_FACTOR_NAME.search, cells_above))
    of_qualifying = [name for name in names if _OF_QUALIFYING.search(name)]
    of_all = [name for name in names if name not in of_qualifying]
    return next(iter(of_all), "ANES CF"), next(iter(of_qualifying), "QUALIFYING ANES CF")


def _national(name: str) -> Decimal | None:
    factors = _NATIONAL.findall(name)
    return Decimal(factors[-1]) if factors else None


def _release_named(file: str) -> str:
    if match := _RELEASE.search(file):
        return f"RVU{match[1]}{match[2].upper()}{match[3].upper()}"
    if match := _YEAR.search(file):
        return match[1]
    raise LayoutError(
        file,
        None,
        "a year in the file's name",
        f"`{file}`",
        "name it with --release, for example --release RVU25D",
    )


def _factor(header: Header, row: TextRow, *, in_cents: bool) -> AnesthesiaFactor:
    text = {field: row.cells[at] for field, at in header.index.items()}
    factor, second = text["factor"], text.get("qualifying", "")
    return AnesthesiaFactor(
        locality=cells.locality(text["contractor"], text["number"]),
        name=text["name"].rstrip("*").strip(),
        factor=_dollars(factor, in_cents=in_cents),
        qualifying=_dollars(second, in_cents=in_cents) if second else None,
    )


def _dollars(text: str, *, in_cents: bool) -> Decimal:
    factor = cells.decimal("factor", text.removeprefix("$").strip())
    factor = factor.scaleb(-2) if in_cents else factor
    if not 0 < factor < _NO_FACTOR:
        raise cells.BadCell(f"factor `{text[:40]}` is not the dollars of one unit")
    return factor


def _units(header: Header, row: TextRow) -> tuple[str, Decimal]:
    text = {field: row.cells[at] for field, at in header.index.items()}
    return cells.code(text["code"]), cells.decimal("base units", text["units"])
