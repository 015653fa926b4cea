"""Amounts over days in, their drawing in the Vega language out: stairs with a mark a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
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
    right = 14 + max(width(each.points[-1].shown, SIZE) for each in chart.series)
    wide = WIDTH - left - right
    looks = [(_KEYS[index], each.label) for index, each in enumerate(chart.series)]
    keys, texts, above = key(looks, -left, 0)
    above += 24
    for each in (*keys, *texts):
        each["y"] -= above
    places = _places(chart.series[0], wide)
    texts.append(text(-left, -10, unit, colour=QUIET, size=SMALL))
    texts += _names(chart.series[0], places, wide + right)
    data: dict[str, list[Spec]] = {"keys": keys, "texts": texts}
    data["ticks"] = [{"x": place} for place in places]
    marks = [mark("rule", "tick", "ticks", x={"field": "x"}, y=_HIGH, y2=_HIGH + 5, stroke=QUIET)]
    room = max((high - low) * 0.25, high * 0.01)
    domain = [max(0.0, low - room), high + room]
    data["ends"] = [*_starts(chart.series, places), *_ends(chart.series, wide, domain)]
    marks.append(_COVERS)
    size = _MARK if wide / len(places) > 12 else _MARK / 3
    for index, series in enumerate(chart.series):
        corners, points = _stair(series, places)
        data |= {f"corners-{index}": corners, f"points-{index}": points}
        marks += _line(index, size)
    marks += [_ENDS, key_marks()]
    scale = {"domain": domain, "range": [_HIGH, 0], "zero": False}
    return drawing((wide, _HIGH), (above, right, 24, left), data, scale, "left", marks)


_HIGH: Final = 170
_MARK: Final = 56
"""The area of a mark."""

_LOOKS: Final[tuple[Spec, ...]] = (
    {"shape": "circle", "stroke": ACCENT, "fill": ACCENT, "strokeWidth": 2},
    {"shape": "square", "stroke": INK, "fill": PAPER, "strokeWidth": 2},
)
"""Series differ in shape, filling and dashes, not in colour alone."""
_DASHES: Final = ([1, 0], [5, 3])
_KEYS: Final = tuple({**look, "size": 45, "strokeWidth": 1.75} for look in _LOOKS)

_ENDS: Final[Spec] = mark(
    "text", "end", "ends", x={"field": "x"}, text={"field": "text"},
    y={"scale": "scale", "field": "value", "offset": {"field": "offset"}},
    fill=INK, font="var(--sans)", fontSize=SIZE, fontWeight=600, limit=0,
)  # fmt: skip


_COVERS: Final[Spec] = mark(
    "rect", "cover", "ends", x={"field": "x"}, width={"field": "wide"}, height=LINE, fill=PAPER,
    y={"scale": "scale", "field": "value", "offset": {"field": "over"}},
)  # fmt: skip
"""Paper over the lines of the scale where these texts stand."""


def _places(series: Series, wide: float) -> list[float]:
    """Where each day stands, in proportion to the time between them."""
    days = [point.day.toordinal() for point in series.points]
    return [(day - days[0]) / (days[-1] - days[0]) * wide for day in days]


def _names(series: Series, places: Sequence[float], end: float) -> Iterator[Spec]:
    """The labels of the days: the last, and of the others those that have room."""
    edge = float("inf")
    for point, place in reversed(list(zip(series.points, places, strict=True))):
        half = width(point.label, SMALL) / 2
        middle = min(place, end - half)
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


def _line(index: int, size: float) -> Iterator[Spec]:
    y = scaled("value")
    yield mark("line", f"line-{index}", f"corners-{index}", x={"field": "x"}, y=y,
               interpolate="step-after", defined={"signal": "isValid(datum.value)"}, strokeWidth=2,
               stroke=_LOOKS[index]["stroke"], strokeDash=_DASHES[index])  # fmt: skip
    yield mark("symbol", f"point-{index}", f"points-{index}", x={"field": "x"}, y=y,
               size=size, **_LOOKS[index])  # fmt: skip


def _starts(chart: Sequence[Series], places: Sequence[float]) -> Iterator[Spec]:
    """The first amounts, above the upper stair and below the lower, if the step is long enough."""
    found = [(each.points[0].value, each.points[0].shown) for each in chart]
    known = sorted((value, shown) for value, shown in found if value is not None)
    for rank, (value, shown) in enumerate(known):
        if places[1] > width(shown, SIZE) + 8:
            below = rank == 0 and len(known) > 1
            yield _amount(2, value, shown, 20 if below else -10)


def _ends(chart: Sequence[Series], wide: float, domain: Sequence[float]) -> Iterator[Spec]:
    """The last amounts, right of their marks, and apart if those are close."""
    found = [(each.points[-1].value, each.points[-1].shown) for each in chart]
    known = sorted((value, shown) for value, shown in found if value is not None)
    between = float(known[-1][0] - known[0][0]) / (domain[1] - domain[0]) * _HIGH if known else 0
    apart = 8 if len(known) > 1 and between < 2 * LINE else 0
    for rank, (value, shown) in enumerate(known):
        yield _amount(wide + 10, value, shown, 5 + (apart if rank == 0 else -apart))


def _amount(x: float, value: Decimal, shown: str, offset: float) -> Spec:
    return {"x": x, "value": float(value), "text": shown, "offset": offset,
            "wide": width(shown, SIZE), "over": offset - LINE + 3}  # fmt: skip
