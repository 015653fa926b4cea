"""Provided payers are found in texts by any of their names."""

from __future__ import annotations

import pytest

from reportkit.check.example import read_example, specimen
from reportkit.check.payers import ProvidedPayers, all_meant
from reportkit.reading.text import worded_texts

BLUES = "# input\npayers[+]: {id: bcbs, name: BCBS, kind: insurer}\n"


def named(relevance: str) -> list[tuple[str, str]]:
    """The ids of the payers that a text names, with the text from there on."""
    publication = specimen(read_example(f"# summary\nrelevance: {relevance}\n{BLUES}"))
    text = next(one for one in worded_texts(publication) if one.route == ("relevance",))
    return [
        (payer.id, text.plain[start:]) for payer, start in ProvidedPayers(publication).named(text)
    ]


@pytest.mark.parametrize(
    ("relevance", "expected"),
    [
        ("Medicare pays as Aetna.", [("medicare", "Medicare pays as Aetna."), ("aetna", "Aetna.")]),
        ("Fees of Original Medicare.", [("medicare", "Original Medicare.")]),
        ("Aetna, Medicare.", [("aetna", "Aetna, Medicare."), ("medicare", "Medicare.")]),
        ("The Blues pay.", [("bcbs", "The Blues pay.")]),
        ("Cigna pays.", []),
        ("Atena pays.", []),
        ("Medicaid pays.", []),
    ],
)
def test_a_payer_is_named_by_its_names_and_not_by_near_ones(
    relevance: str, expected: list[tuple[str, str]]
) -> None:
    assert named(relevance) == expected


@pytest.mark.parametrize(
    ("relevance", "every"),
    [
        ("Every payer wants it.", True),
        ("No insurer wants it.", True),
        ("None of the plans wants it.", True),
        ("All commercial payers want it.", True),
        ("The payer wants it.", False),
        ("All of it is paid by the payer.", False),
    ],
)
def test_a_sentence_speaks_of_all_payers(relevance: str, every: bool) -> None:
    publication = specimen(read_example(f"# summary\nrelevance: {relevance}\n"))
    text = next(one for one in worded_texts(publication) if one.route == ("relevance",))
    assert [all_meant(sentence) for sentence in text.sentences] == [every]
