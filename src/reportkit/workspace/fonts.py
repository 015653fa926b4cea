"""A project folder in, the characters its publications can be set with out.

Most projects bring no font, and the answer is a table. The fonts of those that do are read
with fontTools, which is imported for them alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from functools import lru_cache
from io import BytesIO
from pathlib import PurePosixPath

from reportkit.files.project_files import FileRefused, ProjectFiles
from reportkit.model.font_coverage import (
    FontCoverage,
    code_points,
    coverage_of,
    hash_of,
    shipped_coverage,
)
from reportkit.model.font_ranges import FONTS, HASHES

SHEETS = ("fonts.css", "style.css", "print.css", "house.css")
"""The stylesheets of the PDF; of the default's, `fonts.css` alone names fonts."""
SUFFIXES = frozenset({".ttf", ".otf", ".woff2"})


def font_coverage(files: ProjectFiles) -> FontCoverage | None:
    """What the fonts of the default theme and of the project's templates/ cover together.

    None if a font cannot be read; the build then says which and why.
    """
    own = {
        PurePosixPath(entry.path).name: entry.path
        for entry in files.below("templates")
        if entry.kind == "file" and PurePosixPath(entry.path).suffix in SUFFIXES
    }
    try:
        named = set(_named(files))
        if named == _SHIPPED and own.keys().isdisjoint(named):
            return shipped_coverage()
        return coverage_of(
            [
                _has(name, files.content(own[name]) or b"" if name in own else None)
                for name in named
                if name in own or name in _SHIPPED
            ]
        )
    except (FileRefused, _UnreadableError):
        return None


class _UnreadableError(Exception):
    pass


_SHIPPED = frozenset(f"{stem}.ttf" for stem in FONTS)
_FACE = re.compile(r"@font-face\s*\{[^}]*\}", re.IGNORECASE)
_FONT = re.compile(r"theme:([\w.-]+)")


def _named(files: ProjectFiles) -> Iterator[str]:
    """The fonts that the stylesheets name, by file name."""
    own = {entry.path for entry in files.below("templates") if entry.kind == "file"}
    for sheet in SHEETS:
        path = f"templates/{sheet}"
        if path in own:
            text = (files.content(path) or b"").decode("utf-8", "replace")
            for face in _FACE.findall(text):
                yield from _FONT.findall(face)
        elif sheet == "fonts.css":
            yield from _SHIPPED


def _has(name: str, own: bytes | None) -> Set[int]:
    """The code points of a font: of the project's own, or else of the shipped one."""
    stem = name.removesuffix(".ttf")
    if own is None or HASHES.get(stem) == hash_of(own):
        return code_points(FONTS[stem])
    return _read(own)


@lru_cache(maxsize=32)
def _read(content: bytes) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    try:
        return frozenset(TTFont(BytesIO(content), lazy=True).getBestCmap())
    except Exception as fault:
        raise _UnreadableError from fault
