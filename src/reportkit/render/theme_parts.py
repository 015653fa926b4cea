"""The files of a theme in, what a project may override in them out: files, blocks, properties.

What a file is for is the first sentence of its head comment. A font has none; `fonts.css`
says which letters it draws.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from reportkit.render.properties import declared
from reportkit.render.theme import SHEETS


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the theme."""

    name: str
    about: str
    """What it is for, in one sentence; empty if the file does not say."""
    blocks: tuple[str, ...] = ()
    """The Jinja blocks that can be replaced one by one."""


@dataclass(frozen=True, slots=True)
class Property:
    """A custom property of the stylesheets, and its value under each condition."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a property, where it is set, and for which media; empty is for all."""

    text: str
    sheet: str
    media: str


def parts(files: Mapping[str, bytes]) -> tuple[Part, ...]:
    """Every file of a theme's folder, templates before styles, scripts and fonts."""
    faces = dict(_faces(_text(files, "fonts.css")))
    made = [_part(name, body, faces) for name, body in files.items()]
    return tuple(sorted(made, key=lambda part: (_ORDER.index(_suffix(part.name)), part.name)))


def properties(files: Mapping[str, bytes]) -> tuple[Property, ...]:
    """The custom properties that the sheets of a publication set for the whole page."""
    values: dict[str, list[Value]] = {}
    for sheet in SHEETS:
        for name, text, media in declared(_text(files, sheet)):
            values.setdefault(name, []).append(Value(text, sheet, media))
    return tuple(Property(name, tuple(bodies)) for name, bodies in values.items())


_ORDER = (".html", ".css", ".js", ".ttf", ".otf", ".woff2", ".svg", ".png")
_HEAD = re.compile(r"\s*(?:\{#-?(?P<html>.*?)-?#\}|/\*(?P<css>.*?)\*/)", re.DOTALL)
_SENTENCE = re.compile(r".*?\.(?=\s|$)", re.DOTALL)
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_BLOCK = re.compile(r"\{%[-+]?\s*block\s+(\w+)")
_FACE = re.compile(r"@font-face\s*\{([^}]*)\}")
_DESCRIPTOR = re.compile(r"font-(family|weight|style)\s*:\s*([^;]+);")
_FONT_FILE = re.compile(r"theme:([\w.-]+)")


def _part(name: str, body: bytes, faces: Mapping[str, str]) -> Part:
    if _suffix(name) not in (".html", ".css", ".js"):
        return Part(name, faces.get(PurePosixPath(name).stem, ""))
    text = body.decode("utf-8", "replace")
    blocks = _BLOCK.findall(_COMMENT.sub("", text)) if _suffix(name) == ".html" else []
    return Part(name, _about(text), tuple(blocks))


def _about(text: str) -> str:
    head = _HEAD.match(text)
    said = " ".join((head["html"] or head["css"]).split()) if head else ""
    first = _SENTENCE.match(said)
    return (first[0] if first else said).rstrip(".")


def _faces(sheet: str) -> Iterator[tuple[str, str]]:
    """File name of a font, without its ending, to the face it is: `Report Serif, 400, italic`."""
    for face in _FACE.findall(sheet):
        said = dict(_DESCRIPTOR.findall(face))
        words = [said.get(key, "").strip("\"' ") for key in ("family", "weight", "style")]
        for file in _FONT_FILE.findall(face):
            yield PurePosixPath(file).stem, ", ".join(word for word in words if word != "normal")


def _text(files: Mapping[str, bytes], name: str) -> str:
    return files.get(name, b"").decode("utf-8", "replace")


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix
