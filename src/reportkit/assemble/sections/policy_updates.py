"""Edition in, policy updates out: what payers changed, and when."""

from __future__ import annotations

from reportkit.assemble.document import Block, Column, Plain
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.figures import payer_name
from reportkit.assemble.labels import section_title
from reportkit.assemble.part import Part, gaps_of, table


def policy_updates(edition: Edition) -> Part:
    """The table of updates."""
    title = section_title(edition, "policy-updates")
    blocks: tuple[Block, ...] = ()
    if edition.input.policy_updates is not None:
        columns = (
            Column(edition.say("Date")),
            Column(edition.say("Payer")),
            Column(edition.say("Change")),
            Column(edition.say("Effect")),
            Column(edition.say("Effective")),
            Column(edition.say("Source")),
        )
        rows = (
            record_row(
                "policy-updates",
                "input.policy_updates",
                each,
                Plain(edition.date(each.date)),
                Plain(payer_name(edition, each.payer)),
                Plain(each.change),
                Plain(each.effect),
                Plain(edition.date(each.effective)),
                Plain(
                    edition.say(
                        "Source {number}", number=edition.citations.get(each.source, each.source)
                    )
                ),
            )
            for each in edition.input.policy_updates
        )
        caption = edition.say("What payers changed")
        blocks = table(edition, "policy-updates-table", caption, columns, rows, "policy_updates")
    return Part("policy-updates", title, (*blocks, *gaps_of(edition, "policy-updates")))
