"""What is relied on in WeasyPrint and pydyf, each tried by itself on a page of two sheets.

A test that fails here after an upgrade says which part moved and which module reads it; the tags
and the bytes of whole files are tested elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pydyf  # type: ignore[import-untyped]
import pytest
import weasyprint  # type: ignore[import-untyped]
from pdf_samples import printable, table
from weasyprint.text import ffi as native  # type: ignore[import-untyped]

from reportkit.render.pdf.seam.boxes import Box
from reportkit.render.pdf.seam.files import Attachment, as_weasyprint
from reportkit.render.pdf.seam.layout import lay_out
from reportkit.render.pdf.seam.objects import object_at
from reportkit.render.pdf.seam.painting import Imprint, Painting, paint
from reportkit.render.pdf.seam.streams import end_streams_apart, settle_marks, space_glyphs

BODY = f"""
<nav><h1>Contents</h1><p class="toc"><a href="#there">there</a></p></nav>
<ul><li>item</li></ul>
<p style="position: absolute; top: 0">placed</p>
<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><title>A bar</title>
<rect width="40" height="20"/></svg>
<section id="there"><h1>There</h1>{table("Long", 40)}</section>
"""
FILES = tuple(Attachment(f"{name}.txt", name.encode(), "text/plain", name, "Data") for name in "ab")


@pytest.fixture(scope="module")
def painted() -> tuple[Painting, bytes]:
    """A page as it is handed to the finisher, and the file that came of it."""
    page = printable(BODY, css=".toc a::after { content: leader('.') ' 1' }")
    taken: list[Painting] = []
    imprint = Imprint("id", page.created, FILES, lambda rdf: rdf)
    pdf = paint(lay_out(page.html, page.resources), imprint, taken.append)
    return taken[0], pdf


@pytest.fixture(scope="module")
def boxes(painted: tuple[Painting, bytes]) -> list[Box]:
    """Every box of all sheets."""
    return [box for page in painted[0].pages for top in page.boxes for box in _within(top)]


def _within(box: Box) -> Iterator[Box]:
    yield box
    for child in box.children:
        yield from _within(child)


def test_a_box_keeps_the_element_it_was_made_from(boxes: list[Box]) -> None:
    tables = {id(box.element) for box in boxes if box.tag == "table"}
    assert len(tables) == 1, "seam.boxes reads Box.element, one object on every page"


def test_the_tag_of_a_box_names_its_pseudo_element(boxes: list[Box]) -> None:
    pseudos = {box.tag for box in boxes if box.tag and box.pseudo}
    assert {"li::marker", "a::after"} <= pseudos, "seam.boxes reads Box.element_tag"


def test_an_absolutely_placed_box_is_met_as_itself(boxes: list[Box]) -> None:
    placed = [box.text for box in boxes if box.text == "placed"]
    assert placed == ["placed"], "seam.boxes unwraps AbsolutePlaceholder._box"


def test_text_stands_in_lines(boxes: list[Box]) -> None:
    lines = [[part.text for part in _within(box) if part.text] for box in boxes if box.is_line]
    assert ["placed"] in lines, "seam.boxes knows a line by LineBox.text_overflow"
    assert all(list(box.children) == [] for box in boxes if box.text is not None)


def test_leaders_margins_and_repeated_heads_are_told_apart(boxes: list[Box]) -> None:
    assert any(box.is_leader for box in boxes), "seam.boxes reads Box.is_leader"
    margins = {box.margin for box in boxes if box.margin}
    assert margins >= {"@top-left", "@bottom-right"}, "seam.boxes reads MarginBox.at_keyword"
    again = {box.tag for box in boxes if box.may_be_drawn_again}
    assert again == {"thead"}, "seam.boxes reads TableRowGroupBox.is_header and is_footer"


def test_a_link_has_its_annotation(boxes: list[Box]) -> None:
    links = [box for box in boxes if box.link is not None]
    assert {box.tag for box in links} == {"a", "a::after"}
    assert all(isinstance(box.link, pydyf.Dictionary) for box in links), (
        "seam.boxes reads Box.link_annotation, set while painting"
    )


def test_a_list_and_a_picture_say_their_style_and_place(boxes: list[Box]) -> None:
    styles = {box.list_style for box in boxes if box.tag == "ul"}
    assert styles == {"disc"}, "seam.boxes reads Box.style['list_style_type']"
    bounds = next(box.bounds for box in boxes if box.tag.endswith("svg"))
    assert bounds[2:] == (40, 20), "seam.boxes reads content_box_x/y, width and height"


def test_marks_are_taken_over_and_weasyprint_tags_nothing(
    painted: tuple[Painting, bytes], boxes: list[Box]
) -> None:
    painting, _ = painted
    assert len(painting.pages) >= 2
    for page in painting.pages:
        assert sorted(page.marks.values()) == list(range(len(page.marks))), (
            "seam.painting reads Stream._tags, box to mcid"
        )
        assert set(page.marks) <= set(boxes), "the boxes drawn are those below Page._page_box"
    root = object_at(painting.pdf, painting.pdf.catalog["StructTreeRoot"])
    document = object_at(painting.pdf, root["K"][0])
    assert document["S"] == "/Document", "seam.tags fills the Document WeasyPrint made"
    assert not document["K"], "seam.painting empties Page._page_box and Stream._tags"
    assert "ParentTree" in root


def test_marked_content_is_a_dictionary_among_the_operators(
    painted: tuple[Painting, bytes],
) -> None:
    painting, _ = painted
    glyphs = space_glyphs(painting.fonts)
    assert glyphs, "seam.streams reads Font.hash and Font.to_unicode"
    for page in painting.pages:
        assert settle_marks(page.stream, {}, (), glyphs) == len(page.marks), (
            "seam.streams finds marked content in Stream.stream"
        )


def test_fonts_and_files_are_objects_of_the_document(painted: tuple[Painting, bytes]) -> None:
    pdf = painted[0].pdf
    assert all(object_at(pdf, entry.reference) is entry for entry in pdf.objects), (
        "seam.objects finds an object by its number in PDF.objects"
    )
    files = [entry for entry in pdf.objects if _type(entry) == "/Filespec"]
    assert [str(entry["UF"].string) for entry in files] == ["a.txt", "b.txt"], (
        "seam.files finds file specifications in the order given"
    )
    descriptors = [entry for entry in pdf.objects if _type(entry) == "/FontDescriptor"]
    files_of_fonts = [object_at(pdf, entry["FontFile2"]).stream for entry in descriptors]
    assert [len(parts) for parts in files_of_fonts] == [1] * len(descriptors), (
        "seam.fonts reads the font file as the one entry of its stream"
    )


def _type(entry: Any) -> Any:
    return entry.get("Type") if isinstance(entry, pydyf.Dictionary) else None


def test_every_object_is_written_line_by_line() -> None:
    pdf = pydyf.PDF()
    pdf.add_object(pydyf.Stream([b"data\r"]))
    end_streams_apart(pdf)
    pdf.write(output := BytesIO(), compress=True)
    written = output.getvalue()
    assert b"data\r\r\nendstream" in written, "seam.streams takes PDF.write_line over"
    assert written.count(b"endstream") == 3, "the object and the cross-reference streams too"
    assert not re.search(rb"(?<!\r)\r\nendstream", written)


def test_the_fonts_of_the_system_stay_unknown() -> None:
    names = set(vars(weasyprint.text.fonts.FontConfiguration()))
    set_here = {"_config", "font_map", "strut_layouts", "font_features"}
    assert names == {*set_here, "_folder"}, (
        "seam.fonts.ThemeFonts sets what FontConfiguration.__init__ sets but for a class default"
    )
    assert weasyprint.text.fonts.FontConfiguration._folder is None


def test_the_native_libraries_have_their_names() -> None:
    for name in ("pango", "pangoft2", "gobject", "fontconfig", "harfbuzz", "harfbuzz_subset"):
        assert hasattr(native, name), f"seam.fonts uses weasyprint.text.ffi.{name}"


def test_an_attachment_has_both_its_dates() -> None:
    page = printable("<h1>T</h1>")
    file = as_weasyprint(FILES[0], page.created)
    assert (file.created, file.modified) == (page.created.replace(tzinfo=None),) * 2


def test_the_guide_names_every_test_of_the_seam() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "pdf.md").read_text()
    told = set(re.findall(r"`(test_\w+)`", guide))
    assert told == {name for name in globals() if name.startswith("test_")}
