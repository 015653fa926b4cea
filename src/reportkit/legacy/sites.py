"""Read from sentences and lists of an old report where the service is given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from reportkit.legacy.words import listed, sentences, slug
from reportkit.model.input import Site
from reportkit.model.phrases import Phrases
from reportkit.model.pos import POS
from reportkit.model.sites import OPEN_SITE_WORDS, site_names


@dataclass(frozen=True, slots=True)
class SitesFound:
    """Which sites a text names."""

    sites: tuple[Site, ...] = ()
    doubts: tuple[tuple[str | None, str], ...] = ()
    """What a person has to look at: the id of a site taken, or None, and why."""


def sites_in(text: str) -> SitesFound:
    """The sites that the sentences of a text name, and do not deny."""
    named = [
        name for sentence in sentences(text) for name in _named(sentence) if not name.is_denied
    ]
    return _found(named)


def sites_told(text: str) -> SitesFound:
    """The sites of sentences that stand where sites are told of: open words name one, too."""
    names = [name for sentence in sentences(text) for name in _in_list(sentence)]
    return _found([name for name in names if not name.is_denied])


def names_site(sentence: str) -> bool:
    """Whether a sentence names a site, be it to deny it."""
    return any(True for _ in _named(sentence))


def sites_listed(text: str) -> SitesFound:
    """The sites of a list; an item that names none is a doubt."""
    names = [*_in_list(text)]
    found = _found([name for name in names if not name.is_denied])
    unknown = [
        (None, f"`{item}` stands among the sites of service, and no table says which place it is")
        for item in _items(text)
        if item[:1].isalpha() and not any(_same(name, item) for name in names)
    ]
    return SitesFound(found.sites, (*found.doubts, *unknown))


@dataclass(frozen=True, slots=True)
class _Name:
    """A site as a text names it."""

    words: str
    codes: tuple[str, ...]
    """The places it may mean; those in brackets behind it count alone."""
    is_stated: bool
    """Whether the codes stand in the text."""
    is_also: bool
    is_denied: bool


def _named(sentence: str) -> Iterator[_Name]:
    yield from (_name(sentence, name.start, name.end, name.value) for name in site_names(sentence))


def _in_list(text: str) -> Iterator[_Name]:
    """Sites of a list, where also open words name one, and any words with a code in brackets."""
    taken: list[tuple[int, int]] = []
    for name in (*site_names(text), *_open_words().find(text)):
        if all(name.end <= start or end <= name.start for start, end in taken):
            taken.append((name.start, name.end))
            yield _name(text, name.start, name.end, name.value)
    for match in _CODED.finditer(text):
        if all(match.end("words") <= start or end <= match.start("words") for start, end in taken):
            yield _name(text, *match.span("words"), frozenset())


@cache
def _open_words() -> Phrases[frozenset[str]]:
    return Phrases(dict(OPEN_SITE_WORDS), {})


def _name(text: str, start: int, end: int, codes: frozenset[str]) -> _Name:
    before = text[:start]
    stated = _POS_BEHIND.match(text, end)
    written = re.findall(r"\d\d", stated["codes"]) if stated else []
    given = tuple(code for code in written if code in POS)
    return _Name(
        text[start:end],
        given or tuple(sorted(codes)),
        bool(given),
        _ALSO.search(before) is not None,
        bool(_DENIED.search(before) or _DENIED_BEHIND.match(text, end)),
    )


def _found(names: list[_Name]) -> SitesFound:
    sites: dict[str, Site] = {}
    doubts: dict[tuple[str | None, str], None] = {}
    for name in names:
        if len(name.codes) > _MOST_CODES or not name.codes:
            places = " or ".join(name.codes)
            doubts[None, f"`{name.words}` may be the place {places}, and was not taken"] = None
            continue
        site = _site(name)
        if sites.setdefault(site.id, site) is site and len(name.codes) > 1 and not name.is_stated:
            doubts[site.id, f"`{name.words}` may be {' or '.join(name.codes)}, or both"] = None
    return SitesFound(tuple(sites.values()), tuple(doubts))


def _site(name: _Name) -> Site:
    known = _SITE_NAMES.get(frozenset(name.codes))
    if known is None and len(name.codes) == 1:
        known = (slug(POS[name.codes[0]].name), POS[name.codes[0]].name)
    words = name.words[:1].upper() + name.words[1:]
    identifier, title = known or (slug(name.words), words)
    alias = (name.words,) if name.words.lower() != title.lower() else ()
    rank: Literal["typical", "also"] = "also" if name.is_also else "typical"
    return Site(id=identifier, name=title, pos=name.codes, rank=rank, aliases=alias)


def _same(name: _Name, item: str) -> bool:
    return name.words in item or item in name.words


def _items(text: str) -> list[str]:
    bare = " ".join(_BRACKETS.sub(" ", text).split())
    return [item.strip(" .") for item in listed(bare)]


_MOST_CODES: Final = 2
"""A word that may mean more places than these is none to take."""
_ALSO: Final = re.compile(
    r"\b(?:also|sometimes|occasionally|may be|some|less (?:often|commonly)|rarely|a veces"
    r"|tambi[eé]n)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"\b(?:not(?! only)|never|none|nobody|no|nor|neither|without|except|rather than|instead of"
    r"|other than|outside|nunca)\b",
    re.IGNORECASE,
)
_DENIED_BEHIND: Final = re.compile(
    r"(?:\s+[\w'-]+){0,3}?\s+(?:(?:do|does|did|is|are|was|were|can|could|may|will|would|has|have)"
    r"(?:n't|\s+(?:not(?! only)|never|no longer))|cannot)\b",
    re.IGNORECASE,
)
_POS_BEHIND: Final = re.compile(
    r"\s*\(\s*(?:POS:?\s*)?(?P<codes>\d\d(?:\s*(?:,|/|and|or|y|o)\s*\d\d)*)\s*\)", re.IGNORECASE
)
_CODED: Final = re.compile(r"(?P<words>[^\W\d_][\w' -]{1,60}?)\s*\(\s*POS:?\s*\d\d", re.IGNORECASE)
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_SITE_NAMES: Final[Mapping[frozenset[str], tuple[str, str]]] = {
    frozenset({"24"}): ("asc", "Ambulatory surgical center"),
    frozenset({"19", "22"}): ("hopd", "Hospital outpatient department"),
    frozenset({"22"}): ("hopd", "Hospital outpatient department"),
    frozenset({"11"}): ("office", "Office"),
    frozenset({"23"}): ("ed", "Emergency room"),
    frozenset({"21"}): ("inpatient", "Inpatient hospital"),
    frozenset({"20"}): ("urgent-care", "Urgent care facility"),
}
"""Places to the id and name that reports give them; others have the name of their code."""
