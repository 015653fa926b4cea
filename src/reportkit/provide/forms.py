"""Lift a file of an earlier form to today's, one step after the other.

The first line of a file says its form: `reportkit: input/1`. When a model changes so that older
files no longer have its form, its number goes up by one and a Step says how a file of the number
before becomes one of the new; an older file of the test fixtures shows it. A key that may be left
out needs neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import get_args

from reportkit.findings.place import Span
from reportkit.model.files import model_of
from reportkit.source.rewrite import RewriteRefused, read_mapping
from reportkit.source.tree import Scalar


@dataclass(frozen=True, slots=True)
class Step:
    """How the text of a file of one form becomes one of the next.

    `lift` changes the text by edits, as `source.rewrite` makes them, so that comments and layout
    stay; the number of the form is set before it.
    """

    key: str
    """Key of the file: `input`, `summary` …"""
    before: int
    """The number of the form it lifts from."""
    lift: Callable[[str], str]


STEPS: tuple[Step, ...] = ()
"""Every change of a form, in any order."""


def todays_number(key: str) -> int:
    """The number of today's form of a file."""
    return int(_todays(key).rpartition("/")[2])


def _todays(key: str) -> str:
    """Today's form of a file as it is written: `input/1`."""
    (form,) = get_args(model_of(key).model_fields["reportkit"].annotation)
    return str(form)


def lifted(text: str, key: str, today: int, steps: Sequence[Step] = STEPS) -> str:
    """The text of a file in the form `today`; as it is if it has that form, or none that is known.

    Raises RewriteRefused if the text is not YAML, or if no step leads on from its form.
    """
    form = _form(text, key)
    while form is not None and form.number < today:
        step = next((s for s in steps if (s.key, s.before) == (key, form.number)), None)
        if step is None:
            raise RewriteRefused(f"nothing is known that lifts {key}/{form.number}")
        now = f"{text[: form.span.start]}{form.number + 1}{text[form.span.end :]}"
        text = step.lift(now)
        form = _form(text, key)
    return text


@dataclass(frozen=True, slots=True)
class _Form:
    """The number of a file's form, and where it is written."""

    number: int
    span: Span


def _form(text: str, key: str) -> _Form | None:
    node = read_mapping(text).values.get("reportkit")
    if not isinstance(node, Scalar):
        return None
    written = text[node.span.start : node.span.end]
    name = re.escape(_todays(key).rpartition("/")[0])
    match = re.fullmatch(rf"""["']?{name}/(\d+)["']?""", written)
    if match is None:
        return None
    start, end = match.span(1)
    return _Form(int(match[1]), Span(node.span.start + start, node.span.start + end))
