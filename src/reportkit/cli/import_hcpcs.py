"""`reportkit import hcpcs`: codes and modifiers checked against a release of HCPCS."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from reportkit.cli import import_run as run
from reportkit.inputs.hcpcs import read_hcpcs


@click.command()
@click.argument("file", type=run.data_file)
@click.argument("codes", nargs=-1, required=True, metavar="CODE...")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]),
              help="Day of service; default: today.")  # fmt: skip
def hcpcs(file: Path, codes: tuple[str, ...], day: datetime | None) -> None:
    """Say whether codes and modifiers are valid in the HCPCS file; write nothing.

    The exit code is 1 if one of them is not.
    """
    given = run.read_given(file)
    with run.layouts_explained():
        table = read_hcpcs(given.name, given.content)
    run.stop_for_refused(table.refused, codes, given.name)
    on = day.date() if day else datetime.now(UTC).date()
    faults = 0
    for code in codes:
        entry = table.codes.get(code)
        if entry is None:
            click.echo(f"{code}: not in {given.name}")
        elif not entry.valid_on(on):
            click.echo(f"{code}: not valid on {on}, from {entry.added} to {entry.terminated}")
        else:
            click.echo(f"{code}: valid {entry.kind} on {on}")
        faults += entry is None or not entry.valid_on(on)
    click.echo(f"{len(table.codes)} codes and modifiers in {given.name}")
    raise SystemExit(1 if faults else 0)
