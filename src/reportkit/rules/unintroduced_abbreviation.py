"""Rule: an abbreviation that is neither introduced nor listed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication

_ABBREVIATION = re.compile(r"(?<![\w/.-])(?:E/M|[A-Z](?:[a-z]?[A-Z])+)(?:s\b|(?![\w/]))")
_ALWAYS = {"CPT", "HCPCS", "AMA", "CMS", "US", "USA", "ID", "OK", "II", "III", "IV", "VI"}
"""CPT, HCPCS, AMA and CMS are spelled out in the notices of every publication."""
_EMPHASIS = {"AND", "NOT", "OR", "NO", "ALL", "NEVER", "ONLY", "MUST"}


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
    known = _ALWAYS | _EMPHASIS | set(publication.report.abbreviations) | _names(publication)
    for passage in passages(publication):
        if passage.key == "report":
            continue
        for found in _ABBREVIATION.finditer(passage.plain):
            short = found[0].removesuffix("s")
            if short in known:
                continue
            known.add(short)
            before, after = passage.plain[: found.start()], passage.plain[found.end() :]
            if re.search(r"[a-z][^()]*\($", before) and after.startswith(")"):
                continue
            yield Issue(
                At(passage.key, passage.route, Span(found.start(), found.start() + len(short))),
                f"`{short}` is not introduced",
                f"write it out at first, followed by ({short}), or add it to `abbreviations:`",
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
        names += [each.body for each in publication.clinical.guidelines or ()]
    return set(names)
