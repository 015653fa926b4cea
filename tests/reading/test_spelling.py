"""Words of the list of misspellings are found in any case, and no others."""

from __future__ import annotations

import pytest

from reportkit.reading.spelling import corrections, slips


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("recieve", ("receive",)),
        ("amensty", ("amnesty",)),  # stands behind a word in capitals
        ("feburary", ("February",)),  # stands in the list with a capital
        ("receive", ()),
        ("aaaa", ()),
        ("zzzz", ()),
    ],
)
def test_a_word_is_looked_up_in_small_letters(word: str, meant: tuple[str, ...]) -> None:
    assert corrections(word) == meant


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("modifer", ("modifier",)),  # a letter left out
        ("billatteral", ()),  # two slips
        ("modifiier", ("modifier",)),  # a letter twice
        ("outpateint", ("outpatient",)),  # two letters exchanged
        ("hemaglobin", ("hemoglobin",)),  # another vowel
        ("hypertention", ("hypertension",)),  # a letter that is heard alike
        ("modifers", ("modifiers",)),
        ("modifiers", ()),
        ("odifier", ()),  # the first letter
        ("modifie", ()),  # the last one
        ("strike", ()),
        ("haemoglobin", ()),
        ("contact", ()),  # meant by a slip of the list, and near to `contract`
        ("polup", ()),  # too short to tell
    ],
)
def test_a_slip_in_a_long_word_of_the_field_is_told(word: str, meant: tuple[str, ...]) -> None:
    assert slips(word) == meant
