"""Refuse paths of carried files that no project has, or that would not lie apart on every disk."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final


class BadPath(Exception):  # noqa: N818 -- names the thing that is bad
    """A path under which a publication carries no file."""


def check_paths(paths: Iterable[str]) -> None:
    """Refuse paths that lead elsewhere, through a file, or to one place twice; raises BadPath."""
    places: set[str] = set()
    for path in paths:
        _check_path(path)
        place = unicodedata.normalize("NFC", path).casefold()
        if place in places:
            raise BadPath(f"the path {path} leads where another file lies")
        places.add(place)
    for place in places:
        if any(str(above) in places for above in PurePosixPath(place).parents):
            raise BadPath(f"the path {place} leads through a file")


def _check_path(text: str) -> None:
    parts = text.split("/")
    if not text.isprintable() or not 1 < len(parts) <= _DEEPEST:
        raise BadPath("a path of the manifest is not the path of a file of a project")
    if any(part in ("", ".", "..") for part in parts) or set(text) & _FOREIGN:
        raise BadPath(f"the path {_short(text)} leads out of a project")
    if any(
        part.startswith(".") or part.endswith((".", " ")) or len(part.encode()) > _LONGEST
        for part in parts
    ):
        raise BadPath(f"the path {_short(text)} is none that every disk can hold")
    if not _KNOWN.fullmatch(text):
        raise BadPath(f"the path {_short(text)} is not one of report/, sections/ and templates/")


_DEEPEST: Final = 8
"""Parts of a path at most."""
_LONGEST: Final = 120
"""Bytes of a part of a path at most: less than what any file system holds."""
_FOREIGN: Final = frozenset('\\:*?"<>|')
"""What Windows takes for something else than a name."""
_KNOWN: Final = re.compile(
    r"report/project\.yaml"
    r"|report/words\.txt"
    r"|report/waivers\.yaml"
    r"|report/rules/[^/]+\.py"
    r"|(?:report|sections)/[^/]+/[^/]+\.yaml"
    r"|templates/.+\.(?:html|css|js|ttf|otf|woff2|svg|png)"
)


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77]}..."
