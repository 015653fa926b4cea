"""Bytes in, SourceFile out: the text of one file of the project and its hash."""

from __future__ import annotations

import codecs
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
    body = content.removeprefix(codecs.BOM_UTF8)
    try:
        return SourceFile(path, body.decode("utf-8"), digest, content), ()
    except UnicodeDecodeError as error:
        text = body.decode("utf-8", errors="replace")
        start = len(body[: error.start].decode("utf-8"))
        problem = Problem(
            "not-utf8",
            Span(start, start + 1),
            _what(body, error.start),
            hint="save the file as UTF-8",
        )
        return SourceFile(path, text, digest, content), (problem,)


def _what(body: bytes, start: int) -> str:
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "the file is UTF-16, not UTF-8"
    return f"byte 0x{body[start]:02X} is not UTF-8"
