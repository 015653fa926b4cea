"""What every import does around its parser: read a file, choose codes, write inputs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, options
from reportkit.cli.named import read_named
from reportkit.files.project_files import FileRefused, ProjectFiles
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.refused import Refused
from reportkit.inputs.table import MOST_BYTES
from reportkit.model.input import Provenance
from reportkit.model.sections import AUTHORED
from reportkit.provide.refresh import Change, CodeRef, Dataset, code_ref, refresh_input
from reportkit.provide.skeleton import report_text
from reportkit.source.emit import flow
from reportkit.source.rewrite import RewriteRefused
from reportkit.workspace.select import all_codes

SHOWN_CODES = 20
"""Up to so many codes every change is shown, beyond only counts."""

data_file = click.Path(exists=True, dir_okay=False, path_type=Path)
codes = click.argument("codes", nargs=-1, metavar="[CODE]...")
project = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Project folder; default: the one at or above the current folder.",
)
dry_run = click.option("--dry-run", is_flag=True, help="Show the changes and write nothing.")


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file the user named; `name` is its name alone."""

    name: str
    content: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Writing:
    """Where to write, and whether to."""

    root: Path
    dry_run: bool


def read_given(path: Path) -> GivenFile:
    """Read a file the user named; raises CannotRun."""
    content = read_named(path, MOST_BYTES, "give the extract that holds the codes you need")
    return GivenFile(path.name, content, hashlib.sha256(content).hexdigest())


@contextmanager
def layouts_explained() -> Iterator[None]:
    """Say a file that is not as expected as one message."""
    try:
        yield
    except LayoutError as error:
        raise CannotRun(str(error), error.hint or "use the file as published") from None


def writing(folder: Path | None, *, dry_run: bool) -> Writing:
    """The project to write into, given or found."""
    return Writing(options.project_root(folder), dry_run)


def chosen(root: Path, named: Sequence[str]) -> tuple[str, ...]:
    """The codes named, or those of every publication of the project."""
    found = tuple(dict.fromkeys(named)) or all_codes(root)
    if not found:
        raise CannotRun("no code is named and the project has no publication yet",
                        "name codes, for example 57511")  # fmt: skip
    return found


def provenance(source: str, as_of: date, release: str, *files: GivenFile) -> Provenance:
    """Where a dataset comes from; names and hashes of several files stand in one order."""
    return Provenance(
        source=source,
        as_of=as_of,
        release=release,
        file=" + ".join(each.name for each in files),
        sha256=" + ".join(each.sha256 for each in files),
    )


def stop_for_missing(absent: Sequence[str], named: Sequence[str], file: str, hint: str) -> None:
    """Stop if codes the user named are not in the file; others are only mentioned."""
    if not absent:
        return
    shown = ", ".join(absent[:12]) + (" …" if len(absent) > 12 else "")
    if named:
        raise CannotRun(f"{file} has no readable row for {shown}", hint)
    click.echo(f"not in {file}: {shown}", err=True)


def stop_for_refused(refused: Sequence[Refused], wanted: Sequence[str], file: str) -> None:
    """Stop if a row of a wanted code is refused; other refused rows are only mentioned."""
    for each in refused:
        if each.code in wanted:
            raise CannotRun(f"{file}:{each.line}: row of {each.code} refused: {each.reason}",
                            "correct the row, or use the file as published")  # fmt: skip
    for each in refused[:3]:
        click.echo(f"{file}:{each.line}: row refused: {each.reason}", err=True)
    if len(refused) > 3:
        click.echo(f"{file}: {len(refused)} rows refused in all", err=True)


def write_inputs(
    target: Writing, wanted: Sequence[str], datasets: Callable[[str], Sequence[Dataset]]
) -> None:
    """Write the inputs of all codes, or none if one of them cannot be written.

    `datasets` is asked while no other process can write to the project.
    """
    if target.dry_run:
        _tell(_changed(FolderFiles(target.root), wanted, datasets), wanted, "would be written")
        return
    with hold(target.root) as held:
        changed = _changed(FolderFiles(target.root), wanted, datasets)
        write_files(held, changed.contents)
    _tell(changed, wanted, "written")


@dataclass(frozen=True, slots=True)
class _Changed:
    """What an import changes: files by path, and in each code's input which values."""

    contents: Mapping[str, bytes]
    changes: Mapping[str, Sequence[Change]]


def _changed(
    files: ProjectFiles, wanted: Sequence[str], datasets: Callable[[str], Sequence[Dataset]]
) -> _Changed:
    contents: dict[str, bytes] = {}
    changes: dict[str, Sequence[Change]] = {}
    for code in wanted:
        provided = datasets(code)
        if not provided:
            continue
        text, changes[code] = _refreshed(files, _ref(code), provided)
        if changes[code]:
            contents[f"report/{code}/input.yaml"] = text.encode()
            contents |= _new_report(files, code, provided, text)
    return _Changed(contents, changes)


def _tell(changed: _Changed, wanted: Sequence[str], verb: str) -> None:
    """Say what changes in each input, unless there are too many, and the counts."""
    if len(wanted) <= SHOWN_CODES:
        for code, changes in changed.changes.items():
            _show(code, changes)
    written = sum(path.endswith("/input.yaml") for path in changed.contents)
    reports = len(changed.contents) - written
    new = f", {_counted(reports, 'new publication')}" if reports else ""
    total = sum(map(len, changed.changes.values()))
    inputs = f"{written} of {_counted(len(wanted), 'input')}"
    click.echo(f"{inputs} {verb}, {_counted(total, 'change')}{new}")


def _new_report(
    files: ProjectFiles, code: str, provided: Sequence[Dataset], text: str
) -> dict[str, bytes]:
    """The report.yaml of a code that has none yet, by its path."""
    path = f"report/{code}/report.yaml"
    if files.holds(path):
        return {}
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {path: report_text(_ref(code), provided, digest, clock.today()).encode()}


def _ref(code: str) -> CodeRef:
    ref = code_ref(code)
    if ref is None:
        raise CannotRun(f"{code} is neither a CPT nor a HCPCS code",
                        "CDT codes, which start with D, are not covered")  # fmt: skip
    return ref


def _refreshed(
    files: ProjectFiles, ref: CodeRef, provided: Sequence[Dataset]
) -> tuple[str, tuple[Change, ...]]:
    path = f"report/{ref.code}/input.yaml"
    try:
        content = files.content(path)
        text = None if content is None else content.decode("utf-8-sig")
        unwritten = [name for name in AUTHORED
                     if not files.holds(f"sections/{ref.code}/{name}.yaml")]  # fmt: skip
        refreshed = refresh_input(text, ref, provided, clock.today(), unwritten)
    except UnicodeDecodeError:
        raise CannotRun(f"{path} is not UTF-8", "save the file as UTF-8") from None
    except FileRefused as fault:
        raise CannotRun(f"{path}: {fault.message}", fault.hint) from None
    except RewriteRefused as refused:
        raise CannotRun(f"{path}: {refused}",
                        f"`reportkit check {ref.code}` shows what to repair") from None  # fmt: skip
    return refreshed.text, refreshed.changes


def _show(code: str, changes: Sequence[Change]) -> None:
    click.echo(f"{code}: {_counted(len(changes), 'change')}")
    for change in changes:
        click.echo(f"  {change.path}: {_brief(change.old)} -> {_brief(change.new)}")


def _brief(value: object) -> str:
    match value:
        case dict():
            return _counted(len(value), "value")
        case tuple():
            return _counted(len(value), "item")
    text = flow(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
