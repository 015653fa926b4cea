"""Set beside which codes an add-on is paid, and which add-ons go with the code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from reportkit.assemble.document import Codes, Column, Ground, Plain, Row
from reportkit.assemble.edition import Edition, row
from reportkit.assemble.part import Part, table
from reportkit.model.add_ons import AddOnEdit, AddOns
from reportkit.model.messages import N_


def add_ons_part(edition: Edition, add_ons: AddOns) -> Part:
    """The entries in groups: those that say beside which codes, and what else, alike."""
    title = edition.say("Add-on codes, {quarter}", quarter=add_ons.quarter)
    columns = (
        Column(edition.say("How they belong together")),
        Column(edition.say("Note")),
        Column(edition.say("Codes"), "code"),
    )
    caption = edition.say("Add-on codes and what they are paid beside")
    made = table(edition, "add-ons-table", caption, columns, _rows(edition, add_ons), "add_ons")
    return Part("add-ons", title, made)


_AS_ADD_ON: Final = {
    "1": N_("Paid beside one of these codes only"),
    "2": N_("Paid beside codes that the contractor names"),
    "3": N_("Paid beside these codes and others that the contractor names"),
}
_AS_PRIMARY: Final = {
    "1": N_("These add-ons may stand beside it"),
    "2": N_("The contractor names it for these add-ons"),
    "3": N_("These add-ons may stand beside it, and beside codes that the contractor names"),
}
"""Type of an entry to what it says (CMS, NCCI add-on code edits)."""


def _rows(edition: Edition, add_ons: AddOns) -> Iterator[Row]:
    groups: dict[_Group, list[AddOnEdit]] = {}
    for edit in add_ons.edits:
        group = _Group(edit.add_on != edition.report.code, edit.kind, edit.note or "")
        groups.setdefault(group, []).append(edit)
    for number, group in enumerate(sorted(groups), start=1):
        yield _row(edition, group, groups[group], f"{number}")


class _Group(NamedTuple):
    """What is said alike of several codes, in the order of print."""

    as_primary: bool
    kind: str
    note: str


def _row(edition: Edition, group: _Group, edits: list[AddOnEdit], key: str) -> Row:
    others = {edit.add_on if group.as_primary else edit.primary for edit in edits}
    codes = tuple(sorted(filter(None, others)))
    words = (_AS_PRIMARY if group.as_primary else _AS_ADD_ON)[group.kind]
    side = "primary" if group.as_primary else "add_on"
    ground = Ground(f"add_ons.edits[{side}, kind={group.kind}]", ", ".join(codes))
    return row(
        "add-ons",
        key,
        Plain(edition.say(words)),
        Plain(group.note or "—"),
        Codes(codes, ground) if codes else Plain("—"),
    )
