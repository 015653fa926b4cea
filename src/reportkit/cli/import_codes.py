"""Choose the codes that a file is read for: those named, those of the project, or all it has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Protocol

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import import_read as read
from reportkit.cli import import_run as run
from reportkit.findings.counted import counted
from reportkit.inputs.refused import Refused
from reportkit.provide.refresh import code_ref

every_code = click.option(
    "--all", "everything", is_flag=True, help="Every code of the file, not only of this project."
)


def of_schedule(
    target: run.Writing,
    table: ByCode,
    named: Sequence[str],
    absent: str,
    *,
    everything: bool,
) -> tuple[str, ...]:
    """The codes to write of a file by code; raises CannotRun for what is asked for and not there.

    `absent` is what it means that a code is not in the file.
    """
    if everything:
        return every(table.rows, {table.file: table.refused}, named)
    wanted = run.chosen(target.root, named)
    read.stop_for_refused(table.refused, wanted, table.file)
    lacking = [code for code in wanted if code not in table.rows]
    read.stop_for_missing(lacking, named, table.file, absent)
    return tuple(code for code in wanted if code in table.rows)


class ByCode(Protocol):
    """A file that was read, with what it says of each of its codes."""

    @property
    def file(self) -> str:
        """Its name."""

    @property
    def rows(self) -> Mapping[str, object]:
        """Code to what the file says of it."""

    @property
    def refused(self) -> tuple[Refused, ...]:
        """Rows that could not be read."""


def every(
    known: Iterable[str], refused: Mapping[str, Collection[Refused]], named: Sequence[str]
) -> tuple[str, ...]:
    """Every code of files but those of dentists and those with a row that was refused.

    `refused` are the rows of each file. Raises CannotRun for one that ends inside a row: what it
    lacks would be written as not there.
    """
    if named:
        raise CannotRun("--all and codes are both given", "name codes or use --all")
    for file, rows in refused.items():
        for row in rows:
            if row.ends_file:
                raise CannotRun(
                    f"{file}:{row.line}: the file ends inside a row, so that codes may be missing",
                    "download it again; if it is whole, end it with a line break",
                )
    unread = {code for rows in refused.values() for row in rows for code in row.codes}
    readable = [code for code in known if code not in unread]
    covered = tuple(code for code in readable if code_ref(code) is not None)
    left_out = (
        (len(readable) - len(covered), "of dentists, as codes of the CDT are not covered"),
        (len(unread), "with a row that cannot be read"),
    )
    for number, why in left_out:
        if number:
            click.echo(f"left out: {counted(number, 'code')} {why}", err=True)
    return covered
