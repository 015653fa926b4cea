"""Add to faults of YAML the text that puts them right, where it is certain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from reportkit.findings.place import Span
from reportkit.source.emit import flow
from reportkit.source.problem import Problem

Faults = Callable[[str], Sequence[Problem]]
"""What keeps a text from being read."""


def with_replacements(problems: Sequence[Problem], text: str, faults: Faults) -> Iterator[Problem]:
    """The problems of a text; `faults` reads another, to see that nothing else is wrong there."""
    written = [text[problem.span.start : problem.span.end] for problem in problems]
    for problem, marked in zip(problems, written, strict=True):
        match problem.rule:
            case "invalid-yaml" if problem.hint and "in quotes" in problem.hint:
                yield _quoted(problem, text, faults)
            case "yaml-anchor" if marked.startswith("&") and f"*{marked[1:]}" not in written:
                span, hint = _with_blank(problem.span, text), f"delete `{marked}`: nothing names it"
                yield replace(problem, span=span, hint=hint, replacement="")
            case _:
                yield problem


_VALUE: Final = re.compile(r"([ ]*(?:- +)*)[A-Za-z_][\w-]*: +(?=[^\s\"'\[|>#])(?!\{[^{])([^\n]*\S)")
"""A line with a key and a text without quotes behind it, of which it is not known where it ends."""


def _quoted(problem: Problem, text: str, faults: Faults) -> Problem:
    """A text of one line is put in quotes, if the file can be read that far then."""
    begun = text.rfind("\n", 0, problem.span.start) + 1
    line = _VALUE.match(text, begun)
    if line is None or " #" in line[2] or _goes_on(text, line.end(), len(line[1])):
        return problem
    span, quoted = Span(*line.span(2)), flow(line[2])
    mended = f"{text[: span.start]}{quoted}{text[span.end :]}"
    after = span.start + len(quoted)
    if any(fault.span.start <= after for fault in faults(mended) if fault.rule == problem.rule):
        return problem
    return replace(problem, span=span, replacement=quoted)


def _goes_on(text: str, end: int, column: int) -> bool:
    """Whether the line below that which ends at an offset stands further in than its key."""
    below = _BELOW.match(text, end)
    return below is not None and len(below[1]) > column


_BELOW: Final = re.compile(r"[ \t\r]*\n(?:[ \t\r]*\n)*([ ]*)\S")


def _with_blank(span: Span, text: str) -> Span:
    """A stretch with the blanks that would be too many without it."""
    if text[span.end : span.end + 1] == " ":
        return Span(span.start, span.end + 1)
    return Span(span.start - (text[span.start - 1 : span.start] == " "), span.end)
