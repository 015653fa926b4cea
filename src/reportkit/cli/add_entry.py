"""Add entries to the end of a list in a file of a publication."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportkit.cannot_run import CannotRun
from reportkit.publish.folder import replace_file
from reportkit.source.append import append_item
from reportkit.source.rewrite import RewriteRefused


def with_entry(root: Path, path: str, key: str, *entries: Mapping[str, Any]) -> str:
    """The text of a file of the project, which may be new, with entries added under `key`.

    Comments stay. Raises CannotRun if the file cannot be added to.
    """
    file = root / path
    if not file.resolve().is_relative_to(root.resolve()):
        raise CannotRun(f"{path} is a link that leads out of the project",
                        "put the file itself there")  # fmt: skip
    try:
        text = file.read_bytes().decode() if file.exists() else f"reportkit: {file.stem}/1\n"
        for entry in entries:
            text = append_item(text, key, entry)
        return text
    except RewriteRefused as refused:
        raise CannotRun(f"{path} cannot be added to: {refused}", "mend the file") from refused
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun(f"{path} cannot be read: {error}", "mend the file") from error


def write_entry(root: Path, path: str, text: str) -> None:
    """Put the new text of a file in its place at once; raises CannotRun."""
    try:
        replace_file(root / path, text.encode())
    except OSError as error:
        raise CannotRun(f"{path} cannot be written: {error}",
                        "check the folder's permissions") from error  # fmt: skip
