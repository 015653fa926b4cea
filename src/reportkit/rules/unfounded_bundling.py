"""Rule: a related code called bundled, although no edit in force pairs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportkit.check.issue import Issue, at
from reportkit.check.pairs import Pair, pairs
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("warning", "codes and figures")
def unfounded_bundling(publication: Publication) -> Iterator[Issue]:
    """A related code is called bundled, although no edit in force pairs it with this one.

    Why:
        Edits are deleted every quarter, and an edit with indicator 9 never held. Who reads
        that a code is bundled leaves it off the claim, and a service that could be paid is
        given for nothing.

    Bad:
        # input
        ncci:
          - quarter: 2026Q4
            setting: practitioner
            pairs:
              - {column_1: "57511", column_2: "57500", indicator: "1", deleted: 2026-10-15}
        related_codes:
          - {code: "57500", code_system: CPT, relation: bundled, note: A biopsy of the lesion.}

    Good:
        # input
        ncci:
          - quarter: 2026Q4
            setting: practitioner
            pairs:
              - {column_1: "57511", column_2: "57500", indicator: "1", deleted: null}
        related_codes:
          - {code: "57500", code_system: CPT, relation: bundled, note: A biopsy of the lesion.}
    """
    tables = publication.input.ncci
    if tables is None:
        return
    pairs_held = pairs(publication)
    looked_in = ", ".join(f"{table.quarter} {table.setting.replace('-', ' ')}" for table in tables)
    for index, row in enumerate(publication.input.related_codes or ()):
        edits = pairs_held.get(frozenset((publication.code, row.code)), ())
        if row.relation != "bundled" or any(
            edit.in_force(publication.report.effective) for edit in edits
        ):
            continue
        yield Issue(
            at("input", "related_codes", index, "relation"),
            f"{row.code} is called bundled, but {_why(edits, looked_in)}",
            "give the relation the provided edits support, or have the newer table imported",
            related=tuple((edit.at, edit.table) for edit in edits),
        )


def _why(edits: Sequence[Pair], looked_in: str) -> str:
    if not edits:
        return f"no edit pairs it with this code in NCCI {looked_in or 'tables, which are empty'}"
    said = []
    for edit in edits:
        if edit.edit.indicator == "9":
            said.append(f"{edit.table} has the pair with indicator 9, as if it had never been")
        else:
            said.append(f"{edit.table} has the pair deleted on {edit.edit.deleted}")
    return ", ".join(said)
