"""A Word document that was made to break its readers is refused in a clause."""

from __future__ import annotations

import io
import zipfile

import pytest

from reportkit.publish.word_marks import MOST_MARKS, MOST_PARAGRAPHS, marks_in

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(document: str, comments: str = "") -> bytes:
    """A package with a text and comments."""
    package = io.BytesIO()
    with zipfile.ZipFile(package, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", document)
        parts.writestr("word/comments.xml", f"<w:comments {SPACE}>{comments}</w:comments>")
    return package.getvalue()


def text(body: str) -> str:
    """A text of Word with this body."""
    return f"<w:document {SPACE}><w:body>{body}</w:body></w:document>"


WORDS = "<w:p><w:r><w:t>Words</w:t></w:r></w:p>"
MORE = "it has more comments, changes or paragraphs than any report"
BROKEN = "its package is broken"
DOCUMENTS = {
    "more comments": (packed(text(WORDS), '<w:comment w:id="1"/>' * (MOST_MARKS + 1)), MORE),
    "more paragraphs": (packed(text(WORDS * (MOST_PARAGRAPHS + 1))), MORE),
    "in a code of no letters": (packed('<?xml version="1.0" encoding="rot13"?><a/>'), BROKEN),
    "in a code of no text": (packed('<?xml version="1.0" encoding="zlib_codec"?><a/>'), BROKEN),
}


@pytest.mark.parametrize(("content", "fault"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_a_hostile_document_is_refused_in_a_clause(content: bytes, fault: str) -> None:
    assert marks_in(content)["fault"].startswith(fault)
