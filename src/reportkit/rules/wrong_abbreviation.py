"""Rule: an abbreviation that is listed with words that it does not stand for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.check.words import parted
from reportkit.model.abbreviations import KNOWN, LATIN, MEANINGS
from reportkit.workspace.publication import Publication


@rule("warning", "style")
def wrong_abbreviation(publication: Publication) -> Iterator[Issue]:
    """An abbreviation is listed with words that it does not stand for.

    Why:
        The list is where readers look up letters that they do not know. Words that belong to
        another abbreviation change the meaning of each sentence that uses it. Letters need not
        begin all of the words; only where hardly one does, and not the first, is it found. Lists
        in other languages than English are left alone.

    Bad:
        # report
        abbreviations: {ASC: office visit center}

    Good:
        # report
        abbreviations: {ASC: ambulatory surgical center}
    """
    if not publication.project.language.startswith("en"):
        return
    for letters, words in publication.report.abbreviations.items():
        fault = _fault(letters, words)
        if fault is not None:
            yield Issue(
                at("report", "abbreviations", letters),
                f"`{words}` is not what {letters} stands for{fault}",
                "write the words that the letters stand for, or the letters that are meant",
            )


def _fault(letters: str, words: str) -> str | None:
    """What an abbreviation stands for in place of some words; blank where it is not known."""
    meanings = MEANINGS.get(letters, ())
    if meanings:
        return None if any(_says(words, meaning) for meaning in meanings) else f": {meanings[0]}"
    may_be = letters in KNOWN | LATIN or not letters.isupper()
    return None if may_be or _begin(letters, words) else ""


def _says(words: str, meaning: str) -> bool:
    """Whether half the words of a meaning stand among some words, in any form of theirs."""
    said, meant = _stems(words), _stems(meaning)
    return 2 * len(said & meant) >= len(meant)


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM].lower() for word in parted(words) if len(word) >= _STEM)


def _begin(letters: str, words: str) -> bool:
    """Whether letters begin some words: the first letter one of them, or at least half of all."""
    signs = [sign.lower() for sign in letters if sign.isalpha()]
    initials = [word[0].lower() for word in parted(words)]
    if len(signs) < _LEAST or len(initials) < _SEVERAL or signs[0] in initials:
        return True
    return 2 * sum((Counter(signs) & Counter(initials)).values()) >= len(signs)


_STEM: Final = 4
"""So many letters of a word stand for its forms: `units`, `evaluating`."""
_LEAST: Final = 3
"""Letters of an abbreviation that are enough to tell."""
_SEVERAL: Final = 2
"""Words of a full form; one word alone may hold all letters: `EEG`."""
