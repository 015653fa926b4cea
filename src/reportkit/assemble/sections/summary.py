"""Make the summary: what authors wrote beside the definition, then payers, readers and topics."""

from __future__ import annotations

from reportkit.assemble.document import Block, Markup, Paragraph, Plain
from reportkit.assemble.edition import Edition
from reportkit.assemble.labels import TOPICS, section_title
from reportkit.assemble.part import Part, gaps_of
from reportkit.model.sections import DELIVERS


def summary(edition: Edition) -> Part:
    """The summary and overview; its definition opens the publication and is not said again."""
    written = edition.publication.summary
    blocks: list[Block] = [
        edition.paragraph(written.relevance),
        edition.paragraph(written.importance),
    ]
    if edition.input.payers:
        names = edition.listed(payer.name for payer in edition.input.payers)
        blocks.append(_sentence(edition.say("Payers in this report: {payers}.", payers=names)))
    if edition.report.audience:
        readers = edition.listed(edition.report.audience)
        blocks.append(_sentence(edition.say("It is written for {readers}.", readers=readers)))
    blocks += _topics(edition)
    blocks += gaps_of(edition, "summary")
    return Part("summary", section_title(edition, "summary"), tuple(blocks))


def _topics(edition: Edition) -> list[Block]:
    """The promise of the report, made of what it holds and what it lacks."""
    if not edition.report.topics:
        return []
    held = [topic for topic in edition.report.topics if _is_held(edition, topic)]
    lacking = [topic for topic in edition.report.topics if topic not in held]
    blocks: list[Block] = []
    if held:
        names = edition.listed(_name(edition, topic) for topic in held)
        blocks.append(_sentence(edition.say("It covers {topics}.", topics=names)))
    if lacking:
        names = edition.listed(_name(edition, topic) for topic in lacking)
        text = edition.say(
            "Data was not provided on {topics}, see [{title}](#data-gaps).",
            topics=names,
            title=section_title(edition, "data-gaps"),
        )
        blocks.append(Paragraph(Markup(text)))
    return blocks


def _name(edition: Edition, topic: str) -> str:
    return edition.say(TOPICS[topic])


def _is_held(edition: Edition, topic: str) -> bool:
    _, dataset = DELIVERS[topic]
    return dataset is None or getattr(edition.input, dataset) is not None


def _sentence(text: str) -> Paragraph:
    return Paragraph(Plain(text))
