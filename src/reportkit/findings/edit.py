"""Edits of a text by span: comments and layout outside the span stay as they are."""

from __future__ import annotations

from bisect import bisect_left, insort
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
        if not any(_touches(edit, taken.get(edit.file, ())) for edit in group):
            for edit in group:
                insort(taken.setdefault(edit.file, []), edit, key=_begin)
    return taken


def _start(group: Sequence[Edit]) -> tuple[str, int, int]:
    first = min(group, key=lambda edit: (edit.file, edit.span.start, edit.span.end))
    return first.file, first.span.start, first.span.end


def _touches(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether an edit overlaps one of those taken, which are in order and touch none of each other.

    An insertion takes the place where it stands.
    """
    behind = bisect_left(taken, _end(edit), key=_begin)
    return behind > 0 and edit.span.start < _end(taken[behind - 1])


def _begin(edit: Edit) -> int:
    return edit.span.start


def _end(edit: Edit) -> int:
    return max(edit.span.end, edit.span.start + 1)


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
