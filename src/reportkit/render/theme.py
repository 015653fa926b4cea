"""Turn the default theme's folder and a project's own into a Theme: every template, style and font.

A project's file takes the place of the default's file of the same name; the default's
page stays reachable as `default/publication.html`, so that one block can be replaced.
After `load_theme` nothing is read from disk any more.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from reportkit.files.project_files import FileRefused, ProjectFiles
from reportkit.files.reading import FolderFiles
from reportkit.render.foreign import foreign_load

TEXT_SUFFIXES = frozenset({".html", ".css", ".js"})
RESOURCE_SUFFIXES = frozenset({".ttf", ".otf", ".woff2", ".svg", ".png"})
SHEETS = ("fonts.css", "style.css", "screen.css", "print.css", "house.css")
"""The stylesheets of publications, in this order; `house.css` is there for a project to replace."""
LARGEST_FILE = 5_000_000
"""Bytes; a larger file in a theme is taken for a mistake."""


def load_theme(project: ProjectFiles | None = None) -> Theme:
    """The default theme, with the files of a project's templates/ put over it.

    Raises ThemeError if a folder or file cannot be read or leads out of the project, or a file is
    too large, isn't UTF-8, or is a stylesheet that loads anything from elsewhere.
    """
    return theme_with(theme_files(project) if project is not None else {})


def theme_with(own: Mapping[str, bytes]) -> Theme:
    """The default theme with a project's files put over it; raises ThemeError as `load_theme`.

    The same files give the same object, so that what is kept of a theme is not made again.
    """
    return _theme_with(tuple(sorted(own.items())))


@lru_cache(maxsize=4)
def _theme_with(files: tuple[tuple[str, bytes], ...]) -> Theme:
    own, default = dict(files), default_files()
    texts = {
        **{f"default/{name}": body for name, body in default.items()},
        **default,
        **own,
    }
    decoded = {
        name: _decode(name, body)
        for name, body in texts.items()
        if Path(name).suffix in TEXT_SUFFIXES
    }
    used = _used(texts, decoded)
    return Theme(
        texts=decoded,
        resources={
            Path(name).name: body
            for name, body in {**default, **own}.items()
            if Path(name).suffix in RESOURCE_SUFFIXES
        },
        own={
            name: body for name, body in own.items() if name in used and default.get(name) != body
        },
        digest=_digest(used),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """What publications look like. Two themes are the same only if their digests are."""

    texts: Mapping[str, str]
    """Templates, stylesheets and scripts by their name in the folder."""
    resources: Mapping[str, bytes]
    """Fonts and images by file name; stylesheets reach them as `theme:<file name>`."""
    own: Mapping[str, bytes]
    """The project's files that publications are made with and that differ from the default's,
    by their name in the folder."""
    digest: str
    """SHA-256 over the names and contents of all files that publications are made with."""


class ThemeError(Exception):
    """A file of the theme can't be used; the author of the theme has to change it."""

    def __init__(self, file: str, line: int | None, message: str, hint: str) -> None:
        super().__init__(file, line, message, hint)
        self.file = file
        self.line = line
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.message}"


def theme_files(project: ProjectFiles) -> dict[str, bytes]:
    """Every file of a project's templates/ by its name there; none where there is no such folder.

    Other kinds of files are passed over, and hidden ones: editors leave links there. Raises
    ThemeError if a folder or a file cannot be read, or is none, or a file is too large.
    """
    files: dict[str, bytes] = {}
    for entry in project.below(_FOLDER):
        if entry.kind == "unreadable":
            raise ThemeError(
                entry.path,
                None,
                "this is no folder of the project that can be read",
                "put the folder itself there, or take it away",
            )
        place = Path(entry.path)
        if entry.kind == "folder" or place.name.startswith("."):
            continue
        is_of_the_theme = place.suffix in TEXT_SUFFIXES | RESOURCE_SUFFIXES
        if is_of_the_theme or entry.kind in ("link", "other"):
            body = _body(project, entry.path)
            if is_of_the_theme:
                files[entry.path.removeprefix(f"{_FOLDER}/")] = body
    return files


def default_files() -> dict[str, bytes]:
    """Every file of the default theme by its name there."""
    return theme_files(FolderFiles(default_folder().parent))


def _body(project: ProjectFiles, path: str) -> bytes:
    name = path.removeprefix(f"{_FOLDER}/")
    try:
        body = project.content(path) or b""
    except FileRefused as refused:
        raise ThemeError(name, None, refused.message, refused.hint) from refused
    if len(body) > LARGEST_FILE:
        raise ThemeError(
            name,
            None,
            f"this file has {len(body):,} bytes, the most a theme may hold is {LARGEST_FILE:,}",
            "make the file smaller or take it out of the theme",
        )
    return body


_FOLDER = "templates"


def default_folder() -> Path:
    """Where the default theme lies: inside an installed package, else in the checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


def _used(files: Mapping[str, bytes], texts: Mapping[str, str]) -> dict[str, bytes]:
    """The files publications are made with: no pages beside them, and nothing out of reach."""
    named = {stem for text in texts.values() for stem in _RESOURCE.findall(text)}

    def is_used(name: str) -> bool:
        path = PurePosixPath(name.removeprefix("default/"))
        if str(path).startswith(_PAGES_BESIDE):
            return False
        if path.suffix == ".css":
            return str(path) in SHEETS
        return path.suffix not in RESOURCE_SUFFIXES or path.stem in named

    return {name: body for name, body in files.items() if is_used(name)}


def _digest(files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, body in sorted(files.items()):
        digest.update(f"{name}\0{len(body)}\0".encode())
        digest.update(body)
    return digest.hexdigest()


_PAGES_BESIDE = ("catalogue/", "catalogue/", "review/", "desk/", "redline.")
_RESOURCE = re.compile(r"theme:([\w.-]+)\.\w+")
"""A font or image as texts name it, without its suffix: a WOFF2 stands in for the others."""


def _decode(name: str, body: bytes) -> str:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        raise ThemeError(
            name, line, "this file is not UTF-8 text", "save the file as UTF-8"
        ) from None
    if name.endswith(".css") and (foreign := foreign_load(text)):
        line, what = foreign
        raise ThemeError(
            name,
            line,
            f"{what!r} would load from outside the theme",
            'put the file into the theme\'s folder and write url("theme:<file name>")',
        )
    return text
