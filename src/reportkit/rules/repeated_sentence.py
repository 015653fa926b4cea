"""Rule: the same sentence in two places."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import rule
from reportkit.check.words import words
from reportkit.reading.text import prose_texts
from reportkit.workspace.publication import Publication

_LEAST = 8
_ALIKE = 0.8
_Shingles = frozenset[tuple[str, ...]]


@rule("info", "style")
def repeated_sentence(publication: Publication) -> Iterator[Issue]:
    """A sentence says almost word for word what another section says already.

    Why:
        Of two copies one is changed at the next edition and the other is not. What is said
        once can be right or wrong, but not both.

    Bad:
        # summary
        relevance: The clinician freezes abnormal tissue with a cold probe until it dies.
        # billing-overview
        description: The clinician freezes abnormal tissue with a cold probe until it dies.

    Good:
        # summary
        relevance: The clinician freezes abnormal tissue with a cold probe until it dies.
        # billing-overview
        description: Cells are destroyed by ice, and nothing is cut out.
    """
    seen: list[tuple[At, _Shingles]] = []
    by_shingle: dict[tuple[str, ...], list[int]] = {}
    for passage in prose_texts(publication):
        for sentence in passage.sentences:
            said = words(passage.plain[sentence.start : sentence.end])
            if len(said) < _LEAST:
                continue
            shingles = frozenset(tuple(said[i : i + 3]) for i in range(len(said) - 2))
            where = passage.at(sentence.start, sentence.end)
            candidates = sorted({i for each in shingles for i in by_shingle.get(each, ())})
            for index in candidates:
                other, known = seen[index]
                alike = len(shingles & known) / len(shingles | known)
                if other.key != where.key and alike > _ALIKE:
                    yield Issue(
                        where,
                        f"the sentence says what {other.key} says already",
                        "say it once, and refer to it",
                        related=((other, "said here first"),),
                    )
                    break
            for each in shingles:
                by_shingle.setdefault(each, []).append(len(seen))
            seen.append((where, shingles))
