"""Write parts of drawings: shapes and texts with colours by the names of the theme's properties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from markupsafe import escape

Anchor = Literal["start", "middle", "end"]


def shape(tag: str, **attributes: str | float) -> str:
    """An element that holds nothing; `stroke_width` is written `stroke-width`, `class_` `class`."""
    return f"<{tag}{_written(attributes)}/>"


def text(x: float, y: float, words: str, anchor: Anchor = "start", **look: str | float) -> str:
    """One line of text with its baseline at `y`; what it says can hold no markup."""
    attributes = {"x": x, "y": y, "text_anchor": anchor, "font_family": "var(--sans)", **look}
    return f"<text{_written(attributes)}>{escape(words)}</text>"


def _written(attributes: Mapping[str, str | float]) -> str:
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
    )


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else f"{round(value, 2):g}"
