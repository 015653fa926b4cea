"""An old report of anybody's making is read within limits, or refused in one message."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from reportkit.cli.old_file import OldFile
from reportkit.contain import Answer, Exceeded, Limits, contained
from reportkit.legacy.read import read_old_report
from reportkit.legacy.read_html import read_html
from reportkit.legacy.words import sentences
from small_project import copy_project, run

DAY = date(2026, 11, 2)


def pdf_of(*contents: bytes, forms: tuple[bytes, ...] = ()) -> bytes:
    """A PDF with a page for each content; form number n draws what `forms` says."""
    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        drawn = pikepdf.Dictionary()
        resources = pdf.make_indirect(
            pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font), XObject=drawn)
        )
        for number, body in enumerate(forms):
            form = pdf.make_stream(
                body,
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Form,
                BBox=[0, 0, 600, 800],
                Resources=resources,
            )
            drawn[f"/X{number}"] = form
        for content in contents:
            page = pdf.add_blank_page(page_size=(612, 792))
            page.Resources = resources
            page.Contents = pdf.make_stream(content)
        made = io.BytesIO()
        pdf.save(made, compress_streams=True)
    return made.getvalue()


LINE = b"BT /F1 10 Tf 50 700 Td (The code 57511 is billed.) Tj ET\n"
NESTED = tuple(
    b"".join(b"/X%d Do " % (number + 1) for _ in range(2)) if number < 40 else LINE
    for number in range(41)
)


def test_a_page_that_unpacks_to_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "bomb.pdf").write_bytes(pdf_of(LINE * 30_000))
    copy_project(tmp_path)
    begun = time.perf_counter()
    outcome = run(tmp_path, "import", "report", "bomb.pdf")
    assert outcome.returncode == 2
    assert "bomb.pdf has more on page 1 than any page of text" in outcome.stderr
    assert time.perf_counter() - begun < 30


def test_pages_without_end_are_refused(tmp_path: Path) -> None:
    (tmp_path / "long.pdf").write_bytes(pdf_of(*[LINE] * 501))
    copy_project(tmp_path)
    outcome = run(tmp_path, "import", "report", "long.pdf")
    assert (outcome.returncode, "has 501 pages" in outcome.stderr) == (2, True)


def test_forms_within_forms_end_with_the_time_they_are_given() -> None:
    old = OldFile("nested.pdf", pdf_of(b"/X0 Do", forms=NESTED), None, DAY)
    outcome = contained("reportkit.cli.old_file:read_apart", old, Limits(seconds=6))
    match outcome:
        case Exceeded():
            pass
        case Answer(value=value):
            assert "message" in value
        case _:
            pytest.fail(str(outcome))


def test_words_run_together_are_parted_in_bounded_time() -> None:
    content = pdf_of(b"BT /F1 10 Tf 50 700 Td (a aa aaa aaaa) Tj 0 -20 Td (%s) Tj ET" % (b"a" * 80))
    begun = time.perf_counter()
    read_old_report("run.pdf", content)
    assert time.perf_counter() - begun < 10


@pytest.mark.parametrize(
    ("read", "unit"),
    [
        (sentences, "Dr. "),
        (sentences, "A. "),
        (read_html, "<p>x<b></b>"),
        (read_html, "<td>"),
        (read_html, "<ul><li>"),
        (read_html, " <i> </i>"),
    ],
)
def test_what_repeats_is_read_in_bounded_time(read: Callable[[str], object], unit: str) -> None:
    begun = time.perf_counter()
    read(unit * 40_000)
    assert time.perf_counter() - begun < 20
