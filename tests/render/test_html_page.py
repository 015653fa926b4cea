"""The page of a publication, read back with an HTML parser."""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from long_document import small_document
from lxml import html as parser  # type: ignore[import-untyped]
from sample_document import sample_document

from reportkit.assemble.document import (
    Bullets,
    Callout,
    Column,
    Document,
    Facts,
    Gap,
    Markup,
    Paragraph,
    Plain,
    Plot,
    Row,
    Section,
    Steps,
    Table,
)
from reportkit.render.html import printable_html, render_html
from reportkit.render.page import anchors
from reportkit.render.theme import Theme, load_theme

THEME = load_theme()
HOSTILE = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}", "</style>")


def test_the_page_has_one_h1_and_skips_no_heading_level() -> None:
    levels = [int(heading.tag[1]) for heading in web().xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_id_is_unique_and_every_link_within_the_page_has_its_target() -> None:
    ids = web().xpath("//@id")
    links = [href[1:] for href in web().xpath("//@href") if href.startswith("#")]
    assert len(ids) == len(set(ids))
    assert set(links) <= set(ids)
    assert len(links) > 20


def test_every_section_block_and_row_of_the_document_has_its_anchor() -> None:
    assert set(anchors(sample_document())) <= set(web().xpath("//@id"))


def test_the_web_page_loads_nothing_from_anywhere() -> None:
    text = render_html(sample_document(), THEME)
    assert (
        web().xpath(
            "//link[@rel!='canonical']|//img|//iframe|//script/@src|//object|//embed|//form"
        )
        == []
    )
    assert re.findall(r"url\((?!data:)", text) == []
    assert "@import" not in text
    policy = web().xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; ")


def test_the_printable_page_names_only_resources_it_comes_with() -> None:
    text, resources = printable_html(sample_document(), THEME)
    assert set(re.findall(r"url\(\"(theme:[^\"]+)\"\)", text)) == {
        f"theme:{name}" for name in resources
    }
    assert len(resources) == 7
    assert "<script" not in text


def test_the_web_page_and_the_printable_page_say_the_same_in_the_same_order() -> None:
    # The web page always has a list of contents, in short.
    page, _ = printable_html(sample_document(), THEME, length="short")
    printed = parser.document_fromstring(page)
    for contents in web().xpath("//nav"):
        contents.getparent().remove(contents)
    assert words(web().find("body/main")) == words(printed.find("body/main"))
    assert words(web().find("body/header")) == words(printed.find("body/header"))


def test_a_table_marks_its_column_and_row_headers_and_never_spans_them() -> None:
    table = web().xpath("//table[.//caption[contains(., 'indicators of 57511')]]")[0]
    assert table.xpath("count(./thead/tr/th[@scope='col'])") == 4
    assert table.xpath("count(./tbody/tr/th[@scope='row'])") == 8
    assert table.xpath("count(./tbody/tr/td)") == 24
    assert web().xpath("//@rowspan|//@colspan") == []


def test_a_gap_is_named_in_words() -> None:
    gap = web().get_element_by_id("gap-taxonomies")
    assert words(gap) == words_of(
        "Data gap Provider taxonomies The report can't say which specialties bill the code. Not "
        "provided, missing since November 1, 2026 ."
    )


def test_citations_are_raised_numbers_that_lead_to_the_source() -> None:
    paragraph = web().xpath("//section[@id='summary']/p")[0]
    assert [
        (link.text, link.get("href"), link.get("aria-label"))
        for link in paragraph.xpath(".//sup/a")
    ] == [
        ("1", "#source-mpfs", "Source 1"),
        ("1", "#source-mpfs", "Source 1"),
        ("3", "#source-pos", "Source 3"),
    ]


def test_metadata_carries_code_version_publisher_and_dates() -> None:
    data = json.loads(web().xpath("//script[@type='application/ld+json']")[0].text)
    assert data["about"] == {"@type": "MedicalCode", "codeValue": "57511", "codingSystem": "CPT"}
    assert (data["version"], data["publisher"]["name"], data["dateModified"]) == (
        "0.4",
        "Lakeshore Coding Review",
        "2026-11-23",
    )
    named = {meta.get("name"): meta.get("content") for meta in web().xpath("//meta[@name]")}
    # A draft was not published.
    assert "citation_publication_date" not in named
    assert named["robots"] == "noindex"
    assert named["citation_technical_report_number"] == "CR-57511"
    assert named["dcterms.hasVersion"] == "0.4"


def test_a_draft_says_so_on_the_page_and_in_the_margin_of_every_sheet() -> None:
    assert web().xpath("string(//p[@class='banner'])") == "Draft: this version is not in force."
    assert '@top-left-corner { content: "Draft' in printable_html(sample_document(), THEME)[0]


def test_a_publication_in_force_has_no_banner() -> None:
    document = sample_document()
    identity = dataclasses.replace(document.identity, banner=None, publisher_url=None)
    document = dataclasses.replace(document, identity=identity)
    for text in (render_html(document, THEME), printable_html(document, THEME)[0]):
        assert 'class="banner"' not in text
        assert "not in force" not in text
        assert 'top-left-corner { content: "' not in text


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_paper_of_the_project_is_the_paper_of_the_page(paper: Literal["letter", "a4"]) -> None:
    document = sample_document()
    identity = dataclasses.replace(document.identity, paper=paper)
    text, _ = printable_html(dataclasses.replace(document, identity=identity), THEME)
    assert f"size: {paper};" in text


def test_the_same_document_gives_the_same_page() -> None:
    again = load_theme()
    assert again.digest == THEME.digest
    assert render_html(sample_document(), again) == render_html(sample_document(), THEME)


@given(
    st.one_of(
        st.sampled_from(HOSTILE),
        st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1),
        st.text("<>&\"'={}%[]()@!-/ abc", min_size=1),
    )
)
@settings(max_examples=40)
def test_hostile_text_stays_text_wherever_it_stands(text: str) -> None:
    document = everywhere(text)
    for page in (render_html(document, THEME), printable_html(document, THEME)[0]):
        tree = parser.document_fromstring(page)
        assert skeleton(tree) == skeleton_of_plain_text(is_web=page.count("<script") > 0)
        body = "".join(tree.find("body").itertext())
        if "CPT" not in text:
            assert body.count(text) >= 10


def skeleton(tree: object) -> list[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes, without those that let words break."""
    return [
        (node.tag, tuple(node.attrib))
        for node in tree.iter()  # type: ignore[attr-defined]
        if isinstance(node.tag, str) and node.get("class") != "unbroken"
    ]


@cache
def skeleton_of_plain_text(*, is_web: bool) -> list[tuple[str, tuple[str, ...]]]:
    document = everywhere("plain")
    page = render_html(document, THEME) if is_web else printable_html(document, THEME)[0]
    return skeleton(parser.document_fromstring(page))


def everywhere(text: str) -> Document:
    """A document in which every text is the same."""
    sample = sample_document()
    plain = Plain(text)
    identity = dataclasses.replace(
        sample.identity,
        title=text,
        publisher=text,
        version=text,
        status=text,
        banner=text,
        completeness=text,
        description=text,
        keywords=(text,),
    )
    blocks = (
        Paragraph(plain),
        Bullets((plain,)),
        Steps((plain,), (text,)),
        Facts("facts", ((text, plain),)),
        Table("table", text, (Column(text),), (Row("row", (plain,)),), text),
        Gap("gap", text, text, text, date(2026, 1, 1)),
        Callout("callout", text, (Paragraph(plain),)),
    )
    section = Section("one", "1", text, blocks)
    return Document(
        identity, (Paragraph(plain),), Facts("control", ((text, plain),)), (section,), {}
    )


def test_a_block_of_markdown_keeps_to_the_tags_markdown_may_make() -> None:
    text = Markup("<b>x</b> ![i](http://a.example/i.png)\n\n# h\n\n- *a*\n- **b** `c`")
    section = Section("one", "1", "One", (Paragraph(text),))
    page = render_html(dataclasses.replace(sample_document(), sections=(section,)), THEME)
    inside = parser.document_fromstring(page).get_element_by_id("one")
    assert {node.tag for node in inside.iter()} == {
        "section", "h2", "span", "p", "ul", "li", "em", "strong", "code", "a",
    }  # fmt: skip


@cache
def web(theme: Theme = THEME) -> parser.HtmlElement:
    return parser.document_fromstring(render_html(sample_document(), theme))


def words(node: parser.HtmlElement) -> list[str]:
    return words_of(" ".join(node.itertext()))


def words_of(text: str) -> list[str]:
    return text.split()


def test_the_figures_of_a_caption_carry_what_they_came_from() -> None:
    page = parser.document_fromstring(render_html(small_document(), load_theme()))
    (caption,) = page.get_element_by_id("payment").iter("caption")
    (figure,) = caption.iter("data")
    assert (figure.text, figure.get("data-field")) == ("32.3465", "mpfs.conversion_factor")
    assert caption.text_content().endswith("national payment at conversion factor 32.3465")


def test_the_caption_of_what_is_paid_leads_to_the_amounts_in_full() -> None:
    page = parser.document_fromstring(render_html(small_document(), load_theme()))
    (link,) = page.get_element_by_id("paid").iter("a")
    assert link.get("href") == "#medicare-payment"
    assert link.text_content().startswith("What Medicare pays")


def test_a_table_of_a_few_rows_with_pictures_stays_on_one_page() -> None:
    rows = tuple(
        Row(
            f"place-{number}",
            (Plain("Anywhere"), Plain("$10.00"), Plot(Decimal(9), dot=Decimal(4))),
        )
        for number in range(5)
    )
    columns = (Column("Locality"), Column("Paid", "figure"), Column("$0–$9", "plot"))
    document = sample_document()
    table = Table("places", "What is paid", columns, rows)
    opened = dataclasses.replace(document, opening=(table,))
    for text in (printable_html(opened, load_theme())[0], render_html(opened, load_theme())):
        (made,) = parser.document_fromstring(text).get_element_by_id("places").iter("table")
        assert "short" in made.get("class").split()
