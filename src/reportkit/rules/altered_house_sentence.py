"""Rule: a sentence that stands in several publications, and in another with words changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from reportkit.check.clash import Clash, Fact, by_subject
from reportkit.check.rule import Read, agreement_rule
from reportkit.check.words import words
from reportkit.reading.text import section_texts
from reportkit.workspace.publication import Publication

_LEAST: Final = 8
"""Words of a sentence that is long enough to be the house's."""
_ENDS: Final = 4
"""Words at the start or the end of a sentence by which its like is looked for."""
_HOUSE: Final = 3
"""Publications in which a sentence stands that is taken for the house's."""
_ALIKE: Final = 0.6
"""Share of the runs of three words that a sentence has to have in common with its like."""
_OWN: Final = re.compile(r"\d")
"""Is in what a sentence says of its own code: a figure, a code, a date."""


def _sentences(publication: Publication) -> Iterator[Fact]:
    """Each long sentence without a figure, once by how it begins and once by how it ends."""
    for text in section_texts(publication):
        for sentence in text.sentences:
            said = words(sentence.text)
            if len(said) < _LEAST or _OWN.search(sentence.text) or text.references(sentence):
                continue
            where = text.at(sentence.start, sentence.end)
            for subject in (("begins", *said[:_ENDS]), ("ends", *said[-_ENDS:])):
                yield Fact(publication.code, " ".join(subject), " ".join(said), where)


@agreement_rule("info", "agreement", _sentences)
def altered_house_sentence(facts: Sequence[Fact], _: Read) -> Iterator[Clash]:
    """A sentence stands word for word in three reports or more, and in this one a little otherwise.

    Why:
        What a house says in all of its reports was agreed upon once. A copy in which words were
        changed is either a slip, or an improvement that the other reports have not got yet.

    Bad:
        # summary
        relevance: The clinician decides on the day whether the tissue can be treated at once.
        # summary (beside)
        relevance: The clinician decides on the day whether the tissue can be treated later.
        # code (beside)
        57513 57520 57522

    Good:
        # summary
        relevance: The clinician decides on the day whether the tissue can be treated at once.
        # summary (beside)
        relevance: The clinician decides on the day whether the tissue can be treated at once.
        # code (beside)
        57513 57520 57522
    """
    told: set[tuple[str, str]] = set()
    for alike in by_subject(facts).values():
        forms: dict[str, dict[str, Fact]] = {}
        for fact in alike:
            forms.setdefault(fact.says, {}).setdefault(fact.publication, fact)
        house = [form for form, places in forms.items() if len(places) >= _HOUSE]
        for form, places in forms.items():
            if form in house or not (like := _like(form, house)):
                continue
            for fact in places.values():
                if (fact.publication, form) not in told:
                    told.add((fact.publication, form))
                    yield _clash(fact, forms[like])


def _like(form: str, house: Sequence[str]) -> str | None:
    """The sentence of the house that another is most like, if it is like one."""
    shares = {known: _share(form, known) for known in house}
    best = max(shares, key=lambda known: (shares[known], known), default=None)
    return best if best is not None and shares[best] >= _ALIKE else None


def _share(one: str, other: str) -> float:
    first, second = _runs(one), _runs(other)
    return len(first & second) / len(first | second)


def _runs(said: str) -> set[tuple[str, ...]]:
    parts = said.split(" ")
    return set(zip(parts, parts[1:], parts[2:], strict=False))


def _clash(fact: Fact, house: dict[str, Fact]) -> Clash:
    other = min(house.values(), key=lambda known: known.publication)
    return Clash(
        fact,
        f"the sentence stands in {len(house)} other reports, and with other words",
        "say it as they do, or change it in all",
        other,
        f"as the report of {other.publication} has it",
    )
