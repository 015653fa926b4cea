"""Take the parts of a Word document out of its package as trees, within limits.

Such a document comes from anybody: nothing in it can name another file, and it unpacks to no more
than a report may hold.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from lzma import LZMAError
from typing import Final
from xml.etree.ElementTree import Element, ParseError, iterparse

MOST_UNPACKED: Final = 50_000_000
"""Bytes of the parts of a document, unpacked."""
MOST_PARTS: Final = 500
DEEPEST: Final = 200
"""Elements within one another; tables in tables in text boxes have a tenth of that."""
DOCUMENT: Final = "word/document.xml"


class BrokenDocument(Exception):  # noqa: N818 -- names the thing that is broken
    """Why some bytes cannot be read as a document of Word, as a clause."""


def is_word_document(content: bytes) -> bool:
    """Whether the bytes are a package that holds a document of Word."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            return DOCUMENT in packed.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False


def word_parts(content: bytes, names: tuple[str, ...]) -> dict[str, Element]:
    """The parts of those names that the document has, the text itself among them.

    Raises BrokenDocument.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            return _parts(packed, names)
    except _BROKEN as error:
        raise BrokenDocument(f"its package is broken: {error}") from None


def _parts(packed: zipfile.ZipFile, names: tuple[str, ...]) -> dict[str, Element]:
    parts = packed.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise BrokenDocument("it unpacks to more than a report")
    held = {part.filename for part in parts}
    if DOCUMENT not in held:
        raise BrokenDocument("it is no document of Word")
    return {name: _tree(packed.read(name)) for name in (DOCUMENT, *names) if name in held}


_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, ParseError, RuntimeError, LookupError, ValueError, EOFError,
    OSError, LZMAError,
)  # fmt: skip
"""What zipfile and the parser raise for a package that is torn, locked or of another kind."""


def local_name(element: Element) -> str:
    """The name without its namespace: a strict document has another than a usual one."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str:
    """The value of an attribute in whatever namespace; empty if there is none."""
    values = (value for key, value in element.items() if key.rpartition("}")[2] == name)
    return " ".join(next(values, "").split())


def _tree(content: bytes) -> Element:
    if "<!DOCTYPE" in content.decode("utf-8-sig"):
        raise BrokenDocument("it declares a document type, as no document of Word does")
    root: Element | None = None
    depth = 0
    # Without a document type there are no entities that could grow or name another file.
    for event, element in iterparse(BytesIO(content), ("start", "end")):  # noqa: S314
        depth += 1 if event == "start" else -1
        root = element if root is None else root
        if depth > DEEPEST:
            raise BrokenDocument(f"its elements stand in one another more than {DEEPEST} deep")
    if root is None:
        raise BrokenDocument("a part of it is empty")
    return root
