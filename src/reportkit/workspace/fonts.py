"""A project folder in, the characters its publications can be set with out.

Most projects bring no font, and the answer is a table. The fonts of those that do are read
with fontTools, which is imported for them alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Set
from functools import lru_cache
from io import BytesIO
from pathlib import Path, PurePath

from reportkit.model.font_coverage import (
    FontCoverage,
    code_points,
    coverage_of,
    hash_of,
    shipped_coverage,
)
from reportkit.model.font_ranges import FONTS, HASHES
from reportkit.workspace.project_files import FileRefused, FolderFiles, ProjectFiles

SHEETS = ("fonts.css", "style.css", "print.css", "house.css")
"""The stylesheets of the PDF; of the default's, `fonts.css` alone names fonts."""
SUFFIXES = frozenset({".ttf", ".otf", ".woff2"})


def font_coverage(root: Path) -> FontCoverage | None:
    """What the fonts of the default theme and of the project's templates/ cover together.

    None if a font cannot be read; the build then says which and why.
    """
    return coverage_in(FolderFiles(root))


def coverage_in(files: ProjectFiles) -> FontCoverage | None:
    """The same for the files of a project, wherever they are."""
    inside = files.below("templates")
    own = {path.rpartition("/")[2]: path for path in inside if PurePath(path).suffix in SUFFIXES}
    try:
        named = set(_named(files, inside))
        if named == _SHIPPED and own.keys().isdisjoint(named):
            return shipped_coverage()
        return coverage_of([_has(name, own, files) for name in named
                            if name in own or name in _SHIPPED])  # fmt: skip
    except (OSError, FileRefused, _UnreadableError):
        return None


class _UnreadableError(Exception):
    pass


_SHIPPED = frozenset(f"{stem}.ttf" for stem in FONTS)
_FACE = re.compile(r"@font-face\s*\{[^}]*\}", re.IGNORECASE)
_FONT = re.compile(r"theme:([\w.-]+)")


def _named(files: ProjectFiles, inside: Collection[str]) -> Iterator[str]:
    """The fonts that the stylesheets name, by file name."""
    for sheet in SHEETS:
        path = f"templates/{sheet}"
        if path in inside:
            for face in _FACE.findall(files.content(path).decode("utf-8", "replace")):
                yield from _FONT.findall(face)
        elif sheet == "fonts.css":
            yield from _SHIPPED


def _has(name: str, own: Mapping[str, str], files: ProjectFiles) -> Set[int]:
    stem = name.removesuffix(".ttf")
    if name not in own:
        return code_points(FONTS[stem])
    content = files.content(own[name])
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
