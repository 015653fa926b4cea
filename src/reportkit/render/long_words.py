"""HTML of a page → the same HTML in which very long words may break anywhere.

An address, a hash or a file name has no place to break a line at. In a table it would make
its column wider than the page; so it is put into an element of its own, which the
stylesheet lets break where it has to. Words of everyday length are never broken.
"""

from __future__ import annotations

import re
from typing import Final


def let_long_words_break(html: str) -> str:
    """Put every word of `LONG` letters or more into `<span class="unbroken">`."""
    return _PIECE.sub(_wrapped, html)


LONG: Final = 30
"""Longer than any word of a language; the names of diseases and procedures included."""

_PIECE: Final = re.compile(
    r"<!--.*?-->"
    r"|<(script|style|svg|title)\b[^<]*(?:<(?!/\1\s*>)[^<]*)*</\1\s*>"
    r"|<[a-z!/](?:[^>\"']|\"[^\"]*\"|'[^']*')*>"
    rf"|(?P<word>[^\s<]{{{LONG},}})",
    re.DOTALL | re.IGNORECASE,
)


def _wrapped(piece: re.Match[str]) -> str:
    return f'<span class="unbroken">{piece[0]}</span>' if piece["word"] else piece[0]
