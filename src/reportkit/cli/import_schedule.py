"""Bring in a fee schedule by code: what its subcommands have in common."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel

from reportkit.cli import import_read as read
from reportkit.cli import import_run as run
from reportkit.inputs.quarter import first_day
from reportkit.inputs.schedule import Schedule
from reportkit.provide.refresh import Dataset


@dataclass(frozen=True, slots=True)
class Kind:
    """A fee schedule by code, and its key in input.yaml."""

    dataset: str
    read: Callable[[str, bytes, str | None], Schedule[Any]]
    absent: str
    """What it means that a code is not in it."""


def options(source: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the file, codes and options of an import of a fee schedule."""

    def decorated(command: Callable[..., None]) -> Callable[..., None]:
        named = click.option("--source", default=source, show_default=True,
                             help="Source id in report.yaml.")  # fmt: skip
        file = click.argument("file", type=read.data_file)
        return file(run.codes(named(read.stated(run.project(run.dry_run(command))))))

    return decorated


def import_schedule(
    kind: Kind,
    file: Path,
    codes: tuple[str, ...],
    *,
    source: str,
    target: run.Writing,
    stated: read.Stated,
) -> None:
    """Write what the schedule says of codes into their inputs. Raises CannotRun."""
    given = read.read_given(file, kind.dataset, stated.encoding)
    with read.layouts_explained():
        table = kind.read(given.name, given.content, stated.quarter)
    wanted = run.chosen(target.root, codes)
    read.stop_for_refused(table.refused, wanted, table.file)
    absent = [code for code in wanted if code not in table.rows]
    read.stop_for_missing(absent, codes, table.file, kind.absent)
    day = stated.as_of or first_day(table.quarter)
    origin = run.provenance(source, day, table.quarter, given)

    def datasets(code: str) -> tuple[Dataset, ...]:
        value: BaseModel = table.rows[code]
        return (Dataset(kind.dataset, value, origin),)

    run.write_inputs(target, [code for code in wanted if code in table.rows], datasets)
