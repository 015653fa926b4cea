"""Text of a cell in, exact value out; BadCell says why there is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from reportkit.inputs.header import Header
from reportkit.inputs.payment import cents
from reportkit.inputs.refused import Refused
from reportkit.inputs.table import TextRow
from reportkit.model.days import day_of

T = TypeVar("T")

_DECIMAL = re.compile(r"\d{1,9}(\.\d{0,15})?|\.\d{1,15}")
_MONEY = re.compile(r"\$?\s*(\d{1,3}(,\d{3}){1,2}|\d{1,9})(\.\d{1,20})?")
_SEPARATED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_CODE = re.compile(r"[0-9A-Z]{5}")
_FIELDS_OF_CODES = ("code", "primary", "column_1", "column_2")
"""What layouts call their columns of codes."""
_WHOLE = re.compile(r"^(\d+)\.0+$")
_NAMED = re.compile(r"[0-9A-Z]{5}|[0-9A-Z]{9}X")
"""A procedure code or a taxonomy."""
EMPTY = frozenset({"", ".", "-", "--", "N/A", "NA"})
"""What files write where there is nothing."""
_FINEST = Decimal("0.000001")
"""Further places of an amount are the noise of a spreadsheet's arithmetic."""
NO_AMOUNT_FROM = Decimal(999_999_999)
"""Files write nine nines and above for what has no amount."""


class BadCell(Exception):  # noqa: N818 -- its message is the reason a row is refused
    """A cell that does not hold what its column should."""


def rows_of_data(rows: Iterator[TextRow]) -> Iterator[TextRow]:
    """The rows below a header, without notes: rows that hold one sentence and nothing else."""
    return (row for row in rows if not _is_note(row))


def take(
    header: Header, rows: Iterator[TextRow], read: Callable[[TextRow], T]
) -> tuple[tuple[T, ...], tuple[Refused, ...]]:
    """Read every row with `read`; what cannot be read is refused with its line."""
    taken: list[T] = []
    refused: list[Refused] = []
    for row in rows_of_data(rows):
        try:
            taken.append(read(whole_row(header, row)))
        except BadCell as bad:
            about = codes_of(header, row)
            refused.append(Refused(row.line, str(bad), about, ends_file=not row.whole))
    return tuple(taken), tuple(refused)


def once(read: Callable[[TextRow], T], key: Callable[[T], Hashable]) -> Callable[[TextRow], T]:
    """Read rows that have a key each; one whose key comes again with other values is refused."""
    held: dict[Hashable, tuple[int, T]] = {}

    def reading(row: TextRow) -> T:
        value = read(row)
        if value is not None:
            line, first = held.setdefault(key(value), (row.line, value))
            if value != first:
                raise BadCell(f"line {line} has other values for the same code")
        return value

    return reading


def whole_row(header: Header, row: TextRow) -> TextRow:
    """The row with as many cells as the header; refuse one that was cut off or has too many.

    A row may end early where the columns it leaves out are not read: spreadsheets drop
    empty cells at the end of a line.
    """
    missing = [header.names[at] for at in header.index.values() if at >= len(row.cells)]
    if missing:
        raise BadCell(
            f"the row has {len(row.cells)} of {header.width} columns and none for "
            f"`{missing[0]}`; it may be cut off"
        )
    if any(row.cells[header.width :]):
        raise BadCell(f"the row has {len(row.cells)} columns, the header {header.width}")
    if not row.whole:
        raise BadCell(
            "the file ends without a line break, so its last row may be cut off; "
            "if it is whole, add one"
        )
    blanks = ("",) * (header.width - len(row.cells))
    return replace(row, cells=row.cells + blanks)


def code(text: str) -> str:
    """A procedure code: five digits or letters, which are made capitals."""
    code = whole(text).upper()
    if not _CODE.fullmatch(code):
        short = re.fullmatch(r"\d{1,4}", text)
        zeros = "; a spreadsheet may have dropped its zeros" if short else ""
        raise BadCell(f"`{_short(text)}` is not a code of five digits or capital letters{zeros}")
    return code


def whole(text: str) -> str:
    """A whole number without the point that spreadsheets write behind it: `57511.0`."""
    return _WHOLE.sub(r"\1", text)


def modifier(text: str) -> str:
    """A modifier of two characters, letters made capitals; empty where the cell is."""
    named = whole(text).upper()
    if not re.fullmatch(r"[0-9A-Z]{2}|", named):
        raise BadCell(f"modifier `{_short(text)}` is not two characters or blank")
    return named


def decimal(name: str, text: str) -> Decimal:
    """A number of zero or more, with the places it is written with."""
    if not _DECIMAL.fullmatch(text):
        raise BadCell(f"{name} `{_short(text)}` is not a number")
    return Decimal(text)


def is_empty(text: str) -> bool:
    """Whether a cell says that there is nothing: blank, `.`, `N/A`, or the dash of a spreadsheet.

    Spreadsheets write a zero of dollars as `$ -`.
    """
    return text.replace(" ", "").removeprefix("$").upper() in EMPTY


def number(name: str, text: str) -> Decimal | None:
    """A number that may have separators of thousands; None where the cell gives none."""
    plain = text.replace(",", "") if _SEPARATED.fullmatch(text) else text
    return None if is_empty(text) else decimal(name, plain)


def money(name: str, text: str) -> Decimal | None:
    """Dollars, `$1,579.16` or `1579.16`, to the cent; None where the cell gives none.

    Longer fractions are a spreadsheet's float noise and are rounded half up.
    """
    exact = amount(name, text)
    return None if exact is None else cents(exact)


def amount(name: str, text: str) -> Decimal | None:
    """Dollars with up to six places, two at least; None where the cell gives none.

    Rates of drugs have fractions of a cent, which count when they are multiplied by units.
    """
    if is_empty(text):
        return None
    if not _MONEY.fullmatch(text):
        raise BadCell(f"{name} `{_short(text)}` is not an amount in dollars")
    exact = Decimal(text.replace("$", "").replace(",", "").strip()).quantize(_FINEST)
    if exact >= NO_AMOUNT_FROM:
        raise BadCell(f"{name} `{_short(text)}` is what files write for no amount")
    return cents(exact) if cents(exact) == exact else exact.normalize()


def classification(text: str) -> str | None:
    """The four digits of an ambulatory payment class; a spreadsheet may have dropped zeros."""
    if is_empty(text):
        return None
    if not re.fullmatch(r"\d{1,4}", whole(text)):
        raise BadCell(f"classification `{_short(text)}` is not four digits")
    return whole(text).zfill(4)


def share(name: str, text: str) -> Decimal | None:
    """A share of 1, written `0.05%` or `0.0005`; None where the cell gives none."""
    if is_empty(text):
        return None
    value = decimal(name, text.removesuffix("%").strip())
    value = value.scaleb(-2) if text.endswith("%") else value
    if value > 1:
        raise BadCell(f"{name} `{_short(text)}` is more than 100%")
    return value


def percentage(name: str, text: str) -> Decimal | None:
    """A share of 1 in a column of percentages, `20.000` or `20%`; None where the cell gives none.

    Spreadsheets keep a percentage as the share it is, so that a number below 1 may be either.
    """
    if is_empty(text):
        return None
    number = decimal(name, text.removesuffix("%").strip())
    if 0 < number < 1 and not text.endswith("%"):
        raise BadCell(f"{name} `{_short(text)}` is a percentage or a share: write it with its `%`")
    return share(name, f"{number}%")


def one_of(name: str, text: str, allowed: tuple[str, ...], hint: str = "") -> str:
    """A value from a closed list."""
    if whole(text) not in allowed:
        listed = ", ".join(value or "blank" for value in allowed)
        raise BadCell(f"{name} `{_short(text)}` is not one of {listed}{hint}")
    return whole(text)


def day(name: str, text: str) -> date:
    """A date written YYYYMMDD, YYYY-MM-DD, M/D/YYYY or with the name of its month.

    The time may stand behind it.
    """
    dated = _TIME.sub("", whole(text))
    match = next((found for form in _DAYS if (found := form.fullmatch(dated))), None)
    written = dated
    if match is not None:
        month = _NUMBERS.get(match["m"][:3].upper(), match["m"])
        written = f"{match['y']}-{month:0>2}-{match['d']:0>2}"
    if (named := day_of(written)) is not None:
        return named
    raise BadCell(f"{name} `{_short(text)}` is not a date written YYYYMMDD or YYYY-MM-DD")


_MONTHS = (
    ("JAN", "UARY"), ("FEB", "RUARY"), ("MAR", "CH"), ("APR", "IL"), ("MAY", ""), ("JUN", "E"),
    ("JUL", "Y"), ("AUG", "UST"), ("SEP", "TEMBER"), ("OCT", "OBER"), ("NOV", "EMBER"),
    ("DEC", "EMBER"),
)  # fmt: skip
"""The names of the months: what they begin with, and what follows where they are written out."""
_NUMBERS = {start: str(number) for number, (start, _) in enumerate(_MONTHS, start=1)}
_NAME = "|".join(f"{start}(?:{rest})?" for start, rest in _MONTHS)
_DAYS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})",
        r"(?P<m>[0-9]{1,2})[/-](?P<d>[0-9]{1,2})[/-](?P<y>[0-9]{4})",
        r"(?P<y>[0-9]{4})/(?P<m>[0-9]{1,2})/(?P<d>[0-9]{1,2})",
        rf"(?P<d>[0-9]{{1,2}})[ -](?P<m>{_NAME})[ -](?P<y>[0-9]{{4}})",
        rf"(?P<m>{_NAME})\.? (?P<d>[0-9]{{1,2}}), (?P<y>[0-9]{{4}})",
    )
)
_TIME = re.compile(
    r"(?<=\d)[ T]+\d{1,2}:\d\d(:\d\d(\.\d+)?)?( ?[AP]M)?(Z|[+-]\d\d:?\d\d)?$",
    re.IGNORECASE,
)


def _is_note(row: TextRow) -> bool:
    """Whether a row is a sentence in the first column, as tables have above and below them."""
    return " " in row.cells[0] and not any(row.cells[1:])


def codes_of(header: Header, row: TextRow) -> tuple[str, ...]:
    """What a row that cannot be read is about, where its cells are there and hold it: its codes,
    or its locality.
    """
    texts = {
        field: whole(row.cells[at]).upper()
        for field, at in header.index.items()
        if at < len(row.cells)
    }
    if "contractor" in texts and "number" in texts:
        return (_locality(texts["contractor"], texts["number"]),)
    named = (texts.get(field, "") for field in _FIELDS_OF_CODES)
    return tuple(text for text in named if _NAMED.fullmatch(text))


def locality(contractor: str, number: str) -> str:
    """A locality by its two numbers, whose zeros a spreadsheet may have dropped: `0111254`."""
    contractor, number = whole(contractor), whole(number)
    if not re.fullmatch(r"\d{4,5}", contractor) or not re.fullmatch(r"\d{1,2}", number):
        raise BadCell(
            f"contractor `{_short(contractor)}` and locality `{_short(number)}` are not "
            "numbers of five and two digits"
        )
    return _locality(contractor, number)


def _locality(contractor: str, number: str) -> str:
    return contractor.zfill(5) + number.zfill(2)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"
