"""Theme → the stylesheet of the web page, or of the PDF with the resources it uses."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

from reportkit.model.media_types import media_type
from reportkit.render.theme import SHEETS, Theme, ThemeError


@lru_cache(maxsize=4)
def web_styles(theme: Theme) -> str:
    """All sheets in one, with fonts and images inside; a WOFF2 beside a font is preferred."""
    return _with_files_inside(theme, SHEETS)


@lru_cache(maxsize=4)
def fontless_styles(theme: Theme) -> str:
    """All sheets but that of the fonts, for pages of the house: the machine has some."""
    return _with_files_inside(theme, tuple(sheet for sheet in SHEETS if sheet != "fonts.css"))


def _with_files_inside(theme: Theme, sheets: tuple[str, ...]) -> str:
    def inside(match: re.Match[str]) -> str:
        name = match["name"]
        stem = name.rpartition(".")[0]
        name = f"{stem}.woff2" if f"{stem}.woff2" in theme.resources else name
        body = base64.b64encode(_resource(theme, name)).decode()
        return f"url(data:{media_type(name)};base64,{body})"

    return _URL.sub(inside, _joined(theme, sheets))


def print_styles(theme: Theme) -> tuple[str, Mapping[str, bytes]]:
    """The sheets for paper as they are, and the resources they name."""
    styles = _joined(theme, tuple(sheet for sheet in SHEETS if sheet != "screen.css"))
    names = sorted({match["name"] for match in _URL.finditer(styles)})
    return styles, {name: _resource(theme, name) for name in names}


def css_string(text: str) -> Markup:
    """The text as a CSS string that can't end the string or the style element."""
    safe = "".join(
        char if char.isalnum() and char.isascii() else f"\\{ord(char):x} " for char in str(text)
    )
    return Markup(f'"{safe}"')  # noqa: S704


def page_counter(sentence: str) -> Markup:
    """ "Page {page} of {pages}" as a CSS content value that counts."""
    parts = re.split(r"(\{pages?\})", str(sentence))
    counters = {"{page}": "counter(page)", "{pages}": "counter(pages)"}
    return Markup(" ").join(
        Markup(counters[part]) if part in counters else css_string(part)  # noqa: S704
        for part in parts
        if part
    )


_URL = re.compile(r"url\(\s*(?P<quote>['\"]?)theme:(?P<name>[\w.-]+)(?P=quote)\s*\)")


def _joined(theme: Theme, sheets: tuple[str, ...]) -> str:
    text = "\n".join(theme.texts[sheet] for sheet in sheets if sheet in theme.texts)
    return text.replace("</", "<\\/")


def _resource(theme: Theme, name: str) -> bytes:
    if name not in theme.resources:
        raise ThemeError(
            "stylesheet",
            None,
            f"theme:{name} is not among the theme's fonts and images",
            f"put {name} into the folder of the theme's fonts",
        )
    return theme.resources[name]
