"""Turn a new entry into the bytes of a publication's file with the entry at the end of its list."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from reportkit.cannot_run import CannotRun
from reportkit.files.reading import ProjectFiles, Unreadable
from reportkit.source.append import append_item
from reportkit.source.rewrite import RewriteRefused


def with_entry(files: ProjectFiles, path: str, key: str, value: Mapping[str, Any]) -> bytes:
    """The content of a file of the project, which may be new, with an entry added under `key`.

    Comments stay. Raises CannotRun if the file cannot be added to.
    """
    try:
        content = files.content(path)
        form = f"reportkit: {PurePosixPath(path).stem}/1\n"
        text = form if content is None else content.decode()
        return append_item(text, key, value).encode()
    except Unreadable as fault:
        raise CannotRun(f"{path}: {fault.message}", fault.hint) from fault
    except RewriteRefused as refused:
        raise CannotRun(f"{path} cannot be added to: {refused}", "mend the file") from refused
    except UnicodeDecodeError as error:
        raise CannotRun(f"{path} is not UTF-8", "save the file as UTF-8") from error
