"""Spreads or bars in, their drawing in the Vega language out: a row each, the name above it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from reportkit.assemble.document import Bar, Bars, Quartile, Quartiles
from reportkit.render.chart_parts import (
    FILL,
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
    wrapped,
)


def spread_drawing(chart: Quartiles, unit: str) -> Spec:
    """The middle half of each row as a bar, the median as a diamond, the level as a line."""
    looks = [(_SPREAD_KEY, chart.spread_label), (_MIDDLE_KEY, chart.middle_label)]
    largest = chart.top
    if chart.level is not None:
        looks.append((_LEVEL_KEY, chart.level.label))
        largest = max(largest, chart.level.value)
    keys, key_texts, above = key(looks, 0, 0)
    above += 6
    for each in (*keys, *key_texts):
        each["y"] -= above
    texts, covers, bands, height = _laid_out(chart.rows)
    rows = [
        {"y": y, "low": _number(row.low), "high": _number(row.high), "middle": float(row.middle)}
        for row, y in zip(chart.rows, bands, strict=True)
    ]
    whole = [row for row in rows if row["low"] is not None and row["high"] is not None]
    y = {"field": "y"}
    marks = [
        _COVERS,
        mark("rect", "spread", "spreads", x=scaled("low"), x2=scaled("high"), y=y, height=_BAR,
             fill=FILL),
    ]  # fmt: skip
    if chart.level is not None:
        at = {"scale": "scale", "value": float(chart.level.value)}
        ends = {"y": {"field": "y", "offset": -3}, "y2": {"field": "y", "offset": _BAR + 3}}
        marks += [
            mark("rule", "casing", "rows", x=at, **ends, stroke=PAPER, strokeWidth=5),
            mark("rule", "level", "rows", x=at, **ends, stroke=INK, strokeWidth=2.5),
        ]
    middle = {"field": "y", "offset": _BAR / 2}
    marks += [
        mark("symbol", "middle", "rows", x=scaled("middle"), y=middle, **_DIAMOND),
        key_marks(),
    ]
    data = {"rows": rows, "spreads": whole, "covers": covers, "keys": keys,
            "texts": [*key_texts, *texts, _unit(height, unit)]}  # fmt: skip
    scale = {"domain": [0, float(largest)], "range": [0, WIDTH]}
    return drawing((WIDTH, height), (above, 0, _BELOW, 0), data, scale, "bottom", marks)


def bar_drawing(chart: Bars, unit: str) -> Spec:
    """Each amount as the length of a bar."""
    texts, covers, bands, height = _laid_out(chart.bars)
    rows = [{"y": y, "value": float(bar.value)} for bar, y in zip(chart.bars, bands, strict=True)]
    bar = mark("rect", "bar", "rows", x={"scale": "scale", "value": 0}, x2=scaled("value"),
               y={"field": "y"}, height=_BAR, fill=FILL)  # fmt: skip
    data = {"rows": rows, "covers": covers, "texts": [*texts, _unit(height, unit)]}
    scale = {"domain": [0, float(max(bar.value for bar in chart.bars))], "range": [0, WIDTH]}
    return drawing((WIDTH, height), (0, 0, _BELOW, 0), data, scale, "bottom", [_COVERS, bar])


_BAR: Final = 12
_ROOM: Final = 3
"""Above and below a bar, for what is taller than it."""
_GAP: Final = 8
"""Between a row and the name of the next."""
_BELOW: Final = 38
"""Below the rows, for the scale and its unit."""

_COVERS: Final[Spec] = mark(
    "rect", "cover", "covers", x=-1, width=WIDTH + 2, y={"field": "y"}, height={"field": "height"},
    fill=PAPER,
)  # fmt: skip
"""Paper over the lines of the scale wherever text stands."""

_DIAMOND: Final[Spec] = {
    "shape": "diamond", "size": 120, "fill": INK, "stroke": PAPER, "strokeWidth": 1.5,
}  # fmt: skip
_SPREAD_KEY: Final[Spec] = {"shape": "M-1,-.6h2v1.2h-2Z", "size": 120, "fill": FILL}
_MIDDLE_KEY: Final[Spec] = {**_DIAMOND, "size": 90, "strokeWidth": 0}
_LEVEL_KEY: Final[Spec] = {"shape": "M-.14,-.8h.28v1.6h-.28Z", "size": 120}


def _laid_out(
    rows: Sequence[Quartile | Bar],
) -> tuple[list[Spec], list[Spec], list[float], float]:
    """Texts, what covers the scale below them, where each row's bar starts, and the end."""
    texts: list[Spec] = []
    covers: list[Spec] = []
    bands: list[float] = []
    y = 0.0
    for row in rows:
        base, taken = y + LINE - 4, width(row.shown, SIZE)
        texts.append(text(WIDTH, base, row.shown, align="right", weight=600))
        if isinstance(row, Quartile):
            texts.append(text(WIDTH - taken - 6, base, row.count, align="right", colour=QUIET,
                              size=SMALL))  # fmt: skip
            taken += width(row.count, SMALL) + 6
        lines = wrapped(row.label, WIDTH - taken - 20)
        texts += [text(0, base + LINE * index, line) for index, line in enumerate(lines)]
        end = y + LINE * len(lines)
        covers.append({"y": y - _GAP if bands else y, "height": end - y + (_GAP if bands else 0)})
        bands.append(end + _ROOM)
        y = end + 2 * _ROOM + _BAR + _GAP
    return texts, covers, bands, y - _GAP


def _unit(height: float, unit: str) -> Spec:
    return text(WIDTH, height + 34, unit, align="right", colour=QUIET, size=SMALL)


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
