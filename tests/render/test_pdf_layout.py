"""The pages of real publications, read back from the PDF: conformance, margins, breaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from long_document import Kind, Paper, pdf_of, small_document
from pdf_samples import printable, table

from pdf_checks import complaints
from pdf_layout import layout_faults
from reportkit.assemble.document import KeyFacts
from reportkit.render.html import printable_html
from reportkit.render.pdf import PrintablePage, write_pdf
from reportkit.render.theme import load_theme

LETTER = "@page { size: letter; margin: 0.85in 0.8in 0.8in }"


# The long ones take seconds: 300 rows on some fifty pages are what is promised.
@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("kind", ["small", pytest.param("long", marks=pytest.mark.long)])
def test_a_publication_conforms_and_is_well_set(kind: Kind, paper: Paper) -> None:
    pdf = pdf_of(kind, paper)
    assert complaints(pdf) == []
    assert layout_faults(pdf) == []


@pytest.mark.long
def test_words_longer_than_a_line_stay_on_the_page() -> None:
    assert layout_faults(pdf_of("wordy", "a4")) == []


def faults_of(body: str, css: str = "") -> list[str]:
    return layout_faults(write_pdf(printable(f"<h1>Title</h1>{body}", css=LETTER + css)))


def test_text_in_the_margin_is_found() -> None:
    assert faults_of("<p>Good</p>") == []
    (fault,) = faults_of('<p style="white-space: nowrap">' + "word " * 60 + "</p>")
    assert fault.startswith("page 1: 'word word")
    assert faults_of('<p style="margin-left: -9pt">x</p>')


def test_a_heading_at_the_end_of_a_page_is_found() -> None:
    body = '<h2><b>1</b> Alone</h2><p class="new-page">Text</p>'
    assert faults_of(body)[0] == "page 1 ends with the heading ' Alone'"


def test_a_row_on_two_pages_is_found() -> None:
    row = f"<tr><td>{'word ' * 100}</td><td>{'word ' * 100}</td></tr>"
    body = f"<table><tr><th>A</th><th>B</th></tr>{row * 9}</table>"
    assert faults_of(body, "table { font-size: 14pt }") == []
    found = faults_of(body, "table { font-size: 14pt } tr { break-inside: auto }")
    assert found[0].startswith("a row is broken after page 1: 'word word")


def test_a_cell_that_runs_into_the_next_one_is_found() -> None:
    css = "table { table-layout: fixed } td { white-space: nowrap }"
    (fault, *_) = faults_of(table("T", 1).replace("left 1", "left " * 40), css)
    assert (
        "the cell 'left left" in faults_of(table("T", 1).replace("left 1", "left " * 40), css)[-1]
    )
    assert "outside the margins" in fault


@pytest.mark.parametrize("number", [8, 10, 11])
def test_any_number_of_key_facts_is_set(number: int) -> None:
    document = small_document()
    opening = tuple(
        replace(block, facts=((block.facts * 2)[: number - 1] + block.facts[-1:]))
        if isinstance(block, KeyFacts)
        else block
        for block in document.opening
    )
    changed = replace(document, opening=opening)
    text, resources = printable_html(changed, load_theme())
    day = datetime(2026, 11, 23, tzinfo=UTC)
    assert layout_faults(write_pdf(PrintablePage(text, resources, "X", day, ()))) == []
