"""Find what patterns of a house mean, on an engine that takes a text's length and no more.

A pattern of project.yaml is written by whoever edits the settings. RE2 has no look-around and no
back reference, and no pattern can hold a check up (https://github.com/google/re2/wiki/Syntax).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from reportkit.findings.place import Span

LONGEST: Final = 500
"""Characters that a pattern may have."""


def fault_of(pattern: str) -> tuple[str, str] | None:
    """Why a pattern cannot be looked for and what to do about it, or None."""
    if len(pattern) > LONGEST:
        return f"it has {len(pattern)} characters", f"{LONGEST} are the most; make two of it"
    import re2  # here alone, as few houses have patterns

    try:
        compiled = _compiled(pattern)
    except re2.error as error:
        return _said(error), "write it without look-around; words alone go under `banned`"
    if compiled.search(""):
        return "it also fits where nothing is written", "let it fit a character at least"
    return None


def spans_of(pattern: str, text: str) -> Iterator[Span]:
    """Each stretch of a text that a faultless pattern fits, whatever its case."""
    for match in _compiled(pattern).finditer(text):
        yield Span(*match.span())


@cache
def _compiled(pattern: str) -> Any:
    import re2

    options = re2.Options()
    options.case_sensitive = False
    options.log_errors = False
    return re2.compile(pattern, options)


def _said(error: Exception) -> str:
    """What RE2 says of a pattern that it cannot read; it says so in bytes."""
    reason = error.args[0]
    return reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
