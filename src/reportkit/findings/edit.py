"""Edits of a text by span: comments and layout outside the span stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def compatible(groups: Iterable[Sequence[Edit]]) -> dict[str, list[Edit]]:
    """By file, the edits of the groups that can be made together.

    Of a group all edits are made or none. Of groups that touch the same stretch, or insert at the
    same place, the one that stands first is made.
    """
    taken: dict[str, list[Edit]] = {}
    for group in sorted((group for group in groups if group), key=_start):
        if not any(_touch(edit, other) for edit in group for other in taken.get(edit.file, ())):
            for edit in group:
                taken.setdefault(edit.file, []).append(edit)
    return taken


def _start(group: Sequence[Edit]) -> tuple[str, int, int]:
    first = min(group, key=lambda edit: (edit.file, edit.span.start, edit.span.end))
    return first.file, first.span.start, first.span.end


def _touch(one: Edit, other: Edit) -> bool:
    """Whether two edits of a file overlap; an insertion takes the place where it stands."""
    one_end, other_end = (max(edit.span.end, edit.span.start + 1) for edit in (one, other))
    return one.span.start < other_end and other.span.start < one_end


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
