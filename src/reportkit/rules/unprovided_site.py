"""Rule: a site of service that the input does not provide."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.reading.sites import SiteMention, site_mentions
from reportkit.reading.text import Text, worded_texts
from reportkit.workspace.publication import Publication

_NAMED_BY_OTHERS = frozenset({"sources"})
"""Texts in which words of a site belong to the title of a source."""
_PAID_APART = frozenset({"19", "22", "24"})
"""Places that Medicare pays beside the practitioner (OPPS, ASC): a gap may name that payment."""


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
                "write the id of a provided site",
                related=related,
            )
    for text in worded_texts(publication):
        if text.key == "project" or text.route[0] in _NAMED_BY_OTHERS:
            continue
        for mention in site_mentions(text, sites):
            if _is_fine(text, mention):
                continue
            where = text.at(mention.start, mention.end)
            if not mention.sites:
                yield Issue(
                    where,
                    f"`{mention.words}` is not a provided site; {listed}",
                    "name a provided site, or have this one added to input.yaml",
                    related=related,
                )
            elif not mention.clear and len(mention.sites) > 1:
                meant = " or ".join(site.id for site in mention.sites)
                yield Issue(
                    where,
                    f"`{mention.words}` leaves the site open; it may mean {meant}",
                    "name the site as input.yaml does",
                    related=related,
                )


def _is_fine(text: Text, mention: SiteMention) -> bool:
    """Whether a site is denied, spelled out as an abbreviation, or named as what is missing."""
    if text.route[0] == "abbreviations":
        return text.plain.strip(" .").lower() == mention.words.lower()
    if text.route[0] == "missing":
        return not _PAID_APART.isdisjoint(mention.codes) and "payment" in text.words
    polarity = text.polarity(mention.start, mention.end)
    if polarity == "conditional":
        clause, offset = text.sentence(mention.start).clause(mention.start, mention.end)
        return "," not in clause[: mention.start - offset]
    return polarity in ("denied", "advised against")
