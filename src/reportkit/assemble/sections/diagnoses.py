"""Edition in, diagnoses out: the ICD-10-CM codes provided, with what each rests on."""

from __future__ import annotations

from reportkit.assemble.document import Block, Column, Plain
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.part import Part, gaps_of, own_sources, table


def diagnoses(edition: Edition) -> Part:
    """The table of diagnoses."""
    title = section_title(edition, "diagnoses")
    blocks: tuple[Block, ...] = ()
    if edition.input.diagnoses is not None:
        columns = (
            Column(edition.say("ICD-10-CM"), "code"),
            Column(edition.say("Description")),
            Column(edition.say("Basis")),
            Column(edition.say("Support")),
            Column(edition.say("Not with"), "code"),
            Column(edition.say("Source")),
        )
        cited = (diagnosis.source for diagnosis in edition.input.diagnoses)
        sources = own_sources(edition, "diagnoses", cited)
        rows = (
            record_row(
                "diagnoses",
                "input.diagnoses",
                diagnosis,
                Plain(diagnosis.code),
                Plain(diagnosis.title),
                Plain(word(edition, diagnosis.basis)),
                Plain(word(edition, diagnosis.support)),
                Plain(", ".join(diagnosis.excludes1) or "—"),
                source,
            )
            for diagnosis, source in zip(edition.input.diagnoses, sources, strict=True)
        )
        caption = edition.say("Diagnosis codes, and what each rests on")
        blocks = table(edition, "diagnoses-table", caption, columns, rows, "diagnoses")
    return Part("diagnoses", title, (*blocks, *gaps_of(edition, "diagnoses")))
