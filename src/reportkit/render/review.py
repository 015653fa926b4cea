"""Reviews in, pages for reviewers out: an index, and one page a publication."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup, escape

from reportkit.render.html import fill
from reportkit.render.markdown import Targets, blocks_html, inline_html
from reportkit.render.metadata import content_policy
from reportkit.render.styles import fontless_styles
from reportkit.render.theme import Theme
from reportkit.report.review import Review

_NOWHERE = Targets(citations={}, anchors=frozenset(), source_label="")
"""A fragment stands alone: its links to other parts of the publication are set as text."""


def render_review(review: Review, theme: Theme, built: str | None, changes: str | None) -> str:
    """The page of one publication; everything on it can be read without its script.

    `built` and `changes` are the addresses of the publication and of the page of what changed
    since the edition before, where there are such pages.
    """
    script = theme.texts.get("review/review.js", "").strip()
    values = {
        "review": review,
        "built": built,
        "changes": changes,
        "coded": coded,
        "prose": lambda text: blocks_html(text, _NOWHERE),
        "cell": lambda text: inline_html(text, _NOWHERE),
        "script": Markup(script),  # noqa: S704 -- the theme's own script
        **_frame(theme, script),
    }
    return fill("review/page.html", values, theme)


def render_review_index(entries: Sequence[Mapping[str, object]], theme: Theme) -> dict[str, str]:
    """The list of publications by name of its pages, the first of which is `index.html`.

    Each entry has `code`, `title`, `state`, `ready` and `counts`; a page stays small however many
    there are.
    """
    parts = [entries[start : start + A_PAGE] for start in range(0, len(entries), A_PAGE)] or [()]
    names = ["index.html", *(f"index-{number}.html" for number in range(2, len(parts) + 1))]
    pages = [
        (name, part[0]["code"], part[-1]["code"])
        for name, part in zip(names, parts, strict=True)
        if part
    ]
    return {
        name: fill(
            "review/index.html",
            {"reviews": part, "pages": pages, "name": name, **_frame(theme, "")},
            theme,
        )
        for name, part in zip(names, parts, strict=True)
    }


A_PAGE: Final = 300
"""Publications on a page of the list: some 150 KB."""


def coded(text: str) -> Markup:
    """A message with what stands between backticks as code."""
    pieces = text.split("`")
    if len(pieces) % 2 == 0:
        return escape(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if index % 2 else piece
        for index, piece in enumerate(pieces)
    )


def _frame(theme: Theme, script: str) -> dict[str, object]:
    return {
        "styles": Markup(fontless_styles(theme)),  # noqa: S704 -- the theme's own sheets
        "content_policy": content_policy(script),
    }
