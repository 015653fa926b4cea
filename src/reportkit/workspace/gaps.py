"""The field of a gap's record in, the state of that field in the files out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from pydantic import BaseModel

from reportkit.model.absence import undeclared
from reportkit.model.base import Withheld
from reportkit.model.datasets import DATASETS
from reportkit.model.sections import AUTHORED
from reportkit.workspace.publication import Publication

State = Literal["given", "empty", "null", "faulty", "unknown"]
"""What stands at a field; `unknown` if no file has such a field."""

NULLABLE: tuple[str, ...] = tuple(
    f"{section}.{name}"
    for section, model in AUTHORED.items()
    for name, field in model.model_fields.items()
    if type(None) in get_args(field.annotation)
)
"""Keys of sections that may be written as `null`, as a record names them."""

FIELDS: tuple[str, ...] = (*DATASETS, *NULLABLE)
"""Every field that has to hold a value or to be recorded as missing."""


def state_of(field: str, publication: Publication) -> State:
    """What stands at a field such as `diagnoses`, `mue.practitioner` or a section's key."""
    try:
        return _state(field, publication)
    except Withheld:
        return "faulty"


def _state(field: str, publication: Publication) -> State:
    head, *rest = field.split(".")
    value: object
    if field in AUTHORED:
        return "null" if field in publication.unwritten else "given"
    if head in DATASETS:
        value = getattr(publication.input, head)
    elif head in AUTHORED and rest:
        value = publication.model(head)
    else:
        return "unknown"
    for name in rest:
        if value is None:
            return "null"
        if not isinstance(value, BaseModel) or name not in type(value).model_fields:
            return "unknown"
        value = getattr(value, name)
    if value is None:
        return "null"
    return "empty" if value == () else "given"


def open_gaps(publication: Publication) -> Iterator[str]:
    """The fields that are written as `null`."""
    unwritten = undeclared(publication.input)
    return (
        field
        for field in FIELDS
        if field not in unwritten and state_of(field, publication) == "null"
    )
