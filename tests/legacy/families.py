"""Make the old reports of tests/legacy/families/ in the form in which they are imported."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from docx import Document
from ruamel.yaml import YAML

FOLDER = Path(__file__).parent / "families"
EXPECTED: dict[str, dict[str, Any]] = YAML(typ="safe").load(FOLDER / "expected.yaml")


def old_report(name: str) -> tuple[str, bytes]:
    """The file name and bytes of an old report, as a publisher would hand it over."""
    content = (FOLDER / name).read_bytes()
    match name:
        case "pdf-sheet.html":
            import weasyprint  # type: ignore[import-untyped]

            printed: bytes = weasyprint.HTML(string=content.decode()).write_pdf()
            return "pdf-sheet.pdf", printed
        case "docx-memo.yaml":
            return "docx-memo.docx", word_document(YAML(typ="safe").load(content))
        case _:
            return name, content


_STYLES = {"title": "Title", "heading": "Heading 1", "item": "List Bullet", "number": "List Number"}


def word_document(blocks: list[tuple[str, Any]]) -> bytes:
    """A Word document of titles, headings, items and tables, as python-docx writes it."""
    document = Document()
    for kind, content in blocks:
        if kind == "table":
            table = document.add_table(len(content), len(content[0]))
            for row, cells in zip(table.rows, content, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
        else:
            document.add_paragraph(content, style=_STYLES.get(kind))
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()
