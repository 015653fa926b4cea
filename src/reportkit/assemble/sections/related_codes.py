"""Make related codes: the family, alternatives, and pair edits in groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportkit.assemble.add_ons import add_ons_part
from reportkit.assemble.document import Block, Codes, Column, Ground, Paragraph, Plain, Row
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.figures import rationale_said
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.pair_groups import PairGroup, pair_groups
from reportkit.assemble.part import Part, gaps_of, table
from reportkit.model.edits import Ncci
from reportkit.model.messages import N_
from reportkit.workspace.statements.statement import lower_first


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
                code,
                Plain(f"{code.code_system} {code.code}"),
                Plain(word(edition, code.relation)),
                Plain(code.note),
            )
            for code in edition.input.related_codes
        )
        caption = edition.say("Codes to tell from this one")
        blocks += table(edition, "related", caption, columns, rows, "related_codes")
    blocks += gaps_of(edition, "related-codes")
    parts = [_pairs(edition, ncci) for ncci in edition.input.ncci or ()]
    if edition.input.add_ons is not None:
        parts.append(add_ons_part(edition, edition.input.add_ons))
    return Part("related-codes", title, tuple(blocks), tuple(parts))


def _pairs(edition: Edition, ncci: Ncci) -> Part:
    setting = lower_first(word(edition, ncci.setting))
    title = edition.say("Pair edits, {setting}, {quarter}", setting=setting, quarter=ncci.quarter)
    key = f"pairs-{ncci.setting}"
    if not ncci.pairs:
        return Part(key, title, table(edition, f"{key}-table", title, (), (), "ncci"))
    columns = (
        Column(edition.say("Both paid")),
        Column(edition.say("Reason")),
        Column(edition.say("Codes"), "code"),
    )
    count = len(ncci.pairs)
    caption = edition.say("{count} pairs by what is said of them", count=count)
    counted = Plain(str(count), Ground(f"ncci[{ncci.setting}].pairs", str(count)))
    groups = pair_groups(edition.report.code, ncci)
    rows = (
        _row(edition, group, f"{key}-{number}", ncci.setting)
        for number, group in enumerate(groups, start=1)
    )
    made = table(edition, f"{key}-table", caption, columns, rows, "ncci", figures=(counted,))
    return Part(key, title, (Paragraph(Plain(_how_to_read(edition, groups))), *made))


def _how_to_read(edition: Edition, groups: Sequence[PairGroup]) -> str:
    """What the words of the first column mean, of those that stand in the table."""
    columns = edition.say(
        "Of a pair on one claim and day Medicare pays the code in column 1. {code} is in column 1 "
        "of a group unless it says otherwise.",
        code=edition.report.code,
    )
    used = sorted({group.indicator for group in groups})
    return " ".join((columns, *(edition.say(_MEANINGS[indicator]) for indicator in used)))


def _row(edition: Edition, group: PairGroup, key: str, setting: str) -> Row:
    reason = " ".join(_reason(edition, group))
    ground = Ground(_way(group, setting), ", ".join(group.codes))
    paid = Plain(edition.say(_BOTH_PAID[group.indicator]))
    return Row(key, (paid, Plain(reason or "—"), Codes(group.codes, ground)))


def _way(group: PairGroup, setting: str) -> str:
    """Which pairs of the data a group stands for."""
    ended = "" if group.deleted is None else f", deleted={group.deleted}"
    return f"ncci[{setting}].pairs[{group.side}, indicator={group.indicator}{ended}]"


def _reason(edition: Edition, group: PairGroup) -> Iterator[str]:
    if group.reason:
        yield rationale_said(edition, group.reason)
    if group.side == "column-2":
        yield edition.say("({code} is in column 2)", code=edition.report.code)
    if group.deleted is not None:
        yield edition.say("(deleted on {date})", date=edition.date(group.deleted))


_BOTH_PAID: Final = {"0": N_("Never"), "1": N_("With a modifier"), "9": N_("Deleted")}
_MEANINGS: Final = {
    "0": N_("Never: no modifier opens the pair (indicator 0)."),
    "1": N_("With a modifier: both are paid where one says why (indicator 1)."),
    "9": N_("Deleted: the pair ended on the day it began (indicator 9)."),
}
