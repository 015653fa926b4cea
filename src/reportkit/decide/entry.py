"""Add entries to the end of a list in the content of a publication's file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from reportkit.cannot_run import CannotRun
from reportkit.files.project_files import FileRefused, ProjectFiles
from reportkit.source.append import append_item
from reportkit.source.rewrite import RewriteRefused


def with_entry(files: ProjectFiles, path: str, key: str, *entries: Mapping[str, Any]) -> bytes:
    """The content of a file of the project, which may be new, with entries added under `key`.

    Comments stay. Raises CannotRun if the file cannot be added to.
    """
    try:
        content = files.content(path)
        form = f"reportkit: {PurePosixPath(path).stem}/1\n"
        text = form if content is None else content.decode()
        for entry in entries:
            text = append_item(text, key, entry)
        return text.encode()
    except FileRefused as fault:
        raise CannotRun(f"{path}: {fault.message}", fault.hint) from fault
    except RewriteRefused as refused:
        raise CannotRun(f"{path} cannot be added to: {refused}", "mend the file") from refused
    except UnicodeDecodeError as error:
        raise CannotRun(f"{path} is not UTF-8", "save the file as UTF-8") from error
