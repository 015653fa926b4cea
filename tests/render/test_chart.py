"""Charts as they are drawn: the same everywhere, in the theme's colours, readable in grey."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import html as parser  # type: ignore[import-untyped]
from sample_charts import LONGEST, bars, history, spreads
from sample_document import sample_document

from pdf_checks import assert_conforms, embedded_fonts, tag_tree
from reportkit.assemble.document import Chart, Document, Paragraph, Plain, Section
from reportkit.render.chart import chart_svg
from reportkit.render.html import printable_html, render_html
from reportkit.render.pdf import PrintablePage, write_pdf
from reportkit.render.properties import declared, paper_properties
from reportkit.render.theme import ThemeError, load_theme

SVG = "{http://www.w3.org/2000/svg}"
THEME = load_theme()
CHARTS = [bars, history, spreads]


def drawn(chart: Chart) -> ElementTree.Element:
    return ElementTree.fromstring(chart_svg(chart))  # noqa: S314


def texts(chart: Chart) -> list[str]:
    return [element.text or "" for element in drawn(chart).iter(f"{SVG}text")]


def marks(chart: Chart, name: str) -> list[ElementTree.Element]:
    groups = drawn(chart).iter(f"{SVG}g")
    return [mark for group in groups if group.get("class") == name for mark in group]


def only(*charts: Chart) -> Document:
    """A document that holds these charts and nothing else."""
    words = Paragraph(Plain("Charts and nothing else."))
    return replace(sample_document(), sections=(Section("all", "1", "Charts", (words, *charts)),))


def printed(document: Document) -> bytes:
    page, resources = printable_html(document, THEME)
    return write_pdf(PrintablePage(page, resources, "x", datetime(2026, 11, 23, tzinfo=UTC), ()))


def test_the_bytes_are_the_same_in_another_process_folder_and_without_any_font(
    tmp_path: Path,
) -> None:
    script = """
import sys; sys.path[:0] = sys.argv[1:]
from hashlib import sha256
from sample_charts import bars, history, spreads
from reportkit.render.chart import chart_svg
print(sha256("".join(chart_svg(each()) for each in (bars, history, spreads)).encode()).hexdigest())
"""
    (tmp_path / "fonts.conf").write_text("<fontconfig/>")
    other = subprocess.run(
        [sys.executable, "-c", script, str(Path(__file__).parent)],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C",
             "HOME": str(tmp_path), "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")},
    )  # fmt: skip
    here = "".join(chart_svg(each()) for each in CHARTS)
    assert other.stdout.strip() == hashlib.sha256(here.encode()).hexdigest()


def test_a_publication_without_charts_does_not_import_the_library() -> None:
    script = """
import sys; sys.path[:0] = sys.argv[1:]
from test_chart import bars, only, printed, render_html, THEME
render_html(only(), THEME), printed(only())
print("vl_convert" in sys.modules, end=" ")
render_html(only(bars()), THEME)
print("vl_convert" in sys.modules)
"""
    here = Path(__file__).parent
    done = subprocess.run(
        [sys.executable, "-c", script, str(here), str(here.parent)],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    assert done.stdout == "False True\n"


@pytest.mark.parametrize("make", CHARTS)
def test_a_drawing_is_named_holds_its_words_as_text_and_needs_nothing_else(make: object) -> None:
    chart = make()  # type: ignore[operator]
    root = drawn(chart)
    title = root.find(f"{SVG}title")
    assert title is not None
    assert (title.text, title.get("id")) == (chart.alternative, root.get("aria-labelledby"))
    assert root.get("role") == "img"
    assert {element.tag for element in root.iter()} <= {
        f"{SVG}{name}" for name in ("svg", "title", "g", "path", "line", "text")
    }
    assert not re.search(r"url\(|href|style=|<script|opacity|\d\.\d{3}", chart_svg(chart))
    assert {element.get("font-family") for element in root.iter(f"{SVG}text")} == {"var(--sans)"}
    fills = {element.get("fill") for element in root.iter()} - {None, "none"}
    assert all(str(fill).startswith("var(--") for fill in fills)


def test_hostile_names_stay_text() -> None:
    chart = spreads()
    name = "</text><script>alert('1')</script> \"datum\" & {signal}"
    rows = tuple(replace(row, label=name) for row in chart.drawing.rows)  # type: ignore[union-attr]
    hostile = replace(chart, drawing=replace(chart.drawing, rows=rows), alternative=name)  # type: ignore[arg-type]
    assert "<script" not in chart_svg(hostile)
    said = " ".join(texts(hostile))
    assert all(word in said for word in name.split())
    page = parser.document_fromstring(render_html(only(hostile), THEME))
    assert page.get_element_by_id("rates-chart-alternative").text == name


def test_a_length_is_the_amount_it_stands_for() -> None:
    first, second = (mark.attrib["d"] for mark in marks(bars(), "bar"))
    lengths = [float(re.findall(r"h(-?[\d.]+)", path)[0]) for path in (first, second)]
    assert lengths[1] / lengths[0] == pytest.approx(148.80 / 201.06, abs=0.001)
    assert all(path.startswith("M0,") for path in (first, second))


def test_a_row_with_too_few_amounts_has_a_median_and_no_spread() -> None:
    assert len(marks(spreads(), "middle")) == 4
    assert len(marks(spreads(), "spread")) == 3
    assert len(marks(spreads(), "level")) == 4


def test_a_series_breaks_where_no_amount_is_set() -> None:
    lines = [marks(history(), f"line-{index}")[0].attrib["d"] for index in (0, 1)]
    assert [line.count("M") for line in lines] == [1, 2]
    assert [len(marks(history(), f"point-{index}")) for index in (0, 1)] == [5, 4]


def test_days_stand_in_proportion_and_labels_without_room_are_left_out() -> None:
    at = [float(re.findall(r"[\d.]+", mark.attrib["transform"])[0])
          for mark in marks(history(), "tick")]  # fmt: skip
    days = [date(2023, 1, 1), date(2024, 1, 1), date(2024, 4, 1), date(2025, 1, 1),
            date(2025, 10, 1)]  # fmt: skip
    shares = [(day - days[0]).days / (days[-1] - days[0]).days for day in days]
    assert [place / at[-1] for place in at] == pytest.approx(shares, abs=0.001)
    named = {text for text in texts(history()) if text.startswith("RVU")}
    assert named == {"RVU23A", "RVU24B", "RVU25A", "RVU25D"}


def test_a_history_that_never_changes_is_drawn() -> None:
    chart = history()
    series = tuple(
        replace(each, points=tuple(replace(point, value=Decimal(90)) for point in each.points))
        for each in chart.drawing.series  # type: ignore[union-attr]
    )
    level = replace(chart, drawing=replace(chart.drawing, series=series))  # type: ignore[arg-type]
    assert len(marks(level, "point-1")) == 5


def test_long_names_are_parted_and_no_letter_is_lost() -> None:
    lines = [text for text in texts(spreads()) if text and text in LONGEST]
    assert len(lines) > 3
    assert "".join(lines).replace(" ", "") == LONGEST.replace(" ", "")


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2 defines it: of lightness alone, as grey has."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
              for part in parts]  # fmt: skip
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["paper", "dark"])
def test_neighbours_differ_in_grey(scheme: str) -> None:
    colours = dict(paper_properties(THEME))
    if scheme == "dark":
        colours |= {name: value for name, value, media in declared(THEME.texts["screen.css"])
                    if "dark" in media}  # fmt: skip
    paper, ink, fill = colours["--paper"], colours["--ink"], colours["--chart"]
    assert contrast(fill, paper) >= 3  # a bar
    assert contrast(ink, fill) >= 3  # the median and the level on it
    assert contrast(ink, paper) >= 7  # the second series, and text
    assert contrast(colours["--accent"], paper) >= 3  # the first series
    assert contrast(colours["--quiet"], paper) >= 4.5  # text of the scale


def test_series_and_marks_differ_in_shape_too() -> None:
    chart = history()
    shapes = {marks(chart, f"point-{index}")[0].attrib["d"] for index in (0, 1)}
    dashes = {marks(chart, f"line-{index}")[0].attrib["stroke-dasharray"] for index in (0, 1)}
    assert (len(shapes), len(dashes)) == (2, 2)
    assert marks(spreads(), "middle")[0].attrib["d"] != marks(spreads(), "spread")[0].attrib["d"]


def test_paper_has_the_values_of_the_theme_and_the_web_page_their_names(tmp_path: Path) -> None:
    (tmp_path / "house.css").write_text(":root { --chart: #8a5a00 }\n"
                                        "@media screen { :root { --chart: #ff0000 } }")  # fmt: skip
    theme = load_theme(tmp_path)
    page, _ = printable_html(only(bars()), theme)
    svg = page.partition("<svg")[2].partition("</svg>")[0]
    assert 'fill="#8a5a00"' in svg
    assert "var(" not in svg
    assert 'fill="var(--chart)"' in render_html(only(bars()), theme)


def test_a_style_sheet_of_a_project_without_the_colour_is_named(tmp_path: Path) -> None:
    (tmp_path / "style.css").write_text(":root { --ink: #000000; --quiet: #333333; --rule: #999999;"
                                        "--paper: #ffffff; --sans: serif }")  # fmt: skip
    with pytest.raises(ThemeError, match="no --chart in :root") as caught:
        printable_html(only(bars()), load_theme(tmp_path))
    assert caught.value.hint == "add --chart to :root"


def test_a_picture_in_the_pdf_is_a_figure_with_its_text_and_its_caption() -> None:
    pdf = printed(only(bars(), history(), spreads()))
    assert_conforms(pdf)
    tree = tag_tree(pdf)
    for chart in (bars(), history(), spreads()):
        assert f"Figure alt={chart.alternative}\n" in tree
        after = tree.partition(f"Figure alt={chart.alternative}\n")[2]
        assert after.split("\n")[0].strip() == "Caption"
        assert chart.caption in after.split("\n")[1]
    assert {name.split("-")[0] for name in embedded_fonts(pdf)} == {"Report"}
