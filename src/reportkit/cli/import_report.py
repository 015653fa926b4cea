"""`reportkit import report`: an old report in, the files of a publication out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, options
from reportkit.cli.named import read_named
from reportkit.cli.old_file import OldFile
from reportkit.cli.suspect import told
from reportkit.contain import Answer, Limits, contained
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.legacy.read import MOST_BYTES
from reportkit.report.frame import printable


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--code", metavar="CODE", help="Code of the publication, if FILE does not say it.")
@click.option("--force", is_flag=True, help="Replace the files of a publication that exists.")
@options.project
def report(file: Path, code: str | None, force: bool, project: Path | None) -> None:
    """Read FILE, an old report as text, Markdown, HTML, PDF or docx, as a publication to check.

    Every word of it is kept. What no field is for, and what had to be guessed, is listed in
    imported.yaml, and each of it is an error until a person has settled it. What the old report
    does not say stands as `To be written.` or as a day that cannot be meant; `reportkit check`
    then names what is wrong.
    """
    root = options.project_root(project)
    content = read_named(file, MOST_BYTES, "name a file of text")
    texts, lines = _read(OldFile(printable(file.name), content, code, clock.today()))
    with hold(root) as held:
        _refuse_standing(FolderFiles(root), texts, force=force)
        write_files(held, {path: text.encode() for path, text in texts.items()})
    options.show("".join(f"{printable(line)}\n" for line in lines))


def _read(old: OldFile) -> tuple[dict[str, str], list[str]]:
    """Path to text of each file to write, and what is to be told; raises CannotRun."""
    match contained("reportkit.cli.old_file:read_apart", old, LIMITS):
        case Answer(value={"texts": texts, "told": lines}):
            return texts, lines
        case Answer(value={"message": message, "hint": hint}):
            raise CannotRun(message, hint)
        case outcome:
            raise CannotRun(
                f"{old.name} cannot be read: {told(outcome)}",
                "save its text by itself, or in parts",
            )


LIMITS: Final = Limits(seconds=30, megabytes=1_000)
"""An old report comes from anybody, and readers of PDF can be led astray."""


def _refuse_standing(files: FolderFiles, texts: Iterable[str], *, force: bool) -> None:
    standing = [path for path in texts if files.holds(path)]
    if standing and not force:
        raise CannotRun(
            f"{standing[0]} exists; nothing was written",
            "use --force to replace the files of this publication",
        )
