"""How a PDF is tagged, read back from real PDFs."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
from pdf_samples import EVERYTHING, printable, rows, table

from pdf_checks import artifact_words, assert_conforms, page_words, tag_tree
from reportkit.render.pdf import write_pdf


@pytest.fixture(scope="module")
def everything() -> bytes:
    return write_pdf(printable(EVERYTHING))


def tree_of(body: str, css: str = "") -> str:
    return tag_tree(write_pdf(printable(body, css=css)))


def cut(tree: str, start: str, end: str) -> str:
    """The part of a tree from the line that holds `start` to before the one with `end`."""
    lines = tree.splitlines()
    first = next(i for i, line in enumerate(lines) if start in line)
    last = next((i for i, line in enumerate(lines) if i > first and end in line), len(lines))
    indent = len(lines[first]) - len(lines[first].lstrip())
    return "\n".join(line[indent:] for line in lines[first:last])


def test_a_page_with_everything_is_pdf_ua_and_pdf_a(everything: bytes) -> None:
    assert_conforms(everything)


def test_text_lists_links_and_notes_have_their_own_tags(everything: bytes) -> None:
    assert cut(tag_tree(everything), "Sect", "H2") == SECTION.strip()


def test_a_picture_has_its_title_as_text_and_its_caption_inside(everything: bytes) -> None:
    assert cut(tag_tree(everything), "Figure", "BlockQuote") == FIGURE.strip()


def test_a_table_over_many_pages_is_one_table_with_one_head() -> None:
    pdf = write_pdf(printable(f"<h1>Title</h1>{table('Table 1', 300)}"))
    tree = tag_tree(pdf)
    assert [tree.count(f"{tag}\n") for tag in ("Table", "THead", "TBody")] == [1, 1, 1]
    assert re.findall(r"TD.*: left (\d+)", tree) == [str(n) for n in range(1, 301)]
    assert tree.count("scope=Column") == 3
    furniture = artifact_words(pdf)
    assert "Pagination" not in furniture[0]
    assert all(page["Pagination"] == "NumberLeftRight" for page in furniture[1:])
    assert_conforms(pdf)


def test_two_tables_that_touch_a_page_break_stay_two() -> None:
    tree = tree_of(
        f"<h1>Title</h1>{table('One', 2)}{table('Two', 2)}", "table + table { break-before: page }"
    )
    assert tree.count("  Table\n") == 2
    assert tree.count("THead\n") == 2


def test_two_paragraphs_that_touch_a_page_break_stay_two() -> None:
    tree = tree_of('<h1>Title</h1><p>One</p><p class="new-page">Two</p>')
    assert "  P: One\n  P: Two\n" in tree


def test_what_crosses_a_page_break_is_tagged_once() -> None:
    text = "word " * 1500
    tree = tree_of(f"""<section><h1>Title</h1><p>{text}</p>
<ul><li><p>{text}</p></li></ul><blockquote><p><a href="#x"><b>{text}</b></a></p></blockquote>
<dl><dt>Term</dt><dd id="x">{text}</dd></dl></section>""")
    assert [line.split(":")[0].strip() for line in tree.splitlines() if "->" not in line] == [
        "Document", "Sect", "H1", "P", "L listnumbering=Disc", "LI", "Lbl", "LBody", "P",
        "BlockQuote", "P", "Link", "Span", "L", "LI", "Lbl", "LBody",
    ]  # fmt: skip
    assert tree.count("word") == 4 * 1500 + tree.count("->") * 1500


def test_a_split_row_stays_one_row() -> None:
    text = "word " * 900
    tree = tree_of(
        f"""<h1>Title</h1><table><thead><tr><th>A</th><th>B</th></tr></thead>
<tbody><tr><td>{text}</td><td>{text}</td></tr></tbody></table>""",
        "tr { break-inside: auto }",
    )
    assert [tree.count(f" {tag}") for tag in ("TR", "TD")] == [2, 2]


def test_running_heads_and_page_numbers_are_furniture(everything: bytes) -> None:
    furniture = artifact_words(everything)
    assert furniture[0]["Header"] == "Contents"
    assert furniture[1]["Header"] == "First part"
    assert [page["Footer"] for page in furniture] == [
        f"Page {number}" for number in range(1, len(furniture) + 1)
    ]
    assert "Page 1" not in tag_tree(everything)


def test_what_is_hidden_from_assistive_technology_is_not_tagged() -> None:
    tree = tree_of(
        """<h1>Title</h1><p>Read <span aria-hidden="true">drawn <a href="#x">link</a></span></p>
<p id="x">Seen<img alt="" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'
 width='9' height='9'%3E%3Crect width='9' height='9'/%3E%3C/svg%3E"></p>"""
    )
    assert tree == "Document\n  H1: Title\n  P: Read\n  P: Seen\n"


def test_spanned_cells_belong_to_the_headings_above_and_beside_them() -> None:
    pdf = write_pdf(printable(SPANNED))
    assert cut(tag_tree(pdf), "Table", "never") == SPANNED_TREE.strip()


def test_a_footer_row_group_comes_last_and_once() -> None:
    tree = tree_of(
        f"""<h1>Title</h1><table><thead><tr><th>A</th><th>B</th><th>C</th></tr></thead>
<tfoot><tr><td>x</td><td>y</td><td>z</td></tr></tfoot><tbody>{rows(60)}</tbody></table>"""
    )
    groups = re.findall(r"^    (T\w+)$", tree, re.MULTILINE)
    assert groups == ["THead", "TBody", "TFoot"]


def test_an_outside_marker_is_a_label() -> None:
    tree = tree_of("<h1>T</h1><ol><li>one</li></ol>", "ol { list-style-position: outside }")
    assert "LI\n      Lbl: 1.\n      LBody: one\n" in tree


def test_a_marker_set_before_an_item_is_a_label() -> None:
    tree = tree_of(
        "<h1>T</h1><ul><li>one</li></ul>",
        "ul { list-style: none } li::before { content: '– '; display: inline-block }",
    )
    assert "L listnumbering=None\n    LI\n      Lbl: –\n      LBody: one\n" in tree


def test_text_straight_inside_a_section_gets_a_paragraph() -> None:
    assert tree_of("<h1>T</h1><section>Bare <em>text</em><p>P</p>more</section>") == (
        "Document\n  H1: T\n  Sect\n    P: Bare\n      Span: text\n    P: P\n    P: more\n"
    )


def test_words_stay_apart_at_the_ends_of_lines_and_between_elements() -> None:
    text = "Some words of a text with well-known-hyphens-that-may-break " * 9
    url = "https://example.org/" + "x" * 90
    tree = tree_of(
        f"<h1>T</h1><p>{text}<code>{url}</code></p><p><b>one</b> <i>two</i></p>",
        "code { overflow-wrap: anywhere }",
    )
    assert f"  P: {text.strip()}\n" in tree
    assert f"  Code: {url}\n" in tree


def test_lines_that_end_between_two_elements_keep_their_words_apart() -> None:
    tree = tree_of("<h1>T</h1><p>" + "<i>net</i> <b>work</b> " * 40 + "</p><p>network</p>")
    assert " ".join(re.findall(r"net\b|work\b|network", tree)) == "net work " * 40 + "network"


def test_words_of_different_fonts_and_lines_are_read_apart() -> None:
    pdf = write_pdf(printable("<p><b>one</b> <i>two</i> three<br>four</p>"))
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert "".join(page_words(opened.pages[0])) == "one two three four"


def test_the_page_of_a_link_is_read_in_a_list_of_contents_alone_and_its_dots_never() -> None:
    link = '<a href="#x">Place</a>'
    style = "a::after { content: leader('.') target-counter(attr(href), page) }"
    contents = f'<nav role="doc-toc"><ol><li>{link}</li></ol></nav>'
    assert "Link: Place 1\n" in tree_of(f'<h1 id="x">T</h1>{contents}', style)
    assert "Link: Place\n" in tree_of(f'<h1 id="x">T</h1><p>{link}</p>', style)


def test_columns_floats_and_running_elements_keep_their_tags() -> None:
    text = "word " * 300
    pdf = write_pdf(
        printable(
            f"""<header>Running <a href="#top">head</a></header><main id="top"><h1>T</h1>
<div class="columns"><p>{text}</p>{table("Table 1", 50)}</div>
<aside class="float"><p>Aside</p></aside><p class="relative">{text}</p></main>""",
            css=""".columns { columns: 2 } .float { float: right } .relative { position: relative }
header { position: running(head) } @page { @top-center { content: element(head) } }""",
        )
    )
    assert_conforms(pdf)
    tree = tag_tree(pdf)
    assert [tree.count(f" {tag}\n") for tag in ("Table", "THead")] == [1, 1]
    assert "Running" not in tree
    assert "Running head" in artifact_words(pdf)[0]["Header"]


def test_a_linked_block_and_what_it_holds_have_one_annotation() -> None:
    tree = tree_of('<h1 id="x">T</h1><p><a href="#x">all <b>of <i>it</i></b></a></p>')
    assert tree.count("->") == 1


SECTION = """
Sect
  H1: Contents
  TOC
    TOCI
      Lbl: 1.
      Reference
        Link: First
          -> #first "First part"
          Span: part
          Span: 1
      TOC
        TOCI
          Lbl: 1.
          Reference
            Link: Inner part 2
              -> #inner "Inner part"
Part
  Sect
    H1: First part
    P: Hello
      Span: bold
      Span lang=fr: bonjour
      Code: A-1
      Reference: 1
      Note id=note1
        Lbl: 1.
        Span: The note is from
        Link: the example
          -> https://example.org/x "the example"
        Span: .
      Span: and
      Link: the inner part, by a link so long that it goes over two lines
        -> #inner "the inner part, by a link so long that it goes over two lines"
        -> #inner "the inner part, by a link so long that it goes over two lines"
      Span: .
    L listnumbering=Disc
      LI
        Lbl: •
        LBody: one
          L listnumbering=Disc
            LI
              Lbl: •
              LBody: inner one
            LI
              Lbl: •
              LBody: inner two
      LI
        Lbl: •
        LBody
          P: two
    L listnumbering=Decimal
      LI
        Lbl: 1.
        LBody: first
      LI
        Lbl: 2.
        LBody: second
    L
      LI
        Lbl: Term
        LBody: Meaning
      LI
        Lbl: Second
        Lbl: Third
        LBody: Shared meaning
    Sect
"""
FIGURE = """
Figure alt=One bar of 80 percent: 80
  Caption: Figure 1. A bar
"""
SPANNED = """<h1>Title</h1><table>
<thead><tr><th rowspan="2">Site</th><th colspan="2">Rate</th></tr>
<tr><th>Low</th><th>High</th></tr></thead>
<tbody><tr><th rowspan="2" scope="row">Office</th><td>1</td><td>2</td></tr>
<tr><td>3</td><td>4</td></tr>
<tr><th scope="row">Hospital</th><td colspan="2">5</td></tr></tbody></table>"""
SPANNED_TREE = """
Table
  THead
    TR
      TH id=table1-r0-c0 rowspan=2 scope=Column: Site
      TH id=table1-r0-c1 colspan=2 scope=Column: Rate
    TR
      TH id=table1-r1-c1 headers=table1-r0-c1 scope=Column: Low
      TH id=table1-r1-c2 headers=table1-r0-c1 scope=Column: High
  TBody
    TR
      TH id=table1-r2-c0 headers=table1-r0-c0 rowspan=2 scope=Row: Office
      TD headers=table1-r0-c1,table1-r1-c1,table1-r2-c0: 1
      TD headers=table1-r0-c1,table1-r1-c2,table1-r2-c0: 2
    TR
      TD headers=table1-r0-c1,table1-r1-c1,table1-r2-c0: 3
      TD headers=table1-r0-c1,table1-r1-c2,table1-r2-c0: 4
    TR
      TH id=table1-r4-c0 headers=table1-r0-c0 scope=Row: Hospital
      TD colspan=2 headers=table1-r0-c1,table1-r1-c1,table1-r1-c2,table1-r4-c0: 5
"""
