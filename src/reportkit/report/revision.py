"""A Comparison in, the sentences of the revision history that record it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reportkit.assemble.labels import SECTION_TITLES
from reportkit.compare.comparison import Change, Comparison


def recorded(comparison: Comparison) -> str:
    """What changed, section by section, in words a reader of the history understands.

    Rows are counted and figures left out: the history tells what to look at again, and the
    comparison itself holds the words.
    """
    by_section: dict[str, Counter[str]] = {}
    for change in comparison.changes:
        for section in comparison.sections_of(change):
            by_section.setdefault(section, Counter())[_what(change)] += 1
    return " ".join(
        f"{SECTION_TITLES[section]}: {_listed(counts.items())}."
        for section, counts in by_section.items()
    )


def _what(change: Change) -> str:
    """A kind of change to a field, or to a row of a list, which stands behind a bar."""
    names = [str(part).replace("_", " ") for part in change.route if isinstance(part, str)]
    place = " ".join(names) or "the section"
    if change.route and isinstance(change.route[-1], int):
        return f"{place}|{change.kind}"
    return f"{place} {change.kind}"


def _listed(counts: Iterable[tuple[str, int]]) -> str:
    parts = []
    for what, number in counts:
        place, _, kind = what.partition("|")
        rows = "a row" if number == 1 else f"{number} rows"
        parts.append(f"{rows} of {place} {kind}" if kind else place)
    return ", ".join(parts)
