"""Tell which wording of each house text a publication prints, or why none can be printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pydantic import BaseModel

from reportkit.findings.place import Route, Span
from reportkit.model.base import LONGEST_TEXT, Prose, Unavailable, given
from reportkit.model.files import text_key, text_name
from reportkit.model.texts import Wording
from reportkit.source.conditions import Condition, condition_text
from reportkit.source.references import Quoting, Referring, read_references
from reportkit.workspace.conditions import broken
from reportkit.workspace.publication import Publication
from reportkit.workspace.ways import Unresolved, misnamed

FOLDER: Final = "report/texts"
DEEPEST: Final = 8
"""House texts within one another at most."""


@dataclass(frozen=True, slots=True)
class HousePassage:
    """The wording of a house text that a publication prints, with its place."""

    key: str
    route: Route
    text: str
    length: int
    """Characters of the text, with those of the house texts in it."""


def house_text(name: str, publication: Publication) -> HousePassage | Unresolved:
    """What is printed for `{{ text.name }}`, or why nothing is."""
    known = house_texts(publication).get(name)
    return _unknown(name, publication) if known is None else known


@lru_cache(maxsize=4)
def house_texts(publication: Publication) -> Mapping[str, HousePassage | Unresolved]:
    """Name of each house text that the publication's files refer to, to what is printed for it."""
    known: dict[str, HousePassage | Unresolved] = {}
    for key in publication.files:
        name = text_name(key)
        if name is not None:
            _read(name, publication, (), known)
    return known


def names_quoted(model: BaseModel) -> Iterator[str]:
    """The names of the house texts that the prose of a file refers to."""
    for _, text in texts_within(model):
        if isinstance(text, Prose) and "text" in text:
            yield from _names(text)


def texts_within(value: object, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Every text of a model with its route, in the order of its fields."""
    match value:
        case str():
            yield route, value
        case BaseModel():
            for name, item in value:
                yield from texts_within(item, (*route, name))
        case tuple():
            for index, item in enumerate(value):
                yield from texts_within(item, (*route, index))
        case dict():
            for name, item in value.items():
                yield from texts_within(item, (*route, name))
        case _:
            return


def condition_of(when: str) -> Referring:
    """The condition of a wording as read; a BadReference if it cannot be."""
    written = condition_text(when)
    read = read_references(written)
    whole = len(read) == 1 and read[0].span == Span(0, len(written))
    return read[0] if whole else read_references("{{ holds() }}")[0]


def conditions_of(name: str, publication: Publication) -> Iterator[Condition]:
    """The conditions that decide which wording of a house text is printed, as far as they read."""
    loaded = publication.files.get(text_key(name))
    wordings: tuple[Wording, ...] = given(loaded.sound, "wordings", ()) if loaded else ()
    yield from (read for wording in wordings if (read := condition_for(wording)) is not None)


def condition_for(wording: Wording) -> Condition | None:
    """What has to be true of the data for a wording; None without one that can be read."""
    when = given(wording, "when", None)
    read = condition_of(when) if isinstance(when, str) else None
    return read if isinstance(read, Condition) else None


def _read(
    name: str,
    publication: Publication,
    above: tuple[str, ...],
    known: dict[str, HousePassage | Unresolved],
) -> HousePassage | Unresolved:
    """What is printed for a name below those `above`; each is read once, however often it stands.

    A text with a faulty one in it, but for one that is not there, is at fault itself: it may have
    no end.
    """
    if name in above:
        way = (*above[above.index(name) :], name)
        return Unresolved(f"`text.{name}` prints itself: {', '.join(way)}; take one out")
    if len(above) == DEEPEST:
        return Unresolved(f"house texts stand more than {DEEPEST} deep within one another")
    if name not in known:
        known[name] = _with_length(_chosen(name, publication), publication, (*above, name), known)
    return known[name]


def _with_length(
    chosen: HousePassage | Unresolved,
    publication: Publication,
    above: tuple[str, ...],
    known: dict[str, HousePassage | Unresolved],
) -> HousePassage | Unresolved:
    if isinstance(chosen, Unresolved):
        return chosen
    length = chosen.length
    for name in _names(chosen.text):
        if text_key(name) in publication.files:
            inner = _read(name, publication, above, known)
            if isinstance(inner, Unresolved):
                return inner
            length += inner.length
    if length > LONGEST_TEXT:
        return Unresolved(f"`text.{above[-1]}` prints more than {LONGEST_TEXT:,} characters")
    return HousePassage(chosen.key, chosen.route, chosen.text, length)


def _chosen(name: str, publication: Publication) -> HousePassage | Unresolved:
    """The first wording whose condition holds."""
    key = text_key(name)
    sound = publication.files[key].sound
    if sound is None:
        return Unresolved(f"{key}.yaml cannot be read")
    wordings: tuple[Wording, ...] = given(sound, "wordings", ())
    for index, wording in enumerate(wordings):
        text = given(wording, "text", None)
        if text is not None and _fits(wording, publication):
            return HousePassage(key, ("wordings", index, "text"), str(text), len(text))
    return Unresolved(f"no wording of `text.{name}` is for this report; add one without `when:`")


def _fits(wording: Wording, publication: Publication) -> bool:
    """Whether the data meets the condition of a wording; a faulty one meets nothing."""
    condition = condition_for(wording)
    if condition is None:
        return given(wording, "when", "faulty") is None
    try:
        return next(broken(condition, publication), None) is None
    except Unavailable:
        return False


def _names(text: str) -> Iterator[str]:
    return (one.name for one in read_references(text) if isinstance(one, Quoting))


def _unknown(name: str, publication: Publication) -> Unresolved:
    """Why a name leads to no house text, and the one that may be meant."""
    names = sorted(publication.house_texts)
    return misnamed("text.", name, names, f"write {FOLDER}/{name}.yaml")
