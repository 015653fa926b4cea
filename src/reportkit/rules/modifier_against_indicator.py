"""Rule: a modifier that the fee schedule's indicators of the code rule out."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.modifiers import indicator, mentions
from reportkit.check.rule import rule
from reportkit.model.modifiers.fee_schedule import needs_indicator
from reportkit.workspace.publication import Publication

_CALLED = {
    "bilateral": "bilateral",
    "multiple_procedure": "multiple procedure",
    "co_surgeon": "co-surgeon",
    "team_surgery": "team surgery",
    "assistant_surgeon": "assistant at surgery",
    "pc_tc": "PC/TC",
}
"""What the indicators are called where they are spoken of."""
_ONE_SIDE = (
    "take the modifier out, or, if the code is for one side and another one for both, waive the "
    "finding and name that code"
)


@rule("error", "modifiers")
def modifier_against_indicator(publication: Publication) -> Iterator[Issue]:
    """A modifier contradicts the code's indicators in the Medicare fee schedule.

    Why:
        The fee schedule says of each code whether two sides, two surgeons, an assistant or
        a split exist for it. A claim with a modifier it rules out is denied. Other payers
        may differ, so the finding can be waived with a reason.

    Bad:
        # input
        modifiers: ["22", "50", "59"]

    Good:
        # input
        modifiers: ["22", "51", "59"]
    """
    mpfs = publication.input.mpfs
    if mpfs is None:
        return
    for mention in mentions(publication):
        needed = needs_indicator(mention.code, publication.report.code)
        if needed is None or mention.companion:
            continue
        field, allowed = needed
        value = getattr(mpfs, field)
        if value in allowed:
            continue
        name, meaning = indicator(field, value)
        yield Issue(
            mention.at,
            f"modifier {mention.code} does not go with {publication.report.code}: "
            f"{_CALLED[field]} indicator {value} in {mpfs.release} means {meaning}; "
            f"{mention.code} goes with {' or '.join(sorted(allowed))}",
            _ONE_SIDE
            if mention.code in ("LT", "RT")
            else "take the modifier out, or give the reason under `excluded_modifiers:`",
            related=((at("input", "mpfs", field), f"the indicator: {name}"), *mention.related),
        )
