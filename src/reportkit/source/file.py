"""Bytes in, SourceFile out: the text of one file of the project and its hash."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from reportkit.findings.place import Span
from reportkit.source.problem import Problem


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as read; a byte order mark is not part of the text."""

    path: str
    """Path from the project folder, with forward slashes."""
    text: str
    sha256: str
    content: bytes
    """The very bytes, as a publication carries them."""


def decode(path: str, content: bytes) -> tuple[SourceFile, tuple[Problem, ...]]:
    """Decode the content of a file; bytes that are not UTF-8 are a problem at their place."""
    digest = hashlib.sha256(content).hexdigest()
    try:
        return SourceFile(path, content.decode("utf-8-sig"), digest, content), ()
    except UnicodeDecodeError as error:
        text = content.decode("utf-8-sig", errors="replace")
        start = len(content[: error.start].decode("utf-8-sig"))
        found = content[error.start]
        problem = Problem(
            "not-utf8",
            Span(start, start + 1),
            f"byte 0x{found:02X} is not UTF-8",
            hint="save the file as UTF-8",
        )
        return SourceFile(path, text, digest, content), (problem,)
