"""`reportkit export`: a copy of a publication for people who work in another program."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import completion, options
from reportkit.desk.word_paper import set_word_paper
from reportkit.files.together import hold, write_files
from reportkit.workspace.select import select_codes


@click.command()
@click.argument("code", shell_complete=completion.codes)
@click.option(
    "--docx", is_flag=True, required=True, expose_value=False, help="As a document of Word."
)
@options.project
def export(code: str, project: Path | None) -> None:
    """Write a copy of CODE for reviewers who work in Word, into build/<code>/.

    It holds the words as they are printed, and tracks every change. `reportkit comments` takes
    its comments and changes up, each at the line that its words come from.
    """
    root = options.project_root(project)
    (code,) = select_codes(root, [code], root)
    copy = set_word_paper(root, code)
    if isinstance(copy, str):
        raise CannotRun(
            f"no copy can be made of {code}: {copy}", f"`reportkit check {code}` says why"
        )
    path = f"build/{code}/{code}.docx"
    with hold(root) as held:
        write_files(held, {path: copy})
    click.echo(f"wrote {options.shown(root / path)}")
