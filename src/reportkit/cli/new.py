"""`reportkit new`: a code and what was provided for it in, the files of its report out."""

from __future__ import annotations

import io
import sys
import tempfile
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path
from typing import Final

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, options
from reportkit.cli.begin_from import import_commands
from reportkit.cli.import_ import import_data
from reportkit.files.project_files import FileRefused
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.files.whole import new_folder
from reportkit.model.sections import AUTHORED
from reportkit.provide.refresh import CodeRef, code_ref
from reportkit.source.rewrite import RewriteRefused
from reportkit.start.project_files import SETTINGS
from reportkit.start.publication import begun

FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("code")
@click.option("--title", help="Title in your own words; asked for on a terminal.")
@click.option(
    "--from",
    "files",
    type=FILE,
    multiple=True,
    help="Public file with data of the code; others may follow it, or be given by --from again.",
)
@click.argument("more", nargs=-1, type=FILE, metavar="")
@options.project
def new(
    code: str,
    title: str | None,
    files: tuple[Path, ...],
    more: tuple[Path, ...],
    project: Path | None,
) -> None:
    """Begin the report of CODE: its report.yaml, its input.yaml, and each of its sections.

    What the files say is filled in, as `reportkit import` does, with the sentences that it
    already says. All else stands as `To be written.` or `null`, below a remark that says what
    belongs there; `reportkit check CODE` lists it. Sections that are there stay as they are,
    so that the report of an import can be begun as well.
    """
    root = options.project_root(project)
    ref = _ref(code)
    commands = import_commands([code], [file.resolve() for file in (*files, *more)])
    titled = title or _asked_title(FolderFiles(root).holds(f"report/{code}/report.yaml"))
    with hold(root) as held:
        standing = _standing(root, code)
        texts = _begun(root, ref, titled, standing, commands)
        fresh = {path: text for path, text in texts.items() if standing.get(path) != text}
        if not fresh:
            raise CannotRun(
                f"every file of {code} is there already",
                f"`reportkit check {code}` lists what is to be written",
            )
        write_files(held, {path: text.encode() for path, text in fresh.items()})
    for path in fresh:
        click.echo(f"wrote {path}")
    click.echo(f"next: `reportkit check {code}` lists what is to be written")


def _ref(code: str) -> CodeRef:
    ref = code_ref(code)
    if ref is None:
        raise CannotRun(
            f"{code} is neither a CPT nor a HCPCS code", "write five signs, as 11055 or G0101"
        )
    return ref


def _asked_title(has_one: bool) -> str | None:
    """The title a person types; None to keep that of a report that is there."""
    if has_one:
        return None
    if sys.stdin.isatty():
        answer: str = click.prompt("Title of the report, in your own words")
        return answer
    raise CannotRun("the report has no title yet", 'name it with --title "…", in your own words')


def _standing(root: Path, code: str) -> dict[str, str]:
    """The files of the report that are there, by their path from the project folder."""
    files = FolderFiles(root)
    paths = [
        f"report/{code}/report.yaml",
        f"report/{code}/input.yaml",
        *(f"sections/{code}/{section}.yaml" for section in AUTHORED),
    ]
    return {path: _text(files, path) for path in paths if files.holds(path)}


def _begun(
    root: Path,
    code: CodeRef,
    title: str | None,
    standing: dict[str, str],
    commands: Sequence[Sequence[str]],
) -> dict[str, str]:
    """All files of the report, after the imports; nothing is written in the project."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            scratch = Path(folder, "project")
            texts = {SETTINGS: _text(FolderFiles(root), SETTINGS), **standing}
            new_folder(scratch, {path: text.encode() for path, text in texts.items()})
            for command in commands:
                _import(scratch, command)
            return standing | begun(code, title, _standing(scratch, code.code), clock.today())
    except RewriteRefused as refused:
        raise CannotRun(
            str(refused), f"`reportkit check {code.code}` shows what to repair"
        ) from None


def _import(scratch: Path, command: Sequence[str]) -> None:
    """Run one import for a copy of the report; what it tells of the copy is not for the user.

    An import that finds the code not valid is a reason not to begin.
    """
    told = io.StringIO()
    try:
        with redirect_stdout(told):
            import_data.main(
                [*command, "--project", str(scratch)], "reportkit import", standalone_mode=False
            )
    except SystemExit as end:
        if end.code:
            # The verdict is the last line but that with the size of the file.
            verdict = told.getvalue().strip().splitlines()[-2]
            raise CannotRun(
                verdict, "leave the file out of --from to write of the code all the same"
            ) from None


def _text(files: FolderFiles, path: str) -> str:
    try:
        return (files.content(path) or b"").decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotRun(f"{path} is not UTF-8", "save the file as UTF-8") from None
    except FileRefused as refused:
        raise CannotRun(f"{path}: {refused.message}", refused.hint) from None
