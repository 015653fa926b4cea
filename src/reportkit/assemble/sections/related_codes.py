"""Edition in, related codes out: the family, alternatives, and pair edits."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.document import Block, Column, Plain, Row
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.part import Part, gaps_of, table
from reportkit.model.input import Ncci


def related_codes(edition: Edition) -> Part:
    """The codes beside this one, and the pair edits between them."""
    title = section_title(edition, "related-codes")
    blocks: list[Block] = []
    if edition.input.related_codes is not None:
        columns = (
            Column(edition.say("Code"), "code"),
            Column(edition.say("Relation")),
            Column(edition.say("Note")),
        )
        rows = (
            record_row(
                "related",
                "input.related_codes",
                each,
                Plain(f"{each.code_system} {each.code}"),
                Plain(word(edition, each.relation)),
                Plain(each.note),
            )
            for each in edition.input.related_codes
        )
        blocks += table(edition, "related", title, columns, rows, "related_codes")
    blocks += gaps_of(edition, "related-codes")
    parts = tuple(_pairs(edition, ncci) for ncci in edition.input.ncci or ())
    return Part("related-codes", title, tuple(blocks), parts)


def _pairs(edition: Edition, ncci: Ncci) -> Part:
    title = edition.say(
        "Pair edits, {setting}, {quarter}",
        setting=word(edition, ncci.setting),
        quarter=ncci.quarter,
    )
    columns = (
        Column(edition.say("Column 1"), "code"),
        Column(edition.say("Column 2"), "code"),
        Column(edition.say("Modifier indicator"), "code"),
        Column(edition.say("Deleted")),
        Column(edition.say("Reason")),
    )
    key = f"pairs-{ncci.setting}"
    return Part(
        key,
        title,
        table(edition, f"{key}-table", title, columns, _rows(edition, ncci, key), "ncci"),
    )


def _rows(edition: Edition, ncci: Ncci, key: str) -> Iterator[Row]:
    for pair in ncci.pairs:
        yield record_row(
            key,
            "input.ncci.pairs",
            pair,
            Plain(pair.column_1),
            Plain(pair.column_2),
            Plain(pair.indicator),
            Plain(edition.date(pair.deleted) if pair.deleted else "—"),
            Plain(pair.rationale or "—"),
        )
