"""Find what a text says of changes of policies: that one was made, and which way it went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording

Way = Literal["more", "less", "stricter", "looser", "asked for", "no longer asked for"]

CONTRARY: Final[dict[Way, Way]] = {
    "more": "less",
    "less": "more",
    "stricter": "looser",
    "looser": "stricter",
    "asked for": "no longer asked for",
    "no longer asked for": "asked for",
}
"""Each way of a change and the one that denies it."""


@dataclass(frozen=True, slots=True)
class ChangeMention:
    """A change that a sentence affirms or denies."""

    says: bool
    start: int
    end: int


def change_in(text: Text, sentence: Sentence) -> ChangeMention | None:
    """The change of a policy that a sentence tells of, if it does; none where it is conditional."""
    match = _CHANGED.within(sentence.text)
    if match is None:
        return None
    start, end = sentence.start + match.start(), sentence.start + match.end()
    polarity = text.polarity(start, end)
    if polarity == "conditional":
        return None
    denied = polarity != "asserted" or _NONE.within(match[0]) is not None
    return ChangeMention(not denied, start, end)


def is_on_policy(sentence: Sentence) -> bool:
    """Whether a sentence names the policy that is said to change, and not a payment or price."""
    return _POLICY.within(sentence.text) is not None


def ways(words: str) -> Iterator[tuple[Way, int, int]]:
    """Which ways some words say that things went, with their offsets."""
    for way, wording in _WAYS:
        for match in wording.each(words):
            yield way, *match.span()


_UP = r"(?:raised|increased|doubled|extended|lengthened|higher)"
_DOWN = r"(?:lowered|reduced|cut|decreased|halved|shortened)"
_STRICT = r"(?:tightened|narrowed|restricted|hardened)"
_LOOSE = r"(?:loosened|relaxed|widened|eased|softened|broadened)"
_STOPPED = r"(?:dropped|withdrew|withdrawn|removed|ended|abolished|lifted|waived|stopped)"
_BEGUN = r"(?:introduced|imposed|added|begun|began|started)"
_ASKS = r"(?:asks?|wants?|requires?|needs?|expects?|reviews?|covers?|pays?|accepts?)"
_CHANGED: Final = Wording(
    r"\b(?:no|any) (?:\w+ )?(?:changes?|news)\b"
    rf"|\b(?:changed|updated|revised|announced(?! (?:no|nothing|any)\b)|{_UP}|{_DOWN}|{_STRICT}|{_LOOSE}|{_STOPPED}|{_BEGUN})\b"
    rf"|\b(?:no longer|now|newly) {_ASKS}\b|\bwent from\b|\bhas a new policy\b|\bnew policy of\b"
    r"|\b(?:has become|became|has grown) (?:more|less) (?:generous|strict|lenient)\b"
    r"|\bchanges? (?:of|by|in) (?:the )?(?:polic(?:y|ies)|payer|[A-Z])|\bchange (?:takes?|took) effect\b"
)
_NONE: Final = Wording(r"^(?:no|any) (?!longer)")
_POLICY: Final = Wording(
    r"\b(?:polic(?:y|ies)|coverage|criteria|authori[sz]ation|approval|limits?|conditions?|modifiers?|documentation|visits?)\b"
)
_WAYS: Final[tuple[tuple[Way, Wording], ...]] = (
    ("more", Wording(rf"\b{_UP}\b|\bmore (?:generous|lenient)\b|\bless strict\b")),
    ("less", Wording(rf"\b{_DOWN}\b|\bless (?:generous|lenient)\b|\bmore strict\b")),
    ("stricter", Wording(rf"\b{_STRICT}\b")),
    ("looser", Wording(rf"\b{_LOOSE}\b")),
    ("no longer asked for", Wording(
        rf"\bno longer (?:asks?|wants?|requires?|needs?|expects?|reviews?)\b|\b(?:is|are) no longer (?:asked for|required|needed)\b"
        rf"|\b{_STOPPED}\b")),
    ("asked for", Wording(
        r"\b(?<!no longer )(?:asks? for|wants?|requires?|expects?)\b|\b(?:is|are) (?:now )?(?:asked for|required|needed)\b|\bneeds? a\b"
        rf"|\b{_BEGUN}\b")),
)  # fmt: skip
