"""`reportkit import hcpcs`: codes and modifiers checked against a release of HCPCS."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, import_codes
from reportkit.cli import import_read as read
from reportkit.cli import import_run as run
from reportkit.cli.days import DAY
from reportkit.inputs.hcpcs import HcpcsFile, read_hcpcs, validity
from reportkit.inputs.quarter import first_day, quarter_of_file
from reportkit.provide.refresh import Dataset


@click.command()
@click.argument("file", type=read.data_file)
@run.codes
@import_codes.every_code
@click.option("--on", "day", type=DAY, metavar="DAY", help="Day of service; default: today.")
@click.option("--write", is_flag=True, help="Write from when to when the codes are valid.")
@run.source("cms-hcpcs")
@read.stated
@run.project
@run.dry_run
def hcpcs(
    file: Path,
    codes: tuple[str, ...],
    everything: bool,
    day: date | None,
    write: bool,
    source: str,
    project: Path | None,
    dry_run: bool,
    stated: read.Stated,
) -> None:
    """Say whether codes and modifiers are valid in the HCPCS file.

    The exit code is 1 if one of them is not. Nothing is written without --write.
    """
    _require_codes(codes, everything=everything, write=write)
    given = read.read_given(file, "hcpcs", stated.encoding)
    with read.layouts_explained():
        table = read_hcpcs(given.name, given.content)
    if everything:
        codes = import_codes.every(
            _procedures(table, [*table.codes]), {given.name: table.refused}, codes
        )
    read.stop_for_refused(table.refused, codes, given.name)
    if write:
        target = run.writing(project, dry_run=dry_run)
        with read.layouts_explained():
            release = quarter_of_file(given.name, stated.quarter)
        origin = run.provenance(source, stated.as_of or first_day(release), release, given)

        def datasets(code: str) -> Sequence[Dataset]:
            return (Dataset("validity", validity(table.codes[code], release), origin),)

        run.write_inputs(target, _procedures(table, codes), datasets)
    faults = 0 if everything else _told(table, codes, day or clock.today())
    click.echo(f"{len(table.codes)} codes and modifiers in {given.name}")
    raise SystemExit(1 if faults else 0)


def _require_codes(codes: Sequence[str], *, everything: bool, write: bool) -> None:
    if everything and not write:
        raise CannotRun("--all has nothing to do without --write", "add --write, or name codes")
    if not codes and not everything:
        raise CannotRun("no code is named", "name codes, or write all of them: --all --write")


def _procedures(table: HcpcsFile, codes: Sequence[str]) -> list[str]:
    return [
        code
        for code in dict.fromkeys(codes)
        if code in table.codes and table.codes[code].kind == "procedure"
    ]


def _told(table: HcpcsFile, codes: Sequence[str], on: date) -> int:
    """Say of each code whether it is valid; returns how many are not."""
    faults = 0
    for code in codes:
        entry = table.codes.get(code)
        if entry is None:
            click.echo(f"{code}: not in {table.file}")
        elif not entry.valid_on(on):
            click.echo(f"{code}: not valid on {on}, from {entry.added} to {entry.terminated}")
        else:
            click.echo(f"{code}: valid {entry.kind} on {on}")
        faults += entry is None or not entry.valid_on(on)
    return faults
