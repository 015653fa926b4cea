"""All that can be provided is printed, or a record of decisions says why it is not."""

from __future__ import annotations

import dataclasses
import gettext
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import Document, Ground
from reportkit.check.example import read_example, specimen
from reportkit.model.input import ProvidedInput
from reportkit.report.key_page import examples_of
from reportkit.source import emit
from small_project import ROOT

RECORD = ROOT / "docs" / "decisions" / "0120-not-printed.md"
PAGES = (
    "sections: [summary, billing-overview, clinical-context, coding-specifications, "
    "code-parameters, medicare-payment, related-codes, diagnoses, taxonomies, "
    "rate-benchmarks, utilization, payer-coverage, policy-updates]\n"
)

Plain = Any


def test_each_value_that_can_be_provided_is_printed_or_named_as_not_printed() -> None:
    unseen: set[str] | None = None
    for whole in _examples_of_inputs():
        before = _printed(whole)
        unseen = {
            path
            for path, changed in _changed(whole, ProvidedInput, "")
            if (unseen is None or path in unseen) and _printed(changed) == before
        }
    named = set(re.findall(r"^\| `([\w.]+)` \|", RECORD.read_text("utf-8"), re.MULTILINE))
    assert unseen is not None
    assert (sorted(unseen - named), sorted(named - unseen)) == ([], [])


def _examples_of_inputs() -> Iterator[dict[str, Plain]]:
    """An input with every key, and the same where other values are what is printed."""
    whole = _record(ProvidedInput)
    yield whole
    (rate,), (edit,) = whole["rates"], whole["add_ons"]["edits"]
    yield whole | {
        "mpfs": whole["mpfs"] | {"global_days": "010"},
        "opps": whole["opps"] | {"adjusted_copayment": None},
        "rates": [rate | dict.fromkeys(("p10", "p25", "p50", "p75", "p90")) | {"n": 2}],
        "add_ons": whole["add_ons"] | {"edits": [edit | {"add_on": "57511"}]},
    }
    yield whole | {"opps": whole["opps"] | {"adjusted_copayment": None, "copayment": None}}


_OF_THE_FILE = frozenset({"reportkit", "code", "code_system", "provenance", "missing"})
"""What the file says of itself, and the code: tests of their own look at it."""


def _printed(data: Mapping[str, Plain]) -> list[str]:
    """The words of the publication of some data, without what they say they came from."""
    text = emit.document({key: value for key, value in data.items() if value is not None})
    publication = specimen(read_example(f"# report\n{PAGES}# input (whole)\n{text}"))
    return list(_words(assemble(publication, gettext.NullTranslations())))


def _words(part: object) -> Iterator[str]:
    match part:
        case Ground():
            return
        case Document():
            yield from _words((part.opening, part.control, part.sections))
        case tuple():
            for one in part:
                yield from _words(one)
        case str() | Decimal() | date():
            yield str(part)
        case _ if dataclasses.is_dataclass(part):
            for field in dataclasses.fields(part):
                yield from _words(getattr(part, field.name))


def _record(model: type[BaseModel]) -> dict[str, Plain]:
    """A record with every key, each as its page explains it."""
    made: dict[str, Plain] = {}
    for key, field in model.model_fields.items():
        kind, listed = _kind(field.annotation)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            value: Plain = _record(kind)
            made[key] = [value] if listed else value
        else:
            made[key] = _examples()[model].get(key)
    if model is ProvidedInput:
        made |= {"reportkit": "input/1", "code": "57511", "code_system": "CPT", "missing": []}
        made["provenance"] = {}
    return made


@cache
def _examples() -> Mapping[Any, Mapping[str, Plain]]:
    return examples_of("input")


def _kind(annotation: Any) -> tuple[Any, bool]:
    """The type of a value, or of the items of a list, without None."""
    match get_origin(annotation):
        case origin if origin is Annotated:
            return _kind(get_args(annotation)[0])
        case origin if origin in (Union, UnionType):
            return _kind(next(part for part in get_args(annotation) if part is not type(None)))
        case origin if origin is tuple:
            return get_args(annotation)[0], True
    return annotation, False


def _changed(
    data: Mapping[str, Plain], model: type[BaseModel], path: str
) -> Iterator[tuple[str, dict[str, Plain]]]:
    """Each path to a value, with the data in which it is another one."""
    for key, field in model.model_fields.items():
        kind, listed = _kind(field.annotation)
        value, inner = data[key], f"{path}.{key}".lstrip(".")
        if isinstance(kind, type) and issubclass(kind, BaseModel) and value:
            row = value[0] if listed else value
            for found, changed in _changed(row, kind, inner):
                yield found, {**data, key: [changed] if listed else changed}
        elif value is not None and key not in _OF_THE_FILE:
            yield inner, {**data, key: _other(value, kind)}


def _other(value: Plain, kind: Any) -> Plain:
    """Another value of the same type."""
    if isinstance(value, list | tuple):
        return [_other(value[0], kind), *value[1:]] if value else value
    if get_origin(kind) is Literal:
        return next(one for one in get_args(kind) if one != value)
    match value:
        case bool():
            return not value
        case Decimal() if 0 < value < 1:  # a share stays one
            return value / 2
        case int() | Decimal():
            return value + 1
        case date():
            return value - timedelta(days=40)
        case _ if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
            return date.fromisoformat(value) - timedelta(days=40)
        case _:
            return _other_word(str(value))


def _other_word(word: str) -> str:
    """The word with its last letter or digit changed, so that its form stays."""
    place = max(at for at, letter in enumerate(word) if letter.isalnum())
    other = "3" if word[place].isdigit() and word[place] != "3" else "2"
    if word[place].isalpha():
        other = "b" if word[place].islower() else "B"
        other = other if other != word[place] else ("c" if word[place].islower() else "C")
    return f"{word[:place]}{other}{word[place + 1 :]}"
