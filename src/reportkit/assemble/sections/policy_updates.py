"""Edition in, policy updates out: what payers changed, and when."""

from __future__ import annotations

from reportkit.assemble.document import Block, Column, Plain
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.figures import payer_name
from reportkit.assemble.labels import section_title
from reportkit.assemble.part import Part, gaps_of, own_sources, table


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
        cited = (update.source for update in edition.input.policy_updates)
        sources = own_sources(edition, "policy_updates", cited)
        rows = (
            record_row(
                "policy-updates",
                "input.policy_updates",
                update,
                Plain(edition.date(update.date)),
                Plain(payer_name(edition, update.payer)),
                Plain(update.change),
                Plain(update.effect),
                Plain(edition.date(update.effective)),
                source,
            )
            for update, source in zip(edition.input.policy_updates, sources, strict=True)
        )
        caption = edition.say("What payers changed")
        blocks = table(edition, "policy-updates-table", caption, columns, rows, "policy_updates")
    return Part("policy-updates", title, (*blocks, *gaps_of(edition, "policy-updates")))
