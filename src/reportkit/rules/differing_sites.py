"""Rule: prose that names another set of sites than the data, or ranks them otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.model.input import Site
from reportkit.model.sites import site_names
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication

_GIVEN = re.compile(
    r"\b(?:performed|done|provided|given|furnished|carried out|takes? place|sites? of service"
    r"|reported|delivered|rendered)\b",
    re.IGNORECASE,
)
_ABOUT_MONEY = re.compile(r"\b(?:pa(?:ys?|id|yment)|rates?|pric\w+|amount|\$|RVU)\b", re.IGNORECASE)
_TYPICAL = re.compile(r"\b(?:typical(?:ly)?|usual(?:ly)?|most(?:ly)?|primarily)\b", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:also|sometimes|some|occasionally|may|less often|rarely)\b", re.IGNORECASE)


@rule("error", "sites of service")
def differing_sites(publication: Publication) -> Iterator[Issue]:
    """A text lists sites of service that differ from those provided, or ranks them otherwise.

    Why:
        The site decides the rate. When one section lists three sites and another two,
        readers cannot tell which list holds.

    Bad:
        # summary
        relevance: The service is performed in surgery centers and hospital outpatient departments.

    Good:
        # summary
        relevance: The service is performed in surgery centers and in the office.
    """
    sites = publication.input.sites
    if not sites:
        return
    listed = ", ".join(f"{site.name} ({site.rank})" for site in sites)
    for passage in passages(publication):
        if passage.key in ("report", "input", "project"):
            continue
        for sentence in passage.sentences:
            text = passage.plain[sentence.start : sentence.end]
            found = _mentions(text, sites)
            if len(found) < 2 or not _GIVEN.search(text) or _ABOUT_MONEY.search(text):
                continue
            for span, message in _faults(text, found, sites, listed):
                part = Span(sentence.start + span.start, sentence.start + span.end)
                yield Issue(
                    At(passage.key, passage.route, part),
                    message,
                    "name each provided site once, or leave the list to the table of sites",
                    related=((at("input", "sites"), "the sites provided"),),
                )


@dataclass(frozen=True, slots=True)
class _Mention:
    span: Span
    words: str
    sites: tuple[str, ...]
    """Ids of the provided sites the words can mean; none if no provided site is meant."""
    clear: bool
    """False for words that leave open which site is meant."""


def _faults(
    text: str, found: list[_Mention], sites: tuple[Site, ...], listed: str
) -> Iterator[tuple[Span, str]]:
    span = Span(found[0].span.start, found[-1].span.end)
    said = ", ".join(f"`{each.words}`" for each in found)
    named = {each.sites[0] for each in found if each.clear and len(each.sites) == 1}
    missing = [site.name for site in sites if site.id not in named]
    unclear = [each.words for each in found if not each.clear]
    extra = [each.words for each in found if each.clear and not each.sites]
    if missing or unclear or extra:
        parts = [f"{said} differs from the sites provided: {listed}"]
        parts += [f"`{each}` can mean several places of service" for each in unclear]
        parts += [f"{each} is not named" for each in missing]
        yield span, "; ".join(parts)
        return
    ranks = {site.id: site.rank for site in sites}
    for each in found:
        before = text[: each.span.start]
        also = max((m.start() for m in _ALSO.finditer(before)), default=-1)
        typical = max((m.start() for m in _TYPICAL.finditer(before)), default=-1)
        wanted = ranks[each.sites[0]]
        otherwise = "also" if typical > also else "typical"
        if max(typical, also) >= 0 and wanted == otherwise:
            yield (
                each.span,
                f"`{each.words}` is ranked otherwise than in the input, which says {wanted}",
            )


def _mentions(text: str, sites: tuple[Site, ...]) -> list[_Mention]:
    found: list[_Mention] = []
    taken: set[int] = set()
    names = [
        (re.compile(rf"\b{re.escape(name)}s?\b", re.IGNORECASE), site)
        for site in sites
        for name in sorted((site.name, *site.aliases), key=len, reverse=True)
    ]
    for named in site_names(text):
        taken.update(range(named.start, named.end))
        meant = tuple(site.id for site in sites if named.value.intersection(site.pos))
        words = text[named.start : named.end]
        clear = len(named.value) <= 2
        found.append(_Mention(Span(named.start, named.end), words, meant, clear))
    for pattern, site in names:
        for match in pattern.finditer(text):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                found.append(_Mention(Span(*match.span()), match[0], (site.id,), True))
    return sorted(found, key=lambda mention: mention.span.start)
