"""Rule: a case that takes place elsewhere than its site says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.input import Site
from reportkit.reading.case import patient_texts
from reportkit.reading.sites import (
    SiteMention,
    at_a_distance,
    happened_there,
    site_mentions,
    was_cared_for_there,
)
from reportkit.reading.text import Text
from reportkit.workspace.publication import Publication

_AT_A_DISTANCE: Final = frozenset({"02", "10"})
"""Places of service of telehealth."""


@rule("error", "sites of service")
def site_mismatch(publication: Publication) -> Iterator[Issue]:
    """The text of the case names another site than its field.

    Why:
        The site decides which rate is paid and which code of place stands on the claim. A case
        whose text and field differ teaches the wrong one.

    Bad:
        # clinical-context
        vignette.procedure: The lesion is frozen in the surgery center.

    Good:
        # clinical-context
        vignette.procedure: The lesion is frozen in the office.
    """
    sites = publication.input.sites or ()
    own = next((site for site in sites if site.id == publication.clinical.vignette.site), None)
    if own is None:
        return
    for text in patient_texts(publication):
        elsewhere = [mention for mention in site_mentions(text, sites) if own not in mention.sites]
        for start, end in (
            *_other_sites(text, elsewhere),
            *(at_a_distance(text) if _is_here(text, own) else ()),
        ):
            yield Issue(
                text.at(start, end),
                f"`{text.plain[start:end]}` is not the site of the case, which is {own.name}",
                "give the case one site, in the field and in the text",
                related=((at("clinical-context", "vignette", "site"), "the site of the case"),),
            )


def _is_here(text: Text, own: Site) -> bool:
    """Whether a text is of the case itself, whose site is one where people meet."""
    return text.route[0] == "vignette" and _AT_A_DISTANCE.isdisjoint(own.pos)


def _other_sites(text: Text, mentions: list[SiteMention]) -> Iterator[tuple[int, int]]:
    """Provided sites at which the text says that something was done to the patient."""
    for mention in mentions:
        of_case = text.route[-1] == "procedure" or was_cared_for_there(text, mention)
        told = of_case and mention.sites and mention.clear
        asserted = text.polarity(mention.start, mention.end) == "asserted"
        if told and asserted and not happened_there(text, mention):
            yield mention.start, mention.end
