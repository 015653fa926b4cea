"""Rule: a site of service that the input does not provide."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.mend import id_meant
from reportkit.check.rule import rule
from reportkit.model.input import Site
from reportkit.reading.near_sites import near_sites
from reportkit.reading.sites import (
    SiteMention,
    happened_there,
    offered_places,
    site_mentions,
)
from reportkit.reading.text import Text, worded_texts_but
from reportkit.workspace.publication import Publication

_NAMED_BY_OTHERS = frozenset({"sources"})
"""Texts in which words of a site belong to the title of a source."""
_PAID_APART = frozenset({"19", "22", "24"})
"""Places that Medicare pays beside the practitioner (OPPS, ASC): a gap may name that payment."""

_NONE_PROVIDED = (
    "have a site added under `sites:` in input.yaml by who provides it, and write its id"
)


@rule("error", "provided data", waivable=False)
def unprovided_site(publication: Publication) -> Iterator[Issue]:
    """A text or the vignette names a site of service that the input does not list.

    Why:
        The site decides which of two rates is paid. A site nobody provided, or a word that
        could be several sites, sends the reader to the wrong one.

    Bad:
        # clinical-context
        follow_up: The patient is seen in the emergency department if bleeding does not stop.

    Good:
        # clinical-context
        follow_up: The patient is seen in the office if bleeding does not stop.
    """
    sites = publication.input.sites or ()
    ids = [site.id for site in sites]
    listed = "the input provides " + (", ".join(ids) or "no sites")
    related = ((at("input", "sites"), "the sites provided"),)
    if publication.is_written("clinical-context"):
        site = publication.clinical.vignette.site
        if site not in ids:
            yield Issue(
                at("clinical-context", "vignette", "site"),
                f"`{site}` is not the id of a provided site; {listed}",
                "write the id of a provided site" if ids else _NONE_PROVIDED,
                related=related,
                fix=id_meant(site, sites),
            )
    for text in worded_texts_but(publication, _NAMED_BY_OTHERS):
        for start, end, message, hint in _faults(text, sites, listed):
            yield Issue(text.at(start, end), message, hint, related=related)


def _faults(
    text: Text, sites: tuple[Site, ...], listed: str
) -> Iterator[tuple[int, int, str, str]]:
    """Where a text names a site that is not provided or not clear, with a message and a hint."""
    for near in near_sites(text):
        typed = text.plain[near.start : near.end]
        message = f"`{typed}` is no name of a site, though close to {near.name}; {listed}"
        yield near.start, near.end, message, "name a provided site as input.yaml does"
    for mention in _mentions(text, sites):
        if _is_fine(text, mention):
            continue
        if not mention.sites:
            message = f"`{mention.words}` is not a provided site; {listed}"
            hint = "name a provided site, or have this one added to input.yaml"
            yield mention.start, mention.end, message, hint
        elif not mention.clear and len(mention.sites) > 1:
            meant = " or ".join(site.id for site in mention.sites)
            message = f"`{mention.words}` leaves the site open; it may mean {meant}"
            yield mention.start, mention.end, message, "name the site as input.yaml does"


def _mentions(text: Text, sites: tuple[Site, ...]) -> Iterator[SiteMention]:
    """The sites a text names, and places not provided at which it says the service is given."""
    mentions = site_mentions(text, sites)
    yield from mentions
    if text.key == "clinical-context" and text.route != ("vignette", "procedure"):
        return
    taken = {offset for mention in mentions for offset in range(mention.start, mention.end)}
    for mention in offered_places(text, sites):
        if not mention.sites and taken.isdisjoint(range(mention.start, mention.end)):
            yield mention


def _is_fine(text: Text, mention: SiteMention) -> bool:
    """Whether a site is denied, spelled out as an abbreviation, or named as what is missing."""
    if text.route[0] == "abbreviations":
        return text.plain.strip(" .").lower() == mention.words.lower()
    if text.route[0] == "missing":
        return not _PAID_APART.isdisjoint(mention.codes) and "payment" in text.words
    if happened_there(text, mention):
        return True
    if text.polarity(mention.start, mention.end) == "conditional":
        clause, offset = text.sentence(mention.start).clause(mention.start, mention.end)
        return "," not in clause[: mention.start - offset]
    return text.denies(mention.start, mention.end)
