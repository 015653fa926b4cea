"""Name the people who sign in tests, as the options of `reportkit sign`."""

from __future__ import annotations

from typing import Final

AUTHOR: Final = ("--role", "author", "--name", "Ann Writer", "--meaning", "Written and read again.")
CODER: Final = (
    *("--role", "coding-reviewer", "--name", "Bo Coder"),
    *("--meaning", "Reviewed for coding accuracy."),
)
