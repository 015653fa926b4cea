"""Edits of a text by span: comments and layout outside the span stay as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportkit.findings.place import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text at `span` of a file, provided it still reads `expected`."""

    file: str
    span: Span
    expected: str
    replacement: str


class EditRefused(Exception):  # noqa: N818 -- says what happened, as the message does
    """An edit that would overlap another, or whose text has changed since."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Apply edits of one file to its text; raises EditRefused rather than guess."""
    ordered = sorted(edits, key=lambda edit: (edit.span.start, edit.span.end))
    pieces: list[str] = []
    done = 0
    for edit in ordered:
        if edit.span.start < done:
            raise EditRefused(f"two edits overlap at offset {edit.span.start}")
        if text[edit.span.start : edit.span.end] != edit.expected:
            raise EditRefused(f"the text at offset {edit.span.start} has changed")
        pieces += [text[done : edit.span.start], edit.replacement]
        done = edit.span.end
    return "".join([*pieces, text[done:]])
