"""Language tag in, the catalogue of its messages out."""

from __future__ import annotations

import gettext
import re
from functools import cache
from pathlib import Path
from typing import Final

WRITTEN_IN: Final = "en"
"""The language messages are written in; it needs no catalogue."""


@cache
def translations(language: str) -> gettext.NullTranslations:
    """The messages of reportkit in the language of a BCP 47 tag, such as `en` or `es-US`.

    A tag without a catalogue gives English; the rule unknown-language reports it.
    """
    name = catalogue(language)
    if name in (None, WRITTEN_IN):
        return gettext.NullTranslations()
    return gettext.translation(_DOMAIN, _FOLDER, [str(name)])


def catalogue(language: str) -> str | None:
    """The catalogue a tag falls back to, which is that of its language; None without one."""
    tag = _TAG.fullmatch(language)
    return tag[1] if tag and tag[1] in languages() else None


@cache
def languages() -> tuple[str, ...]:
    """The languages a publication can be written in."""
    shipped = (path.parents[1].name for path in _FOLDER.glob(f"*/LC_MESSAGES/{_DOMAIN}.mo"))
    return (WRITTEN_IN, *sorted(shipped))


_DOMAIN: Final = "reportkit"
_FOLDER: Final = Path(__file__).resolve().parents[1] / "locale"
_TAG: Final = re.compile(r"([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
