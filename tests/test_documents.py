"""The documents that speak of commands speak of what is there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest
from pydantic import TypeAdapter
from ruamel.yaml import YAML

from reportkit.cli import main_group
from reportkit.cli.command_pages import command_reference
from reportkit.cli.key_pages import key_pages
from reportkit.model.files import MODELS
from reportkit.report.key_page import examples_of, is_made_of_records
from reportkit.source.explanations import explanations, models_within
from small_project import ROOT

FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


def examples() -> Iterator[str]:
    """What follows `reportkit` on every line of the documents that runs it."""
    for path in DOCUMENTS:
        for _, block in FENCED.findall(path.read_text("utf-8")):
            for line in block.splitlines():
                if match := re.search(r"(?:^|run: |- |entry: )reportkit (.*?)(?: +#.*)?$", line):
                    yield match[1]


def test_the_reference_of_commands_is_current() -> None:
    """`make docs` writes it."""
    text = (ROOT / "docs/commands.md").read_text("utf-8")
    assert text == command_reference(main_group, "reportkit")


def test_the_pages_on_keys_are_current() -> None:
    """`make docs` writes them."""
    folder = ROOT / "docs/files"
    assert {path.name: path.read_text("utf-8") for path in folder.glob("*.md")} == key_pages()


@pytest.mark.parametrize("kind", MODELS)
def test_every_key_is_explained(kind: str) -> None:
    for record in models_within(MODELS[kind]):
        unexplained = record.model_fields.keys() - explanations(record).keys()
        assert not unexplained, (record.__name__, unexplained)


@pytest.mark.parametrize("kind", MODELS)
def test_every_key_has_an_example_that_its_file_may_hold(kind: str) -> None:
    for record, values in examples_of(kind).items():
        for key in record.model_fields:
            if not is_made_of_records(record, key):
                field = record.model_fields[key]
                assert field.rebuild_annotation(), (record.__name__, key)
                TypeAdapter(field.rebuild_annotation()).validate_python(values[key])


def commands(command: click.Command, context: click.Context) -> Iterator[click.Context]:
    """A command and all below it, each with the way to it."""
    yield context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None, name
            yield from commands(below, click.Context(below, context, info_name=name))


def test_every_command_shows_an_example_of_itself() -> None:
    root = click.Context(main_group, info_name="reportkit")
    for context in commands(main_group, root):
        if context is not root:
            shown = re.findall(r"^  (reportkit .*)$", context.command.epilog or "", re.MULTILINE)
            assert shown, context.command_path
            for line in shown:
                assert line.startswith(context.command_path), line


def test_no_document_has_another_makers_program_installed() -> None:
    """On the public index that name belongs to somebody else."""
    for path in [*ROOT.rglob("*.md"), *ROOT.glob("src/**/*"), *ROOT.glob(".ci/*")]:
        if path.is_file() and ".venv" not in path.parts and "node_modules" not in path.parts:
            text = path.read_bytes().decode("utf-8", "replace")
            assert not re.search(r"pip3? install (-\S+ )*['\"]?reportkit\b", text), path


@pytest.mark.parametrize("example", sorted(set(examples())))
def test_an_example_names_commands_and_options_that_are_there(example: str) -> None:
    command: click.Command = main_group
    context = click.Context(command)
    for word in shlex.split(example):
        if word.startswith("-"):
            option = word.partition("=")[0]
            known = {name for parameter in command.get_params(context) for name in parameter.opts}
            assert option in known, option
        elif isinstance(command, click.Group):
            below = command.get_command(context, word)
            assert below is not None, word
            command, context = below, click.Context(below)


def test_examples_for_ci_are_yaml() -> None:
    text = (ROOT / "docs/ci.md").read_text("utf-8")
    blocks = [block for kind, block in FENCED.findall(text) if kind == "yaml"]
    assert len(blocks) == 5
    for block in blocks:
        assert YAML(typ="safe").load(block)
