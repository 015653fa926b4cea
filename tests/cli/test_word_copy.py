"""A Word copy brings back its comments and its tracked changes at their lines, and nothing else."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from reportkit.legacy.old_report import Paragraph, Where
from reportkit.publish.word_marks import marks_in
from reportkit.render.word import word_copy
from small_project import copy_project, run

SUMMARY = "sections/57511/summary.yaml"
CONTEXT = "sections/57511/clinical-context.yaml"
CODING = "sections/57511/coding-specifications.yaml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("word"))
    outcome = run(root, "export", "57511", "--docx")
    assert (outcome.returncode, outcome.stdout) == (0, "wrote build/57511/57511.docx\n")
    return root


def paragraph(copy: Any, words: str) -> Any:
    cells = (cell for table in copy.tables for row in table.rows for cell in row.cells)
    inside = (part for cell in cells for part in cell.paragraphs)
    return next(part for part in (*copy.paragraphs, *inside) if words in part.text)


def run_of(text: str, kind: str = "t") -> Any:
    element, inner = OxmlElement("w:r"), OxmlElement(f"w:{kind}")
    inner.text = text
    inner.set(qn("xml:space"), "preserve")
    element.append(inner)
    return element


def tracked(tag: str, text: str) -> Any:
    change = OxmlElement(f"w:{tag}")
    change.set(qn("w:author"), "Bo Coder")
    change.append(run_of(text, "delText" if tag == "del" else "t"))
    return change


def change(copy: Any, old: str, new: str) -> None:
    """Put new words in the place of old ones, with the change tracked."""
    part = paragraph(copy, old)
    before, _, after = part.text.partition(old)
    for element in list(part.runs):
        element._element.getparent().remove(element._element)
    shown = [run_of(before), tracked("del", old)]
    part._p.extend([*shown, *([tracked("ins", new)] if new else []), run_of(after)])


def add(copy: Any, behind: str, new: str) -> None:
    part = paragraph(copy, behind)
    before, mark, after = part.text.partition(behind)
    part.runs[0].text = before + mark
    part._p.extend([tracked("ins", new), run_of(after)])


def line_of(root: Path, file: str, words: str) -> int:
    lines = (root / file).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def test_comments_and_changes_come_to_their_lines(project: Path) -> None:
    copy = docx.Document(str(project / "build/57511/57511.docx"))
    change(copy, "nothing is cut out", "nothing is removed")
    change(copy, "when bleeding made the freezing much harder, and ", "")
    add(copy, "day is denied.", " It is not paid later.")
    change(copy, "Payers in this report", "The payers")
    workflow = paragraph(copy, "Arrange the test that follows")
    workflow.runs[0]._element.addprevious(tracked("ins", "Then "))
    note = paragraph(copy, "The site on the claim decides")
    copy.add_comment(note.runs, text="Which claim?", author="Cy Nurse")
    paragraph(copy, "It is written for billers").runs[0].text = "It is written for coders."
    copy.save(str(project / "57511.docx"))

    outcome = run(project, "comments", "57511.docx")
    assert (outcome.returncode, outcome.stderr) == (0, "")
    removed = line_of(project, SUMMARY, "nothing is cut out")
    bleeding = line_of(project, CODING, "when bleeding made")
    denied = line_of(project, SUMMARY, "day is denied")
    follows = line_of(project, CONTEXT, "Arrange the test that follows")
    site = line_of(project, SUMMARY, "Medicare pays the service")
    for said in (
        f"{SUMMARY}:{removed}  tracked change by Bo Coder: proposes `nothing is removed` in place "
        "of `nothing is cut out`",
        f"{CODING}:{bleeding}  tracked change by Bo Coder: proposes to strike `when bleeding made "
        "the freezing much harder, and`",
        f"{SUMMARY}:{denied}  tracked change by Bo Coder: proposes to add `It is not paid later.`",
        f"{CONTEXT}:{follows}  tracked change by Bo Coder: proposes to add `Then` before `Arrange`",
        f"{SUMMARY}:{site}  comment by Cy Nurse: Which claim?",
        "not placed, tracked change by Bo Coder: proposes `The payers` in place of `Payers in this",
        "not placed, paragraph: reads otherwise\n  on `It is written for coders.`: it was changed "
        "without being tracked, or the report was changed since",
    ):
        assert said in outcome.stdout, outcome.stdout
    assert outcome.stdout.endswith("5 of 7 comments have a place\n")

    before = (project / SUMMARY).read_bytes()
    done = run(project, "comments", "57511.docx", "--write", "--role", "coding-reviewer")
    assert done.stdout.endswith("5 of 7 comments sent back\n")
    assert (project / SUMMARY).read_bytes() == before
    checked = run(project, "check", "57511").stdout
    assert "sent back by Bo Coder, coding-reviewer: proposes `nothing is removed`" in checked


def archive(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in parts.items():
            packed.writestr(name, body)
    return out.getvalue()


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda: archive({"notes.xml": b"<notes/>"}), "cannot be read: it is no document of Word"),
        (
            lambda: archive({"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
            "declares a document type",
        ),
        (lambda: archive({f"{number}.xml": b"" for number in range(501)}), "more than a report"),
        (lambda: archive({"word/document.xml": b" " * 50_000_001}), "more than a report"),
        (lambda: b"PK no archive", "cannot be read: its package is broken: File is not a zip file"),
    ],
)
def test_what_is_no_copy_is_refused(make: Callable[[], bytes], why: str, project: Path) -> None:
    (project / "57511.docx").write_bytes(make())
    outcome = run(project, "comments", "57511.docx")
    assert (outcome.returncode, why in outcome.stderr) == (2, True), outcome.stderr


words = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


@given(st.lists(st.lists(words, min_size=1, max_size=5), max_size=5))
def test_what_is_given_out_is_read_again(paragraphs: list[list[str]]) -> None:
    texts = [" ".join(one) for one in paragraphs]
    found = marks_in(word_copy([Paragraph(text, Where(1)) for text in texts], "en"))
    assert found["paragraphs"] == texts
    assert found["words"] == [word for text in texts for word in text.split()]
    assert found["marks"] == []
