"""`reportkit import gaps`: a workbook of gaps that a supplier has filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import import_read as read
from reportkit.cli import import_run as run
from reportkit.inputs.gap_workbook import Filled, RefusedCell, read_gap_workbook
from reportkit.model.input import Provenance
from reportkit.provide.gap_rows import Closing, Standing, closings
from reportkit.provide.refresh import Dataset
from reportkit.workspace.publication import Publication
from reportkit.workspace.select import all_codes
from reportkit.workspace.workspace import read_workspace


@click.command()
@click.argument("file", type=read.data_file)
@run.project
@run.dry_run
def gaps(file: Path, project: Path | None, dry_run: bool) -> None:
    """Read the workbook FILE that `reportkit gaps --xlsx` wrote and a supplier has filled in.

    What is filled in closes gaps, with the source and the day that the workbook names; data that
    is there already is never changed. Where a cell does not fit, each such cell is named, nothing
    is written, and the exit code is 1.
    """
    target = run.writing(project, dry_run=dry_run)
    given = read.read_given(file, None)
    with read.layouts_explained():
        filled = read_gap_workbook(given.name, given.content)
    known = {code: _standing(publication) for code, publication in _read(target.root, filled)}
    closed = closings(filled, known)
    if closed.refused:
        _refuse(closed.refused)
    if not closed.closing:
        raise CannotRun("nothing is filled in", f"fill in a sheet of {given.name}")

    def datasets(code: str) -> Sequence[Dataset]:
        return [*_datasets(code, closed.closing, run.standing(target.root, code), given)]

    run.write_inputs(target, sorted({closing.code for closing in closed.closing}), datasets)


def _read(root: Path, filled: Filled) -> Iterator[tuple[str, Publication]]:
    """The publications that the workbook is about, as far as the project has them."""
    rows = [*filled.origins, *(row for rows in filled.rows.values() for row in rows)]
    wanted = sorted({row.code for row in rows} & {*all_codes(root)})
    for publication in read_workspace(root, wanted).publications:
        yield publication.code, publication


def _standing(publication: Publication) -> Standing:
    return Standing(publication.files["input"].sound, publication.files["report"].sound)


def _datasets(
    code: str, closing: Sequence[Closing], standing: Mapping[str, object], given: read.GivenFile
) -> Iterator[Dataset]:
    for one in closing:
        if one.code != code:
            continue
        if standing.get(one.dataset) is not None:
            raise CannotRun(
                f"{one.dataset} of {code} was provided meanwhile", "read the workbook again"
            )
        origin = Provenance(
            source=one.source,
            as_of=one.as_of,
            release=one.release,
            file=given.name,
            sha256=given.sha256,
        )
        yield Dataset(one.dataset, one.value, origin)


def _refuse(refused: Sequence[RefusedCell]) -> None:
    for cell in refused:
        click.echo(f"{cell.cell}: {cell.reason}\n  = help: {cell.hint}", err=True)
    cells = "1 cell does" if len(refused) == 1 else f"{len(refused)} cells do"
    click.echo(f"{cells} not fit; nothing was written", err=True)
    raise SystemExit(1)
