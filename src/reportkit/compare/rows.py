"""Two lists in, which row became which out: by identity, else by likeness."""

from __future__ import annotations

import bisect
import difflib
from collections import defaultdict, deque
from collections.abc import Hashable, Sequence

from pydantic import BaseModel

from reportkit.model.dataset_kind import Fields
from reportkit.model.rows import row_key

LIKENESS = 0.5
"""Share of equal characters from which two rows without identity are taken for one."""

MOST_PAIRS = 900
"""Pairs of rows without identity that are held against each other at most."""
COMPARED = 200
"""Characters of a row that count for its likeness to another."""

Pair = tuple[int | None, int | None]


def match_rows(
    old: Sequence[object], new: Sequence[object], fields: Fields | None = None
) -> list[Pair]:
    """Pairs of old and new index; None where a row was added or removed.

    `fields` tell the records of the list apart; without them records are matched by likeness.
    """
    before = [_identity(row, fields) for row in old]
    after = [_identity(row, fields) for row in new]
    if None in (*before, *after) or _repeats(before) or _repeats(after):
        old_of = _by_likeness(old, new)
    else:
        index = {key: position for position, key in enumerate(before)}
        old_of = {j: index[key] for j, key in enumerate(after) if key in index}
    kept = set(old_of.values())
    pairs: list[Pair] = [(old_of.get(j), j) for j in range(len(new))]
    return pairs + [(i, None) for i in range(len(old)) if i not in kept]


def moved_rows(pairs: Sequence[Pair]) -> set[int]:
    """New indexes of rows that changed their order relative to those that stayed."""
    kept = [(i, j) for i, j in pairs if i is not None and j is not None]
    stay = _longest_rising([i for i, _ in kept])
    return {j for position, (_, j) in enumerate(kept) if position not in stay}


def _identity(row: object, fields: Fields | None) -> Hashable | None:
    if fields is None and isinstance(row, BaseModel):
        return None
    return row_key(row, fields or ())


def _repeats(keys: Sequence[Hashable]) -> bool:
    return len(set(keys)) != len(keys)


def _by_likeness(old: Sequence[object], new: Sequence[object]) -> dict[int, int]:
    """Rows that read the same in their order, and of the others greedily the likeliest first.

    Where too many are left to hold each against each, those are taken for gone and new.
    """
    before, after = [str(row) for row in old], [str(row) for row in new]
    old_of = _same(before, after)
    taken = set(old_of.values())
    left = [i for i in range(len(before)) if i not in taken]
    come = [j for j in range(len(after)) if j not in old_of]
    if len(left) * len(come) > MOST_PAIRS:
        return old_of
    scored = sorted((-_likeness(before[i], after[j]), abs(i - j), i, j) for i in left for j in come)
    for score, _, i, j in scored:
        if -score >= LIKENESS and i not in taken and j not in old_of:
            old_of[j] = i
            taken.add(i)
    return old_of


def _same(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """New index to old index of equal texts, the first with the first."""
    places: dict[str, deque[int]] = defaultdict(deque)
    for i, text in enumerate(before):
        places[text].append(i)
    return {j: places[text].popleft() for j, text in enumerate(after) if places[text]}


def _likeness(text: str, other: str) -> float:
    """Share of equal characters; of long texts, of their beginning."""
    one, two = text[:COMPARED], other[:COMPARED]
    return difflib.SequenceMatcher(None, one, two, autojunk=False).ratio()


def _longest_rising(values: Sequence[int]) -> set[int]:
    """Positions of a longest strictly rising subsequence."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for position, value in enumerate(values):
        length = bisect.bisect_left(tails, value)
        before.append(ends[length - 1] if length else -1)
        if length == len(tails):
            tails.append(value)
            ends.append(position)
        else:
            tails[length] = value
            ends[length] = position
    rising: set[int] = set()
    position = ends[-1] if ends else -1
    while position >= 0:
        rising.add(position)
        position = before[position]
    return rising
