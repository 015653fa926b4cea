"""Whether a publication is in force, as its pages and its metadata say."""

from __future__ import annotations

import gettext
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest
from lxml import html as parser  # type: ignore[import-untyped]

from pdf_checks import assert_conforms
from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import Document
from reportkit.check.example import read_example, specimen
from reportkit.render.html import render_html
from reportkit.render.rendition import paper
from reportkit.render.theme import load_theme

ENDED = "ended: {since: 2027-01-01, successor: version 2.0, url: 'https://example.org/2'}\n"


def made(report: str, project: str = "", *, is_draft: bool = False) -> Document:
    example = f"# report\n{report}# project\n{project}"
    publication = specimen(read_example(example))
    return assemble(publication, gettext.NullTranslations(), is_draft=is_draft)


@pytest.mark.parametrize(
    ("report", "banner"),
    [
        ("status: draft\n", "Draft: this version is not in force."),
        (f"status: superseded\n{ENDED}", "Superseded since January 1, 2027 by version 2.0."),
        ("status: retired\nended: {since: 2027-01-01}\n", "Retired since January 1, 2027."),
        ("status: superseded\n", "Superseded: this version is not in force."),
    ],
)
def test_every_page_says_since_when_a_publication_is_out_of_force(report: str, banner: str) -> None:
    assert made(report).identity.banner == banner


def test_a_draft_is_of_a_day_and_is_not_said_to_be_published() -> None:
    document = made("status: draft\n")
    assert document.identity.issue.startswith("Draft of ")
    assert "Published" not in dict(document.control.pairs)
    page = parser.document_fromstring(render_html(document, load_theme()))
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//meta[@name='citation_publication_date']") == []


def test_a_build_with_draft_is_a_draft_whatever_its_state() -> None:
    identity = made("status: superseded\n" + ENDED, is_draft=True).identity
    assert (identity.status, identity.is_indexed) == ("Draft", False)


def test_a_successor_is_linked_on_the_page_and_named_in_its_metadata() -> None:
    page = parser.document_fromstring(
        render_html(made("status: superseded\n" + ENDED), load_theme())
    )
    assert page.xpath("//p[@class='banner']/a/@href") == ["https://example.org/2"]
    replaced = page.xpath("//meta[@name='dcterms.isReplacedBy']/@content")
    assert replaced == ["https://example.org/2"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_project_that_gives_an_address_has_it_as_canonical() -> None:
    document = made("", "address: 'https://example.org/{code}.html'\n")
    page = parser.document_fromstring(render_html(document, load_theme()))
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://example.org/57511.html"]


def test_a_pdf_says_what_it_is_in_its_metadata() -> None:
    document = made("status: superseded\n" + ENDED)
    pdf = paper(document, load_theme(), datetime(2026, 11, 23, tzinfo=UTC), ())
    assert_conforms(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_metadata() as metadata:
        assert metadata["dc:identifier"] == document.identity.report_id
        assert metadata["xmp:Label"] == "Superseded"
        assert metadata["xmpMM:VersionID"] == document.identity.version
        assert metadata["dc:rights"].startswith("© 2026 ")
        assert list(metadata["dc:language"]) == [document.identity.language]
