"""Rule: a statement on a pair of codes that its edit contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.pairs import Pair, pairs_in_force, quoted
from reportkit.check.rule import rule
from reportkit.reading.pairs import PairStatement, pair_statements
from reportkit.reading.text import worded_texts
from reportkit.workspace.publication import Publication


@rule("error", "codes and figures")
def pair_against_edit(publication: Publication) -> Iterator[Issue]:
    """A text says of a pair of codes what the provided edit denies.

    Why:
        Which code of a pair is paid, and whether a modifier opens it, stands in the edit. A
        sentence that has it the other way round costs the better-paid code.

    Bad:
        # input
        ncci:
          - quarter: 2026Q4
            setting: practitioner
            pairs:
              - {column_1: "57511", column_2: "57452", indicator: "0", deleted: null}
        # summary
        relevance: CPT 57511 is bundled into CPT 57452.

    Good:
        # input
        ncci:
          - quarter: 2026Q4
            setting: practitioner
            pairs:
              - {column_1: "57511", column_2: "57452", indicator: "0", deleted: null}
        # summary
        relevance: CPT 57452 is bundled into CPT 57511.
    """
    if publication.input.ncci is None:
        return
    pairs = pairs_in_force(publication)
    for text in worded_texts(publication):
        if text.key in ("project", "report"):
            continue
        for statement in pair_statements(text, publication.code):
            edits = pairs.get(frozenset((statement.first, statement.second)), ())
            fault = _fault(statement, edits)
            if fault is not None:
                yield Issue(
                    text.at(statement.start, statement.end),
                    f"`{text.plain[statement.start : statement.end]}`: {fault}",
                    "say what the edit says",
                    related=tuple((edit.at, edit.table) for edit in edits[:1])
                    or ((at("input", "ncci"), "the edits provided"),),
                )


def _fault(statement: PairStatement, edits: tuple[Pair, ...]) -> str | None:
    """What is wrong with a statement on a pair, if anything."""
    first, second = statement.first, statement.second
    if not edits:
        if statement.claim in ("no edit", "paid beside"):
            return None
        return f"no edit provided pairs {first} and {second}"
    indicators = {edit.edit.indicator for edit in edits}
    match statement.claim:
        case "no edit":
            return quoted(edits)
        case "modifier permitted" if indicators == {"0"}:
            return quoted(edits)
        case "no modifier permitted" if indicators == {"1"}:
            return quoted(edits)
        case "paid beside" if indicators == {"0"}:
            return f"{first} and {second} are never paid together: {quoted(edits)}"
        case "bundled into" if all(edit.edit.column_2 == second for edit in edits):
            return f"{second} is bundled into {first}, and not the other way round"
        case _:
            return None
