"""Make the subcommands that bring in a file by code: they differ in what reads the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel

from reportkit.cannot_run import CannotRun
from reportkit.cli import import_codes
from reportkit.cli import import_read as read
from reportkit.cli import import_run as run
from reportkit.inputs.add_ons import read_add_ons
from reportkit.inputs.asp import read_asp
from reportkit.inputs.clfs import read_clfs
from reportkit.inputs.dmepos import read_dmepos
from reportkit.inputs.opps import read_opps
from reportkit.inputs.psps import read_psps
from reportkit.inputs.releases import begins
from reportkit.inputs.schedule import Schedule
from reportkit.inputs.telehealth import not_listed, read_telehealth
from reportkit.inputs.utilization import read_utilization
from reportkit.provide.refresh import Dataset


@dataclass(frozen=True, slots=True)
class Kind:
    """A file that says something of each of its codes, under one key of input.yaml."""

    name: str
    """Of the subcommand."""
    dataset: str
    """The key."""
    read: Callable[[str, bytes, str | None], Schedule[Any]]
    about: str
    """What the subcommand reads, for its help."""
    absent: str
    """What it means that a code is not in it."""
    without: Callable[[Schedule[Any]], BaseModel | None] = lambda _: None
    """What a file that is whole says of a code that it does not have; None if nothing."""


def command(kind: Kind) -> click.Command:
    """The subcommand that imports such a file for the codes named, or for all of a project."""

    @click.command(kind.name, help=f"Read {kind.about} for CODEs; default: all of the project.")
    @click.argument("file", type=read.data_file)
    @run.codes
    @import_codes.every_code
    @run.source(f"cms-{kind.name}")
    @read.stated
    @run.project
    @run.dry_run
    def schedule(
        file: Path,
        codes: tuple[str, ...],
        everything: bool,
        source: str,
        project: Path | None,
        dry_run: bool,
        stated: read.Stated,
    ) -> None:
        target = run.writing(project, dry_run=dry_run)
        given = read.read_given(file, kind.name, stated.encoding)
        with read.layouts_explained():
            table = kind.read(given.name, given.content, stated.quarter)
        if not everything:
            table = _with_absent(table, kind, run.chosen(target.root, codes))
        wanted = import_codes.of_schedule(target, table, codes, kind.absent, everything=everything)
        day = stated.as_of or begins(table.release)
        if day is None:
            raise CannotRun(
                f"{given.name}: no day is known from which {table.release} holds",
                "name it with --as-of",
            )
        origin = run.provenance(source, day, table.release, given)

        def datasets(code: str) -> tuple[Dataset, ...]:
            value: BaseModel | tuple[BaseModel, ...] = table.rows[code]
            return (Dataset(kind.dataset, value, origin),)

        run.write_inputs(target, wanted, datasets)

    return schedule


def _with_absent(table: Schedule[Any], kind: Kind, wanted: Sequence[str]) -> Schedule[Any]:
    """The table with what it says of the codes that it does not have, which are told."""
    refused = {code for row in table.refused for code in row.codes}
    absent = [code for code in wanted if code not in table.rows and code not in refused]
    said = kind.without(table)
    if said is None or not absent:
        return table
    click.echo(f"not in {table.file}: {', '.join(absent)}; recorded as such", err=True)
    return replace(table, rows={**table.rows, **dict.fromkeys(absent, said)})


opps = command(
    Kind(
        "opps",
        "opps",
        read_opps,
        "addendum B of the outpatient schedule",
        "addendum B lists what hospitals may bill",
    )
)
clfs = command(
    Kind(
        "clfs",
        "clfs",
        read_clfs,
        "the laboratory fee schedule (CLFS)",
        "the file lists laboratory tests only",
    )
)
asp = command(
    Kind(
        "asp",
        "asp",
        read_asp,
        "the payment limits of Part B drugs (ASP)",
        "the file lists drugs only",
    )
)
dmepos = command(
    Kind(
        "dmepos",
        "dmepos",
        read_dmepos,
        "the fees for equipment and supplies (DMEPOS) or nutrition (PEN)",
        "the file lists equipment, supplies and nutrition only",
    )
)
addons = command(
    Kind(
        "addons",
        "add_ons",
        read_add_ons,
        "the table of add-on codes with their primary codes (AOC)",
        "the table lists add-on codes and what they are paid beside",
    )
)
telehealth = command(
    Kind(
        "telehealth",
        "telehealth",
        read_telehealth,
        "the list of telehealth services",
        "Medicare does not list it, or the file is an extract",
        not_listed,
    )
)
utilization = command(
    Kind(
        "utilization",
        "utilization",
        read_utilization,
        "the counts of services by place of service (Geography and Service)",
        "the file lists services that Medicare paid for more than ten patients",
    )
)
psps = command(
    Kind(
        "psps",
        "billed_modifiers",
        read_psps,
        "the services by modifier (PSPS)",
        "nobody billed it, or the file is an extract",
    )
)
