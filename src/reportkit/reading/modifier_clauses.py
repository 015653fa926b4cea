"""Find what a text asserts of one modifier in prose, and on which aspects it says something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportkit.model.modifiers.aspects import ASPECTS
from reportkit.reading.aspects import AspectMention, values_asserted
from reportkit.reading.modifiers import ModifierMention, modifier_mentions
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class ModifierClause:
    """A part of a sentence that names just one modifier and denies nothing."""

    mention: ModifierMention
    words: str
    defines: bool
    """Whether it says what the modifier means, or who of several parties uses it."""
    start: int
    end: int


@once_for_each_text
def modifier_clauses(text: Text) -> Iterator[ModifierClause]:
    """What a text asserts of modifiers, each by itself: `77 is for a repeat by the same clinician`."""
    mentions = modifier_mentions(text)
    for sentence in text.sentences if mentions else ():
        inside = [one for one in mentions if sentence.holds(one.start)]
        if len(inside) > _A_LIST:
            continue
        for start, end in _parts(sentence, inside):
            named = [one for one in inside if start <= one.start < end]
            words = text.plain[start:end]
            if len({one.code for one in named}) == 1 and not _DENIES.within(words):
                first = named[0]
                yield ModifierClause(first, words, _defines(text, first, start, end), start, end)


def values_of_clause(text: Text, clause: ModifierClause, aspect: str) -> tuple[AspectMention, ...]:
    """What a clause says on an aspect; of one that parties share, only where it defines."""
    if ASPECTS[aspect].is_shared and not clause.defines:
        return ()
    return tuple(
        value for value in values_asserted(text, aspect) if clause.start <= value.start < clause.end
    )


def _parts(sentence: Sentence, inside: list[ModifierMention]) -> Iterator[tuple[int, int]]:
    """The sentence, or its parts where several modifiers stand in it."""
    if len({one.code for one in inside}) < 2:
        yield sentence.start, sentence.end
        return
    begin = sentence.start
    for cut in _CUT.finditer(sentence.text):
        listed = any(one.end == sentence.start + cut.start() for one in inside) and any(
            one.start == sentence.start + cut.end() + 1 for one in inside
        )
        if not listed and any(begin <= one.start < sentence.start + cut.start() for one in inside):
            yield begin, sentence.start + cut.start()
            begin = sentence.start + cut.end()
    yield begin, sentence.end


def _defines(text: Text, mention: ModifierMention, start: int, end: int) -> bool:
    before, behind = text.plain[start : mention.start], text.plain[mention.end : end]
    if _IS.within(behind):
        return True
    return bool(_USED_BY.within(before)) and not _OF_OTHERS.within(text.plain[start:end])


_A_LIST: Final = 12
"""More modifiers than that in one sentence are a list, which says nothing of any."""
_CUT: Final = re.compile(
    r"[;:] |, (?:and|but|while|whereas|or)\b|,? (?:while|whereas|but|and|or)(?= (?:\w+ ){0,4}?(?:\d\d|[A-Z][A-Z0-9])\b)"
)
_DENIES: Final = Wording(
    r"\b(?:not|never|no|nor|neither|cannot|without|instead|rather|unless|except|wrong|avoid\w*|denied)\b|n't\b"
)
_IS: Final = Wording(
    r"^ (?:is|stands|says|means|marks|tells|shows|names|covers|describes|goes (?:to|with|for))\b"
)
_USED_BY: Final = Wording(
    r"\b(?:sends?|(?:closes?|ends?|marks?) (?:the|his|her|their|its) lines? with|appends?|adds?|uses?|reports?|puts?|takes?|bills?(?: (?:\w+ ){0,4}?with)?) (?:the same )?(?:modifier )?$"
)
_OF_OTHERS: Final = Wording(
    r"\b(?:hand\w*|leav\w+|transfer\w*|gives?|given|another|others?|elsewhere|when|if|after|where|once)\b"
)
"""Words of what another party does, or of a case only."""
