"""Two lists in, which row became which out: by identity, else by likeness."""

from __future__ import annotations

import bisect
import difflib
from collections.abc import Hashable, Sequence

from pydantic import BaseModel

from reportkit.model.dataset_kind import Fields
from reportkit.model.rows import row_key

LIKENESS = 0.5
"""Share of equal characters from which two rows without identity are taken for one."""

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
        found = _by_likeness(old, new)
    else:
        index = {key: position for position, key in enumerate(before)}
        found = {j: index[key] for j, key in enumerate(after) if key in index}
    kept = set(found.values())
    pairs: list[Pair] = [(found.get(j), j) for j in range(len(new))]
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
    """Greedy: the likeliest pairs first."""
    texts = [str(row) for row in old], [str(row) for row in new]
    scored = sorted(
        (-difflib.SequenceMatcher(None, a, b, autojunk=False).ratio(), abs(i - j), i, j)
        for i, a in enumerate(texts[0])
        for j, b in enumerate(texts[1])
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for score, _, i, j in scored:
        if -score >= LIKENESS and i not in taken and j not in found:
            found[j] = i
            taken.add(i)
    return found


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
    found: set[int] = set()
    position = ends[-1] if ends else -1
    while position >= 0:
        found.add(position)
        position = before[position]
    return found
