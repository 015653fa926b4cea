"""The pieces every model is made of: records, prose, numbers, dates.

A path in a model is a path in the file it was read from: nothing here renames,
reorders or reshapes what the author wrote.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from reportkit.model.days import day_of, moment_of

os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
"""No other package may change how files are read; and to look for one in all takes long."""


class Unavailable(Exception):  # noqa: N818 -- a state of the files, not a fault of the caller
    """Something was asked for that a file should give and does not give in its form."""


class Withheld(Unavailable):
    """A field was asked for whose value in the file is not what it should be."""

    def __init__(self, record: Record, field: str) -> None:
        super().__init__(field)
        self.record = record
        self.field = field


LONGEST_TEXT: Final = 20_000
"""Characters of one text at most: many times what a section holds. What reads a text word by word
may take longer than it is long, and this bounds how long."""


class Record(BaseModel):
    """A frozen mapping of known keys; an unknown key or a value of another type is refused.

    A record read from a file with a fault lacks the faulty field; who asks for it is told by
    Withheld.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, defer_build=True, str_max_length=LONGEST_TEXT
    )

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            if name in type(self).model_fields:
                raise Withheld(self, name)
            return super().__getattr__(name)


T = TypeVar("T")
R = TypeVar("R", bound=Record)


def given(record: Record | None, field: str, default: T) -> T:
    """The value of a field, or `default` if there is no record or it lacks the field."""
    return default if record is None else vars(record).get(field, default)


def whole(records: Iterable[R]) -> tuple[R, ...]:
    """Those of the records that lack no field."""
    return tuple(record for record in records if _is_whole(record))


def _is_whole(value: object) -> bool:
    match value:
        case Record():
            held = vars(value)
            return len(held) == len(type(value).model_fields) and all(map(_is_whole, held.values()))
        case tuple():
            return all(map(_is_whole, value))
        case dict():
            return all(map(_is_whole, value.values()))
        case _:
            return True


@dataclass(frozen=True, slots=True)
class Unpublished:
    """Marks a field that stays in the house: `Annotated[str, Unpublished()]`.

    It is left out of the sources that a publication carries. A field that its model needs is
    not left out: `instead` stands in its place.
    """

    instead: str | None = None


WITHHELD: Final = "withheld by the publisher"
"""Stands in a published source for a text that its model needs and that stays in the house."""

Notes = Annotated[tuple[str, ...], Unpublished()]
"""For editors; never published."""


class Prose(str):
    """Text a reader sees: CommonMark without raw HTML, with `{{ input... }}` and `[@source]`.

    A subclass of `str`, so that prose is told from codes by its type wherever it stands.
    """

    @classmethod
    def __get_pydantic_core_schema__(cls, _: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            cls, core_schema.str_schema(strict=True)
        )


def _read_number(value: object) -> object:
    return Decimal(value) if type(value) is int else value


def _read_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    if (day := day_of(value)) is None:
        raise PydanticCustomError("date_text", "{value} is not a date", {"value": value})
    return day


def _read_moment(value: object) -> object:
    if not isinstance(value, str):
        return value
    if (moment := moment_of(value)) is None:
        raise PydanticCustomError("moment_text", "{value} is not a time", {"value": value})
    return moment


_ADDRESS: Final = re.compile(
    r"(?:https?://[^\s\x00-\x20<>\"'`{}|\\^\[\]]+|mailto:[\w.+-]+@[\w.-]+)", re.IGNORECASE
)


def _checked_address(value: str) -> str:
    if not (value.isprintable() and _ADDRESS.fullmatch(value)):
        raise PydanticCustomError("address_text", "{value} is no address", {"value": value})
    return value


def _checked_addresses(value: str) -> str:
    try:
        _checked_address(_PLACEHOLDER.sub("x", value))
    except PydanticCustomError as fault:
        raise PydanticCustomError(fault.type, fault.message_template, {"value": value}) from None
    return value


_PLACEHOLDER: Final = re.compile(r"\{(?:code|rule)\}")


Number = Annotated[
    Decimal,
    BeforeValidator(_read_number),
    Field(ge=0),
    WithJsonSchema({"type": "number", "minimum": 0}),
]
"""An exact decimal that is not below zero; `1.95` keeps its two places."""

Share = Annotated[
    Number, Field(le=1), WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1})
]
"""A part of a whole: `0.2` is 20 %."""

Count = Annotated[int, Field(ge=0)]
"""How many there are."""

Date = Annotated[date, BeforeValidator(_read_date)]
"""A calendar day, written YYYY-MM-DD."""

Address = Annotated[str, AfterValidator(_checked_address)]
"""Where a reader is led: `https://…`, `http://…` or `mailto:…`; no sign in it can end it."""

Addresses = Annotated[str, AfterValidator(_checked_addresses)]
"""Such addresses, one for each code or rule, with `{code}` or `{rule}` where it stands."""

Moment = Annotated[datetime, BeforeValidator(_read_moment)]
"""A point in time with its zone, written as ISO 8601."""
