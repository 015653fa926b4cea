"""What people write into a copy of the PDF comes to its line, or is named with its page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.annotations import Highlight, Text
from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

from reportkit.desk.comments import MADE, place_on_page
from reportkit.desk.paper import set_paper
from reportkit.findings.place import At, Span
from reportkit.workspace.workspace import read_workspace
from small_project import copy_project, edit, run

SUMMARY = "sections/57511/summary.yaml"
CODING = "sections/57511/coding-specifications.yaml"
CONTEXT = "sections/57511/clinical-context.yaml"
BILLING = "sections/57511/billing-overview.yaml"

MARKED = (
    ("A cold probe is held", "highlight", SUMMARY, "A cold probe is held"),
    ("claim decides which", "note", SUMMARY, "The site on the claim decides"),
    ("denied.", "highlight", SUMMARY, "day is denied"),
    ("The limit is", "strike-out", SUMMARY, "The limit is"),
    ("work.", "highlight", CODING, "and no other code reports"),
    ("the extra time.", "note", CODING, "The note states the cause and the extra time."),
    ("The last column", "highlight", CODING, "The last column of the table"),
    ("Arrange the test", "note", CONTEXT, "Arrange the test that follows"),
    ("tissue is shed", "highlight", BILLING, "tissue is shed"),
)
"""What is printed, how it is marked, and the file with the words on the line it has to come to."""
GENERATED = "Payers in this report"


@dataclass(frozen=True)
class Printed:
    """A piece of text where it stands on a page."""

    page: int
    text: str
    box: tuple[float, float, float, float]


def printed(reader: PdfReader) -> Iterator[Printed]:
    for number, page in enumerate(reader.pages):
        yield from pieces_of(page, number)


def pieces_of(page: PageObject, number: int) -> list[Printed]:
    pieces: list[Printed] = []

    def visit(text: str, cm: Any, tm: Any, _: Any, size: float) -> None:
        left, base = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
        height = size * abs(cm[0])
        width = 0.45 * height * len(text.strip())
        box = (left, base - 0.2 * height, left + width, base + 0.8 * height)
        if text.strip():
            pieces.append(Printed(number, text, box))

    page.extract_text(visitor_text=visit)
    return pieces


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    root = copy_project(tmp_path_factory.mktemp("printed"))
    made = set_paper(root, "57511")
    assert isinstance(made, bytes)
    return made


def commented(pdf: bytes) -> bytes:
    """A copy with a comment on each place of MARKED, and on a sentence that nobody wrote."""
    pieces = list(printed(PdfReader(BytesIO(pdf))))
    writer = PdfWriter(clone_from=BytesIO(pdf))
    for words, kind, _, _ in (*MARKED, (GENERATED, "highlight", "", "")):
        piece = next(piece for piece in pieces if words in piece.text)
        note = annotation(kind, piece)
        note[NameObject("/T")] = TextStringObject("Bo Coder")
        note[NameObject("/Contents")] = TextStringObject(f"On {words}: why?")
        writer.add_annotation(piece.page, note)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def annotation(kind: str, piece: Printed) -> Any:
    left, bottom, right, top = piece.box
    if kind == "note":
        return Text(text="", rect=(left + 3, bottom, left + 15, top))
    quads = ArrayObject(map(FloatObject, (left, top, right, top, left, bottom, right, bottom)))
    note = Highlight(rect=piece.box, quad_points=quads)
    if kind == "strike-out":
        note[NameObject("/Subtype")] = NameObject("/StrikeOut")
    return note


def line_of(root: Path, file: str, words: str) -> int:
    lines = (root / file).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def test_ten_comments_come_to_their_lines_or_are_named(tmp_path: Path, pdf: bytes) -> None:
    root = copy_project(tmp_path)
    (root / "57511.pdf").write_bytes(commented(pdf))
    outcome = run(root, "comments", "57511.pdf")
    assert (outcome.returncode, outcome.stderr) == (0, "")
    said = outcome.stdout
    for words, kind, file, on_line in MARKED:
        line = next(one for one in said.splitlines() if f"On {words}: why?" in one)
        assert line.startswith(f"{file}:{line_of(root, file, on_line)}  page "), line
        assert f"{kind} by Bo Coder" in line
    assert (
        f"not placed, page 1, highlight by Bo Coder: On {GENERATED}: why?\n"
        "  on `Payers in this report: Aetna and Medicare.`: no author wrote it: it is made from "
        "`payers.name` of input.yaml\n"
    ) in said
    assert said.endswith("9 of 10 comments have a place\n")
    assert not (root / "report/57511/review.yaml").exists()


def test_a_cell_of_few_letters_comes_to_its_row_or_is_made(tmp_path: Path, pdf: bytes) -> None:
    (publication,) = read_workspace(copy_project(tmp_path), ["57511"]).publications
    placed = {}
    for page in PdfReader(BytesIO(pdf)).pages:
        pieces = [piece.text for piece in pieces_of(page, 0)]
        for index, text in enumerate(pieces):
            if text in {"22", "51", "53", "59", "24", "010", "A"}:
                placed[text] = place_on_page(publication, pieces, index, index)
    rows = {"22": 0, "51": 1, "53": 3, "59": 4}
    assert placed == {
        "A": MADE,
        "010": MADE,
        "24": MADE,
        **{
            code: At("coding-specifications", ("modifiers", row, "code"), Span(0, 2))
            for code, row in rows.items()
        },
    }


def test_comments_that_are_written_are_findings(tmp_path: Path, pdf: bytes) -> None:
    root = copy_project(tmp_path)
    (root / "57511.pdf").write_bytes(commented(pdf))
    nobody = run(root, "comments", "57511.pdf", "--write")
    assert (nobody.returncode, "needs a name and a role" in nobody.stderr) == (2, True)
    outcome = run(root, "comments", "57511.pdf", "--write", "--role", "coding-reviewer")
    assert outcome.stdout.endswith("9 of 10 comments sent back\n")
    (publication,) = read_workspace(root, ["57511"]).publications
    assert {sent.by for sent in publication.decisions.sent_back} == {"Bo Coder"}
    assert run(root, "check").stdout.count("warning[sent-back]") == 9


def test_words_that_were_written_anew_have_no_place(tmp_path: Path, pdf: bytes) -> None:
    root = copy_project(tmp_path)
    (root / "copy.pdf").write_bytes(commented(pdf))
    edit(root / SUMMARY, "A cold probe is held", "A cool probe is kept")
    outcome = run(root, "comments", "copy.pdf", "--code", "57511")
    said = outcome.stdout.partition("On A cold probe is held: why?")[2].splitlines()[1]
    assert said.endswith("it was written anew since")


def test_a_file_that_is_no_pdf_is_one_message(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    (root / "57511.pdf").write_bytes(b"no PDF")
    outcome = run(root, "comments", "57511.pdf")
    assert outcome.returncode == 2
    assert "57511.pdf cannot be read" in outcome.stderr
    assert "Traceback" not in outcome.stderr
