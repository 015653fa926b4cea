"""Read the bytes of an old report as blocks: text, Markdown, HTML, PDF or a Word document."""

from __future__ import annotations

import codecs
import hashlib
import re
from typing import Literal

from reportkit.cannot_run import CannotRun
from reportkit.legacy.old_report import Aside, OldReport, text_of
from reportkit.legacy.read_docx import read_docx
from reportkit.legacy.read_html import read_html
from reportkit.legacy.read_markdown import read_markdown
from reportkit.legacy.read_pdf import read_pdf
from reportkit.legacy.read_text import read_text
from reportkit.source.word_package import is_word_document

MOST_BYTES = 20_000_000
"""A report is text; a file larger than this is something else."""

Form = Literal["text", "markdown", "html", "pdf", "docx"]


def read_old_report(name: str, content: bytes) -> OldReport:
    """Read a file by its name and bytes; raises CannotRun, with a hint, if it has no text."""
    if not content.strip():
        raise CannotRun(f"{name} is empty", "name the file that holds the old report")
    if len(content) > MOST_BYTES:
        raise CannotRun(f"{name} has more than {MOST_BYTES:,} bytes", "name a file of text")
    form = form_of(name, content)
    if form == "pdf":
        blocks, remarks = read_pdf(name, content)
    elif form == "docx":
        blocks, remarks = read_docx(name, content)
    else:
        read = {"text": read_text, "markdown": read_markdown, "html": read_html}[form]
        blocks, remarks = read(_decoded(name, content))
    if not any(
        re.search(r"\w", text_of(block)) for block in blocks if not isinstance(block, Aside)
    ):
        raise CannotRun(f"{name} holds no text", _NO_TEXT[form])
    return OldReport(name, hashlib.sha256(content).hexdigest(), tuple(blocks), tuple(remarks))


def form_of(name: str, content: bytes) -> Form:
    """The form of a file, by what it begins with and then by its name."""
    start = content[:2000].lstrip(codecs.BOM_UTF8).lstrip().lower()
    suffix = name.lower().rpartition(".")[2]
    if start.startswith(b"%pdf-"):
        return "pdf"
    if content.startswith(b"PK") and (suffix == "docx" or is_word_document(content)):
        return "docx"
    if re.match(rb"<(?:!doctype html|html|head|body|!--)", start) or suffix in ("html", "htm"):
        return "html"
    return "markdown" if suffix in ("md", "markdown", "mdown") else "text"


_NO_TEXT: dict[Form, str] = {
    "docx": "it may hold pictures alone; save its text by itself",
    "pdf": "it may be a scan; run text recognition on it first",
    "html": "save the page with its text, or name the text itself",
    "text": "name the file that holds the old report",
    "markdown": "name the file that holds the old report",
}

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\x1f\x8b", "a packed file"),
)


def _decoded(name: str, content: bytes) -> str:
    hint = "save the report as plain text, Markdown, HTML, PDF or docx"
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            raise CannotRun(f"{name} is {kind}, which is not read", hint)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise CannotRun(f"{name} is UTF-16, not UTF-8", "save the file as UTF-8")
    body = content.removeprefix(codecs.BOM_UTF8)
    if b"\x00" in body:
        raise CannotRun(f"{name} is not text: it holds zero bytes", hint)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise CannotRun(
            f"{name}:{line}: byte 0x{body[error.start]:02X} is not UTF-8", "save the file as UTF-8"
        ) from None
