"""`reportkit import asc`: ambulatory surgical center addenda into inputs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import import_codes
from reportkit.cli import import_read as read
from reportkit.cli import import_run as run
from reportkit.inputs.asc import (
    AscAaFile,
    AscAaRow,
    AscFfFile,
    read_asc_aa,
    read_asc_bb,
    read_asc_ee,
    read_asc_ff,
)
from reportkit.inputs.asc import asc as asc_dataset
from reportkit.inputs.quarter import first_day
from reportkit.inputs.refused import Refused
from reportkit.provide.refresh import Dataset

Addendum = TypeVar("Addendum", AscAaFile, AscFfFile)


@click.command()
@click.argument("file", type=read.data_file)
@run.codes
@import_codes.every_code
@click.option("--bb", type=read.data_file, help="Addendum BB: what is paid beside surgery.")
@click.option("--ee", type=read.data_file, help="Addendum EE: surgery that is excluded.")
@click.option("--ff", type=read.data_file, help="Addendum FF of the same quarter.")
@run.source("cms-asc")
@read.stated
@run.project
@run.dry_run
def asc(
    file: Path,
    codes: tuple[str, ...],
    everything: bool,
    bb: Path | None,
    ee: Path | None,
    ff: Path | None,
    source: str,
    project: Path | None,
    dry_run: bool,
    stated: read.Stated,
) -> None:
    """Read addendum AA for CODEs; default: all of the project.

    Without --ff there is no outpatient classification and rate. AA lists covered surgery alone:
    services, drugs and devices beside it stand in addendum BB, excluded surgery in EE.
    """
    target = run.writing(project, dry_run=dry_run)
    given: list[read.GivenFile] = []

    def opened(path: Path, kind: str, reader: Callable[..., Addendum]) -> Addendum:
        given.append(read.read_given(path, kind, stated.encoding))
        with read.layouts_explained():
            return reader(given[-1].name, given[-1].content, stated.quarter)

    tables = [opened(file, "asc", read_asc_aa)]
    if bb is not None:
        tables.append(opened(bb, "asc FILE --bb", read_asc_bb))
    if ee is not None:
        tables.append(opened(ee, "asc FILE --ee", read_asc_ee))
    offsets = None if ff is None else opened(ff, "asc FILE --ff", read_asc_ff)
    _refuse_two_quarters([*tables, *([offsets] if offsets else [])])
    rates = _joined(tables)
    wanted = import_codes.of_schedule(target, rates, codes, _absent(bb, ee), everything=everything)
    if offsets is not None:
        read.stop_for_refused(offsets.refused, wanted, offsets.file)
    files = sorted(given, key=lambda file: (file.name, file.sha256))
    origin = run.provenance(source, stated.as_of or first_day(rates.quarter), rates.quarter, *files)

    def datasets(code: str) -> Sequence[Dataset]:
        offset = offsets.rows.get(code) if offsets is not None else None
        return (Dataset("asc", asc_dataset(rates.rows[code], offset, rates.quarter), origin),)

    run.write_inputs(target, wanted, datasets)


def _refuse_two_quarters(tables: Sequence[AscAaFile | AscFfFile]) -> None:
    first, *others = tables
    for other in others:
        if other.quarter != first.quarter:
            raise CannotRun(
                f"{first.file} is of {first.quarter}, {other.file} of {other.quarter}",
                "give addenda of one quarter",
            )


def _joined(tables: Sequence[AscAaFile]) -> AscAaFile:
    """The addenda as one table; a code stands in one of them, and is refused if in several."""
    rows: dict[str, AscAaRow] = {}
    refused = [row for table in tables for row in table.refused]
    for table in tables:
        for code, row in table.rows.items():
            if rows.setdefault(code, row) is not row:
                refused.append(Refused(row.line, f"{tables[0].file} has the code, too", (code,)))
    return replace(
        tables[0],
        file=" + ".join(table.file for table in tables),
        rows=rows,
        refused=tuple(refused),
    )


def _absent(bb: Path | None, ee: Path | None) -> str:
    """What it means that a code is in none of the addenda given."""
    options = [name for name, given in (("--bb", bb), ("--ee", ee)) if given is None]
    if not options:
        return "the addenda list what centers are paid for, and what is excluded"
    return f"addendum AA lists covered surgical procedures only; add {' and '.join(options)}"
