"""Rule: an abbreviation that is neither introduced nor listed."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.abbreviations import KNOWN
from reportkit.reading.bare_modifiers import is_used_as_modifier
from reportkit.reading.modifiers import modifier_mentions
from reportkit.reading.sites import place_codes
from reportkit.reading.style import abbreviations
from reportkit.reading.text import prose_texts
from reportkit.workspace.publication import Publication


@rule("warning", "style")
def unintroduced_abbreviation(publication: Publication) -> Iterator[Issue]:
    """An abbreviation is neither spelled out at its first use nor in the list.

    Why:
        Clinicians, billers and analysts each have their own abbreviations, and one set of
        letters has several meanings. Those who read a report must not have to guess.

    Bad:
        # summary
        relevance: A test for HSIL comes first.

    Good:
        # summary
        relevance: A test for a high-grade squamous intraepithelial lesion (HSIL) comes first.
    """
    known = set(KNOWN) | set(publication.report.abbreviations) | _names(publication)
    for text in prose_texts(publication):
        if text.key == "report":
            continue
        modifiers = {mention.start for mention in modifier_mentions(text)}
        places = {place.start for place in place_codes(text)}
        for short in abbreviations(text):
            if short.letters in known or short.start in modifiers:
                continue
            if is_used_as_modifier(text, short.start, short.end) or short.end + 1 in places:
                continue
            known.add(short.letters)
            if short.introduced:
                continue
            yield Issue(
                text.at(short.start, short.end),
                f"`{short.letters}` is not introduced",
                f"write it out at first, followed by ({short.letters}), or add it to "
                "`abbreviations:`",
                related=((at("report", "abbreviations"), "the abbreviations listed"),),
            )


def _names(publication: Publication) -> set[str]:
    """Letters that are names: of payers and sites, of modifiers, of guideline bodies."""
    data = publication.input
    names = [*(data.modifiers or ())]
    if publication.is_written("coding-specifications"):
        names += [row.code for row in publication.coding.modifiers]
    for payer in data.payers or ():
        names += " ".join((payer.name, *payer.aliases)).split()
    for site in data.sites or ():
        names += " ".join((site.name, *site.aliases)).split()
    if publication.is_written("clinical-context"):
        names += [guideline.body for guideline in publication.clinical.guidelines or ()]
    return set(names)
