"""Rule: a facility's modifier where no provided site is a facility, or the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.modifiers import mentions
from reportkit.check.rule import rule
from reportkit.model.modifiers import MODIFIERS
from reportkit.model.pos import POS
from reportkit.workspace.publication import Publication


@rule("error", "modifiers")
def facility_modifier(publication: Publication) -> Iterator[Issue]:
    """A modifier that only facilities report, while no provided site is a facility.

    Why:
        Modifiers 27, 73, 74, PN, PO and SG belong on the claim of a hospital or surgical
        center. In a report on an office service nobody can use them.

    Bad:
        # input
        modifiers: ["22", "59", "73"]
        sites:
          - {id: office, name: Office, pos: ["11"], rank: typical}

    Good:
        # input
        modifiers: ["22", "59", "73"]
        sites:
          - {id: asc, name: Ambulatory surgical center, pos: ["24"], rank: typical}
    """
    sites = publication.input.sites
    if not sites:
        return
    rates = {POS[code].rate for site in sites for code in site.pos if code in POS}
    if "facility" in rates:
        return
    for mention in mentions(publication):
        known = MODIFIERS.get(mention.code)
        if known is not None and known.setting == "facility":
            yield Issue(
                mention.at,
                f"modifier {mention.code} is for facilities, and no provided site is one",
                "take the modifier out, or have the facility's site added to input.yaml",
                related=((at("input", "sites"), "the sites provided"), *mention.related),
            )
