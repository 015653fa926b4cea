"""Show changes of a project's texts, and carry the hash of an input through with them."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Mapping

from reportkit.files.project_files import FileRefused
from reportkit.files.reading import FolderFiles
from reportkit.provide.renew import with_hash_of


def difference(path: str, before: str, after: str) -> str:
    """What changes in a file, as a unified diff."""
    old, new = (text.splitlines(keepends=True) for text in (before, after))
    return "".join(difflib.unified_diff(old, new, path, path))


def text_of(files: FolderFiles, path: str) -> str:
    """The text of a file that can be read; a byte order mark is no text."""
    return (files.content(path) or b"").removeprefix(codecs.BOM_UTF8).decode()


def content_of(files: FolderFiles, path: str, text: str) -> bytes:
    """A text as bytes, behind a byte order mark if the file has one."""
    marked = (files.content(path) or b"").startswith(codecs.BOM_UTF8)
    return (codecs.BOM_UTF8 if marked else b"") + text.encode()


def with_hashes(files: FolderFiles, texts: Mapping[str, str]) -> dict[str, str]:
    """Texts that change, and those of reports that carry the hash of an input among them."""
    changed = dict(texts)
    for path in [path for path in texts if path.endswith("/input.yaml")]:
        report = path.replace("/input.yaml", "/report.yaml")
        try:
            before = changed[report] if report in changed else text_of(files, report)
        except (FileRefused, UnicodeDecodeError):
            continue
        content = content_of(files, path, texts[path])
        after = with_hash_of(before, files.content(path) or b"", content)
        if after != before:
            changed[report] = after
    return changed
