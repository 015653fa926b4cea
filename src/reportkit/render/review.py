"""Reviews in, pages for reviewers out: an index, and one page a publication."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from reportkit.render.html import fill
from reportkit.render.metadata import content_policy
from reportkit.render.styles import web_styles
from reportkit.render.theme import Theme
from reportkit.report.review import Review


def render_review(review: Review, theme: Theme) -> str:
    """The page of one publication; everything on it can be read without its script."""
    script = theme.texts.get("review/review.js", "")
    values = {"review": review, "script": Markup(script), **_frame(theme, script)}  # noqa: S704
    return fill("review/page.html", values, theme)


def render_review_index(entries: Sequence[Mapping[str, str]], theme: Theme) -> str:
    """The list of publications: each with its `code` and `verdict`."""
    return fill("review/index.html", {"reviews": entries, **_frame(theme, "")}, theme)


def _frame(theme: Theme, script: str) -> dict[str, object]:
    return {
        "styles": Markup(web_styles(theme)),  # noqa: S704 -- the theme's own sheets
        "content_policy": content_policy(script),
    }
