"""The default theme's files and a project's own in, what each of its own does out.

Nothing complains of a file whose name is mistyped: the theme does not read it. So a file
that neither the default has nor another file names is an orphan.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from reportkit.findings.meant import closest
from reportkit.render.theme import TEXT_SUFFIXES

State = Literal["overridden", "same", "addition", "orphan"]
"""In place of the default's; equal to it; named by another file; or of no effect."""


@dataclass(frozen=True, slots=True)
class Own:
    """A file of the project's templates folder, and what it does."""

    name: str
    state: State
    close: str | None = None
    """The file of the theme an orphan was probably meant to be."""


def overrides(
    default: Mapping[str, bytes], own: Mapping[str, bytes], unread: Iterable[str] = ()
) -> tuple[Own, ...]:
    """What the files of a project do; those of a kind no theme reads count if mistyped."""
    texts = {
        name: body.decode("utf-8", "replace")
        for name, body in own.items()
        if PurePosixPath(name).suffix in TEXT_SUFFIXES
    }
    owned = [_own(name, body, default, texts) for name, body in own.items()]
    strangers = (Own(name, "orphan", close_name(name, default)) for name in unread)
    return (*owned, *(stranger for stranger in strangers if stranger.close))


def close_name(name: str, known: Collection[str]) -> str | None:
    """The file of the theme whose name or path is most like this one, if any is."""
    path = PurePosixPath(name.lower())
    for default in known:
        if PurePosixPath(default).name == path.name:
            return default
    return closest(path.as_posix(), known, least=0.75)


def _own(name: str, body: bytes, default: Mapping[str, bytes], texts: Mapping[str, str]) -> Own:
    if name in default:
        return Own(name, "same" if default[name] == body else "overridden")
    others = (text for other, text in texts.items() if other != name)
    if any(_called(name) in text for text in others):
        return Own(name, "addition")
    return Own(name, "orphan", close_name(name, default))


def _called(name: str) -> str:
    """How another file names it: a template by its path, a font or picture by its name."""
    path = PurePosixPath(name)
    # The web page takes the WOFF2 beside a font that a stylesheet names.
    return name if path.suffix in TEXT_SUFFIXES else f"theme:{path.stem}."
