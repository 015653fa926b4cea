"""A Word document is read as it would be printed, within limits, and nothing in it is lost."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from families import word_document
from old_reports import drafted, loaded

from reportkit.cannot_run import CannotRun
from reportkit.legacy.old_report import Aside, Heading, Item, Paragraph, Row
from reportkit.legacy.read import read_old_report

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def package(body: str, **parts: str) -> bytes:
    """A document of a body in WordprocessingML, with other parts of its package."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/document.xml", f'<w:document xmlns:w="{W}">{body}</w:document>')
        for name, content in parts.items():
            packed.writestr(f"word/{name}.xml", content)
    return made.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_styles_lists_and_tables_become_blocks() -> None:
    blocks: list[tuple[str, Any]] = [
        ("title", "CPT 57510: Heat Cautery"),
        ("heading", "Workflow"),
        ("number", "Ask."),
        ("number", "Treat."),
        ("item", "Loose"),
        ("table", [["Modifier", "Meaning"], ["22", "More work"]]),
    ]
    read = read_old_report("old.docx", word_document(blocks)).blocks
    assert [
        (type(block), getattr(block, "text", None) or getattr(block, "cells", None))
        for block in read
    ] == [
        (Heading, "CPT 57510: Heat Cautery"),
        (Heading, "Workflow"),
        (Item, "Ask."),
        (Item, "Treat."),
        (Item, "Loose"),
        (Row, ("Modifier", "Meaning")),
        (Row, ("22", "More work")),
    ]
    assert [block.number for block in read if isinstance(block, Item)] == [1, 2, None]


def test_what_was_put_in_is_text_and_what_was_struck_out_is_kept_aside() -> None:
    body = (
        "<w:body><w:p><w:r><w:t xml:space='preserve'>CPT 57510: </w:t></w:r>"
        "<w:ins w:author='A'><w:r><w:t>Heat</w:t></w:r></w:ins>"
        "<w:del w:author='A'><w:r><w:delText>Cold</w:delText></w:r></w:del></w:p></w:body>"
    )
    notes = f'<w:footnotes xmlns:w="{W}">{paragraph("As of May.")}</w:footnotes>'
    read = read_old_report("old.docx", package(body, footnotes=notes)).blocks
    assert [(type(block), getattr(block, "text", "")) for block in read] == [
        (Aside, "Cold"),
        (Paragraph, "CPT 57510: Heat"),
        (Aside, "As of May."),
    ]
    left = loaded(*drafted("old.docx", package(body, footnotes=notes)))["imported"].set_aside
    assert [str(aside.text).strip() for aside in left] == ["Cold\n\nAs of May."]


def test_a_document_is_known_by_what_it_holds_and_not_by_its_name() -> None:
    content = package(f"<w:body>{paragraph('CPT 57510: Heat')}</w:body>")
    assert drafted("old.bin", content)[0].code == "57510"


HOSTILE = {
    "deep": package("<w:body>" + "<w:sdt>" * 300 + "</w:sdt>" * 300 + "</w:body>"),
    "torn": package(f"<w:body>{paragraph('CPT 57510: Heat')}</w:body>")[:-40],
    "no document": b"PK\x03\x04 nothing",
    "not well formed": package("<w:body>"),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_sound_document_is_refused_with_a_way_out(content: bytes) -> None:
    with pytest.raises(CannotRun) as refused:
        drafted("old.docx", content)
    assert refused.value.hint


def test_entities_are_refused_before_they_grow() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("word/document.xml", '<!DOCTYPE d [<!ENTITY a "aa">]><d>&a;</d>')
    with pytest.raises(CannotRun, match="declares a document type"):
        drafted("old.docx", made.getvalue())


def test_a_document_that_unpacks_to_more_than_a_report_is_refused() -> None:
    with pytest.raises(CannotRun, match="unpacks to more than a report"):
        drafted("old.docx", package(f"<w:body>{paragraph('a' * 60_000_000)}</w:body>"))
