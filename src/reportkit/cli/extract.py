"""`reportkit extract`: the sources a published file was made from, as a project folder."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.files.whole import new_folder
from reportkit.publish.evidence import Evidence, NoEvidence, read_evidence


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", type=click.Path(file_okay=False, path_type=Path), required=True,
              help="Folder to write; it must not exist or be empty.")  # fmt: skip
def extract(file: Path, into: Path) -> None:
    """Take the sources out of FILE, a published PDF or web page.

    `reportkit build --project FOLDER` then makes the same publication from them.
    """
    evidence = evidence_of(file)
    if into.exists() and into.samefile(Path.cwd()):
        raise CannotRun(f"{into} is the folder you are in", "name a folder that does not exist yet")
    new_folder(into, evidence.files)
    click.echo(f"wrote {len(evidence.files)} files to {into}")


def evidence_of(file: Path) -> Evidence:
    """What a published file carries, or the reason why it cannot be read."""
    try:
        return read_evidence(file.name, file.read_bytes())
    except NoEvidence as fault:
        raise CannotRun(f"{file.name}: {fault}",
                        "take a file that reportkit build has written") from fault  # fmt: skip
