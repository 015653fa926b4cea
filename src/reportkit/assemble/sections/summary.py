"""Edition in, the summary out: what authors wrote, then payers, readers and topics from data."""

from __future__ import annotations

from reportkit.assemble.document import Block, Bullets, Markup, Paragraph, Plain, Text
from reportkit.assemble.edition import Edition
from reportkit.assemble.labels import TOPICS, section_title
from reportkit.assemble.part import Part, gaps_of
from reportkit.model.sections import DELIVERS


def summary(edition: Edition) -> Part:
    """The summary and overview."""
    written = edition.publication.summary
    blocks: list[Block] = [
        edition.paragraph(written.definition),
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
    intro = edition.say("This report covers the following topics.")
    return [_sentence(intro), Bullets(tuple(_topic(edition, t) for t in edition.report.topics))]


def _topic(edition: Edition, topic: str) -> Text:
    name = edition.say(TOPICS[topic])
    section, dataset = DELIVERS[topic]
    text = f"[{name[:1].upper()}{name[1:]}](#{section})"
    if dataset is not None and getattr(edition.input, dataset) is None:
        missing = edition.say("data not provided, see [{title}](#data-gaps)",
                              title=section_title(edition, "data-gaps"))  # fmt: skip
        text = f"{text} ({missing})"
    return Markup(text)


def _sentence(text: str) -> Paragraph:
    return Paragraph(Plain(text))
