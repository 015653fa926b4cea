"""Rule: prose that names another set of sites than the data, or ranks them otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.input import Site
from reportkit.reading.sentences import Sentence
from reportkit.reading.sites import (
    SiteMention,
    is_added,
    is_exclusive,
    is_list_of_sites,
    is_unconditional,
    rank_before,
    site_mentions,
)
from reportkit.reading.text import Text, prose_texts
from reportkit.workspace.publication import Publication


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
    for text in prose_texts(publication):
        if text.key in ("report", "input", "project"):
            continue
        mentions = site_mentions(text, sites)
        for sentence in text.sentences:
            named = [m for m in mentions if sentence.holds(m.start)]
            faults = [*_added(sentence, named)]
            if named and is_list_of_sites(sentence):
                faults += [*_faults(sentence, named, sites, listed)]
                faults += [*_denied(text, sentence, named)]
            for start, end, message in faults:
                yield Issue(
                    text.at(start, end),
                    message,
                    "name each provided site once, or leave the list to the table of sites",
                    related=((at("input", "sites"), "the sites provided"),),
                )


def _denied(
    text: Text, sentence: Sentence, named: list[SiteMention]
) -> Iterator[tuple[int, int, str]]:
    """Provided sites at which a sentence says that the service is never given."""
    if not is_unconditional(sentence):
        return
    for mention in named:
        if mention.clear and mention.sites and text.denies(mention.start, mention.end):
            provided = f"the input provides {mention.sites[0].name}"
            yield mention.start, mention.end, f"`{mention.words}` is denied, and {provided}"


def _added(sentence: Sentence, named: list[SiteMention]) -> Iterator[tuple[int, int, str]]:
    """Typical sites that a sentence tells as further ones."""
    for mention in named:
        typical = [site for site in mention.sites if site.rank == "typical"]
        if mention.clear and typical and is_added(sentence, mention):
            provided = f"the input says that {typical[0].name} is typical"
            yield (
                mention.start,
                mention.end,
                f"`{mention.words}` is told as a further site; {provided}",
            )


def _faults(
    sentence: Sentence, named: list[SiteMention], sites: tuple[Site, ...], listed: str
) -> Iterator[tuple[int, int, str]]:
    words = ", ".join(f"`{mention.words}`" for mention in named)
    clear = {mention.sites[0].id for mention in named if mention.clear and mention.sites}
    missing = [site.name for site in sites if site.id not in clear]
    unclear = [mention.words for mention in named if not mention.clear]
    extra = [mention for mention in named if mention.clear and not mention.sites]
    only = is_exclusive(sentence)
    if (len(named) > 1 and (missing or unclear or extra)) or (only and missing):
        parts = [f"{words} differs from the sites provided: {listed}"]
        parts += [f"`{one}` can mean several places of service" for one in unclear]
        parts += [f"{one} is not named" for one in missing]
        yield named[0].start, named[-1].end, "; ".join(parts)
        return
    if len(named) < 2:
        return
    for mention in named:
        rank, provided = rank_before(sentence, mention.start), mention.sites[0].rank
        if rank is not None and rank != provided:
            yield (
                mention.start,
                mention.end,
                f"`{mention.words}` is ranked otherwise than in the input, which says {provided}",
            )
