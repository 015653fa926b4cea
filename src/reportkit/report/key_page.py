"""Turn the models of files into pages that tell of each key what it means and may hold.

Examples are values of the small report that `reportkit init --example` writes; those of keys that
it lacks stand in key_examples.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from importlib.resources import files
from types import NoneType
from typing import Annotated, Any, Final, get_args, get_origin

from pydantic.fields import FieldInfo

from reportkit.model.base import Address, Prose, Record
from reportkit.model.files import MODELS, place_of
from reportkit.source import emit
from reportkit.source.annotations import members
from reportkit.source.explanations import explanations
from reportkit.source.rewrite import read_mapping
from reportkit.source.values import plain
from reportkit.start.project_files import EXAMPLE_CODE, example_project

MADE: Final = "<!-- Made by `reportkit dev keys` from the models of the files. -->"


def key_index() -> str:
    """The table of all kinds of files."""
    rows = (
        f"| [{place_of(kind)}]({kind}.md) | {_summary(model)} |" for kind, model in MODELS.items()
    )
    return "\n".join([*_INDEX, *rows]) + "\n"


_INDEX: Final = (
    MADE,
    "",
    "# Files",
    "",
    "What each key of each file means. `reportkit schema` tells an editor the same.",
    "",
    "| file | what it holds |",
    "|---|---|",
)


def key_page(kind: str) -> str:
    """The page of one kind of file; `kind` is a key of MODELS."""
    model = MODELS[kind]
    lines = [MADE, "", f"# {place_of(kind)}", "", *_paragraphs(model)]
    examples = examples_of(kind)
    for record, routes in _records(model).items():
        if record is not model:
            named = ", ".join(f"`{route}`" for route in routes)
            lines += ["", f"## {named}", "", *_paragraphs(record)]
        lines += ["", *_table(record, examples[record])]
    return "\n".join(lines) + "\n"


def examples_of(kind: str) -> dict[type[Record], dict[str, Any]]:
    """Each record a kind of file is made of, with an example for every key that is no record."""
    data, more = _example_data(kind), _more_examples()
    return {
        record: {
            **more.get(record.__name__, {}),
            **{
                key: value
                for route in reversed(routes)
                for key, value in _at(data, route).items()
                if value not in (None, ())
            },
        }
        for record, routes in _records(MODELS[kind]).items()
    }


def _summary(model: type[Record]) -> str:
    return _paragraphs(model)[0]


def _paragraphs(model: type[Record]) -> list[str]:
    """The docstring of a model, a line for each of its own."""
    lines = (model.__doc__ or "").strip().splitlines()
    return [line.strip() for line in lines]


def _records(model: type[Record]) -> dict[type[Record], list[str]]:
    """Each record a file is made of, in reading order, with every route that leads to it."""
    routes: dict[type[Record], list[str]] = {}
    _collect(model, "", routes)
    return routes


def _collect(model: type[Record], route: str, routes: dict[type[Record], list[str]]) -> None:
    routes.setdefault(model, []).append(route)
    for key, field in model.model_fields.items():
        for record, step in _inner(field.annotation):
            _collect(record, f"{route}.{key}{step}".lstrip("."), routes)


def _inner(annotation: Any) -> Iterator[tuple[type[Record], str]]:
    """The records that a value is made of, with the step into it: `[*]` for items of a list."""
    for member in members(annotation):
        match get_origin(member):
            case None if isinstance(member, type) and issubclass(member, Record):
                yield member, ""
            case origin if origin is tuple:
                yield from ((record, "[*]") for record, _ in _inner(get_args(member)[0]))
            case origin if origin is dict:
                yield from ((record, ".<name>") for record, _ in _inner(get_args(member)[1]))


def _table(model: type[Record], examples: Mapping[str, Any]) -> Iterator[str]:
    yield "| key | what it is | value | needed | example |"
    yield "|---|---|---|---|---|"
    for key, field in model.model_fields.items():
        cells = (
            f"`{key}`",
            explanations(model).get(key, ""),
            _value(field.annotation),
            _needed(field),
            _shown(model, key, examples),
        )
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _shown(model: type[Record], key: str, examples: Mapping[str, Any]) -> str:
    """A value of a key as it is written in the file, on one line."""
    if is_made_of_records(model, key):
        return "below"
    example = " ".join(emit.flow(examples[key]).split())
    return f"`{example if len(example) <= 60 else example[:59] + '…'}`"


def is_made_of_records(model: type[Record], key: str) -> bool:
    """True for a key whose own keys are explained in another table of the page."""
    return any(_inner(model.model_fields[key].annotation))


def _needed(field: FieldInfo) -> str:
    return "yes" if field.is_required() else "no"


def _value(annotation: Any) -> str:
    """What may stand there, in words."""
    parts = [_named(member) for member in members(annotation) if member is not NoneType]
    optional = [" or `null`"] if NoneType in members(annotation) else []
    return ", ".join(parts) + "".join(optional)


def _named(annotation: Any) -> str:
    arguments = get_args(annotation)
    if annotation == Address:
        return "address"
    if arguments and isinstance(arguments[0], str):
        return ", ".join(f"`{value}`" for value in arguments)
    match get_origin(annotation):
        case origin if origin is Annotated:
            return _value(arguments[0])
        case origin if origin is tuple:
            return f"list of {_value(arguments[0])}"
        case origin if origin is dict:
            return f"names, each with {_value(arguments[1])}"
    if issubclass(annotation, Record):
        return "keys below"
    return _WORDS[annotation]


_WORDS: Final[Mapping[type, str]] = {
    Prose: "prose",
    str: "text",
    bool: "`true` or `false`",
    int: "whole number",
    Decimal: "number",
    date: "date",
    datetime: "time with zone",
}


def _example_data(kind: str) -> Mapping[str, Any]:
    """The data of a file of the example; none if the example has no such file."""
    text = example_project().get(place_of(kind, EXAMPLE_CODE))
    data: Mapping[str, Any] = plain(read_mapping(text)) if text else {}
    return data


def _more_examples() -> Mapping[str, Mapping[str, Any]]:
    """Name of a model to a record of it, for what the example does not hold."""
    text = (files(__package__) / "key_examples.yaml").read_text("utf-8")
    records: Mapping[str, Mapping[str, Any]] = plain(read_mapping(text))
    return records


def _at(data: Any, route: str) -> Mapping[str, Any]:
    """The record of the example at a route, the first of a list or of names."""
    for step in filter(None, re.split(r"\.|(?=\[)", route)):
        match data:
            case {**values} if step == "<name>" and values:
                data = next(iter(values.values()))
            case {**values}:
                data = values.get(step)
            case [first, *_] if step == "[*]":
                data = first
            case _:
                return {}
    return data if isinstance(data, dict) else {}
