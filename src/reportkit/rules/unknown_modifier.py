"""Rule: a modifier that is not in the registry."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.modifiers import mentions
from reportkit.check.rule import rule
from reportkit.model.codes import CODE_PATTERNS
from reportkit.model.modifiers import MODIFIERS
from reportkit.model.modifiers.lookup import modifier_on
from reportkit.workspace.publication import Publication


@rule("warning", "modifiers")
def unknown_modifier(publication: Publication) -> Iterator[Issue]:
    """A modifier is not in the registry, so nothing can be checked about it.

    Why:
        Two signs are easily mistyped, and a modifier that does not exist denies the claim.
        The registry holds all modifiers of CPT and of HCPCS level II as of 2026. Waive the
        finding for a newer one, or for one that a payer alone uses, once you have verified it.

    Bad:
        # input
        modifiers: ["22", "59", "ZQ"]

    Good:
        # input
        modifiers: ["22", "59", "XS"]
    """
    code = publication.report.code
    for mention in mentions(publication):
        shaped = CODE_PATTERNS["modifier"].fullmatch(mention.code)
        if shaped and modifier_on(mention.code, code) is None:
            yield Issue(
                mention.at,
                f"modifier {mention.code} is not in the registry of {len(MODIFIERS)} modifiers",
                "check it against the code set; if it exists, waive the finding",
                related=mention.related,
            )
