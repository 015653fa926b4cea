"""`reportkit import icd10`: official titles and Excludes1 notes of diagnosis codes into inputs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from reportkit.cannot_run import CannotRun
from reportkit.cli import import_read as read
from reportkit.cli import import_run as run
from reportkit.cli.needed import needed_library
from reportkit.files.project_files import FileRefused
from reportkit.files.reading import FolderFiles
from reportkit.inputs.icd10 import (
    Entry,
    Release,
    SourceText,
    Unusable,
    read_icd10,
    shipped_release,
)
from reportkit.model.icd10 import lookup_mark
from reportkit.model.input import Diagnosis, Provenance
from reportkit.provide.refresh import Dataset
from reportkit.source.rewrite import RewriteRefused, read_mapping
from reportkit.source.tree import node_at
from reportkit.source.values import plain


@click.command()
@run.codes
@click.option(
    "--tabular", type=read.data_file, help="Tabular list of another release, the XML of CDC or CMS."
)
@click.option(
    "--codes-file",
    type=read.data_file,
    help="Order file or list of codes of the same release, as text.",
)
@click.option(
    "--release",
    help="Release of the two files, where their names leave out April, as "
    "those of CMS do: `FY2027 April`.",
)
@run.source("cdc-icd10cm")
@run.project
@run.dry_run
def icd10(
    codes: tuple[str, ...],
    tabular: Path | None,
    codes_file: Path | None,
    release: str | None,
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
    needed_library("simple_icd_10_cm", "simple-icd-10-cm")
    given = _given(tabular, codes_file, release)
    wanted = run.chosen(target.root, codes)
    entered = {code: _entered(target.root, code) for code in wanted}
    with read.layouts_explained():
        release_read = read_icd10(*given, release)
    read.stop_for_refused(release_read.refused, _bare(entered), given[1].name)
    _stop_for_unusable(entered, release_read)
    files = [
        read.GivenFile(file.name, file.content, hashlib.sha256(file.content).hexdigest())
        for file in given
    ]
    fiscal = release_read.fiscal
    origin = run.provenance(source, fiscal.start, fiscal.name, *files)

    def datasets(code: str) -> Sequence[Dataset]:
        if _entered(target.root, code) != entered[code]:
            raise CannotRun(
                f"report/{code}/input.yaml was changed by somebody else meanwhile", "import again"
            )
        rows = tuple(_diagnosis(place, row, release_read) for place, row in entered[code].rows)
        return (Dataset("diagnoses", rows, _with_sample(origin, entered[code])),) if rows else ()

    click.echo(f"ICD-10-CM {fiscal.name}, which holds from {fiscal.start} to {fiscal.end}")
    for code, diagnoses in entered.items():
        if not diagnoses.rows:
            click.echo(f"{code}: no diagnoses to look up", err=True)
    run.write_inputs(target, [code for code in wanted if entered[code].rows], datasets)


@dataclass(frozen=True, slots=True)
class _Entered:
    """The diagnoses of a report as they stand, each with its place in the file."""

    rows: tuple[tuple[str, Mapping[str, Any]], ...]
    sample: bool


def _bare(entered: Mapping[str, _Entered]) -> Sequence[str]:
    """The diagnoses that are looked up, as lists write them: without a dot."""
    rows = (row for diagnoses in entered.values() for _, row in diagnoses.rows)
    return [str(row.get("code", "")).replace(".", "") for row in rows]


def _given(
    tabular: Path | None, codes_file: Path | None, release: str | None
) -> tuple[SourceText, SourceText]:
    if tabular is not None and codes_file is not None:
        first = read.read_given(tabular, "icd10 --tabular")
        second = read.read_given(codes_file, "icd10 --codes-file")
        return SourceText(first.name, first.content), SourceText(second.name, second.content)
    if tabular is not None or codes_file is not None:
        raise CannotRun(
            "a release is two files, and one of them is named",
            "name both with --tabular and --codes-file",
        )
    if release is not None:
        raise CannotRun(
            "--release names the release of two files, and none is named",
            "leave it out, or name both with --tabular and --codes-file",
        )
    return shipped_release()


def _entered(root: Path, code: str) -> _Entered:
    shown = f"report/{code}/input.yaml"
    try:
        text = (FolderFiles(root).content(shown) or b"").decode("utf-8-sig")
        tree = read_mapping(text)
    except FileRefused:
        raise CannotRun(f"{shown} cannot be read", "write it, or import the fee schedule") from None
    except (UnicodeDecodeError, RewriteRefused):
        raise CannotRun(
            f"{shown} cannot be read", f"`reportkit check {code}` shows what to repair"
        ) from None
    data = plain(tree)
    rows = data.get("diagnoses") or ()
    if not isinstance(rows, tuple) or not all(isinstance(row, dict) for row in rows):
        raise CannotRun(
            f"{shown}: `diagnoses` is not a list of diagnoses",
            f"`reportkit check {code}` shows what to repair",
        )
    places = []
    for index in range(len(rows)):
        node = node_at(tree, ("diagnoses", index, "code")) or node_at(tree, ("diagnoses", index))
        line = text.count("\n", 0, node.span.start) + 1 if node else 1
        places.append(f"{shown}:{line}: diagnoses[{index}]")
    origin = (data.get("provenance") or {}).get("diagnoses") or {}
    return _Entered(tuple(zip(places, rows, strict=True)), bool(origin.get("sample")))


def _stop_for_unusable(entered: Mapping[str, _Entered], release: Release) -> None:
    """Tell of every diagnosis that cannot stand on a claim, and stop if there is one."""
    faults = [fault for diagnoses in entered.values() for fault in _faults(diagnoses, release)]
    for fault in faults:
        click.echo(fault, err=True)
    if faults:
        number = "1 diagnosis" if len(faults) == 1 else f"{len(faults)} diagnoses"
        raise CannotRun(
            f"{number} cannot stand on a claim; nothing is written",
            "write a code of full length, with its dot",
        )


def _faults(entered: _Entered, release: Release) -> Iterator[str]:
    for place, row in entered.rows:
        code, before = row.get("code"), row.get("release")
        if not isinstance(code, str) or not code:
            yield f"{place} has no code"
            continue
        entry = release.entry(code)
        if isinstance(entry, Unusable):
            ended = row.get("looked_up") and before != release.fiscal.name
            since = f", and was a code for a claim in {before}" if ended else ""
            yield f"{place}.code: {entry.reason}{since}{_instead(entry.meant)}"


def _instead(meant: Sequence[str]) -> str:
    if len(meant) < 2:
        return f"; write {meant[0]}" if meant else ""
    return f"; write one of {', '.join(meant[:12])}" + (" …" if len(meant) > 12 else "")


def _diagnosis(place: str, row: Mapping[str, Any], release: Release) -> Diagnosis:
    code, name = str(row["code"]), release.fiscal.name
    entry = release.entry(code)
    assert isinstance(entry, Entry)  # noqa: S101 -- the others have stopped the import
    official = {
        "title": entry.title,
        "excludes1": entry.excludes1,
        "release": name,
        "looked_up": lookup_mark(name, code, entry.title, entry.excludes1),
    }
    try:
        return Diagnosis.model_validate({**row, **official})
    except ValidationError as error:
        keys = ", ".join(dict.fromkeys(str(fault["loc"][0]) for fault in error.errors()))
        raise CannotRun(
            f"{place} is not as it should be: {keys}", "write it, then import again"
        ) from None


def _with_sample(origin: Provenance, entered: _Entered) -> Provenance:
    """A list that was a sample stays one: only its titles are official now."""
    return origin.model_copy(update={"sample": True}) if entered.sample else origin
