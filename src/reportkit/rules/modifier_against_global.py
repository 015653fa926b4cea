"""Rule: a modifier that the code's global period rules out."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.modifiers import indicator, mentions
from reportkit.check.rule import rule
from reportkit.model.code_families import is_visit
from reportkit.model.modifiers.fee_schedule import NEEDS_GLOBAL
from reportkit.workspace.publication import Publication


@rule("error", "modifiers")
def modifier_against_global(publication: Publication) -> Iterator[Issue]:
    """A modifier contradicts the code's global period.

    Why:
        Modifiers of surgery speak of a period in which care is paid already. Modifier 57
        belongs to major surgery with a period of 90 days; 54 and 55 mean nothing where no days
        follow the procedure, and none of them where the global concept does not apply.

    Bad:
        # input
        modifiers: ["22", "57", "59"]

    Good:
        # input
        modifiers: ["22", "58", "59"]
    """
    mpfs = publication.input.mpfs
    if mpfs is None:
        return
    days = mpfs.global_days
    visit = is_visit(publication.report.code)
    for mention in mentions(publication):
        if days not in NEEDS_GLOBAL.get(mention.code, ()):
            continue
        if visit and mention.code in ("24", "57"):
            # On a visit they speak of the period of the surgery, not of the visit's own.
            continue
        _, meaning = indicator("global_days", days)
        yield Issue(
            mention.at,
            f"modifier {mention.code} does not go with {publication.report.code}: "
            f"global period {days} in {mpfs.release} means {meaning}",
            "use 25 on the visit's own line"
            if mention.code == "57"
            else "take the modifier out, or give the reason under `excluded_modifiers:`",
            related=((at("input", "mpfs", "global_days"), "the global period"), *mention.related),
        )
