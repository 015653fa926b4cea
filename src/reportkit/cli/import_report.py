"""`reportkit import report`: an old report in, the files of a publication out."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import options
from reportkit.cli.old_file import OldFile
from reportkit.cli.suspect import told
from reportkit.contain import Answer, Limits, contained
from reportkit.legacy.read import MOST_BYTES
from reportkit.report.frame import printable
from reportkit.workspace.select import find_root


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--code", metavar="CODE", help="Code of the publication, if FILE does not say it.")
@click.option("--force", is_flag=True, help="Replace the files of a publication that exists.")
@options.project
def report(file: Path, code: str | None, force: bool, project: Path | None) -> None:
    """Read FILE, an old report as text, Markdown, HTML or PDF, as a publication to check.

    Every word of it is kept: in a field, or under `notes:`, which is never published.
    What the old report does not say stands as `To be written.` or as a day that cannot be
    meant; `reportkit check` then names what is wrong.
    """
    root = find_root((project or Path.cwd()).resolve())
    name = printable(file.name)
    old = OldFile(name, _content(file), code, datetime.now(UTC).date())
    texts, lines = _read(old)
    standing = [path for path in texts if (root / path).exists()]
    if standing and not force:
        raise CannotRun(f"{standing[0]} exists; nothing was written",
                        "use --force to replace the files of this publication")  # fmt: skip
    _write_all(root, texts)
    options.show("".join(f"{printable(line)}\n" for line in lines))


def _read(old: OldFile) -> tuple[dict[str, str], list[str]]:
    """Path to text of each file to write, and what is to be told; raises CannotRun."""
    match contained("reportkit.cli.old_file:read_apart", old, LIMITS):
        case Answer(value={"texts": texts, "told": lines}):
            return texts, lines
        case Answer(value={"message": message, "hint": hint}):
            raise CannotRun(message, hint)
        case outcome:
            raise CannotRun(f"{old.name} cannot be read: {told(outcome)}",
                            "save its text by itself, or in parts")  # fmt: skip


LIMITS: Final = Limits(seconds=30, megabytes=1_000)
"""An old report comes from anybody, and readers of PDF can be led astray."""


def _content(file: Path) -> bytes:
    try:
        if file.is_dir():
            raise CannotRun(f"{file.name} is a folder", "name the file of the old report")
        if file.stat().st_size > MOST_BYTES:
            raise CannotRun(f"{file.name} has more than {MOST_BYTES:,} bytes",
                            "name a file of text")  # fmt: skip
        return file.read_bytes()
    except FileNotFoundError:
        raise CannotRun(f"{file} does not exist", "check the name of the file") from None
    except OSError as error:
        reason = (error.strerror or "unknown fault").lower()
        raise CannotRun(f"{file.name} cannot be read: {reason}", "check its permissions") from None


def _write_all(root: Path, texts: Mapping[str, str]) -> None:
    """Put all files in place, or none: a fault brings back what stood there before."""
    staged: list[tuple[Path, Path]] = []
    before: list[tuple[Path, bytes | None]] = []
    made: list[Path] = []
    try:
        for name, text in texts.items():
            path = root / name
            if not path.resolve().is_relative_to(root.resolve()):
                raise CannotRun(f"{name} is a link that leads out of the project",
                                "put the file itself there")  # fmt: skip
            made += _make_folder(path.parent)
            handle, fresh = tempfile.mkstemp(dir=path.parent, prefix=".import-", suffix=".tmp")
            staged.append((Path(fresh), path))
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
                stream.write(text)
            Path(fresh).chmod(0o644)
        for fresh_path, path in staged:
            before.append((path, path.read_bytes() if path.exists() else None))
            fresh_path.replace(path)
    except BaseException as fault:
        _restore(staged, before, made)
        if isinstance(fault, OSError):
            reason = (fault.strerror or "unknown fault").lower()
            raise CannotRun(f"the files cannot be written: {reason}",
                            "check permissions and free space") from None  # fmt: skip
        raise


def _make_folder(folder: Path) -> list[Path]:
    new = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return new


def _restore(
    staged: list[tuple[Path, Path]], before: list[tuple[Path, bytes | None]], made: list[Path]
) -> None:
    for fresh, _ in staged:
        fresh.unlink(missing_ok=True)
    for path, content in before:
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(content)
    for folder in sorted(made, key=lambda each: len(each.parts), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
