"""Words of the list of misspellings are found in any case, and no others."""

from __future__ import annotations

import pytest

from reportkit.reading.spelling import corrections


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
