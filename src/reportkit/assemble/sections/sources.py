"""Edition in, the sources out: numbered as cited, with where each is used."""

from __future__ import annotations

from reportkit.assemble.document import Column, Markup, Paragraph, Plain, Row
from reportkit.assemble.edition import Edition
from reportkit.assemble.labels import SECTION_TITLES, field_label, section_title
from reportkit.assemble.part import Part, table
from reportkit.model.report import Source
from reportkit.workspace.passages import passages
from reportkit.workspace.resolve import escape_markdown


def sources(edition: Edition) -> Part:
    """The table of sources."""
    title = section_title(edition, "sources")
    method = Paragraph(
        Plain(
            edition.say(
                "Figures, modifiers, payers and sites come from the data provided for this report. "
                "Nothing in it was estimated. Superscript numbers refer to the table."
            )
        )
    )
    columns = (
        Column(edition.say("No."), "code"),
        Column(edition.say("Source")),
        Column(edition.say("Consulted")),
        Column(edition.say("Used for")),
    )
    ordered = sorted(edition.report.sources, key=lambda source: edition.citations[source.id])
    rows = (_row(edition, source) for source in ordered)
    caption = edition.say("Sources by number")
    return Part("sources", title, (method, *table(edition, "source-table", caption, columns, rows)))


def _row(edition: Edition, source: Source) -> Row:
    citation = escape_markdown(source.citation)
    if source.url:
        citation = f"{citation} <{source.url}>"
    return Row(
        f"source-{'-'.join(source.id.split())}",
        (
            Plain(str(edition.citations[source.id])),
            Markup(citation),
            Plain(edition.date(source.accessed)),
            Plain(edition.listed(_uses(edition, source.id)) or "—"),
        ),
    )


def _uses(edition: Edition, source: str) -> list[str]:
    """The datasets and sections that draw on a source."""
    data = [
        field_label(edition, dataset.partition(".")[0])
        for dataset, origin in edition.input.provenance.items()
        if origin.source == source
    ]
    prose = [
        section_title(edition, passage.key)
        for passage in passages(edition.publication)
        if passage.key in SECTION_TITLES and any(name == source for name, _ in passage.citations)
    ]
    return list(dict.fromkeys([*data, *prose]))
