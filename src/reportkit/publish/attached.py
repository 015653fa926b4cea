"""Find the files that a PDF of reportkit's making carries, as it stands: none needs a repair."""

from __future__ import annotations

import io
from collections.abc import Mapping

from pypdf import PdfReader
from pypdf.generic import EmbeddedFile


def attached(content: bytes) -> Mapping[str, EmbeddedFile]:
    """The files by their names, none of them unpacked yet; what pypdf raises for a broken PDF.

    Strictly, as the repair of a table of objects looks at the rest of the file behind each word
    that may begin one: a megabyte of such words takes it hours.
    """
    found: dict[str, EmbeddedFile] = {}
    for file in PdfReader(io.BytesIO(content), strict=True).attachment_list:
        found.setdefault(file.name, file)
    return found
