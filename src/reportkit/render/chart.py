"""Chart in, SVG out: text as text, colours by the names of the theme's custom properties.

The only import of the drawing library, and it waits for the first chart. What the library
writes for pages that run scripts is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from xml.etree.ElementTree import Element, SubElement, fromstring, register_namespace, tostring

from markupsafe import Markup

from reportkit.assemble.document import Bars, Chart, History, Quartiles
from reportkit.render.chart_history import history_drawing
from reportkit.render.chart_parts import Spec
from reportkit.render.chart_rows import bar_drawing, spread_drawing


@lru_cache(maxsize=64)
def chart_svg(chart: Chart) -> Markup:
    """A chart as an svg element that takes its colours from the page it stands in.

    The same bytes for the same chart, whatever the machine, its fonts and its settings.
    """
    import vl_convert

    drawn = vl_convert.vega_to_svg(_spec(chart), allowed_base_urls=[])
    root = fromstring(drawn)  # noqa: S314 -- written by the library a line above
    svg = Element(f"{_SVG}svg", {
        "viewBox": root.attrib["viewBox"],
        "width": root.attrib["width"],
        "height": root.attrib["height"],
        "preserveAspectRatio": "xMinYMin",
        "role": "img",
        "aria-labelledby": f"{chart.id}-alternative",
    })  # fmt: skip
    SubElement(svg, f"{_SVG}title", {"id": f"{chart.id}-alternative"}).text = chart.alternative
    for child in root:
        svg.extend(_cleaned(child))
    register_namespace("", _SVG[1:-1])
    return Markup(tostring(svg, encoding="unicode"))  # noqa: S704


_SVG: Final = "{http://www.w3.org/2000/svg}"
_LONG: Final = re.compile(r"-?\d+\.\d{3,}(?:e-\d+)?")
_KEPT: Final = frozenset({
    "class", "d", "fill", "font-family", "font-size", "font-weight", "stroke", "stroke-dasharray",
    "stroke-width", "text-anchor", "transform", "x2", "y2",
})  # fmt: skip


def _spec(chart: Chart) -> Spec:
    match chart.drawing:
        case Quartiles():
            return spread_drawing(chart.drawing, chart.unit)
        case Bars():
            return bar_drawing(chart.drawing, chart.unit)
        case History():
            return history_drawing(chart.drawing, chart.unit)


def _cleaned(element: Element) -> Iterator[Element]:
    """The element without what nobody sees; a group that says nothing gives way to its kids."""
    kids = [kept for child in element for kept in _cleaned(child)]
    if element.get("class") in ("background", "foreground") or element.get("d") == "":
        return
    attributes = {
        name: _LONG.sub(lambda found: f"{float(found[0]):.2f}", value)
        for name, value in element.attrib.items()
        if name in _KEPT and value != "translate(0,0)"
    }
    _, role, *own = attributes.pop("class", " ").split(" ")
    if role == "role-mark" and own:
        attributes["class"] = own[-1]
    if element.tag == f"{_SVG}g" and not (kids and attributes):
        yield from kids
        return
    kept = Element(element.tag, attributes)
    kept.text = element.text
    kept.extend(kids)
    yield kept
