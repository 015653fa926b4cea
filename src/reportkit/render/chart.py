"""Draw amounts over days: stairs from a scale that starts at zero, with a mark a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from markupsafe import Markup, escape

from reportkit.assemble.document import Chart, History, Point, Series
from reportkit.render.svg import shape, text


def chart_svg(chart: Chart) -> Markup:
    """A chart as an svg element that takes its colours and fonts from the page it stands in.

    The same bytes for the same chart on any machine: nothing is measured in fonts.
    """
    title = f"{chart.id}-alternative"
    return Markup(  # noqa: S704
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {_BOTTOM + 42}" '
        f'width="{WIDTH}" height="{_BOTTOM + 42}" role="img" aria-labelledby="{title}">'
        f'<title id="{title}">{escape(chart.alternative)}</title>'
        f"{''.join(_drawn(chart.drawing, chart.unit))}</svg>"
    )


def _drawn(history: History, unit: str) -> Iterator[str]:
    values = [
        float(point.value)
        for series in history.series
        for point in series.points
        if point.value is not None
    ]
    top = max(values) * 1.08
    yield from _scale(top, unit)
    days = [point.day.toordinal() for point in history.series[0].points]
    wide = (_RIGHT - _LEFT) / (days[-1] - days[0])
    places = [round(_LEFT + (day - days[0]) * wide, 2) for day in days]
    yield from _days(history.series[0].points, places)
    for index, series in enumerate(history.series):
        yield from _stair(series, places, top, _LOOKS[index])
    yield from _ends(history.series, top)
    yield from _key(history.series)


def _scale(top: float, unit: str) -> Iterator[str]:
    step = next(step for step in _steps() if top / step <= _MOST_LINES)
    for number in range(int(top / step) + 1):
        y = _height(number * step, top)
        yield shape("path", d=f"M{_LEFT:g} {y:g}H{_RIGHT:g}", stroke="var(--rule)", stroke_width=1)
        label = f"${number * step:,.2f}".removesuffix(".00")
        yield text(_LEFT - 8, y + 4, label, "end", font_size=_SIZE, fill="var(--quiet)")
    yield text(0, _TOP - 14, unit, font_size=_SIZE, fill="var(--quiet)")


def _steps() -> Iterator[float]:
    """Round numbers that rise without end."""
    scale = 0.01
    while True:
        yield from (scale, 2 * scale, 5 * scale)
        scale *= 10


def _days(points: Sequence[Point], places: Sequence[float]) -> Iterator[str]:
    """A tick for each day, and the names of the last, the first, and others that have room."""
    named: list[tuple[float, float]] = []
    (first, *between, last) = zip(points, places, strict=True)
    for point, place in (last, first, *reversed(between)):
        yield shape(
            "path",
            d=f"M{place:g} {_BOTTOM}v5",
            stroke="var(--quiet)",
            stroke_width=1,
            class_="tick",
        )
        half = len(point.label) * _SIZE * _WIDE / 2
        middle = min(max(place, half), WIDTH - half)
        if all(middle + half + 6 < left or middle - half - 6 > right for left, right in named):
            named.append((middle - half, middle + half))
            yield text(
                middle, _BOTTOM + 19, point.label, "middle", font_size=_SIZE, fill="var(--quiet)"
            )


def _stair(series: Series, places: Sequence[float], top: float, look: _Look) -> Iterator[str]:
    """The line, which breaks where no amount is set, and the marks on it."""
    steps: list[str] = []
    for (point, place), (_, end) in pairwise(
        [*zip(series.points, places, strict=True), (series.points[-1], places[-1])]
    ):
        if point.value is None:
            continue
        y = _height(float(point.value), top)
        joined = bool(steps) and steps[-1].endswith(f"H{place:g}")
        steps.append(f"{'V' if joined else f'M{place:g} '}{y:g}H{end:g}")
    dash = {"stroke_dasharray": look.dash} if look.dash else {}
    yield shape("path", d="".join(steps), fill="none", stroke=look.stroke, stroke_width=2, **dash)
    for point, place in zip(series.points, places, strict=True):
        if point.value is not None:
            yield _mark(look, place, _height(float(point.value), top))


def _ends(chart: Sequence[Series], top: float) -> Iterator[str]:
    """The last amounts, right of their marks, and apart where they are close."""
    last = [series.points[-1] for series in chart]
    known = sorted(((float(p.value), p.shown) for p in last if p.value is not None), reverse=True)
    above = -float("inf")
    for value, shown in known:
        y = max(_height(value, top) + 4, above + _LINE)
        above = y
        yield text(_RIGHT + 8, y, shown, font_size=_SIZE, font_weight=600, fill="var(--ink)")


def _key(chart: Sequence[Series]) -> Iterator[str]:
    """Which line is which, in one row below the days."""
    at = _LEFT
    for series, look in zip(chart, _LOOKS, strict=False):
        yield _mark(look, at + 5, _BOTTOM + 34)
        yield text(at + 15, _BOTTOM + 38, series.label, font_size=_SIZE, fill="var(--quiet)")
        at += 30 + len(series.label) * _SIZE * _WIDE


def _mark(look: _Look, x: float, y: float) -> str:
    if look.round:
        return shape(
            "circle", cx=x, cy=y, r=3.5, fill=look.fill, stroke=look.stroke, stroke_width=2
        )
    return shape(
        "rect",
        x=x - 3.5,
        y=y - 3.5,
        width=7,
        height=7,
        fill=look.fill,
        stroke=look.stroke,
        stroke_width=2,
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """How a series is drawn: in colour, in shape, in filling and in dashes, not one alone."""

    stroke: str
    fill: str
    dash: str
    round: bool


def _height(value: float, top: float) -> float:
    return round(_BOTTOM - value / top * (_BOTTOM - _TOP), 2)


WIDTH: Final = 400
"""In CSS pixels: a phone shows all of it, paper shows it at this size."""
_TOP: Final = 30
_BOTTOM: Final = 190
_LEFT: Final = 52.0
_RIGHT: Final = 330.0
_SIZE: Final = 12
_LINE: Final = 15
"""From one line of text to the next."""
_WIDE: Final = 0.56
"""Of a letter to the size of its type, at most as a mean of a line."""
_MOST_LINES: Final = 5

_LOOKS: Final = (
    _Look("var(--accent)", "var(--accent)", "", round=True),
    _Look("var(--ink)", "var(--paper)", "5 3", round=False),
)
