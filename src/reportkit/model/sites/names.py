"""Write out the spellings of a name of a place: plurals and British spellings.

A table of names maps codes of places, separated by blanks, to phrases in the singular and in
lower case; a hyphen stands for a blank, too. `19 22` are names that may mean either place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def codes_by_phrase(*tables: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """Every spelling of every phrase of the tables to the places it may mean."""
    return {
        spelling: frozenset(codes.split())
        for table in tables
        for codes, phrases in table.items()
        for phrase in phrases
        for spelling in spellings(phrase)
    }


def spellings(phrase: str) -> Iterable[str]:
    """A phrase as people write it, each spelling once, the given one first."""
    written = {phrase: None, _plural(phrase): None}
    for spelling in tuple(written):
        if "center" in spelling:
            written[spelling.replace("center", "centre")] = None
    for spelling in tuple(written):
        for whole in ("outpatient", "inpatient"):
            if whole in spelling:
                written[spelling.replace(whole, whole.replace("patient", "-patient"))] = None
    return written


def _plural(phrase: str) -> str:
    if phrase.endswith(("ay", "ey", "oy")):
        return f"{phrase}s"
    if phrase.endswith("y"):
        return f"{phrase[:-1]}ies"
    if phrase.endswith(("s", "x", "ch", "sh")):
        return f"{phrase}es"
    return f"{phrase}s"
