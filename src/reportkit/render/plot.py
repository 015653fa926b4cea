"""Draw the amounts of a table's row on the scale of their column, as a small picture."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Final

from markupsafe import Markup

from reportkit.assemble.document import Plot
from reportkit.render.svg import shape


def plot_svg(plot: Plot) -> Markup:
    """An svg element that is hidden from readers, as the row says the same in words.

    Colours are custom properties of the page; shapes differ, so that grey print tells them apart.
    """
    shapes = "".join(_shapes(plot))
    return Markup(  # noqa: S704
        f'<svg xmlns="http://www.w3.org/2000/svg" class="plot" aria-hidden="true" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}">{shapes}</svg>'
    )


def _shapes(plot: Plot) -> Iterator[str]:
    zero = f"M{_EDGE} 1v{_HEIGHT - 2}"
    yield shape("path", d=zero, stroke="var(--rule)", stroke_width=1)
    for index, (start, end) in enumerate(pairwise(accumulate(plot.parts, initial=Decimal(0)))):
        yield _bar(plot, start, end, _TONES[index % len(_TONES)])
    if plot.spread is not None:
        yield _bar(plot, *plot.spread, "var(--chart)")
    if plot.line is not None:
        level = f"M{_place(plot, plot.line):g} 0v{_HEIGHT}"
        yield shape("path", d=level, stroke="var(--signal-line)", stroke_width=2)
    if plot.dot is not None:
        at = _place(plot, plot.dot)
        yield shape(
            "circle",
            cx=at,
            cy=_HEIGHT / 2,
            r=3.2,
            fill="var(--ink)",
            stroke="var(--paper)",
            stroke_width=1,
        )


def _bar(plot: Plot, start: Decimal, end: Decimal, tone: str) -> str:
    left, right = _place(plot, start), _place(plot, end)
    return shape(
        "rect",
        x=left,
        y=2,
        width=round(right - left, 2),
        height=_HEIGHT - 4,
        fill=tone,
        stroke="var(--paper)",
        stroke_width=1,
    )


def _place(plot: Plot, amount: Decimal) -> float:
    extent = plot.top - plot.bottom
    share = float((amount - plot.bottom) / extent) if extent else 0.5
    return round(_EDGE + share * (_WIDTH - 2 * _EDGE), 2)


_WIDTH: Final = 150
_HEIGHT: Final = 12
_EDGE: Final = 4
"""Room at both ends for half a dot."""
_TONES: Final = ("var(--chart)", "var(--ink)")
"""Of parts that add up: light and dark, also in grey."""
