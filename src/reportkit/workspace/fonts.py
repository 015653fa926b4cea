"""A project folder in, the characters its publications can be set with out.

Most projects bring no font, and the answer is a table. The fonts of those that do are read
with fontTools, which is imported for them alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import lru_cache
from io import BytesIO
from pathlib import Path

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


def font_coverage(root: Path) -> FontCoverage | None:
    """What the fonts of the default theme and of the project's templates/ cover together.

    None if a font cannot be read; the build then says which and why.
    """
    folder = root / "templates"
    if not folder.is_dir():
        return shipped_coverage()
    own = {path.name: path for path in sorted(folder.rglob("*"))
           if path.suffix in SUFFIXES and path.is_file() and not path.is_symlink()}  # fmt: skip
    try:
        named = set(_named(folder))
        if named == _SHIPPED and own.keys().isdisjoint(named):
            return shipped_coverage()
        return coverage_of([_has(name, own) for name in named if name in own or name in _SHIPPED])
    except (OSError, _UnreadableError):
        return None


class _UnreadableError(Exception):
    pass


_SHIPPED = frozenset(f"{stem}.ttf" for stem in FONTS)
_FACE = re.compile(r"@font-face\s*\{[^}]*\}", re.IGNORECASE)
_FONT = re.compile(r"theme:([\w.-]+)")


def _named(folder: Path) -> Iterator[str]:
    """The fonts that the stylesheets name, by file name."""
    for sheet in SHEETS:
        path = folder / sheet
        if path.is_file() and not path.is_symlink():
            for face in _FACE.findall(path.read_text("utf-8", "replace")):
                yield from _FONT.findall(face)
        elif sheet == "fonts.css":
            yield from _SHIPPED


def _has(name: str, own: Mapping[str, Path]) -> Set[int]:
    stem = name.removesuffix(".ttf")
    if name not in own:
        return code_points(FONTS[stem])
    content = own[name].read_bytes()
    if HASHES.get(stem) == hash_of(content):
        return code_points(FONTS[stem])
    return _read(content)


@lru_cache(maxsize=32)
def _read(content: bytes) -> frozenset[int]:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    try:
        return frozenset(TTFont(BytesIO(content), lazy=True).getBestCmap())
    except Exception as fault:
        raise _UnreadableError from fault
