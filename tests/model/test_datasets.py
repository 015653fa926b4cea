"""The table of provided data agrees with the form of the files, key by key and list by list."""

from __future__ import annotations

from collections.abc import Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from reportkit.assemble.sections import MAKERS
from reportkit.check.example import specimen
from reportkit.model.codes import CODE_PATTERNS
from reportkit.model.dataset_kind import ANY_CODE
from reportkit.model.datasets import (
    CODES_AT,
    DATA_SECTIONS,
    KINDS,
    PAYERS_AT,
    SOURCES_AT,
    told_in,
)
from reportkit.model.decisive import DECISIVE, RESTRICTING
from reportkit.model.files import MODELS
from reportkit.model.input import ProvidedInput
from reportkit.model.paths import lists_at, values_at
from reportkit.model.report import CodeSets
from reportkit.model.rows import ROWS
from reportkit.model.sections import AUTHORED, FROM_DATA

BY_PLACE = {
    "project.terms",
    "clinical-context.workflow",
    "clinical-context.guidelines",
    "coding-specifications.companion_services",
    "waivers.waivers",
    "house-waivers.waivers",
    "texts.wordings",
    "signoff.signatures",
    "editions.released.made_with",
    "review.sent_back",
    "review.answers",
    "review.done",
}
"""Lists whose rows may be alike: nothing but their place tells them apart."""


def part_of(annotation: Any) -> Any:
    """A record, or the items of a list, that an annotation allows beside null."""
    if get_origin(annotation) in (Union, UnionType):
        return part_of(next(each for each in get_args(annotation) if each is not type(None)))
    return annotation


def lists_of(model: type[BaseModel], path: str = "") -> Iterator[tuple[str, type[BaseModel]]]:
    """Path of each list of records in a model, however deep, with the records."""
    for name, field in model.model_fields.items():
        inner = part_of(field.annotation)
        here = f"{path}.{name}".lstrip(".")
        if get_origin(inner) is tuple:
            (item, *_) = get_args(inner)
            if isinstance(item, type) and issubclass(item, BaseModel):
                yield here, item
                yield from lists_of(item, here)
        elif isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from lists_of(inner, here)


def fields_at(path: str, model: type[BaseModel] = ProvidedInput) -> type[BaseModel]:
    """The record in which the last key of a path stands."""
    head, _, rest = path.partition(".")
    assert head in model.model_fields, path
    inner = part_of(model.model_fields[head].annotation)
    if get_origin(inner) is tuple:
        (inner, *_) = get_args(inner)
    return fields_at(rest, inner) if rest else model


def test_every_key_of_the_input_is_a_kind_of_data_or_part_of_its_frame() -> None:
    frame = {"reportkit", "code", "code_system", "as_of", "provenance", "missing"}
    assert list(KINDS) == [name for name in ProvidedInput.model_fields if name not in frame]


@pytest.mark.parametrize("key", MODELS)
def test_it_is_said_of_every_list_what_tells_its_rows_apart(key: str) -> None:
    found = dict(lists_of(MODELS[key]))
    said = {path for path, fields in ROWS.get(key, {}).items() if fields}
    assert said == {path for path in found if f"{key}.{path}" not in BY_PLACE}
    for path in said:
        assert set(ROWS[key][path]) <= set(found[path].model_fields)


def test_every_path_of_the_table_leads_somewhere() -> None:
    releases = [f"{kind.key}.{kind.release}" for kind in KINDS.values() if kind.release]
    for path in (*CODES_AT, *PAYERS_AT, *SOURCES_AT, *releases):
        fields_at(path)
    for path, system in CODES_AT.items():
        assert system in {*CODE_PATTERNS, ANY_CODE} or system in fields_at(path).model_fields


def test_every_path_to_what_decides_on_a_claim_leads_somewhere() -> None:
    assert set(KINDS) >= RESTRICTING
    for key, paths in DECISIVE.items():
        for path in paths:
            fields_at(path, MODELS[key])


def test_every_dataset_is_printed_in_a_section_that_is_made() -> None:
    assert {kind.section for kind in KINDS.values()} <= set(MAKERS)
    assert {section.stand_in for section in DATA_SECTIONS} <= set(AUTHORED)
    assert set(FROM_DATA.values()) <= set(KINDS)


def test_every_code_set_of_the_cover_is_one_of_the_report() -> None:
    assert {kind.code_set for kind in KINDS.values()} - {None} <= set(CodeSets.model_fields)


def test_absence_is_told_in_a_section_that_the_report_has() -> None:
    assert told_in(KINDS["rates"], ("summary", "rate-benchmarks")) == "rate-benchmarks"
    assert told_in(KINDS["rates"], tuple(AUTHORED)) == "billing-overview"
    assert told_in(KINDS["sites"], tuple(AUTHORED)) == "billing-overview"


def test_a_path_leads_through_lists_and_stops_at_what_is_absent() -> None:
    data = specimen({}).input
    assert list(values_at(data, "sites.pos")) == [
        (("sites", 0, "pos", 0), "24"),
        (("sites", 1, "pos", 0), "11"),
    ]
    assert [route for route, _ in lists_at(data, "sites.pos")] == [
        ("sites", 0, "pos"),
        ("sites", 1, "pos"),
    ]
    assert list(values_at(data, "modifiers")) == [
        (("modifiers", 0), "22"),
        (("modifiers", 1), "59"),
    ]
    assert list(values_at(data, "ncci.pairs.column_1")) == []
    assert list(lists_at(data, "ncci.pairs")) == []
