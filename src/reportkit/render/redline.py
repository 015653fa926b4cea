"""Comparisons in, a redline page out: what changed, to be read by anyone in a browser."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from reportkit.compare.comparison import Comparison
from reportkit.findings.place import route_text
from reportkit.render.html import fill
from reportkit.render.metadata import content_policy
from reportkit.render.styles import web_styles
from reportkit.render.theme import Theme


def render_redline(comparisons: Sequence[Comparison], theme: Theme) -> str:
    """One self-contained page for all comparisons.

    What was removed stands in `del`, what was added in `ins`, each with a word that says so
    to those who do not see colours or hear the page.
    """
    values = {
        "comparisons": comparisons,
        "route_text": route_text,
        "styles": Markup(web_styles(theme)),  # noqa: S704 -- the theme's own sheets
        "content_policy": content_policy(),
    }
    return fill("redline.html", values, theme)
