"""Markdown of authors: what it may do, and that everything else stays text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser  # type: ignore[import-untyped]

from reportkit.render.markdown import Targets, blocks_html, inline_html
from reportkit.workspace.resolve import escape_markdown

TARGETS = Targets(
    {"mpfs": 1, "ncci": 2, "lost": 3},
    frozenset({"source-mpfs", "source-ncci", "here"}),
    "No. {number}",
)
ONE = '<a href="#source-mpfs" aria-label="No. 1">1</a>'
TWO = '<a href="#source-ncci" aria-label="No. 2">2</a>'


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("*a* **b** `c`", '<em>a</em> <strong>b</strong> <code class="code">c</code>'),
        ("a\\\nb", "a<br>\nb"),
        ("[x](https://a.example)", '<a href="https://a.example" rel="noopener noreferrer">x</a>'),
        (
            "<https://a.example>",
            '<a href="https://a.example" rel="noopener noreferrer">https://a.example</a>',
        ),
        ("[x](#here)", '<a href="#here">x</a>'),
        ("[x](#nowhere) y", "x y"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](data:text/html,y)", "[x](data:text/html,y)"),
        ("[x](/etc/passwd)", "[x](/etc/passwd)"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("# x", "# x"),
        ("> x", "&gt; x"),
        ("    x", "x"),
        ("| a | b |", "| a | b |"),
    ],
)
def test_a_cell_is_set_without_a_paragraph(markdown: str, html: str) -> None:
    assert inline_html(markdown, TARGETS) == html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("paid [@mpfs].", f'<span class="kept">paid.<sup class="cite">{ONE}</sup></span>'),
        ("paid.[@mpfs]", f'<span class="kept">paid.<sup class="cite">{ONE}</sup></span>'),
        (
            "paid [@mpfs][@ncci], so",
            f'<span class="kept">paid,<sup class="cite">{ONE},{TWO}</sup></span> so',
        ),
        (
            "paid [@mpfs], [@ncci]",
            f'<span class="kept">paid<sup class="cite">{ONE},{TWO}</sup></span>',
        ),
        ("is paid [@lost]", 'is <span class="kept">paid<sup class="cite">3</sup></span>'),
        ("paid [@unknown].", "paid [@unknown]."),
    ],
)
def test_a_citation_is_a_raised_number_after_the_stop(markdown: str, html: str) -> None:
    assert inline_html(markdown, TARGETS) == html


def test_several_paragraphs_and_lists_are_blocks() -> None:
    assert blocks_html("a\n\n- b\n- c", TARGETS) == (
        "<p>a</p>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n"
    )
    assert inline_html("a\n\nb", TARGETS) == "<p>a</p>\n<p>b</p>\n"


@pytest.mark.parametrize(
    "markdown", ["![x](https://a.example/x.png)", '![x](https://a.example/x.png "t")']
)
def test_an_image_never_becomes_one(markdown: str) -> None:
    assert "<img" not in blocks_html(markdown, TARGETS)


@given(st.text("<>\"'&[]()!#*_`-\\\n:/@. abcjhtps1", max_size=60))
def test_no_text_makes_a_tag_or_link_that_is_not_allowed(markdown: str) -> None:
    tree = parser.fragment_fromstring(blocks_html(markdown, TARGETS), create_parent="div")
    allowed = {"div", "p", "em", "strong", "ul", "ol", "li", "a", "code", "br", "sup", "span"}
    assert {node.tag for node in tree.iter()} <= allowed
    names = {name for node in tree.iter() for name in node.attrib}
    assert names <= {"href", "rel", "class", "aria-label", "start"}
    links = [str(link).lower() for link in tree.xpath(".//@href")]
    assert all(link.startswith(("http://", "https://", "mailto:", "#")) for link in links)


def test_a_provided_value_that_looks_like_a_citation_stays_text() -> None:
    value = escape_markdown("[@mpfs]")
    html = inline_html(f"the value {value} here [@mpfs].", TARGETS)
    assert "[@mpfs]" in html
    assert html.count("<sup") == 1
