"""The documents that speak of commands speak of what is there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

import click
import pytest
from ruamel.yaml import YAML

from reportkit.cli import main_group
from reportkit.cli.command_pages import command_reference
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
    assert len(blocks) == 3
    for block in blocks:
        assert YAML(typ="safe").load(block)
