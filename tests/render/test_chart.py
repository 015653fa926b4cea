"""Charts as they are drawn: the same everywhere, in the theme's colours, readable in grey."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from lxml import html as parser  # type: ignore[import-untyped]
from sample_charts import history
from sample_document import sample_document

from pdf_checks import assert_conforms, embedded_fonts, tag_tree
from reportkit.assemble.document import (
    Chart,
    Column,
    Document,
    Paragraph,
    Plain,
    Plot,
    Row,
    Section,
    Table,
)
from reportkit.render.chart import chart_svg
from reportkit.render.html import printable_html, render_html
from reportkit.render.pdf import PrintablePage, write_pdf
from reportkit.render.plot import plot_svg
from reportkit.render.properties import declared, paper_properties
from reportkit.render.theme import ThemeError, load_theme, theme_with

SVG = "{http://www.w3.org/2000/svg}"
THEME = load_theme()
ROW = Plot(Decimal(200), parts=(Decimal(50), Decimal(100)))
SPREAD = Plot(Decimal(200), spread=(Decimal(50), Decimal(100)), dot=Decimal(80), line=Decimal(200))


def drawn(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314


def found(svg: str, tag: str) -> list[ElementTree.Element]:
    return list(drawn(svg).iter(f"{SVG}{tag}"))


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in found(svg, "text")]


def only(*blocks: Chart | Table) -> Document:
    """A document that holds these blocks and nothing else."""
    words = Paragraph(Plain("Charts and nothing else."))
    parts = (Section("all", "1", "Charts", (words, *blocks)),)
    return replace(sample_document(), opening=(words,), sections=parts)


def plotted(*plots: Plot) -> Table:
    rows = tuple(
        Row(f"row-{index}", (Plain("x"), Plain("y"), plot)) for index, plot in enumerate(plots)
    )
    return Table(
        "plotted", "Amounts", (Column("Plan"), Column("In all"), Column("$0 to $200", "plot")), rows
    )


def printed(document: Document) -> bytes:
    page, resources = printable_html(document, THEME)
    return write_pdf(PrintablePage(page, resources, "x", datetime(2026, 11, 23, tzinfo=UTC), ()))


def test_a_chart_is_named_holds_its_words_as_text_and_needs_nothing_else() -> None:
    svg = chart_svg(history())
    root = drawn(svg)
    title = root.find(f"{SVG}title")
    assert title is not None
    assert (title.text, title.get("id")) == (history().alternative, root.get("aria-labelledby"))
    assert root.get("role") == "img"
    assert not re.search(r"url\(|href|style=|<script|opacity|\d\.\d{3}", svg)
    fills = {element.get("fill") for element in root.iter()} - {None, "none"}
    assert all(str(fill).startswith("var(--") for fill in fills)


def test_hostile_names_stay_text() -> None:
    name = "</text><script>alert('1')</script> \"datum\" & {signal}"
    chart = history()
    series = tuple(replace(each, label=name) for each in chart.drawing.series)
    hostile = replace(chart, drawing=replace(chart.drawing, series=series), alternative=name)
    assert "<script" not in chart_svg(hostile)
    assert name in texts(chart_svg(hostile))
    page = parser.document_fromstring(render_html(only(hostile), THEME))
    assert page.get_element_by_id("history-chart-alternative").text == name


def test_a_history_starts_at_zero() -> None:
    lines = [text for text in texts(chart_svg(history())) if text.startswith("$")]
    assert lines[:5] == ["$0", "$50", "$100", "$150", "$200"]


def test_a_series_breaks_where_no_amount_is_set() -> None:
    stairs = [
        path.attrib["d"]
        for path in found(chart_svg(history()), "path")
        if path.get("fill") == "none"
    ]
    assert [stair.count("M") for stair in stairs] == [1, 2]


def test_days_stand_in_proportion_and_labels_without_room_are_left_out() -> None:
    svg = chart_svg(history())
    ticks = [path for path in found(svg, "path") if path.get("class") == "tick"]
    at = sorted(float(re.findall(r"[\d.]+", tick.attrib["d"])[0]) for tick in ticks)
    days = [
        date(2023, 1, 1),
        date(2024, 1, 1),
        date(2024, 4, 1),
        date(2025, 1, 1),
        date(2025, 10, 1),
    ]
    shares = [(day - days[0]).days / (days[-1] - days[0]).days for day in days]
    assert [(place - at[0]) / (at[-1] - at[0]) for place in at] == pytest.approx(shares, abs=0.001)
    named = [text for text in texts(svg) if ", 20" in text]
    assert named == ["Oct 1, 2025", "Jan 1, 2023", "Apr 1, 2024"]


def test_a_history_that_never_changes_is_drawn() -> None:
    chart = history()
    series = tuple(
        replace(each, points=tuple(replace(point, value=Decimal(90)) for point in each.points))
        for each in chart.drawing.series
    )
    level = chart_svg(replace(chart, drawing=replace(chart.drawing, series=series)))
    assert len(found(level, "rect")) == 6


def test_parts_of_a_row_add_up_and_are_as_long_as_their_amounts() -> None:
    first, second = (bar.attrib for bar in found(plot_svg(ROW), "rect"))
    assert float(second["width"]) / float(first["width"]) == pytest.approx(2, abs=0.01)
    end = float(first["x"]) + float(first["width"])
    assert float(second["x"]) == pytest.approx(end, abs=0.01)


def test_a_row_without_a_spread_has_its_dot_alone() -> None:
    alone = plot_svg(replace(SPREAD, spread=None, line=None))
    assert [len(found(alone, tag)) for tag in ("rect", "circle")] == [0, 1]
    assert [len(found(plot_svg(SPREAD), tag)) for tag in ("rect", "circle")] == [1, 1]


def test_dots_stand_on_the_scale_that_their_column_names() -> None:
    ends = [plot_svg(Plot(Decimal(230), bottom=Decimal(180), dot=Decimal(at))) for at in (180, 230)]
    first, last = (float(found(svg, "circle")[0].attrib["cx"]) for svg in ends)
    assert (first, last) == (4, 146)


def test_a_picture_in_a_row_is_not_read_as_the_row_says_the_same() -> None:
    document = only(plotted(ROW, SPREAD, ROW))
    page = parser.document_fromstring(render_html(document, THEME))
    assert [svg.get("aria-hidden") for svg in page.iter("svg")] == ["true"] * 3
    pdf = printed(document)
    assert_conforms(pdf)
    assert "Figure" not in tag_tree(pdf)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours as WCAG 2 defines it: of lightness alone, as grey has."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["paper", "dark"])
def test_neighbours_differ_in_grey(scheme: str) -> None:
    colours = dict(paper_properties(THEME))
    if scheme == "dark":
        colours |= {
            name: value
            for name, value, media in declared(THEME.texts["screen.css"])
            if "dark" in media
        }
    paper, ink, fill = colours["--paper"], colours["--ink"], colours["--chart"]
    assert contrast(fill, paper) >= 3  # a bar
    assert contrast(ink, fill) >= 3  # the median and the level on it
    assert contrast(ink, paper) >= 7  # the second series, and text
    assert contrast(colours["--accent"], paper) >= 3  # the first series
    assert contrast(colours["--quiet"], paper) >= 4.5  # text of the scale


def test_paper_has_the_values_of_the_theme_and_the_web_page_their_names() -> None:
    theme = theme_with(
        {"house.css": b":root { --chart: #8a5a00 }\n@media screen { :root { --chart: #ff0000 } }"}
    )
    page, _ = printable_html(only(plotted(ROW)), theme)
    svg = page.partition("<svg")[2].partition("</svg>")[0]
    assert 'fill="#8a5a00"' in svg
    assert "var(" not in svg
    assert 'fill="var(--chart)"' in render_html(only(plotted(ROW)), theme)


def test_a_style_sheet_of_a_project_without_the_colour_is_named() -> None:
    sheet = (
        b":root { --ink: #000000; --quiet: #333333; --rule: #999999;"
        b"--paper: #ffffff; --sans: serif }"
    )
    with pytest.raises(ThemeError, match="no --chart in :root") as caught:
        printable_html(only(plotted(ROW)), theme_with({"style.css": sheet}))
    assert caught.value.hint == "add --chart to :root"


def test_a_picture_in_the_pdf_is_a_figure_with_its_text_and_its_caption() -> None:
    pdf = printed(only(history()))
    assert_conforms(pdf)
    tree = tag_tree(pdf)
    after = tree.partition(f"Figure alt={history().alternative}\n")[2]
    assert after.split("\n")[0].strip() == "Caption"
    assert history().caption in after.split("\n")[1]
    assert {name.split("-")[0] for name in embedded_fonts(pdf)} == {"Report"}
