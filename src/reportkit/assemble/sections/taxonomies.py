"""Edition in, provider taxonomies out: who bills the code."""

from __future__ import annotations

from reportkit.assemble.document import Block, Column, Plain
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.part import Part, gaps_of, table


def taxonomies(edition: Edition) -> Part:
    """The table of taxonomies."""
    title = section_title(edition, "taxonomies")
    blocks: tuple[Block, ...] = ()
    if edition.input.taxonomies is not None:
        columns = (
            Column(edition.say("Taxonomy"), "code"),
            Column(edition.say("Display name")),
            Column(edition.say("Individual or organization")),
        )
        rows = (
            record_row(
                "taxonomies",
                "input.taxonomies",
                taxonomy,
                Plain(taxonomy.code),
                Plain(taxonomy.display),
                Plain(word(edition, taxonomy.kind)),
            )
            for taxonomy in edition.input.taxonomies
        )
        caption = edition.say("Specialties that bill the code")
        blocks = table(edition, "taxonomies-table", caption, columns, rows, "taxonomies")
    return Part("taxonomies", title, (*blocks, *gaps_of(edition, "taxonomies")))
