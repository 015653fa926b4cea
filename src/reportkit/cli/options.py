"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from reportkit.cli import completion
from reportkit.files.together import recover
from reportkit.report.palette import COLOUR, PLAIN, Palette
from reportkit.workspace.select import find_root, select_codes

F = TypeVar("F", bound=Callable[..., Any])

names = click.argument(
    "names", nargs=-1, metavar="[CODE|PATH]...", shell_complete=completion.codes_and_files
)
project = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Project folder; default: the one at or above the current folder.",
)
fail_on = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    default="error",
    show_default=True,
    help="Least severity that makes the exit code 1.",
)
jobs = click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    default=os.cpu_count() or 1,
    help="Publications worked on at a time; default: one a processor.",
)
output_format = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of what is printed.",
)


def project_root(folder: Path | None) -> Path:
    """The project folder given, or the one at or above the current folder.

    What a process that died has left half done in it is taken back first. Raises CannotRun.
    """
    root = find_root(Path(os.path.realpath(folder or Path.cwd())))
    recover(root)
    return root


def selected(folder: Path | None, named: tuple[str, ...]) -> tuple[Path, tuple[str, ...]]:
    """The project folder given or found, and the codes of what the user named in it."""
    root = project_root(folder)
    return root, select_codes(root, named, Path.cwd())


def palette() -> Palette:
    """Colours where a person is looking and has not declined them."""
    if os.environ.get("NO_COLOR"):
        return PLAIN
    if os.environ.get("FORCE_COLOR"):
        return COLOUR
    if os.environ.get("TERM") == "dumb" or not sys.stdout.isatty():
        return PLAIN
    return COLOUR


def show(text: str) -> None:
    """Write text to standard output as it is: `palette` has decided on its colours."""
    click.echo(text, nl=False, color=True)


def shown(path: Path) -> str:
    """A path as the user would type it from here, for a terminal to show."""
    from reportkit.report.frame import printable

    here = Path.cwd()
    return printable(str(path.relative_to(here)) if path.is_relative_to(here) else str(path))
