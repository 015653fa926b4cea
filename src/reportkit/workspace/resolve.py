"""A reference and its publication in, the value or why there is none out.

Used by the rule on references and by the assembler, so that what is checked is what is
printed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

from pydantic import BaseModel

from reportkit.findings.place import route_text
from reportkit.source.references import BadReference, Filter, Reference, read_references
from reportkit.workspace.publication import Publication

Value = str | int | Decimal | date


def resolve(reference: Reference, publication: Publication) -> Value | Unresolved:
    """Follow a reference through the data; raises Unavailable if its file is faulty."""
    root, *names = reference.names
    value: object = publication.input if root == "input" else publication.report
    done = [root]
    for name in names:
        done.append(name)
        value = _step(value, name)
        if isinstance(value, Unresolved):
            return Unresolved(f"`{route_text(tuple(done))}` {value.reason}")
        if value is None:
            return Unresolved(f"`{route_text(tuple(done))}` is null: it was not provided")
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal | date):
        return Unresolved(f"`{reference.text}` is not a single value that can be printed")
    if reference.filters and not isinstance(value, int | Decimal):
        return Unresolved(f"`{reference.text}` is not a number; filters take numbers")
    return value


def resolve_text(text: str, publication: Publication) -> str:
    """Prose with its references replaced by values; one that fails stays as written."""
    pieces: list[str] = []
    done = 0
    for reference in read_references(text):
        pieces.append(text[done : reference.span.start])
        pieces.append(_printed(reference, text, publication))
        done = reference.span.end
    return "".join([*pieces, text[done:]])


@dataclass(frozen=True, slots=True)
class Unresolved:
    """A reference that leads to no printable value, and why."""

    reason: str


def format_value(value: Value, filters: tuple[Filter, ...]) -> str:
    """The value as printed: exact unless a filter states a rounding."""
    text = str(value)
    for each in filters:
        number = Decimal(value) if isinstance(value, int) else value
        if not isinstance(number, Decimal):
            break
        places = each.arguments[0] if each.arguments else 0
        match each.name:
            case "money":
                text = money(number)
            case "round":
                text = rounded(number, places)
            case "percent":
                text = f"{rounded(_WIDE.multiply(number, Decimal(100)), places)} %"
    return text


def money(amount: Decimal) -> str:
    """US dollars and cents, half a cent rounded up: $1,192.14."""
    cents = _to_places(amount, 2)
    sign = "-" if cents < 0 else ""
    return f"{sign}${cents.copy_abs():,.2f}"


def rounded(number: Decimal, places: int) -> str:
    """A number to so many places, half rounded up."""
    return f"{_to_places(number, places):f}"


_WIDE = Context(prec=100)
"""Holds any number that a file may give, to any number of places that a filter may ask for."""


def _to_places(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)


def escape_markdown(text: str) -> str:
    """Text in which no character acts as markup."""
    return re.sub(r"([\\`*_{}\[\]<>()#+\-.!|~&])", r"\\\1", text)


def _printed(reference: Reference | BadReference, text: str, publication: Publication) -> str:
    written = text[reference.span.start : reference.span.end]
    if isinstance(reference, BadReference):
        return escape_markdown(written)
    value = resolve(reference, publication)
    if isinstance(value, Unresolved):
        return escape_markdown(written)
    return escape_markdown(format_value(value, reference.filters))


def _step(value: object, name: str) -> object:
    match value:
        case BaseModel() if name in type(value).model_fields:
            return getattr(value, name)
        case BaseModel():
            known = list(type(value).model_fields)
            close = difflib.get_close_matches(name, known, n=1)
            if close:
                return Unresolved(f"does not exist; did you mean `{close[0]}`?")
            return Unresolved(f"does not exist; known here: {', '.join(known)}")
        case Mapping() if name in value:
            return value[name]
        case _:
            return Unresolved("does not exist")
