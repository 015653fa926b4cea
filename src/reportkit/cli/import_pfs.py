"""`reportkit import pfs`: the Medicare physician fee schedule into inputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import import_codes
from reportkit.cli import import_read as read
from reportkit.cli import import_run as run
from reportkit.findings.counted import counted
from reportkit.inputs.gpci import Gpci, locality_payment, read_gpci
from reportkit.inputs.locality_amounts import differences, read_locality_amounts
from reportkit.inputs.pfs import PfsFile, PfsRow, mpfs, read_pfs, whole_service
from reportkit.model.fees import Participants
from reportkit.provide.refresh import Dataset


@click.command()
@click.argument("file", type=read.data_file)
@run.codes
@click.option("--gpci", type=read.data_file, help="File of geographic indices, for localities.")
@run.localities
@click.option(
    "--amounts",
    type=read.data_file,
    help="CMS's own amounts by locality (PFREV, PFALL, OPPSCAP), to hold ours to.",
)
@import_codes.every_code
@click.option(
    "--participants",
    type=click.Choice(["all", "nonqualifying", "qualifying"]),
    help="For whom the factor holds, where the file does not say it.",
)
@run.source("cms-pfs")
@read.stated
@run.project
@run.dry_run
def pfs(
    file: Path,
    codes: tuple[str, ...],
    gpci: Path | None,
    localities: tuple[str, ...],
    amounts: Path | None,
    everything: bool,
    participants: Participants | None,
    source: str,
    project: Path | None,
    dry_run: bool,
    stated: read.Stated,
) -> None:
    """Read the relative value file (PPRRVU) for CODEs; default: all of the project.

    Payment is total RVUs times conversion factor, or the outpatient cap on imaging where that
    is lower. Rows with modifier 26, TC or 53 are the parts of a code. From 2026 on there are two
    files, one for participants in a qualifying payment model; import both.
    """
    target = run.writing(project, dry_run=dry_run)
    given = read.read_given(file, "pfs", stated.encoding)
    with read.layouts_explained():
        table = read_pfs(
            given.name, given.content, release=stated.fee_release, participants=participants
        )
    _require_participants(table)
    if everything:
        wanted = import_codes.every(table.by_code(), {table.file: table.refused}, codes)
        read.mention_refused(table.refused, given.name)
    else:
        wanted = _wanted(target, table, codes)
    rows = _rows(table, wanted, codes)
    origins = [given]
    chosen: tuple[Gpci, ...] = ()
    if gpci is not None:
        indices = read.read_given(gpci, "pfs FILE --gpci", stated.encoding)
        chosen = _localities(table, indices, localities)
        origins.append(indices)
    elif localities:
        raise CannotRun("--locality needs the file of indices", "name it with --gpci FILE")
    if amounts is not None:
        own = read.read_given(amounts, "pfs FILE --amounts", stated.encoding)
        _hold_to(own, table, rows, chosen)
    day = stated.as_of or table.effective
    provenance = run.provenance(source, day, table.release, *origins)

    def datasets(code: str) -> Sequence[Dataset]:
        places = tuple(locality_payment(rows[code], locality) for locality in chosen)
        return (Dataset("mpfs", mpfs(rows[code], table, places), provenance),)

    run.write_inputs(target, tuple(rows), datasets)
    _mention_caps(rows)


def _require_participants(table: PfsFile) -> None:
    """Stop where nothing says whose factor it is: it would take the place of the other one."""
    if table.participants is None:
        factor = table.rows[0].conversion_factor if table.rows else "none"
        raise CannotRun(
            f"{table.file}: nothing says for whom the conversion factor {factor} holds, of which "
            f"there are two in {table.effective.year}",
            "name it with --participants nonqualifying or --participants qualifying",
        )


def _wanted(target: run.Writing, table: PfsFile, codes: tuple[str, ...]) -> tuple[str, ...]:
    known = table.by_code()
    wanted = run.chosen(target.root, codes)
    read.stop_for_refused(table.refused, wanted, table.file)
    readable = {*known, *(code for row in table.refused for code in row.codes)}
    absent = [code for code in wanted if code not in readable]
    read.stop_for_missing(absent, codes, table.file, "check the code, or use another release")
    return tuple(code for code in wanted if code not in absent)


def _rows(
    table: PfsFile, wanted: Sequence[str], codes: tuple[str, ...]
) -> Mapping[str, tuple[PfsRow, ...]]:
    """The rows of each code that has one for the whole service."""
    by_code = table.by_code()
    rows = {}
    for code in wanted:
        if whole_service(by_code[code]) is not None:
            rows[code] = by_code[code]
            continue
        modifiers = ", ".join(row.modifier for row in by_code[code])
        message = f"{table.file} has {code} only with modifier {modifiers}"
        if codes:
            raise CannotRun(message, "import a code that has a row without modifier")
        click.echo(message, err=True)
    return rows


def _localities(
    table: PfsFile, indices: read.GivenFile, named: tuple[str, ...]
) -> tuple[Gpci, ...]:
    with read.layouts_explained():
        table_read = read_gpci(indices.name, indices.content)
    read.stop_for_part(table_read.refused, named, indices.name)
    if table_read.year != str(table.effective.year):
        raise CannotRun(
            f"{indices.name} is of {table_read.year}, {table.file} of {table.effective.year}",
            "give both files of one year",
        )
    known = {locality.locality: locality for locality in table_read.localities}
    for name in named:
        if name not in known:
            first = next(iter(known.values()))
            raise CannotRun(
                f"{indices.name} has no locality {name}",
                "write contractor and locality number together, as "
                f"{first.locality} for {first.name}, {first.state}",
            )
    return tuple(known[name] for name in named) if named else table_read.localities


def _hold_to(
    given: read.GivenFile,
    table: PfsFile,
    rows: Mapping[str, Sequence[PfsRow]],
    localities: Sequence[Gpci],
) -> None:
    """Stop where an amount of CMS differs from ours; say how many there were."""
    if not localities:
        raise CannotRun("--amounts needs the file of indices", "name it with --gpci FILE")
    with read.layouts_explained():
        amounts = read_locality_amounts(given.name, given.content)
    if amounts.year not in (None, str(table.effective.year)):
        raise CannotRun(
            f"{amounts.file} is of {amounts.year}, {table.file} of {table.effective.year}",
            "give both files of one year",
        )
    read.stop_for_refused(amounts.refused, tuple(rows), amounts.file)
    compared = differences(amounts, rows, localities)
    if compared.differences:
        raise CannotRun(
            f"{amounts.file}: {counted(len(compared.differences), 'amount')} of "
            f"{compared.held:,} differ, first {compared.differences[0]}",
            "give the files of one release: relative values, indices and amounts",
        )
    click.echo(f"{amounts.file}: {counted(compared.held, 'amount')} are those worked out here")


def _mention_caps(rows: Mapping[str, Sequence[PfsRow]]) -> None:
    whole = {code: next(row for row in held if not row.modifier) for code, held in rows.items()}
    capped = [
        f"{code} {row.payment('nonfacility')}"
        for code, row in whole.items()
        if row.capped("nonfacility")
    ]
    if capped:
        shown = ", ".join(capped[:12]) + (" …" if len(capped) > 12 else "")
        click.echo(
            "note: the outpatient cap on imaging is lower and is the payment written for "
            f"{len(capped)} of the codes: {shown}",
            err=True,
        )
