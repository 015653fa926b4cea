"""`reportkit import nucc`: names of provider taxonomies, from the user's copy of the code set."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import import_read as read
from reportkit.cli import import_run as run
from reportkit.inputs.nucc import read_nucc
from reportkit.provide.refresh import Dataset


@click.command()
@click.argument("file", type=read.data_file)
@run.codes
@click.option(
    "--taxonomy",
    "added",
    multiple=True,
    callback=run.capitals,
    metavar="TAXONOMY",
    help="A taxonomy to add to each of the reports; may be given again.",
)
@run.source("nucc")
@read.stated
@run.project
@run.dry_run
def nucc(
    file: Path,
    codes: tuple[str, ...],
    added: tuple[str, ...],
    source: str,
    project: Path | None,
    dry_run: bool,
    stated: read.Stated,
) -> None:
    """Look up the `taxonomies` of CODEs; default: of all reports of the project.

    FILE is the CSV that NUCC gives to those who take its licence. Names and kinds are written
    anew; which taxonomies bill a code the file does not say: they are named in the input or by
    --taxonomy.
    """
    target = run.writing(project, dry_run=dry_run)
    given = read.read_given(file, "nucc", stated.encoding)
    with read.layouts_explained():
        table = read_nucc(given.name, given.content, stated.release)
    read.mention_refused(table.refused, table.file)
    origin = run.provenance(source, stated.as_of or table.begins, table.version, given)

    def datasets(code: str) -> Sequence[Dataset]:
        rows = run.standing(target.root, code).get("taxonomies") or ()
        named = dict.fromkeys([*(str(row["code"]) for row in rows), *added])
        read.stop_for_rows(table.refused, [*named], table.file)
        absent = [name for name in named if name not in table.rows]
        if absent:
            raise CannotRun(
                f"{table.file} has no readable row for {', '.join(absent)}",
                f"correct it in report/{code}/input.yaml, or use the version that has it",
            )
        taxonomies = tuple(table.rows[name] for name in named)
        return (Dataset("taxonomies", taxonomies, origin),) if taxonomies else ()

    run.write_inputs(target, run.chosen(target.root, codes), datasets)
