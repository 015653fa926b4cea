"""`reportkit import pos`: the places of service known here checked against a table."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cli import import_read as read
from reportkit.inputs.pos import pos_differences, read_pos


@click.command()
@click.argument("file", type=read.data_file)
def pos(file: Path) -> None:
    """Say where a place of service table differs from the codes known here; write nothing.

    The exit code is 1 if it does.
    """
    given = read.read_given(file, "pos")
    with read.layouts_explained():
        table = read_pos(given.name, given.content)
    read.stop_for_refused(table.refused, (), given.name)
    differences = pos_differences(table)
    for difference in differences:
        click.echo(difference)
    click.echo(f"{len(table.places)} places of service, {len(differences)} differences")
    raise SystemExit(1 if differences else 0)
