"""Read the bytes of a provided file as text: UTF-8, and Windows-1252 where a line is not.

A mark at the start that names UTF-16 or UTF-32, as spreadsheets write it, is believed. Other lines
are read one by one, since a single byte of another encoding is common in tables that went through a
spreadsheet; it must not change how the other lines are read.
"""

from __future__ import annotations

import codecs

from reportkit.inputs.layout import LayoutError

MOST_BYTES = 400_000_000
"""Largest file read; the largest public table of code pairs is about a third of it."""

UNREADABLE = "\ufffd"
"""Stands for a byte that is no character in either encoding."""


def decode(file: str, content: bytes) -> str:
    """The text of a file; raises LayoutError for what is not text."""
    content = without_mark(content)
    if len(content) > MOST_BYTES:
        raise LayoutError(
            file,
            None,
            f"at most {MOST_BYTES:,} bytes",
            f"{len(content):,}",
            "give the extract that holds the codes you need",
        )
    _refuse_other_formats(file, content)
    try:
        return content.decode().replace("\0", " ")
    except UnicodeDecodeError:
        return "".join(map(decode_line, content.splitlines(keepends=True)))


def without_mark(content: bytes) -> bytes:
    """The bytes of a text without the mark at its start, in UTF-8 where the mark names another."""
    decoder = marked_decoder(content)
    if decoder is None:
        return content.removeprefix(codecs.BOM_UTF8)
    return decoder.decode(content, final=True).encode()


def marked_decoder(start: bytes) -> codecs.IncrementalDecoder | None:
    """What decodes a text whose mark at the start names UTF-16 or UTF-32; None for others."""
    named = next((name for mark, name in _MARKS if start.startswith(mark)), None)
    return codecs.getincrementaldecoder(named)("replace") if named else None


def decode_line(line: bytes) -> str:
    """A line as UTF-8, or else as Windows-1252; bytes of zero are blanks.

    0xFF is read as the no-break space that some exports write with it (CMS's OPPS addenda of
    2025); in Windows-1252 it would be a letter that no name in these files has.
    """
    line = line.replace(b"\0", b" ")
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace").replace("\xff", "\xa0")


def transcode(file: str, content: bytes, encoding: str) -> bytes:
    """The bytes of a file in an encoding that the user names, as UTF-8. Raises LayoutError."""
    decoder = decoder_of(file, encoding)
    try:
        return decoder.decode(content, final=True).encode()
    except UnicodeError as error:
        found = str(error).partition(": ")[2] or "other bytes"
        hint = "leave --encoding out: UTF-8, Windows-1252 and marked UTF-16 are recognised"
        raise LayoutError(file, None, f"text in {encoding}", found, hint) from None


def decoder_of(file: str, encoding: str) -> codecs.IncrementalDecoder:
    """What decodes text in an encoding that the user names. Raises LayoutError for no such name."""
    try:
        # Some names are of codecs that make no text of bytes.
        "".encode(encoding)
        return codecs.getincrementaldecoder(encoding)()
    except LookupError:
        raise LayoutError(
            file,
            None,
            "an encoding by its name",
            f"`{encoding}`",
            "write for example --encoding cp1252 or utf-16-le",
        ) from None


_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The mark of UTF-32 begins as that of UTF-16 does, so it is looked for before."""
_TEXT_HAS = 8
"""One byte of zero in so many is no text: some programs fill cells with them, and UTF-16 has one in
two."""


def _refuse_other_formats(file: str, content: bytes) -> None:
    start = content[:4096]
    if not start.strip():
        raise LayoutError(file, None, "a table", "an empty file", "download the file again")
    if start.startswith(b"PK\x03\x04"):
        raise LayoutError(
            file, None, "a table", "a zipped file", "unpack it and give the table inside"
        )
    if start.count(0) > len(start) // _TEXT_HAS:
        raise LayoutError(
            file,
            None,
            "UTF-8 or Windows-1252 text",
            "UTF-16 without a mark, or binary data",
            f"if it is text, add --encoding utf-16-{'be' if start.startswith(bytes(1)) else 'le'}",
        )
    opening = start.lstrip()[:14].lower()
    if opening.startswith((b"<!doctype", b"<html")):
        raise LayoutError(
            file,
            None,
            "a table",
            "a web page",
            "accept the licence in a browser and download the file itself",
        )
    if opening.startswith(b"%pdf"):
        raise LayoutError(file, None, "a table", "a PDF", "download the CSV of the same release")
