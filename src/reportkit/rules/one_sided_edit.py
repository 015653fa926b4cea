"""Rule: an edit that the reports of its two codes give differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportkit.check.clash import Clash, Fact, by_subject
from reportkit.check.issue import at, at_key
from reportkit.check.rule import Read, agreement_rule
from reportkit.workspace.publication import Publication

_TABLE: Final = "a table"


def _edits(publication: Publication) -> Iterator[Fact]:
    """The tables of a publication, and each pair in them under the two codes and the table."""
    for number, table in enumerate(publication.input.ncci or ()):
        name = f"NCCI {table.quarter} {table.setting.replace('-', ' ')}"
        yield Fact(publication.code, name, _TABLE, at_key("input", "ncci", number, "pairs"))
        for index, pair in enumerate(table.pairs):
            ends = f" until {pair.deleted}" if pair.deleted else ""
            yield Fact(
                publication.code,
                f"{pair.column_1} {pair.column_2} {name}",
                f"indicator {pair.indicator}{ends}",
                at("input", "ncci", number, "pairs", index),
            )


@agreement_rule("error", "agreement", _edits)
def one_sided_edit(facts: Sequence[Fact], _: Read) -> Iterator[Clash]:
    """An edit stands in the data of one of its codes, and not or otherwise in that of the other.

    Why:
        CMS publishes a pair once, for both of its codes. Where the reports of the two disagree, one
        of them was given the wrong table, or a part of it, and its readers bill by what is not so.

    Bad:
        # input
        ncci:
          - quarter: 2026Q4
            setting: practitioner
            pairs:
              - {column_1: "57513", column_2: "57511", indicator: "0", deleted: null}
        # input (beside)
        ncci:
          - quarter: 2026Q4
            setting: practitioner
            pairs:
              - {column_1: "57513", column_2: "57511", indicator: "1", deleted: null}

    Good:
        # input
        ncci:
          - quarter: 2026Q4
            setting: practitioner
            pairs:
              - {column_1: "57513", column_2: "57511", indicator: "1", deleted: null}
        # input (beside)
        ncci:
          - quarter: 2026Q4
            setting: practitioner
            pairs:
              - {column_1: "57513", column_2: "57511", indicator: "1", deleted: null}
    """
    tables = {(fact.publication, fact.subject): fact for fact in facts if fact.says == _TABLE}
    pairs = [fact for fact in facts if fact.says != _TABLE]
    for alike in by_subject(pairs).values():
        sides = {fact.publication: fact for fact in alike}
        for fact in sides.values():
            yield from _against(fact, sides, tables)


def _against(
    fact: Fact, sides: dict[str, Fact], tables: dict[tuple[str, str], Fact]
) -> Iterator[Clash]:
    """What one side of a pair and the other have against each other, told at this side."""
    first, second, table = fact.subject.split(" ", 2)
    other = second if fact.publication == first else first
    if (there := sides.get(other)) is not None:
        if there.says != fact.says:
            yield Clash(
                fact,
                f"{table} has {fact.says} for {first} and {second} here, and {there.says} in the "
                f"report of {other}",
                "import the same table into both",
                there,
                "the other side of the pair",
            )
    elif (lacking := tables.get((other, table))) is not None:
        said = f"{table} pairs {first} and {second} in the report of {fact.publication} alone"
        hint = "import the same table into both"
        yield Clash(fact, said, hint, lacking, "the table without the pair")
        yield Clash(lacking, said, hint, fact, "the pair")
