"""`reportkit gaps`: what is missing, by report or by supplier, and workbooks to ask for it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportkit.assemble.edition import anchor
from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, options
from reportkit.cli.needed import needed_library
from reportkit.cli.unread import told_unread
from reportkit.files.whole import fill_folder
from reportkit.findings.counted import counted
from reportkit.model.base import given
from reportkit.model.report import Source
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import read_workspace

if TYPE_CHECKING:
    from reportkit.report.gap_workbook import ReportGap


@click.command()
@options.names
@options.project
@click.option(
    "--by",
    "grouping",
    type=click.Choice(["report", "supplier"]),
    default="report",
    show_default=True,
    help="What the list is ordered by.",
)
@click.option(
    "--xlsx",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write a workbook for each supplier into DIR, to be filled in.",
)
@options.output_format
def gaps(
    names: tuple[str, ...],
    project: Path | None,
    grouping: str,
    folder: Path | None,
    output_format: str,
) -> None:
    """List the data that is missing, of all reports if none is named.

    A workbook has a sheet for each kind of data that can be typed into rows, and `reportkit import
    gaps` reads it back. A report whose data cannot be read is named, and the exit code is 1.
    """
    root, codes = options.selected(project, names)
    if folder is not None:
        if grouping != "supplier":
            raise CannotRun("a workbook is for one supplier", "add --by supplier")
        needed_library("xlsxwriter", "XlsxWriter")
    workspace = read_workspace(root, codes)
    reported = [gap for publication in workspace.publications for gap in _gaps_of(publication)]
    if folder is not None:
        _write(folder, _grouped(reported, _supplier))
    elif output_format == "json":
        data = [{"report": gap.code, **gap.record.model_dump(mode="json")} for gap in reported]
        options.show(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        by = _supplier if grouping == "supplier" else _report
        options.show("".join(_lines(_grouped(reported, by), grouping)))
    raise SystemExit(int(told_unread(workspace, ("report", "input"))))


def _gaps_of(publication: Publication) -> Iterator[ReportGap]:
    from reportkit.report.gap_workbook import ReportGap

    report = publication.files["report"].sound
    listed: tuple[Source, ...] = given(report, "sources", ())
    sources = tuple(given(source, "id", "") for source in listed)
    title = str(given(report, "title", ""))
    for record in publication.gaps:
        yield ReportGap(publication.code, title, record, sources)


def _supplier(gap: ReportGap) -> str:
    return gap.record.needed_from


def _report(gap: ReportGap) -> str:
    return f"{gap.code} {gap.title}".rstrip()


def _grouped(
    reported: Iterable[ReportGap], by: Callable[[ReportGap], str]
) -> dict[str, list[ReportGap]]:
    """The gaps by supplier or report, in the order in which each comes first."""
    groups: dict[str, list[ReportGap]] = {}
    for gap in reported:
        groups.setdefault(by(gap), []).append(gap)
    return groups


def _lines(groups: Mapping[str, Sequence[ReportGap]], grouping: str) -> Iterator[str]:
    for name, held in groups.items():
        yield f"{name}\n"
        for gap in held:
            record = gap.record
            other = gap.code if grouping == "supplier" else record.needed_from
            yield f"  {record.field}  {record.reason}, since {record.since}: {other}\n"
    count = sum(map(len, groups.values()))
    yield f"{counted(count, 'gap')}\n"


def _write(folder: Path, groups: Mapping[str, Sequence[ReportGap]]) -> None:
    from reportkit.report.gap_workbook import gap_workbook

    taken: set[str] = set()
    for supplier, held in groups.items():
        name = _name(supplier, taken)
        fill_folder(folder, {name: gap_workbook(held, clock.today())})
        count = counted(len(held), "gap")
        click.echo(f"wrote {options.shown(folder / name)}: {count} for {supplier}")


def _name(supplier: str, taken: set[str]) -> str:
    """A name for a supplier's workbook that no other has."""
    stem = anchor(supplier) or "supplier"
    number = 1
    name = f"{stem}.xlsx"
    while name in taken:
        number += 1
        name = f"{stem}-{number}.xlsx"
    taken.add(name)
    return name
