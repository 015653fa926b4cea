"""Texts and keys of a chart in, parts of a drawing in the Vega language out.

What depends on how wide a text is comes from `width`, never from the fonts of a machine, so
that a drawing is the same everywhere. Colours are names of the theme's custom properties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, Literal

Spec = dict[str, Any]

WIDTH: Final = 400
"""Of every drawing, in CSS pixels: a phone shows all of it, paper shows it at this size."""
SIZE: Final = 13
SMALL: Final = 12
LINE: Final = 16
"""From one line of text to the next."""
INK: Final = "var(--ink)"
QUIET: Final = "var(--quiet)"
PAPER: Final = "var(--paper)"
FILL: Final = "var(--chart)"
ACCENT: Final = "var(--accent)"


def drawing(
    size: tuple[float, float],
    around: tuple[float, float, float, float],
    data: dict[str, list[Spec]],
    scale: Spec,
    orient: Literal["bottom", "left"],
    marks: Iterable[Spec],
) -> Spec:
    """A drawing of a width and height with room around it: top, right, bottom, left."""
    top, *others = around
    sides = zip(("top", "right", "bottom", "left"), (top + _ASCENT, *others), strict=True)
    return {
        "width": size[0],
        "height": size[1],
        "padding": dict(sides),
        "autosize": "none",
        "data": [{"name": name, "values": values} for name, values in data.items()],
        "scales": [{"name": "scale", "type": "linear", "nice": 4, **scale}],
        "axes": [{**_AXIS, "orient": orient, "labelFlush": orient == "bottom"}],
        "marks": [*marks, _TEXTS],
    }


def mark(kind: str, name: str, data: str, **channels: object) -> Spec:
    """A mark for each row of the data; a channel is a value or says where it comes from."""
    encoded = {
        channel: value if isinstance(value, dict) else {"value": value}
        for channel, value in channels.items()
    }
    return {"type": kind, "name": name, "from": {"data": data}, "aria": False,
            "encode": {"enter": encoded}}  # fmt: skip


def scaled(field: str) -> Spec:
    """A channel that comes from a field by the scale."""
    return {"scale": "scale", "field": field}


def text(
    x: float,
    y: float,
    said: str,
    *,
    align: Literal["left", "center", "right"] = "left",
    colour: str = INK,
    size: float = SIZE,
    weight: int = 400,
) -> Spec:
    """A row of the data `texts`: one line of text with its baseline at `y`."""
    return {"x": x, "y": y, "text": said, "align": align, "colour": colour, "size": size,
            "weight": weight}  # fmt: skip


def key(
    items: Iterable[tuple[Spec, str]], x: float, y: float
) -> tuple[list[Spec], list[Spec], float]:
    """What marks stand for, in as many lines as it takes: keys, their texts, and the height."""
    keys: list[Spec] = []
    texts: list[Spec] = []
    at, down = 0.0, 0.0
    for look, label in items:
        taken = _SYMBOL + width(label, SMALL)
        if at and at + taken > WIDTH:
            at, down = 0.0, down + LINE
        keys.append({**_KEY, **look, "x": x + at + 7, "y": y + down + 6})
        texts.append(text(x + at + _SYMBOL, y + down + 10, label, colour=QUIET, size=SMALL))
        at += taken + 14
    return keys, texts, down + LINE


def key_marks() -> Spec:
    """The marks of the data `keys`."""
    names = ("x", "y", "shape", "size", "fill", "stroke", "strokeWidth")
    return mark("symbol", "key", "keys", **{name: {"field": name} for name in names})


def wrapped(said: str, room: float) -> list[str]:
    """A text in lines no wider than the room, parted between words where that is possible."""
    lines = [""]
    for word in said.split():
        for piece in _pieces(word, room):
            joined = f"{lines[-1]} {piece}".strip()
            if lines[-1] and width(joined, SIZE) > room:
                lines.append(piece)
            else:
                lines[-1] = joined
    return lines


def width(said: str, size: float) -> float:
    """How wide a line of text is at the most, in a sans serif of usual width."""
    return sum(_em(letter) for letter in said) * size


_ASCENT: Final = 3
"""What letters with accents take above the first line."""
_SYMBOL: Final = 20
"""What a symbol of the key takes before its text."""

_KEY: Final[Spec] = {
    "shape": "circle", "size": 60, "fill": INK, "stroke": PAPER, "strokeWidth": 0,
}  # fmt: skip

_AXIS: Final[Spec] = {
    "scale": "scale",
    "aria": False,
    "domain": False,
    "ticks": False,
    "tickCount": 4,
    "format": "$,.2~f",
    "grid": True,
    "gridColor": "var(--rule)",
    "gridWidth": 1,
    "labelColor": QUIET,
    "labelFont": "var(--sans)",
    "labelFontSize": SMALL,
    "labelPadding": 8,
    "labelOverlap": False,
    "labelLimit": 0,
    "translate": 0,
}

_TEXTS: Final[Spec] = mark(
    "text", "words", "texts",
    x={"field": "x"}, y={"field": "y"}, text={"field": "text"}, align={"field": "align"},
    fill={"field": "colour"}, fontSize={"field": "size"}, fontWeight={"field": "weight"},
    font="var(--sans)", limit=0,
)  # fmt: skip


def _pieces(word: str, room: float) -> Iterator[str]:
    while word and width(word, SIZE) > room:
        end = next(n for n in range(len(word), 0, -1) if n == 1 or width(word[:n], SIZE) <= room)
        yield word[:end]
        word = word[end:]
    if word:
        yield word


def _em(letter: str) -> float:
    if letter in "fijlrtI.,:;'|!()[]- ":
        return 0.36
    if letter in "mwMW%@" or ord(letter) > 0x2E7F:
        return 1.0 if ord(letter) > 0x2E7F else 0.82
    return 0.63 if letter.isupper() else 0.54
