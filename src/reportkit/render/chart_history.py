"""Amounts over days in, their drawing in the Vega language out: stairs with a mark a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportkit.assemble.document import History, Series
from reportkit.render.chart_parts import (
    ACCENT,
    INK,
    LINE,
    PAPER,
    QUIET,
    SIZE,
    SMALL,
    WIDTH,
    Spec,
    drawing,
    key,
    key_marks,
    mark,
    scaled,
    text,
    width,
)


def history_drawing(chart: History, unit: str) -> Spec:
    """Each series as a stair: an amount holds until the next."""
    values = [float(p.value) for each in chart.series for p in each.points if p.value is not None]
    low, high = min(values), max(values)
    left = width(f"${high:,.2f}", SMALL) + 8
    wide = WIDTH - left - _RIGHT
    looks = [(_KEYS[index], each.label) for index, each in enumerate(chart.series)]
    keys, texts, above = key(looks, -left, 0)
    above += 24
    for each in (*keys, *texts):
        each["y"] -= above
    places = _places(chart.series[0], wide)
    texts.append(text(-left, -10, unit, colour=QUIET, size=SMALL))
    texts += _names(chart.series[0], places, wide)
    data: dict[str, list[Spec]] = {"keys": keys, "texts": texts}
    data["ticks"] = [{"x": place} for place in places]
    marks = [mark("rule", "tick", "ticks", x={"field": "x"}, y=_HIGH, y2=_HIGH + 5, stroke=QUIET)]
    data["ends"] = list(_ends(chart.series, places))
    marks.append(_COVERS)
    for index, series in enumerate(chart.series):
        corners, points = _stair(series, places)
        data |= {f"corners-{index}": corners, f"points-{index}": points}
        marks += _line(index)
    marks += [_ENDS, key_marks()]
    room = max((high - low) * 0.25, high * 0.01)
    scale = {"domain": [max(0.0, low - room), high + room], "range": [_HIGH, 0], "zero": False}
    return drawing((wide, _HIGH), (above, _RIGHT, 24, left), data, scale, "left", marks)


_HIGH: Final = 170
_RIGHT: Final = 24
"""Right of the last mark, for half of its label."""

_LOOKS: Final[tuple[Spec, ...]] = (
    {"shape": "circle", "size": 56, "stroke": ACCENT, "fill": ACCENT, "strokeWidth": 2},
    {"shape": "square", "size": 56, "stroke": INK, "fill": PAPER, "strokeWidth": 2},
)
"""Series differ in shape, filling and dashes, not in colour alone."""
_DASHES: Final = ([1, 0], [5, 3])
_KEYS: Final = tuple({**look, "size": 45, "strokeWidth": 1.75} for look in _LOOKS)

_ENDS: Final[Spec] = mark(
    "text", "end", "ends", x={"field": "x"}, align={"field": "align"}, text={"field": "text"},
    y={"scale": "scale", "field": "value", "offset": {"field": "offset"}},
    fill=INK, font="var(--sans)", fontSize=SIZE, fontWeight=600, limit=0,
)  # fmt: skip


_COVERS: Final[Spec] = mark(
    "rect", "cover", "ends", x={"field": "left"}, width={"field": "wide"}, height=LINE, fill=PAPER,
    y={"scale": "scale", "field": "value", "offset": {"field": "over"}},
)  # fmt: skip
"""Paper over the lines of the scale where these texts stand."""


def _places(series: Series, wide: float) -> list[float]:
    """Where each day stands, in proportion to the time between them."""
    days = [point.day.toordinal() for point in series.points]
    return [(day - days[0]) / (days[-1] - days[0]) * wide for day in days]


def _names(series: Series, places: Sequence[float], wide: float) -> Iterator[Spec]:
    """The labels of the days: the last, and of the others those that have room."""
    edge = float("inf")
    for point, place in reversed(list(zip(series.points, places, strict=True))):
        half = width(point.label, SMALL) / 2
        middle = min(place, wide + _RIGHT - half)
        if middle + half < edge:
            edge = middle - half - 6
            yield text(middle, _HIGH + 18, point.label, align="center", colour=QUIET, size=SMALL)


def _stair(series: Series, places: Sequence[float]) -> tuple[list[Spec], list[Spec]]:
    """The corners of the line and the marks on it; where no amount is set the line breaks."""
    corners: list[Spec] = []
    points: list[Spec] = []
    for point, place in zip(series.points, places, strict=True):
        if point.value is not None:
            points.append({"x": place, "value": float(point.value)})
            corners.append(points[-1])
        elif corners and corners[-1]["value"] is not None:
            corners += [{"x": place, "value": corners[-1]["value"]}, {"x": place, "value": None}]
    return corners, points


def _line(index: int) -> Iterator[Spec]:
    y = scaled("value")
    yield mark("line", f"line-{index}", f"corners-{index}", x={"field": "x"}, y=y,
               interpolate="step-after", defined={"signal": "isValid(datum.value)"}, strokeWidth=2,
               stroke=_LOOKS[index]["stroke"], strokeDash=_DASHES[index])  # fmt: skip
    yield mark("symbol", f"point-{index}", f"points-{index}", x={"field": "x"}, y=y,
               **_LOOKS[index])  # fmt: skip


def _ends(chart: Sequence[Series], places: Sequence[float]) -> Iterator[Spec]:
    """The first and last amounts, above the upper series and below the lower."""
    for at, align, x in ((0, "left", places[0] + 2), (-1, "right", places[-1] + 4)):
        found = [(each.points[at].value, each.points[at].shown) for each in chart]
        known = sorted((value, shown) for value, shown in found if value is not None)
        for rank, (value, shown) in enumerate(known):
            below = rank == 0 and len(known) > 1
            wide, offset = width(shown, SIZE), 20 if below else -10
            yield {"x": x, "value": float(value), "text": shown, "align": align, "offset": offset,
                   "left": x if align == "left" else x - wide, "wide": wide,
                   "over": offset - LINE + 3}  # fmt: skip
