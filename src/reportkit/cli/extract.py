"""`reportkit extract`: the sources a published file was made from, as a project folder."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
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
    if into.exists() and any(into.iterdir()):
        raise CannotRun(f"{into} is not empty", "name a folder that does not exist yet")
    write_sources(evidence, into)
    click.echo(f"wrote {len(evidence.files)} files to {into}")


def evidence_of(file: Path) -> Evidence:
    """What a published file carries, or the reason why it cannot be read."""
    try:
        return read_evidence(file.name, file.read_bytes())
    except NoEvidence as fault:
        raise CannotRun(f"{file.name}: {fault}",
                        "take a file that reportkit build has written") from fault  # fmt: skip


def write_sources(evidence: Evidence, folder: Path) -> None:
    """Write the source files below a folder; their paths have been checked."""
    for path, content in evidence.files.items():
        target = folder / path
        if not target.resolve().is_relative_to(folder.resolve()):
            raise CannotRun(f"the path {path} leads out of {folder}", "do not trust this file")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
