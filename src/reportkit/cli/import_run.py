"""Choose the codes of an import and write their inputs, all of them or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli.import_read import GivenFile
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
from reportkit.provide.skeleton import renewed_report, report_text
from reportkit.source.emit import flow
from reportkit.source.rewrite import RewriteRefused
from reportkit.workspace.select import all_codes, find_root

SHOWN_CODES = 20
"""Up to so many codes every change is shown, beyond only counts."""

codes = click.argument("codes", nargs=-1, metavar="[CODE]...")
project = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Project folder; default: the one at or above the current folder.",
)
dry_run = click.option("--dry-run", is_flag=True, help="Show the changes and write nothing.")


@dataclass(frozen=True, slots=True)
class Writing:
    """Where to write, and whether to."""

    root: Path
    dry_run: bool


def writing(folder: Path | None, *, dry_run: bool) -> Writing:
    """The project to write into, given or found."""
    return Writing(find_root((folder or Path.cwd()).resolve()), dry_run)


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


def write_inputs(
    target: Writing, wanted: Sequence[str], datasets: Callable[[str], Sequence[Dataset]]
) -> None:
    """Write the inputs of all codes, or none if one of them cannot be written."""
    day = datetime.now(UTC).date()
    texts: list[tuple[Path, str]] = []
    total = 0
    for code in wanted:
        provided = datasets(code)
        if not provided:
            continue
        path = _input_path(target.root, code)
        data = _refreshed(target.root, path, _ref(code), provided, day)
        total += len(data.changes)
        if data.changes:
            texts.append((path, data.text))
            texts.append(_report(target.root, code, data, day))
        for left_out in data.left_out:
            click.echo(f"{code}: {left_out} is older than what stands, which stays", err=True)
        if len(wanted) <= SHOWN_CODES:
            _show(code, data.changes)
    fresh = sum(path.name == "report.yaml" and not path.exists() for path, _ in texts)
    if not target.dry_run:
        for path, text in texts:
            _write(path, text)
    verb = "would be written" if target.dry_run else "written"
    written = sum(path.name == "input.yaml" for path, _ in texts)
    new = f", {counted(fresh, 'new publication')}" if fresh else ""
    inputs = f"{written} of {counted(len(wanted), 'input')}"
    click.echo(f"{inputs} {verb}, {counted(total, 'change')}{new}")


def _report(root: Path, code: str, data: Refreshed, day: date) -> tuple[Path, str]:
    """The report.yaml of a code: a new one, or the old one with what follows from its data."""
    path = root / "report" / code / "report.yaml"
    if not path.exists():
        return path, report_text(_ref(code), data, day)
    with _explained(code, f"report/{code}/report.yaml"):
        return path, renewed_report(path.read_bytes().decode("utf-8-sig"), data, day)


def _ref(code: str) -> CodeRef:
    ref = code_ref(code)
    if ref is None:
        raise CannotRun(f"{code} is neither a CPT nor a HCPCS code",
                        "CDT codes, which start with D, are not covered")  # fmt: skip
    return ref


def _input_path(root: Path, code: str) -> Path:
    _ref(code)
    path = root / "report" / code / "input.yaml"
    if not path.resolve().is_relative_to(root.resolve()):
        raise CannotRun(f"report/{code}/input.yaml is a link that leads out of the project",
                        "put the file itself there")  # fmt: skip
    return path


def _refreshed(
    root: Path, path: Path, ref: CodeRef, provided: Sequence[Dataset], day: date
) -> Refreshed:
    with _explained(ref.code, f"report/{ref.code}/input.yaml"):
        text = path.read_bytes().decode("utf-8-sig") if path.exists() else None
        folder = root / "sections" / ref.code
        unwritten = [name for name in AUTHORED if not (folder / f"{name}.yaml").exists()]
        return refresh_input(text, ref, provided, day, unwritten)


@contextmanager
def _explained(code: str, shown: str) -> Iterator[None]:
    """Say a file that cannot be read or changed as one message."""
    try:
        yield
    except UnicodeDecodeError:
        raise CannotRun(f"{shown} is not UTF-8", "save the file as UTF-8") from None
    except OSError as error:
        reason = (error.strerror or "unknown fault").lower()
        raise CannotRun(f"{shown} cannot be read: {reason}", "check the file") from None
    except RewriteRefused as refused:
        raise CannotRun(f"{shown}: {refused}",
                        f"`reportkit check {code}` shows what to repair") from None  # fmt: skip


def _show(code: str, changes: Sequence[Change]) -> None:
    click.echo(f"{code}: {counted(len(changes), 'change')}")
    for change in changes:
        click.echo(f"  {change.path}: {_brief(change.old)} -> {_brief(change.new)}")


def _brief(value: object) -> str:
    match value:
        case dict():
            return counted(len(value), "value")
        case tuple():
            return counted(len(value), "item")
    text = flow(value)
    return text if len(text) <= 60 else text[:59] + "…"


def counted(number: int, noun: str) -> str:
    """A number with its noun, in the plural where it is not one: `1 code`, `2 codes`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _write(path: Path, text: str) -> None:
    """Put a text in place at once: a reader sees the old file or the new one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".input-", suffix=".tmp")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
                stream.write(text)
            temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        reason = (error.strerror or "unknown fault").lower()
        raise CannotRun(f"{path.parent.name}/{path.name} cannot be written: {reason}",
                        "check permissions and free space") from None  # fmt: skip
