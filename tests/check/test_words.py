"""Words are counted as a reader counts them, and a clause is denied by what stands in it."""

from __future__ import annotations

import pytest

from reportkit.check.words import negated, words


def test_what_is_written_together_is_one_word() -> None:
    assert words("E/M, high-risk: 5.94 of Crohn's") == ("e/m", "high-risk", "5.94", "of", "crohn's")
    assert words(" - ") == ()


@pytest.mark.parametrize(
    ("before", "denied"),
    [
        ("It is not ", True),
        ("It isn't ", True),
        ("It is ", False),
        ("It is not so. It is ", False),
        ("Never; it is ", False),
        ("It is so. It cannot be ", True),
        ("A note on knots ", False),
    ],
)
def test_a_clause_is_denied_before_a_word(before: str, denied: bool) -> None:
    assert negated(f"{before}paid, not billed.", len(before)) is denied
