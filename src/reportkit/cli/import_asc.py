"""`reportkit import asc`: ambulatory surgical center addenda into inputs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import import_codes
from reportkit.cli import import_read as read
from reportkit.cli import import_run as run
from reportkit.inputs.asc import AscFfFile, read_asc_aa, read_asc_ff
from reportkit.inputs.asc import asc as asc_dataset
from reportkit.inputs.quarter import first_day
from reportkit.provide.refresh import Dataset


@click.command()
@click.argument("file", type=read.data_file)
@run.codes
@import_codes.every_code
@click.option("--ff", type=read.data_file, help="Addendum FF of the same quarter.")
@run.source("cms-asc")
@read.stated
@run.project
@run.dry_run
def asc(
    file: Path,
    codes: tuple[str, ...],
    everything: bool,
    ff: Path | None,
    source: str,
    project: Path | None,
    dry_run: bool,
    stated: read.Stated,
) -> None:
    """Read addendum AA for CODEs; default: all of the project.

    Without --ff there is no outpatient classification and rate.
    """
    target = run.writing(project, dry_run=dry_run)
    given = [read.read_given(file, "asc", stated.encoding)]
    offsets: AscFfFile | None = None
    with read.layouts_explained():
        rates = read_asc_aa(given[0].name, given[0].content, stated.quarter)
        if ff is not None:
            given.append(read.read_given(ff, "asc FILE --ff", stated.encoding))
            offsets = read_asc_ff(given[1].name, given[1].content, stated.quarter)
    if offsets is not None and offsets.quarter != rates.quarter:
        raise CannotRun(
            f"{rates.file} is of {rates.quarter}, {offsets.file} of {offsets.quarter}",
            "give both addenda of one quarter",
        )
    wanted = import_codes.of_schedule(
        target,
        rates,
        codes,
        "addendum AA lists covered surgical procedures only",
        everything=everything,
    )
    if offsets is not None:
        read.stop_for_refused(offsets.refused, wanted, offsets.file)
    origin = run.provenance(source, stated.as_of or first_day(rates.quarter), rates.quarter, *given)

    def datasets(code: str) -> Sequence[Dataset]:
        offset = offsets.rows.get(code) if offsets is not None else None
        return (Dataset("asc", asc_dataset(rates.rows[code], offset, rates.quarter), origin),)

    run.write_inputs(target, wanted, datasets)
