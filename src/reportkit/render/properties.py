"""Stylesheets in, their custom properties out: `--chart` to `#5f929e`.

Drawings name their colours and fonts by these properties, as the stylesheets do. A browser
looks them up; the PDF writer does not within a drawing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

import tinycss2  # type: ignore[import-untyped]

from reportkit.render.theme import SHEETS, Theme, ThemeError


def declared(sheet: str) -> Iterator[tuple[str, str, str]]:
    """Name, value and media of each custom property of `:root`; empty media is for all."""
    rules = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    for rule in rules:
        if rule.type == "qualified-rule":
            yield from _of_root(rule, "")
        elif rule.type == "at-rule" and rule.lower_at_keyword == "media":
            media = tinycss2.serialize(rule.prelude).strip()
            inside = tinycss2.parse_rule_list(rule.content or [])
            for nested in inside:
                if nested.type == "qualified-rule":
                    yield from _of_root(nested, media)


@lru_cache(maxsize=4)
def paper_properties(theme: Theme) -> Mapping[str, str]:
    """Each custom property to the last value that holds on paper."""
    return {
        name: value
        for sheet in SHEETS
        for name, value, media in declared(theme.texts.get(sheet, ""))
        if media in _ON_PAPER
    }


def filled_in(text: str, properties: Mapping[str, str]) -> str:
    """A text with the values in place of each `var(--name)`.

    Raises ThemeError for a name the theme has no value for.
    """

    def value(match: re.Match[str]) -> str:
        if match[1] not in properties:
            raise ThemeError(
                "style.css",
                None,
                f"no {match[1]} in :root, which charts are drawn with",
                f"add {match[1]} to :root",
            )
        return filled_in(properties[match[1]], properties)

    return _NAME.sub(value, text)


_NAME: Final = re.compile(r"var\((--[\w-]+)\)")
_ON_PAPER: Final = frozenset({"", "print", "all"})


def _of_root(rule: object, media: str) -> Iterator[tuple[str, str, str]]:
    if tinycss2.serialize(rule.prelude).strip() != ":root":  # type: ignore[attr-defined]
        return
    content = rule.content  # type: ignore[attr-defined]
    for node in tinycss2.parse_blocks_contents(content, skip_comments=True):
        if node.type == "declaration" and node.name.startswith("--"):
            yield node.name, " ".join(tinycss2.serialize(node.value).split()), media
