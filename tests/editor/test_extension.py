"""The extension for VS Code starts what reportkit has."""

from __future__ import annotations

import json

from reportkit import __version__
from reportkit.cli import COMMANDS
from reportkit.model.files import place_of
from small_project import ROOT

FOLDER = ROOT / "editors" / "vscode"
PACKAGE = json.loads((FOLDER / "package.json").read_text("utf-8"))


def test_it_starts_a_command_that_is_there() -> None:
    settings = PACKAGE["contributes"]["configuration"]["properties"]
    program, command = settings["reportkit.command"]["default"]
    assert program == "reportkit"
    assert command in COMMANDS


def test_it_wakes_up_in_a_project() -> None:
    assert PACKAGE["activationEvents"] == [f"workspaceContains:{place_of('project')}"]


def test_it_has_the_version_of_reportkit() -> None:
    assert PACKAGE["version"] == __version__
    assert (FOLDER / PACKAGE["main"]).is_file()


def test_what_it_is_made_of_is_fetched_from_nowhere_in_particular() -> None:
    assert '"resolved"' not in (FOLDER / "package-lock.json").read_text("utf-8")
