"""`reportkit import ncci`: medically unlikely edits and pairs of codes into inputs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import import_codes
from reportkit.cli import import_read as read
from reportkit.cli import import_run as run
from reportkit.inputs.ncci_mue import MueFile, mue, read_mue
from reportkit.inputs.ncci_ptp import SETTINGS, NcciSetting, PtpFile, read_ptp
from reportkit.inputs.ncci_ptp import ncci as ncci_dataset
from reportkit.inputs.quarter import first_day
from reportkit.model.edits import NcciPair
from reportkit.provide.refresh import Dataset


@click.command()
@run.codes
@import_codes.every_code
@click.option(
    "--mue",
    "mue_files",
    type=read.data_file,
    multiple=True,
    help="Table of medically unlikely edits; may be given once a setting.",
)
@click.option(
    "--ptp",
    "ptp_files",
    type=read.data_file,
    multiple=True,
    help="Table of pairs of codes; may be given once a setting.",
)
@click.option(
    "--setting",
    type=click.Choice(["practitioner", "outpatient-hospital"]),
    help="Setting of --ptp, if the file's name does not say it.",
)
@click.option("--mue-source", default="cms-mue", show_default=True, help="Source id of --mue.")
@click.option("--ptp-source", default="cms-ncci", show_default=True, help="Source id of --ptp.")
@read.stated
@run.project
@run.dry_run
def ncci(
    codes: tuple[str, ...],
    everything: bool,
    mue_files: tuple[Path, ...],
    ptp_files: tuple[Path, ...],
    setting: str | None,
    mue_source: str,
    ptp_source: str,
    project: Path | None,
    dry_run: bool,
    stated: read.Stated,
) -> None:
    """Read NCCI tables for CODEs; default: all of the project.

    Pairs deleted before the quarter are left out.
    """
    if not mue_files and not ptp_files:
        raise CannotRun("no table is given", "name one with --mue FILE or --ptp FILE")
    target = run.writing(project, dry_run=dry_run)
    asked = None if everything else run.chosen(target.root, codes)
    units = _by_name(mue_files, "ncci --mue", stated)
    pairs = _by_name(ptp_files, "ncci --ptp", stated)
    with read.layouts_explained():
        limits = _one_a_setting(
            [read_mue(unit.name, unit.content, stated.quarter) for unit in units]
        )
        side = cast("NcciSetting | None", setting)
        tables = _pairs_by_setting(
            [read_ptp(pair.name, pair.content, asked, stated.quarter, side) for pair in pairs]
        )
    wanted = _every(limits, tables, codes) if asked is None else asked
    if asked is not None:
        held: list[MueFile | PtpFile] = [*limits.values(), *tables.values()]
        for table in held:
            read.stop_for_refused(table.refused, wanted, table.file)
        _stop_for_absent(wanted, codes, limits, tables)
    pairs_of = {side: _by_code(table, wanted) for side, table in tables.items()}

    def datasets(code: str) -> Sequence[Dataset]:
        given: list[Dataset] = []
        limit = mue(code, limits.get("practitioner"), limits.get("outpatient-hospital"))
        if limit is not None:
            origin = run.provenance(
                mue_source, stated.as_of or first_day(limit.quarter), limit.quarter, *units
            )
            given.append(Dataset("mue", limit, origin))
        edits = tuple(
            ncci_dataset(code, replace(table, pairs=tuple(pairs_of[side][code])))
            for side, table in tables.items()
            if code in pairs_of[side]
        )
        if edits:
            quarters = sorted({edit.quarter for edit in edits})
            release = " + ".join(quarters)
            origin = run.provenance(
                ptp_source, stated.as_of or first_day(quarters[0]), release, *pairs
            )
            given.append(Dataset("ncci", edits, origin))
        return given

    run.write_inputs(target, wanted, datasets)


def _by_name(paths: Sequence[Path], command: str, stated: read.Stated) -> list[read.GivenFile]:
    """The files in the order of their names, in whatever order they are given."""
    given = (read.read_given(path, command, stated.encoding) for path in paths)
    return sorted(given, key=lambda file: file.name)


def _every(
    limits: Mapping[str, MueFile], tables: Mapping[str, PtpFile], named: Sequence[str]
) -> tuple[str, ...]:
    """Every code that has a limit or a pair."""
    known = dict.fromkeys(
        (
            *(code for table in limits.values() for code in table.limits),
            *(
                code
                for table in tables.values()
                for pair in table.pairs
                for code in (pair.column_1, pair.column_2)
            ),
        )
    )
    held: list[MueFile | PtpFile] = [*limits.values(), *tables.values()]
    refused = {table.file: table.refused for table in held}
    return import_codes.every(known, refused, named)


def _by_code(table: PtpFile, wanted: Sequence[str]) -> Mapping[str, list[NcciPair]]:
    """The pairs of each wanted code that has any."""
    asked = frozenset(wanted)
    pairs_of: dict[str, list[NcciPair]] = {}
    for pair in table.pairs:
        for code in {pair.column_1, pair.column_2} & asked:
            pairs_of.setdefault(code, []).append(pair)
    return pairs_of


def _one_a_setting(tables: list[MueFile]) -> dict[str, MueFile]:
    by_setting: dict[str, MueFile] = {table.setting: table for table in tables}
    if len(by_setting) < len(tables) or len({table.quarter for table in tables}) > 1:
        raise CannotRun(
            "the MUE tables are of one setting or of different quarters",
            "give one table a setting, all of one quarter",
        )
    return by_setting


def _pairs_by_setting(tables: list[PtpFile]) -> dict[str, PtpFile]:
    """CMS splits one table over several files; their pairs are put together."""
    by_setting: dict[str, PtpFile] = {}
    for table in tables:
        other = by_setting.get(table.setting)
        if other is None:
            by_setting[table.setting] = table
            continue
        if other.quarter != table.quarter:
            raise CannotRun(
                f"{other.file} is of {other.quarter}, {table.file} of {table.quarter}",
                "give files of one quarter a setting",
            )
        by_setting[table.setting] = PtpFile(
            other.file,
            other.quarter,
            other.setting,
            tuple(dict.fromkeys((*other.pairs, *table.pairs))),
            (*other.refused, *table.refused),
        )
    return {side: by_setting[side] for side in SETTINGS if side in by_setting}


def _stop_for_absent(
    wanted: Sequence[str],
    named: Sequence[str],
    limits: dict[str, MueFile],
    tables: dict[str, PtpFile],
) -> None:
    if limits:
        absent = [
            code for code in wanted if not any(code in table.limits for table in limits.values())
        ]
        files = " and ".join(table.file for table in limits.values())
        read.stop_for_missing(absent, named, files, "CMS does not publish a limit of every code")
    if tables:
        absent = [
            code for code in wanted if not any(_has(table, code) for table in tables.values())
        ]
        files = " and ".join(table.file for table in tables.values())
        read.stop_for_missing(
            absent,
            named,
            files,
            "an extract may leave the code out; if it has no pair, write `ncci: []`",
        )


def _has(table: PtpFile, code: str) -> bool:
    return any(code in (pair.column_1, pair.column_2) for pair in table.pairs)
