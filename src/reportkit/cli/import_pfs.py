"""`reportkit import pfs`: the Medicare physician fee schedule into inputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import import_run as run
from reportkit.inputs.gpci import Gpci, locality_payment, read_gpci
from reportkit.inputs.pfs import PfsFile, PfsRow, mpfs, read_pfs, whole_service
from reportkit.provide.refresh import Dataset, code_ref


@click.command()
@click.argument("file", type=run.data_file)
@run.codes
@click.option("--gpci", type=run.data_file, help="File of geographic indices, for localities.")
@click.option("--locality", "localities", multiple=True, metavar="ID",
              help="Contractor and locality number, as 0111254; default: all.")  # fmt: skip
@click.option("--all", "everything", is_flag=True,
              help="Every code with status A, C, R or T, not only of this project.")  # fmt: skip
@click.option("--release", help="Release, if the file does not say it: RVU25D.")
@click.option("--source", default="cms-pfs", show_default=True, help="Source id in report.yaml.")
@run.project
@run.dry_run
def pfs(
    file: Path,
    codes: tuple[str, ...],
    gpci: Path | None,
    localities: tuple[str, ...],
    everything: bool,
    release: str | None,
    source: str,
    project: Path | None,
    dry_run: bool,
) -> None:
    """Read the relative value file (PPRRVU) for CODEs; default: all of the project.

    Payment is total RVUs times conversion factor, or the outpatient cap on imaging where that
    is lower. Of several rows of a code the one without modifier counts.
    """
    target = run.writing(project, dry_run=dry_run)
    given = run.read_given(file)
    with run.layouts_explained():
        table = read_pfs(given.name, given.content, release=release)
    wanted = _wanted(target, table, codes) if not everything else _payable(table, codes)
    run.stop_for_refused(table.refused, wanted, given.name)
    rows = _rows(table, wanted, codes)
    origins = [given]
    chosen: tuple[Gpci, ...] = ()
    if gpci is not None:
        indices = run.read_given(gpci)
        chosen = _localities(table, indices, localities)
        origins.append(indices)
    elif localities:
        raise CannotRun("--locality needs the file of indices", "name it with --gpci FILE")
    provenance = run.provenance(source, table.effective, table.release, *origins)

    def datasets(code: str) -> Sequence[Dataset]:
        row = rows[code]
        places = tuple(locality_payment(row, each) for each in chosen)
        return (Dataset("mpfs", mpfs(row, table.release, places), provenance),)

    run.write_inputs(target, tuple(rows), datasets)
    _mention_caps(rows)


def _wanted(target: run.Writing, table: PfsFile, codes: tuple[str, ...]) -> tuple[str, ...]:
    known = table.by_code()
    wanted = run.chosen(target.root, codes)
    readable = {*known, *(each.code for each in table.refused if each.code)}
    absent = [code for code in wanted if code not in readable]
    run.stop_for_missing(absent, codes, table.file, "check the code, or use another release")
    return tuple(code for code in wanted if code not in absent)


def _payable(table: PfsFile, codes: tuple[str, ...]) -> tuple[str, ...]:
    if codes:
        raise CannotRun("--all and codes are both given", "name codes or use --all")
    return tuple(row.code for row in table.payable() if code_ref(row.code) is not None)


def _rows(table: PfsFile, wanted: Sequence[str], codes: tuple[str, ...]) -> Mapping[str, PfsRow]:
    by_code = table.by_code()
    rows = {}
    for code in wanted:
        row = whole_service(by_code[code])
        if row is not None:
            rows[code] = row
            continue
        modifiers = ", ".join(each.modifier for each in by_code[code])
        message = f"{table.file} has {code} only with modifier {modifiers}"
        if codes:
            raise CannotRun(message, "import a code that has a row without modifier")
        click.echo(message, err=True)
    return rows


def _localities(table: PfsFile, indices: run.GivenFile, named: tuple[str, ...]) -> tuple[Gpci, ...]:
    with run.layouts_explained():
        found = read_gpci(indices.name, indices.content)
    run.stop_for_refused(found.refused, (), indices.name)
    if found.year != str(table.effective.year):
        raise CannotRun(f"{indices.name} is of {found.year}, {table.file} of "
                        f"{table.effective.year}", "give both files of one year")  # fmt: skip
    known = {each.locality: each for each in found.localities}
    for name in named:
        if name not in known:
            first = next(iter(known.values()))
            raise CannotRun(f"{indices.name} has no locality {name}",
                            "write contractor and locality number together, as "
                            f"{first.locality} for {first.name}, {first.state}")  # fmt: skip
    return tuple(known[name] for name in named) if named else found.localities


def _mention_caps(rows: Mapping[str, PfsRow]) -> None:
    capped = [
        f"{code} {row.payment('nonfacility')}"
        for code, row in rows.items()
        if row.capped("nonfacility")
    ]
    if capped:
        shown = ", ".join(capped[:12]) + (" …" if len(capped) > 12 else "")
        click.echo("note: the outpatient cap on imaging is lower and is the payment written for "
                   f"{len(capped)} of the codes: {shown}", err=True)  # fmt: skip
