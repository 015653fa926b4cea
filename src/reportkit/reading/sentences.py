"""Cut a normal text into sentences and clauses, and say what a clause does to a mention."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Polarity = Literal["asserted", "denied", "advised against", "conditional"]

_END = re.compile(r"(?<=[.!?])[\"”')\]]*(?:\s+|$)(?=[^a-z]|$)|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|Dr|Mr|Mrs|Ms|Prof|St|No|approx|etc|al|cf|Fig|Inc|Sgt|Rev|Jr|Sr)"
    r"|\b[A-Z])\.$"
)
_ANSWER = re.compile(r"(?:Then|Yes|No|It is)\b[^.!?\n]*[.!]|(?:\S+ ){0,3}\S+[.!](?=\s|$)")
"""What answers a question in a few words, and is no sentence without it."""
_CLAUSE = re.compile(
    r"[;:]\s|,\s(?=[A-Z][\w-]+ (?:is|are|was|were|does|do|has|have|will|may|can)\b)|\s[—–]\s|,\s(?=(?:but|and|or|so|yet|while|whereas|although|though|because|since|if"
    r"|when"
    r"|unless|which|who|where)\b)|(?<!\bnot)(?<!\bonly)(?<!\beven)\s(?=(?:but|although|though|whereas|unless|because|if|when|while|until)\b)"
)
_UNDONE = r"(?:forget|fail|omit|overlook|neglect|skip|miss)"
"""Verbs that take back the denial in front of them: `do not forget`."""
_AGAINST = re.compile(
    r"\b(?:do(?:es)? not|don't|doesn't|never|must not|should not|may not|shall not|cannot|can not"
    r"|can't|not to|avoid\w*|instead of|rather than|(?<!not )(?<!never )omit\w*|leaves? (?:it|them|this) (?:out|off))\b"
    rf"(?! (?:only|{_UNDONE})\b)",
    re.IGNORECASE,
)
_DENIED_BEFORE = re.compile(
    r"\b(?:no|nothing|nobody|not|nor|neither|without|none of|isn't|aren't|wasn't|weren't)\b"
    rf"(?! (?:only|just|more than|later than|less than|{_UNDONE}\b))|n't\b(?! {_UNDONE}\b)",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"\b(?:(?:is|are|was|were|do|does|did|has|have|may|must|should|can|will|would|need)\s+(?:not"
    r"|never|no longer)"
    r"|cannot|never|(?:is|are|was|were) (?:absent|lacking|ruled out|out of the question)|(?:is|are) no\b|(?:has|have)\s+no\s+(?:meaning|effect|place))\b|n't\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(r"\b(?:after|before|since|once|as|that)\b", re.IGNORECASE)
"""Begins what is said of something else, whose denial denies nothing in front of it."""
_CONDITION = re.compile(
    r"\b(?:if|when|whenever|unless|whether|where|in case|once|until)\b", re.IGNORECASE
)


_LED = re.compile(
    r"(?:if|when|whenever|where|once|while|since|because|although|though|after|before|as)\b[^,;:]{1,120}, (?!(?:and|or|nor)\b)",
    re.IGNORECASE,
)
"""A clause that leads a sentence, whose denial denies nothing behind its comma."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its place in the normal text."""

    text: str
    start: int
    end: int

    def holds(self, offset: int) -> bool:
        """Whether a character of the text stands in the sentence."""
        return self.start <= offset < self.end

    def clause(self, start: int, end: int) -> tuple[str, int]:
        """The clause around a stretch of the text, and its offset in the text."""
        begin, stop = self._clause(start, end)
        return self.text[begin:stop], self.start + begin

    def polarity(self, start: int, end: int) -> Polarity:
        """What the clause does to what is said at a stretch of the text."""
        begin, stop = self._clause(start, end)
        first, last = max(begin, start - self.start), max(begin, end - self.start)
        before = self.text[max(begin, first - _REACH) : first]
        after = _SUBORDINATE.split(self.text[last : min(stop, last + _REACH)], maxsplit=1)[0]
        led = _LED.match(self.text)
        main = before
        if led and led.end() <= first:
            main = before[max(0, led.end() - max(begin, first - _REACH)) :]
        main = _RELATIVE.sub(" ", main)
        if _AGAINST.search(main):
            return "advised against"
        if _DENIED_BEFORE.search(main) or _DENIED_AFTER.search(after):
            return "denied"
        return "conditional" if _CONDITION.search(before) else "asserted"

    def denies(self, start: int, end: int) -> bool:
        """Whether the clause denies what is said at a stretch of the text, or advises against it."""
        return self.polarity(start, end) in ("denied", "advised against")

    def _clause(self, start: int, end: int) -> tuple[int, int]:
        """Where the clause around a stretch of the text begins and stops in the sentence."""
        starts, ends = _cuts(self.text)
        index = bisect_right(ends, start - self.start)
        after = bisect_left(starts, end - self.start, lo=index)
        return (
            ends[index - 1] if index else 0,
            starts[after] if after < len(starts) else len(self.text),
        )


_RELATIVE = re.compile(r"\b(?:that|which|who|whom)\b[^,;:]{1,60},", re.IGNORECASE)
"""A clause on the noun in front of it, whose denial denies nothing behind its comma."""
_REACH = 400
"""How many characters of a clause can say something of a stretch, before it and behind."""


@lru_cache(maxsize=64)
def _cuts(sentence: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where what parts the clauses of a sentence starts and ends; each of its mentions asks."""
    cuts = [*_CLAUSE.finditer(sentence)]
    return tuple(cut.start() for cut in cuts), tuple(cut.end() for cut in cuts)


def sentences_of(text: str) -> Iterator[Sentence]:
    """The sentences of a normal text, without the white space around them."""
    begin = 0
    for match in _END.finditer(text):
        if match[0] != "\n" and _ABBREVIATION.search(
            text[max(0, match.start() - 8) : match.start()]
        ):
            continue
        if text[: match.start()].endswith("?") and _ANSWER.match(text, match.end()):
            continue
        yield from _trimmed(text, begin, match.start())
        begin = match.end()
    yield from _trimmed(text, begin, len(text))


def _trimmed(text: str, start: int, stop: int) -> Iterator[Sentence]:
    piece = text[start:stop]
    words = piece.strip()
    if words:
        left = start + len(piece) - len(piece.lstrip())
        yield Sentence(words, left, left + len(words))
