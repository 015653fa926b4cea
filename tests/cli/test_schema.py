"""`reportkit schema` gives editors what the reader of a file asks of it."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]
from ruamel.yaml import YAML

from reportkit.model.files import MODELS
from reportkit.source.editor_schema import editor_schema
from small_project import copy_project, run


def as_json(value: Any) -> Any:
    """What a language server sees: mappings, lists, numbers and text."""
    match value:
        case dict():
            return {str(key): as_json(each) for key, each in value.items()}
        case list():
            return [as_json(each) for each in value]
        case date() | datetime():
            return value.isoformat()
        case _:
            return value


def files_of(folder: Path) -> list[tuple[str, Path]]:
    found = {path.stem: path for path in sorted(folder.rglob("*.yaml"))}
    return [(key, found[key]) for key in MODELS if key in found]


def test_the_settings_name_a_schema_for_every_file_of_the_project(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    outcome = run(project, "schema")
    assert outcome.returncode == 0, outcome.stderr
    settings = json.loads(outcome.stdout)["yaml.schemas"]
    matched = {path for pattern in settings.values() for path in project.glob(pattern)}
    assert matched == {path for _, path in files_of(project)}
    for path in settings:
        Draft7Validator.check_schema(json.loads((project / path).read_text("utf-8")))


def test_accepted_sentences_stand_beside_the_report(tmp_path: Path) -> None:
    outcome = run(copy_project(tmp_path), "schema")
    settings = json.loads(outcome.stdout)["yaml.schemas"]
    assert settings["./build/schemas/accepted.schema.json"] == "report/*/accepted.yaml"


def test_the_files_of_a_project_have_the_form_the_schemas_ask_for(tmp_path: Path) -> None:
    for key, path in files_of(copy_project(tmp_path)):
        data = as_json(YAML(typ="safe").load(path.read_text("utf-8")))
        assert list(Draft7Validator(editor_schema(MODELS[key])).iter_errors(data)) == [], key


@pytest.mark.parametrize(
    "change", [{"colour": "blue"}, {"definition": 3}, {"reportkit": "summary/2"}]
)
def test_what_the_reader_refuses_the_schema_refuses(
    tmp_path: Path, change: dict[str, object]
) -> None:
    path = copy_project(tmp_path) / "sections/57511/summary.yaml"
    data = as_json(YAML(typ="safe").load(path.read_text("utf-8"))) | change
    errors = list(Draft7Validator(editor_schema(MODELS["summary"])).iter_errors(data))
    assert len(errors) == 1


def test_keys_are_explained_and_choices_offered() -> None:
    schema = editor_schema(MODELS["coding-specifications"])
    row = schema["definitions"]["ModifierRow"]["properties"]
    assert row["documentation"]["description"] == "What the record has to show."
    assert "procedure" in row["appended_to"]["enum"]
