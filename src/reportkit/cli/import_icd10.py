"""`reportkit import icd10`: official titles and Excludes1 notes of diagnosis codes into inputs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from reportkit.cli import import_run as run
from reportkit.inputs.icd10 import Entry, Release, SourceText, Unusable, read_icd10, shipped_release
from reportkit.model.input import Diagnosis, Provenance
from reportkit.source.rewrite import RewriteRefused, read_mapping
from reportkit.source.values import plain
from reportkit.workspace.cannot_run import CannotRun
from reportkit.workspace.refresh import Dataset

Rows = Sequence[Mapping[str, Any]]


@click.command()
@run.codes
@click.option("--tabular", type=run.data_file,
              help="Tabular list of another release, the XML of the CDC.")  # fmt: skip
@click.option("--codes-file", type=run.data_file,
              help="List of codes of the same release, as text.")  # fmt: skip
@click.option(
    "--source", default="cdc-icd10cm", show_default=True, help="Source id in report.yaml."
)
@run.project
@run.dry_run
def icd10(
    codes: tuple[str, ...],
    tabular: Path | None,
    codes_file: Path | None,
    source: str,
    project: Path | None,
    dry_run: bool,
) -> None:
    """Look up the `diagnoses` of CODEs; default: of all reports of the project.

    Titles and exclusions are written anew; basis, support and source stay as entered. Nothing
    is written if one of the diagnoses cannot stand on a claim. The release is the one of the
    package simple-icd-10-cm, or that of two files.
    """
    target = run.writing(project, dry_run=dry_run)
    given = _given(tabular, codes_file)
    with run.layouts_explained():
        release = read_icd10(*given)
    wanted = run.chosen(target.root, codes)
    entered = {code: _entered(target.root, code) for code in wanted}
    _stop_for_unusable(entered, release)
    files = [run.GivenFile(each.name, each.content, hashlib.sha256(each.content).hexdigest())
             for each in given]  # fmt: skip
    origin = run.provenance(source, release.start, release.name, *files)

    def datasets(code: str) -> Sequence[Dataset]:
        rows, sample = entered[code]
        if not rows:
            return ()
        looked_up = tuple(_diagnosis(code, index, row, release) for index, row in enumerate(rows))
        return (Dataset("diagnoses", looked_up, _with_sample(origin, sample)),)

    for code, (rows, _) in entered.items():
        if not rows:
            click.echo(f"{code}: no diagnoses to look up", err=True)
    run.write_inputs(target, [code for code in wanted if entered[code][0]], datasets)


def _given(tabular: Path | None, codes_file: Path | None) -> tuple[SourceText, SourceText]:
    if tabular is not None and codes_file is not None:
        first, second = run.read_given(tabular), run.read_given(codes_file)
        return SourceText(first.name, first.content), SourceText(second.name, second.content)
    if tabular is not None or codes_file is not None:
        raise CannotRun("a release is two files, and one of them is named",
                        "name both with --tabular and --codes-file")  # fmt: skip
    try:
        return shipped_release()
    except ImportError:
        raise CannotRun(
            "the package simple-icd-10-cm is not installed", "pip install 'reportkit[icd10]'"
        ) from None


def _entered(root: Path, code: str) -> tuple[Rows, bool]:
    """The diagnoses of a report as they stand, and whether they are a sample."""
    shown = f"report/{code}/input.yaml"
    try:
        data = plain(read_mapping((root / shown).read_bytes().decode("utf-8-sig")))
    except OSError:
        raise CannotRun(f"{shown} cannot be read", "write it, or import the fee schedule") from None
    except (UnicodeDecodeError, RewriteRefused):
        raise CannotRun(f"{shown} cannot be read",
                        f"`reportkit check {code}` shows what to repair") from None  # fmt: skip
    rows = data.get("diagnoses") or ()
    if not isinstance(rows, tuple) or not all(isinstance(row, dict) for row in rows):
        raise CannotRun(f"{shown}: `diagnoses` is not a list of diagnoses",
                        f"`reportkit check {code}` shows what to repair")  # fmt: skip
    origin = (data.get("provenance") or {}).get("diagnoses") or {}
    return rows, bool(origin.get("sample"))


def _stop_for_unusable(entered: Mapping[str, tuple[Rows, bool]], release: Release) -> None:
    """Tell of every diagnosis that cannot stand on a claim, and stop if there is one."""
    faults = [
        fault for code, (rows, _) in entered.items() for fault in _faults(code, rows, release)
    ]
    for place, fault in faults:
        below = f"; below it: {', '.join(fault.below[:12])}" if fault.below else ""
        click.echo(f"{place}: {fault.reason}{below}", err=True)
    if faults:
        number = "1 diagnosis" if len(faults) == 1 else f"{len(faults)} diagnoses"
        raise CannotRun(f"{number} cannot stand on a claim; nothing is written",
                        "write a code of full length, with its dot")  # fmt: skip


def _faults(code: str, rows: Rows, release: Release) -> Iterator[tuple[str, Unusable]]:
    for index, row in enumerate(rows):
        found = release.entry(str(row.get("code")))
        if isinstance(found, Unusable):
            yield f"report/{code}/input.yaml: diagnoses[{index}].code", found


def _diagnosis(code: str, index: int, row: Mapping[str, Any], release: Release) -> Diagnosis:
    found = release.entry(str(row["code"]))
    assert isinstance(found, Entry)  # noqa: S101 -- the others have stopped the import
    official = {"title": found.title, "excludes1": found.excludes1, "release": release.name}
    try:
        return Diagnosis.model_validate({**row, **official})
    except ValidationError as error:
        keys = ", ".join(dict.fromkeys(str(each["loc"][0]) for each in error.errors()))
        raise CannotRun(f"report/{code}/input.yaml: diagnoses[{index}] is not as it should be: "
                        f"{keys}", "write it, then import again") from None  # fmt: skip


def _with_sample(origin: Provenance, sample: bool) -> Provenance:
    """A list that was a sample stays one: only its titles are official now."""
    return origin.model_copy(update={"sample": True}) if sample else origin
