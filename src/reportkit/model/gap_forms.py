"""Lay out the data that a supplier can type into rows: a sheet a kind of data, a column a key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from reportkit.model.base import Record
from reportkit.model.datasets import KINDS
from reportkit.model.input import ProvidedInput

REPORT: Final = "report"
"""Head of the column with the code of the report that a row is for."""
ORIGINS: Final = "sources"
"""Name of the sheet that says where each report's data is from."""
ORIGIN_KEYS: Final = ("source", "as_of", "release")
"""Keys of the provenance that a supplier gives."""
NONE: Final = "none"
"""Head of the column in which `yes` says that there is nothing of a kind: `[]` and not `null`."""


@dataclass(frozen=True, slots=True)
class Column:
    """One key of a row: what kind of value it takes."""

    key: str
    kind: type
    """`str`, `int`, `Decimal`, `date` or `bool`."""
    choices: tuple[str, ...] = ()
    """The values it may have; none if the form lists none."""
    is_list: bool = False
    """Whether a cell holds several, with semicolons."""
    empty: Literal["refused", "null", "left out"] = "refused"
    """What an empty cell means."""


@dataclass(frozen=True, slots=True)
class GapForm:
    """The sheet of one kind of data."""

    dataset: str
    columns: tuple[Column, ...]
    record: type[Record] | None
    """The record that a row is; None where a row is a single text."""
    is_list: bool
    """Whether a report may have several rows."""


@cache
def gap_form(dataset: str) -> GapForm | None:
    """The sheet of a kind of data; None for what is no table, and comes in a public file."""
    if dataset not in KINDS:
        return None
    kind, _ = _without_null(ProvidedInput.model_fields[dataset].annotation)
    is_list = get_origin(kind) is tuple
    inner = get_args(kind)[0] if is_list else kind
    if inner is str:
        return GapForm(dataset, (Column(dataset, str),), None, is_list)
    if not is_list or not issubclass(inner, Record):
        return None
    columns = tuple(_column(key, held) for key, held in inner.model_fields.items())
    known = tuple(column for column in columns if column is not None)
    return GapForm(dataset, known, inner, is_list) if len(known) == len(columns) else None


def _column(key: str, field: Any) -> Column | None:
    """The column of a field; None for one that holds records."""
    kind, may_be_null = _without_null(field.annotation)
    empty: Literal["refused", "null", "left out"] = "refused"
    if not field.is_required():
        empty = "left out"
    elif may_be_null:
        empty = "null"
    if get_origin(kind) is tuple:
        return Column(key, str, (), True, empty) if get_args(kind)[0] is str else None
    if get_origin(kind) is Literal:
        return Column(key, str, get_args(kind), False, empty)
    return Column(key, kind, (), False, empty) if kind in _SINGLE else None


_SINGLE: Final = (str, int, Decimal, date, bool)


def _without_null(annotation: Any) -> tuple[Any, bool]:
    """A type without what says more of it, and whether `null` may stand in its place."""
    kind = annotation
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) not in (Union, UnionType):
        return kind, False
    others = [member for member in get_args(kind) if member is not NoneType]
    inner, _ = _without_null(others[0])
    return inner, NoneType in get_args(kind)
