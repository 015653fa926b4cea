"""`reportkit init`: a folder in, a project in it out; what was there stays."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import options
from reportkit.files.project_files import FileRefused
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, recover, write_files
from reportkit.start.project_files import IGNORED, SETTINGS, example_project, new_project


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
@click.option(
    "--publisher",
    metavar="NAME",
    help="Who issues the reports, as printed; asked for on a terminal.",
)
@click.option("--example", is_flag=True, help="Put a whole small report into it as well.")
def init(folder: Path, publisher: str | None, example: bool) -> None:
    """Begin a project in FOLDER, which is made if need be; default: the current folder.

    It gets report/project.yaml, a README that says how reports are written, a .gitignore, and a
    workflow that checks reports on GitHub. A file that is there is never changed.
    """
    root = folder.resolve()
    _refuse_within_project(root)
    recover(root)
    texts = example_project() if example else new_project(_publisher(root, publisher))
    kept = [path for path in texts if os.path.lexists(root / path)]
    fresh = {path: text for path, text in texts.items() if path not in kept}
    if fresh:
        with hold(root) as held:
            write_files(held, {path: text.encode() for path, text in fresh.items()})
    for path in fresh:
        click.echo(f"wrote {options.shown(root / path)}")
    for path in kept:
        click.echo(f"kept {options.shown(root / path)}, which was there")
    if IGNORED in kept and not _is_build_ignored(root):
        click.echo(f"see that {IGNORED} names /build/: what is built there is made anew each time")
    click.echo(f"next, in {options.shown(root)}: {_next(example)}")


def _is_build_ignored(root: Path) -> bool:
    try:
        return b"/build/" in (FolderFiles(root).content(IGNORED) or b"").split()
    except FileRefused:
        return False


def _refuse_within_project(root: Path) -> None:
    for folder in root.parents:
        if (folder / SETTINGS).is_file():
            raise CannotRun(
                f"{root} is within the project {folder}",
                "begin a report there with `reportkit new CODE`, or name a folder elsewhere",
            )


def _publisher(root: Path, named: str | None) -> str:
    if named:
        return named
    if (root / SETTINGS).exists() or not sys.stdin.isatty():
        return root.name
    answer: str = click.prompt("Who issues the reports, as printed", default=root.name)
    return answer


def _next(example: bool) -> str:
    return "`reportkit check`, then `reportkit build`" if example else "`reportkit new CODE`"
