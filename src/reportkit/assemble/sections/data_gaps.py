"""List everything that is missing in one table; each gap is told in full where it is."""

from __future__ import annotations

from reportkit.assemble.document import Column, Markup, Paragraph, Plain
from reportkit.assemble.edition import Edition, anchor, record_row
from reportkit.assemble.labels import SECTION_TITLES, field_label, section_title, word
from reportkit.assemble.part import Part, table


def data_gaps(edition: Edition) -> Part:
    """The table of data gaps; a sentence where nothing is missing."""
    title = section_title(edition, "data-gaps")
    records = edition.publication.gaps
    if not records:
        text = edition.say("Nothing this report promises is missing.")
        return Part("data-gaps", title, (Paragraph(Plain(text)),))
    told = edition.say(
        "What follows was not available when this report was made. Each entry leads to where the "
        "data would have stood and what its absence means."
    )
    intro = Paragraph(Plain(told))
    columns = (
        Column(edition.say("Missing")),
        Column(edition.say("Section")),
        Column(edition.say("Reason")),
        Column(edition.say("Since")),
    )
    rows = (
        record_row(
            "ledger",
            "input.missing",
            record,
            Markup(f"[{field_label(edition, record.field)}](#gap-{anchor(record.field)})"),
            Plain(_section(edition, record.section)),
            Plain(word(edition, record.reason)),
            Plain(edition.date(record.since)),
        )
        for record in records
    )
    caption = edition.say("What is missing, and why")
    return Part("data-gaps", title, (intro, *table(edition, "gaps", caption, columns, rows)))


def _section(edition: Edition, section: str) -> str:
    return section_title(edition, section) if section in SECTION_TITLES else section
