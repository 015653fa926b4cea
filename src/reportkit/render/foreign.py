"""Find what a stylesheet would load from elsewhere than its theme, however it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

import tinycss2  # type: ignore[import-untyped]


def foreign_load(css: str) -> tuple[int, str] | None:
    """The line of the first thing that would be loaded, and what loads it: `url(`, `@import`.

    Escapes are read as browsers read them; what is in the theme, or in the text itself, is fine.
    """
    for token in _tokens(tinycss2.parse_component_value_list(css)):
        if (what := _loads(token)) is not None:
            return token.source_line, what
    return None


def _tokens(tokens: Sequence[Any]) -> Iterator[Any]:
    """All tokens in their order, those within brackets and functions among them."""
    waiting = [*reversed(tokens)]
    while waiting:
        token = waiting.pop()
        yield token
        for name in ("content", "arguments"):
            waiting += reversed(getattr(token, name, None) or ())


def _loads(token: Any) -> str | None:
    match token.type:
        case "at-keyword" if token.lower_value == "import":
            return "@import"
        case "url" if not _is_own(token.value):
            return "url("
        case "function" if token.lower_name in _LOADING:
            named = (part.value for part in token.arguments if part.type == "string")
            return None if all(map(_is_own, named)) else f"{token.lower_name}("
        case _:
            return None


_LOADING: Final = frozenset({"url", "src", "image", "image-set", "-webkit-image-set"})


def _is_own(address: str) -> bool:
    return address.strip().lower().startswith(("theme:", "data:", "#"))
