"""Choose the codes of an import and write their inputs, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, completion, options
from reportkit.cli.import_read import GivenFile
from reportkit.files.project_files import FileRefused, ProjectFiles
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.findings.counted import counted
from reportkit.model.input import Provenance
from reportkit.model.sections import AUTHORED
from reportkit.provide.refresh import (
    Change,
    CodeRef,
    Dataset,
    Refreshed,
    code_ref,
    refresh_input,
)
from reportkit.provide.skeleton import Renewed, renewed_report, report_text
from reportkit.source.emit import flow
from reportkit.source.rewrite import RewriteRefused, read_mapping
from reportkit.source.values import plain
from reportkit.workspace.select import all_codes

F = TypeVar("F", bound=Callable[..., Any])
SHOWN_CODES = 20
"""Up to so many codes every change is shown, beyond only counts."""


def capitals(_: click.Context, __: click.Parameter, typed: tuple[str, ...]) -> tuple[str, ...]:
    """What was typed, as codes are written."""
    return tuple(name.upper() for name in typed)


codes = click.argument("codes", nargs=-1, metavar="[CODE]...", callback=capitals)
project = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Project folder; default: the one at or above the current folder.",
)
dry_run = click.option("--dry-run", is_flag=True, help="Show the changes and write nothing.")

localities = click.option(
    "--locality",
    "localities",
    multiple=True,
    metavar="ID",
    help="Contractor and locality number, as 0111254; default: all.",
)


def source(default: str) -> Callable[[F], F]:
    """The option that names the source of what is imported."""
    return click.option(
        "--source",
        default=default,
        show_default=True,
        shell_complete=completion.sources,
        help="Source id in report.yaml.",
    )


@dataclass(frozen=True, slots=True)
class Writing:
    """Where to write, and whether to."""

    root: Path
    dry_run: bool
    measure: Measure | None = None
    """Who is given what would change, where nothing is to be told or written."""


@dataclass(slots=True)
class Measure:
    """Collects what imports would change, by code, and the datasets they would bring."""

    data: dict[str, Refreshed] = field(default_factory=dict)
    left: dict[str, str] = field(default_factory=dict)
    """Why the input of a code cannot be read."""
    provided: dict[str, Dataset] = field(default_factory=dict)
    """Key of each dataset to one of those that arrive: all are of one release."""


def writing(folder: Path | None, *, dry_run: bool) -> Writing:
    """The project to write into, given or found; what is around the command may only measure."""
    measure = click.get_current_context().find_object(Measure)
    return Writing(options.project_root(folder), dry_run, measure)


def chosen(root: Path, named: Sequence[str]) -> tuple[str, ...]:
    """The codes named, or those of every publication of the project."""
    wanted = tuple(dict.fromkeys(named)) or all_codes(root)
    if not wanted:
        raise CannotRun(
            "no code is named and the project has no publication yet",
            "name codes, for example 57511",
        )
    return wanted


def provenance(source: str, as_of: date, release: str, *files: GivenFile) -> Provenance:
    """Where a dataset comes from; names and hashes of several files stand in one order."""
    return Provenance(
        source=source,
        as_of=as_of,
        release=release,
        file=" + ".join(file.name for file in files),
        sha256=" + ".join(file.sha256 for file in files),
    )


def write_inputs(
    target: Writing, wanted: Sequence[str], datasets: Callable[[str], Sequence[Dataset]]
) -> None:
    """Write the inputs of all codes, or none if one of them cannot be written.

    `datasets` is asked while no other process can write to the project. A code without any is
    left as it is.
    """
    if target.measure is not None:
        _measured(target.measure, FolderFiles(target.root), wanted, datasets)
    else:
        _write(target, wanted, lambda code: datasets(code) or None, "stops all")


def renew_reports(target: Writing, wanted: Sequence[str]) -> None:
    """Write what follows from inputs as they are: closed gaps, and what reports say of data.

    A publication that cannot be read is named and left as it is; the exit code is then 1.
    """
    if _write(target, wanted, lambda _: (), "is left").left:
        raise SystemExit(1)


_Broken = Literal["stops all", "is left"]
"""What becomes of a publication that cannot be read."""


def _write(
    target: Writing,
    wanted: Sequence[str],
    datasets: Callable[[str], Sequence[Dataset] | None],
    broken: _Broken,
) -> _Changed:
    if target.dry_run:
        changed = _changed(FolderFiles(target.root), wanted, datasets, broken)
        _tell(changed, wanted, "would be written")
        return changed
    with hold(target.root) as held:
        changed = _changed(FolderFiles(target.root), wanted, datasets, broken)
        write_files(held, changed.contents)
    _tell(changed, wanted, "written")
    return changed


def _measured(
    measure: Measure,
    files: ProjectFiles,
    wanted: Sequence[str],
    datasets: Callable[[str], Sequence[Dataset]],
) -> None:
    for code in wanted:
        given = datasets(code)
        if given and files.holds(_path(code, "input")):
            try:
                measure.data[code] = _refreshed(files, _ref(code), given, clock.today())
            except CannotRun as stop:
                measure.left[code] = str(stop)
            measure.provided.update({dataset.name: dataset for dataset in given})


@dataclass(frozen=True, slots=True)
class _Changed:
    """What an import changes: files by path, and what is new in the data of each code."""

    contents: Mapping[str, bytes]
    data: Mapping[str, Refreshed]
    reports: Mapping[str, tuple[str, ...]]
    """Code to the keys of its report that change; none of a new report."""
    left: Mapping[str, str]
    """Code to why its files cannot be read and stay as they are."""

    @property
    def new(self) -> int:
        """How many publications are new."""
        return sum(not keys for keys in self.reports.values())


def _changed(
    files: ProjectFiles,
    wanted: Sequence[str],
    datasets: Callable[[str], Sequence[Dataset] | None],
    broken: _Broken,
) -> _Changed:
    day = clock.today()
    provided = {code: datasets(code) for code in wanted}
    contents: dict[str, bytes] = {}
    data: dict[str, Refreshed] = {}
    reports: dict[str, tuple[str, ...]] = {}
    left: dict[str, str] = {}
    for code, given in provided.items():
        if given is None:
            continue
        try:
            refreshed = _refreshed(files, _ref(code), given, day)
            report = _report(files, code, refreshed, day)
        except CannotRun as stop:
            if broken == "stops all":
                raise
            left[code] = str(stop)
            continue
        data[code] = refreshed
        if refreshed.changes:
            contents[_path(code, "input")] = refreshed.text.encode()
        if report is not None:
            contents[_path(code, "report")] = report.text.encode()
            reports[code] = report.keys
    return _Changed(contents, data, reports, left)


def _tell(changed: _Changed, wanted: Sequence[str], verb: str) -> None:
    """Say what changes in each input, unless there are too many, and the counts."""
    for why in changed.left.values():
        click.echo(f"left as it is: {why}", err=True)
    for code, data in changed.data.items():
        for left_out in data.left_out:
            click.echo(f"{code}: {left_out} is older than what stands, which stays", err=True)
        if len(wanted) <= SHOWN_CODES:
            _show(code, data.changes, changed.reports.get(code, ()))
    total = sum(len(data.changes) for data in changed.data.values())
    written = sum(path.endswith("/input.yaml") for path in changed.contents)
    new = f", {counted(changed.new, 'new publication')}" if changed.new else ""
    known = len(changed.reports) - changed.new
    renewed = f", {counted(known, 'report')} renewed" if known else ""
    inputs = f"{written} of {counted(len(wanted), 'input')}"
    click.echo(f"{inputs} {verb}, {counted(total, 'change')}{new}{renewed}")


def _path(code: str, key: str) -> str:
    return f"report/{code}/{key}.yaml"


def _report(files: ProjectFiles, code: str, data: Refreshed, day: date) -> Renewed | None:
    """The report.yaml of a code: a new one, or the old one with what follows from its data.

    None where it stays as it is.
    """
    text = _text(files, code, "report")
    if text is None:
        return Renewed(report_text(_ref(code), data, day), ())
    with _explained(code, "report"):
        return renewed_report(text, data, day)


def _ref(code: str) -> CodeRef:
    ref = code_ref(code)
    if ref is None:
        raise CannotRun(
            f"{code} is neither a CPT nor a HCPCS code",
            "CDT codes, which start with D, are not covered",
        )
    return ref


def _refreshed(
    files: ProjectFiles, ref: CodeRef, provided: Sequence[Dataset], day: date
) -> Refreshed:
    unwritten = [name for name in AUTHORED if not files.holds(f"sections/{ref.code}/{name}.yaml")]
    text = _text(files, ref.code, "input")
    with _explained(ref.code, "input"):
        return refresh_input(text, ref, provided, day, unwritten)


def standing(root: Path, code: str) -> Mapping[str, Any]:
    """The input of a code as it stands, as plain data; empty if it has none. Raises CannotRun."""
    text = _text(FolderFiles(root), code, "input")
    with _explained(code, "input"):
        held: Mapping[str, Any] = {} if text is None else plain(read_mapping(text))
    return held


def _text(files: ProjectFiles, code: str, key: str) -> str | None:
    """The text of a file that is there; raises CannotRun for one that cannot be read."""
    path = _path(code, key)
    try:
        content = files.content(path)
        return None if content is None else content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotRun(f"{path} is not UTF-8", "save the file as UTF-8") from None
    except FileRefused as refused:
        raise CannotRun(f"{path}: {refused.message}", refused.hint) from None


@contextmanager
def _explained(code: str, key: str) -> Iterator[None]:
    """Say a file that cannot be changed as one message."""
    try:
        yield
    except RewriteRefused as refused:
        raise CannotRun(
            f"{_path(code, key)}: {refused}", f"`reportkit check {code}` shows what to repair"
        ) from None


def _show(code: str, changes: Sequence[Change], keys: Sequence[str]) -> None:
    click.echo(f"{code}: {counted(len(changes), 'change')}")
    for change in changes:
        click.echo(f"  {change.path}: {_brief(change.old)} -> {_brief(change.new)}")
    if keys:
        click.echo(f"  report.yaml: {', '.join(keys)}")


def _brief(value: object) -> str:
    match value:
        case dict():
            return counted(len(value), "value")
        case tuple():
            return counted(len(value), "item")
    text = flow(value)
    return text if len(text) <= 60 else text[:59] + "…"
