"""A word that was mistyped is mended where it can stand for one value alone."""

from __future__ import annotations

import pytest

from reportkit.check.example import read_example, specimen
from reportkit.check.issue import Fix
from reportkit.check.mend import id_meant, same_rows, without
from reportkit.findings.meant import closest

PAYERS = """\
# input
payers:
  - {id: aetna, name: Aetna, kind: insurer, aliases: [Aetna Health, Health plan]}
  - {id: medicare, name: Medicare, kind: government-programme, aliases: [Health plan]}
"""


@pytest.mark.parametrize(
    ("word", "fix"),
    [
        ("aetna health", Fix("aetna")),
        (" Medicare ", Fix("medicare")),
        ("Health plan", None),
        ("medicar", Fix("medicare")),
        ("unheard", None),
    ],
)
def test_the_id_of_a_payer_is_meant_by_its_names(word: str, fix: Fix | None) -> None:
    assert id_meant(word, specimen(read_example(PAYERS)).input.payers or ()) == fix


def test_a_row_goes_alone_and_the_last_ones_together() -> None:
    publication = specimen(read_example(PAYERS))
    one, other = ("payers", 0), ("payers", 1)
    alone = without(publication, "input", one)
    assert alone is not None
    assert [row["id"] for row in alone.values["payers"]] == ["medicare"]
    both = without(publication, "input", one, [other])
    assert both is not None
    assert [*both.values["payers"]] == []
    assert without(publication, "input", ("nothing", 0)) is None


def test_a_list_with_a_remark_in_brackets_is_left_as_it_is() -> None:
    remarked = specimen(read_example('# input\nmodifiers: ["22", # usual\n  "59"]\n'))
    assert without(remarked, "input", ("modifiers", 0)) is None


def test_rows_are_the_same_if_they_hold_the_same() -> None:
    publication = specimen(read_example('# input\nmodifiers: ["22", "59", "22"]\n'))
    assert same_rows(publication, "input", ("modifiers", 0), ("modifiers", 2))
    assert not same_rows(publication, "input", ("modifiers", 0), ("modifiers", 1))


def test_a_name_is_near_if_most_of_it_is_the_same() -> None:
    assert closest("sumary", ["summary", "report"]) == "summary"
    assert closest("abcde", ["abcxy"]) == "abcxy"
    assert closest("abcde", ["abxyz"]) is None
    assert closest("abcde", ["abcxy"], least=0.7) is None
    assert closest("sumary", []) is None


def test_an_entry_of_a_list_within_a_row_goes_alone_and_the_last_ones_together() -> None:
    example = (
        "# coding-specifications\ncompanion_services:\n"
        "  - {name: A visit, modifiers: ['25', '57'], note: Often.}\n"
        "  - {name: A biopsy, modifiers: ['59'], note: Often.}\n"
    )
    publication = specimen(read_example(example))
    one, other = (("companion_services", 0, "modifiers", place) for place in (0, 1))
    left = [
        [[*row["modifiers"]] for row in change.values["companion_services"]]
        for others in ([], [other])
        if (change := without(publication, "coding-specifications", one, others)) is not None
    ]
    assert left == [[["57"], ["59"]], [[], ["59"]]]
