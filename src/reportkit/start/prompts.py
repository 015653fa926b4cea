"""Turn the model of a section into a first file of it, with a prompt for all that is to be written.

A prompt is a remark that says what belongs there, above a value that `check` finds until a
person has written it: TO_BE_WRITTEN for prose, nothing for a choice.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any, get_args, get_origin

from reportkit.findings.place import Route
from reportkit.model.absence import TO_BE_WRITTEN
from reportkit.model.base import Prose, Record
from reportkit.source import emit
from reportkit.source.explanations import explanations

Known = Mapping[Route, Any]
"""Route of a field to what is known of it: a single value, or records of a list by their keys."""

_WIDTH = 96


def prompted(model: type[Record], known: Known) -> str:
    """The text of a file of the model: what is known stands in it, the rest is asked for."""
    return "\n".join(_lines(model, known, (), 0)) + "\n"


def _lines(model: type[Record], known: Known, route: Route, indent: int) -> Iterator[str]:
    """The lines of a record, its keys `indent` columns in."""
    pad = " " * indent
    if not route:
        yield from _remark(f"{(model.__doc__ or '').splitlines()[0]}", 0)
    for key, field in model.model_fields.items():
        here = (*route, key)
        if not field.is_required() and here not in known:
            continue
        value = known.get(here, _unknown(field.annotation))
        if key != "reportkit":
            yield from [""] if not indent else []
            yield from _remark(_prompt(model, key, value), indent)
        yield from _field(f"{pad}{key}:", field.annotation, value, known, here, indent)


def _field(
    start: str, annotation: Any, value: Any, known: Known, route: Route, indent: int
) -> Iterator[str]:
    match _record_of(annotation), value:
        case (model, None) if model is not None and not _is_list(annotation):
            yield start
            yield from _lines(model, known, route, indent + 2)
        case (model, [_, *_] as rows) if model is not None:
            yield start
            for number, row in enumerate(rows):
                inner = {(*route, name): cell for name, cell in row.items()}
                yield from _item(model, inner, route, indent + 2, prompts=number == 0)
        case (_, str()) if annotation is Prose:
            yield f"{start} >"
            yield from (f"{' ' * (indent + 2)}{line}" for line in value.splitlines())
        case _:
            yield f"{start}{emit.block(value, indent)}"


def _item(
    model: type[Record], known: Known, route: Route, indent: int, *, prompts: bool
) -> Iterator[str]:
    """A record as an item of a list: its dash stands before its first key.

    Of several items the first has the prompts.
    """
    dashed = False
    for line in _lines(model, known, route, indent + 2):
        is_remark = line.lstrip().startswith("#")
        if not dashed and not is_remark:
            line, dashed = f"{' ' * indent}- {line.lstrip()}", True
        if prompts or not is_remark:
            yield line


def _unknown(annotation: Any) -> Any:
    """What stands for a value that is not known: prose to be written, else nothing."""
    if _is_form(annotation):
        return get_args(annotation)[0]
    if isinstance(annotation, type) and issubclass(annotation, str):
        return TO_BE_WRITTEN
    if _is_list(annotation):
        return None if NoneType in get_args(annotation) else []
    return None


def _is_form(annotation: Any) -> bool:
    """True for the key that says which form the file has: its one value is known."""
    values = get_args(annotation)
    return len(values) == 1 and isinstance(values[0], str)


def _is_list(annotation: Any) -> bool:
    return any(get_origin(part) is tuple for part in (annotation, *get_args(annotation)))


def _record_of(annotation: Any) -> type[Record] | None:
    """The record that a field, or each item of it, is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    inner = (_record_of(part) for part in get_args(annotation))
    return next((model for model in inner if model), None)


def _prompt(model: type[Record], key: str, value: Any) -> str:
    """What belongs under a key, and which values it may have where it is a choice."""
    choices = list(_choices(model.model_fields[key].annotation)) if value is None else []
    named = f"One of: {', '.join(choices)}." if choices else ""
    return " ".join(filter(None, (explanations(model).get(key, ""), named)))


def _choices(annotation: Any) -> Iterator[str]:
    for part in get_args(annotation):
        if isinstance(part, str):
            yield part
        elif part is not NoneType:
            yield from _choices(part)


def _remark(text: str, indent: int) -> Iterator[str]:
    pad = " " * indent
    for line in textwrap.wrap(
        text, _WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False
    ):
        yield f"{pad}# {line}"
