"""Say of which subjects a sentence speaks: by codes and names in it, and by words.

A sentence that says that the report leaves a thing out speaks of no subject. Of two subjects of
which one is told in words of the other the narrower counts: an edit is no related code, a
negotiated rate no payment.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from reportkit.model.input import Site
from reportkit.model.modifiers import MODIFIERS
from reportkit.model.payers import payer_of
from reportkit.model.subjects import SUBJECTS, Subject
from reportkit.reading.claims import FREQUENCY
from reportkit.reading.codes import code_mentions
from reportkit.reading.modifiers import modifier_mentions
from reportkit.reading.payers import payer_mentions
from reportkit.reading.positions import approval
from reportkit.reading.sentences import Sentence
from reportkit.reading.sites import place_codes, site_mentions
from reportkit.reading.subject_words import (
    ABOUT_LINES,
    ABOUT_RATES,
    ASKED,
    BUNDLED,
    CENTER,
    CHANGED,
    COUNTED,
    COVERED,
    COVERED_ALONE,
    FOR_SURE,
    GIVEN_THERE,
    LEFT_OUT,
    LETTERS,
    MEDICARE,
    OF_PAYERS,
    OWN_PERIOD,
    WORDS,
)
from reportkit.reading.text import Text

_NARROWER: Final[dict[Subject, tuple[Subject, ...]]] = {
    "bundling": ("related-codes", "modifiers"),
    "rates": ("payment", "coverage"),
    "payment": ("sites",),
    "policy-changes": ("coverage", "units"),
    "units": ("sites",),
    "utilization": ("sites", "payment"),
}
"""Subject to those that a sentence on it does not speak of as well."""
_OF_ROWS: Final = frozenset[Subject]({"payment", "units", "global-period", "modifiers"})
"""Subjects of which the row of a modifier speaks in words; of others only by naming a code."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence of a text, and the subjects it speaks of, in the order of the table."""

    sentence: Sentence
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class About:
    """What has to be known of a report to read its sentences: its code, sites and modifiers."""

    code: str
    sites: tuple[Site, ...] = ()
    modifiers: tuple[str, ...] = ()
    payers: tuple[str, ...] = ()
    """Names and aliases of the payers provided."""


def subjects_of(text: Text, about: About) -> Iterator[Spoken]:
    """The sentences of a text with their subjects; those on none have an empty tuple."""
    named, names = _named(text, about), _Names(text, about)
    for sentence in text.sentences:
        if LEFT_OUT.within(sentence.text):
            yield Spoken(sentence, ())
            continue
        inside = {subject for subject, start in named if sentence.holds(start)}
        if not _is_story(text):
            worded = set(_in_words(sentence, names))
            if _is_row(text):
                worded &= _of_row(text)
                if not OWN_PERIOD.within(sentence.text):
                    worded -= {"global-period"}
            inside |= worded
        yield Spoken(sentence, _narrowed(inside))


def names_other_payer(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence names a payer that is not Medicare."""
    medicare = payer_of("Medicare")
    return any(
        sentence.holds(mention.start) and mention.payer != medicare
        for mention in payer_mentions(text)
    )


def is_on_center(sentence: Sentence) -> bool:
    """Whether a sentence on payment is about that of surgical centers."""
    return bool(CENTER.within(sentence.text))


def is_sure(sentence: Sentence, subject: Subject) -> bool:
    """Whether a sentence speaks of the data of a subject, and not of what is only like it."""
    wording = FOR_SURE.get(subject)
    return wording is None or wording.within(sentence.text) is not None


def _narrowed(subjects: set[Subject]) -> tuple[Subject, ...]:
    dropped = {wider for subject in subjects for wider in _NARROWER.get(subject, ())}
    return tuple(subject for subject in SUBJECTS if subject in subjects - dropped)


def _is_story(text: Text) -> bool:
    """The made-up case tells what happens to a patient; only codes in it are claims."""
    return text.route[:1] == ("vignette",)


def _is_row(text: Text) -> bool:
    """The row of a modifier says when it is used, and so `when an edit permits it`."""
    return text.key == "coding-specifications" and text.route[:1] == ("modifiers",)


def _of_row(text: Text) -> frozenset[Subject]:
    """What the words of a row may speak of; its description is the modifier's own meaning."""
    return frozenset({"modifiers"}) if text.route[-1] == "description" else _OF_ROWS


def _named(text: Text, about: About) -> tuple[tuple[Subject, int], ...]:
    """The subjects of the codes, modifiers and places that a text names, with their offsets."""
    return (
        *(
            (_of_code(mention.kind == "diagnosis"), mention.start)
            for mention in code_mentions(text)
            if mention.code != about.code or _is_predicate(text, mention.start)
        ),
        *(("modifiers", mention.start) for mention in modifier_mentions(text)),
        *(("sites", mention.start) for mention in place_codes(text)),
    )


def _of_code(is_diagnosis: bool) -> Subject:
    return "diagnoses" if is_diagnosis else "related-codes"


def _is_predicate(text: Text, start: int) -> bool:
    """Whether the report's own code is what something else is said to be or not to be."""
    return text.plain[:start].endswith((" is CPT ", " not CPT ", " is HCPCS ", " not HCPCS "))


class _Names:
    """The payers and sites of a text, looked up when a sentence first needs them."""

    def __init__(self, text: Text, about: About) -> None:
        self.text = text
        self.about = about

    def has_payer(self, sentence: Sentence) -> bool:
        return (
            bool(MEDICARE.within(sentence.text))
            or _any_in(sentence, self._payers)
            or any(name in sentence.text for name in self.about.payers)
        )

    def has_site(self, sentence: Sentence) -> bool:
        return _any_in(sentence, self._sites)

    @cached_property
    def _payers(self) -> tuple[int, ...]:
        return tuple(mention.start for mention in payer_mentions(self.text))

    @cached_property
    def _sites(self) -> tuple[int, ...]:
        return tuple(
            mention.start
            for mention in site_mentions(self.text, self.about.sites)
            if mention.words.lower() != "home"
        )


def _any_in(sentence: Sentence, starts: tuple[int, ...]) -> bool:
    return any(sentence.holds(start) for start in starts)


def _in_words(sentence: Sentence, names: _Names) -> Iterator[Subject]:
    words = sentence.text
    for subject, wording in WORDS:
        if wording.within(words):
            yield subject
    if _names_letters(words, names.about):
        yield "modifiers"
    if BUNDLED.within(words):
        yield "bundling"
    has_payer = names.has_payer(sentence)
    yield from _of_payers(words, has_payer)
    if has_payer and approval(names.text, sentence) is not None:
        yield "coverage"
    if any(wording.within(words) for wording in FREQUENCY) or COUNTED.within(words):
        yield "utilization"
    if GIVEN_THERE.within(words) and names.has_site(sentence):
        yield "sites"


def _names_letters(words: str, about: About) -> bool:
    """Modifiers that stand without their word: letters provided, or any on a line or a claim."""
    named = {match[0] for match in LETTERS.each(words)}
    if any(code in about.modifiers and code.isalpha() for code in named):
        return True
    return bool(ABOUT_LINES.within(words)) and not named.isdisjoint(MODIFIERS)


def _of_payers(words: str, is_named: bool) -> Iterator[Subject]:
    if not is_named and not OF_PAYERS.within(words):
        if COVERED_ALONE.within(words):
            yield "coverage"
        return
    if COVERED.within(words) or (is_named and ASKED.within(words)):
        yield "coverage"
    if CHANGED.within(words):
        yield "policy-changes"
    if ABOUT_RATES.within(words):
        yield "rates"
