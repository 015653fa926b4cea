"""The printable page of the default theme, set by the PDF writer."""

from __future__ import annotations

import dataclasses
import re
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Literal

import pikepdf
import pytest
from lxml import html as parser  # type: ignore[import-untyped]
from sample_document import sample_document

from pdf_checks import artifact_words, complaints, embedded_fonts, tag_tree
from reportkit.render.html import printable_html
from reportkit.render.pdf import PrintablePage, write_pdf
from reportkit.render.theme import load_theme


def test_the_theme_sets_a_publication_that_conforms() -> None:
    assert complaints(pdf()) == []


def test_every_sheet_but_the_cover_tells_code_status_version_and_page() -> None:
    sheets = [" ".join(words.values()) for words in artifact_words(pdf())]
    for number, sheet in enumerate(sheets[1:], start=2):
        assert "Draft: this version is not in force." in sheet
        assert "CPT 57511 Freezing Treatment" in " ".join(sheet.split())
        assert "Version 0.4. Printed copies are uncontrolled." in sheet
        assert f"Page {number} of {len(sheets)}" in sheet


def test_only_the_fonts_of_the_theme_are_embedded() -> None:
    assert {name.split("-")[0] for name in embedded_fonts(pdf())} == {"Report"}


def test_every_word_of_the_page_is_in_the_tag_tree_in_the_same_order() -> None:
    page = parser.document_fromstring(printable_html(sample_document(), load_theme())[0])
    main = page.get_element_by_id("content")
    for figure in main.iter("figure"):  # A picture is read by its text, and that first.
        svg = figure.find("{*}svg")
        figure.insert(0, parser.fragment_fromstring(f"<p>{svg.findtext('{*}title')}</p>"))
        figure.remove(svg)
    tree = iter(re.findall(r"\w+", tag_tree(pdf())))
    missing = [word for word in re.findall(r"\w+", " ".join(main.itertext())) if word not in tree]
    assert missing == []


def test_the_contents_are_tagged_as_a_table_of_contents() -> None:
    tags = [line.split(":")[0].split() for line in tag_tree(pdf()).splitlines()]
    names = [words[0] for words in tags]
    page = parser.document_fromstring(printable_html(sample_document(), load_theme())[0])
    entries = len(page.xpath("//nav//li"))
    assert entries > 10
    assert (names.count("TOCI"), names.count("Reference")) == (entries, entries)
    assert names[names.index("TOC") - 1 : names.index("TOC") + 4] == [
        "H2",
        "TOC",
        "TOCI",
        "Reference",
        "Link",
    ]


@pytest.mark.parametrize(("paper", "width"), [("letter", 612), ("a4", 595)])
def test_the_sheet_has_the_size_of_the_paper(paper: Literal["letter", "a4"], width: int) -> None:
    with pikepdf.open(BytesIO(pdf(paper))) as opened:
        assert int(opened.pages[0].MediaBox[2]) == width


@cache
def pdf(paper: Literal["letter", "a4"] = "letter") -> bytes:
    document = sample_document()
    identity = dataclasses.replace(document.identity, paper=paper)
    text, resources = printable_html(dataclasses.replace(document, identity=identity), load_theme())
    return write_pdf(
        PrintablePage(text, resources, "CR-57511", datetime(2026, 11, 23, tzinfo=UTC), ())
    )
