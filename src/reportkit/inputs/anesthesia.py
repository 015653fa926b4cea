"""Read what Medicare pays anesthesia by: factors of localities, and base units of codes.

The factors stand in a CSV whose last column is named after the national one, or in a text of fixed
width, with the factor in cents. Neither says its release: the archive it comes in or the user does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

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
    named = _column_of_factors(rows)
    data = iter(rows)
    header = read_header(file, data, _factors(named))
    national = _NATIONAL.search(named)
    taken, refused = cells.take(header, data, partial(_factor, header, in_cents=fixed is not None))
    return Factors(
        file,
        release or _release_named(file),
        Decimal(national[1]) if national else None,
        taken,
        refused,
    )


def read_base_units(file: str, content: bytes) -> BaseUnits:
    """Read the base units of codes. Raises LayoutError."""
    rows = read_rows(file, content)
    header = read_header(file, rows, _UNITS)
    taken, refused = cells.take(header, rows, partial(_units, header))
    return BaseUnits(file, dict(taken), refused)


def anesthesia(
    factors: Factors, localities: tuple[AnesthesiaFactor, ...], base_units: Decimal | None
) -> Anesthesia:
    """What is paid for a code of so many base units, as the `anesthesia` dataset."""
    return Anesthesia(
        release=factors.release,
        base_units=base_units,
        national_factor=factors.national,
        localities=localities,
    )


def _factors(named: str) -> Layout:
    return Layout(
        "anesthesia",
        "contractor",
        {
            "contractor": ("CONTRACTOR",),
            "number": ("LOCALITY", "LOCALITY NUMBER"),
            "name": ("LOCALITY NAME",),
            "factor": (named,),
        },
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
    (("Contractor", 1, 5), ("Locality", 13, 14), ("Locality Name", 19, 70), ("ANES CF", 71, 90)),
)
_FACTOR_NAME = re.compile(r"ANES\w* (?:CF|CONVERSION FACTOR)", re.IGNORECASE)
_NATIONAL = re.compile(r"(\d+\.\d+)")
_RELEASE = re.compile(r"RVU(\d\d)([A-D])(R?)(?![A-Z])", re.IGNORECASE)
_YEAR = re.compile(r"ANES(20\d\d)", re.IGNORECASE)


def _column_of_factors(rows: Sequence[TextRow]) -> str:
    """The name of the column of factors, which differs from year to year: it holds one itself."""
    names = (cell for row in rows[:ROWS_BEFORE_HEADER] for cell in row.cells)
    return next(filter(_FACTOR_NAME.search, names), "ANES CF")


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
    contractor, number = text["contractor"], text["number"]
    if not re.fullmatch(r"\d{4,5}", contractor) or not re.fullmatch(r"\d{1,2}", number):
        raise cells.BadCell(
            f"contractor `{contractor[:40]}` and locality `{number[:40]}` are not "
            "numbers of five and two digits"
        )
    factor = cells.decimal("factor", text["factor"])
    return AnesthesiaFactor(
        locality=contractor.zfill(5) + number.zfill(2),
        name=text["name"].rstrip("*").strip(),
        factor=factor.scaleb(-2) if in_cents else factor,
    )


def _units(header: Header, row: TextRow) -> tuple[str, Decimal]:
    text = {field: row.cells[at] for field, at in header.index.items()}
    return cells.code(text["code"]), cells.decimal("base units", text["units"])
