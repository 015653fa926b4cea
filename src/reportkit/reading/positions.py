"""Find what a text says of a payer's position: covers, sets conditions, approves beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.reading.concepts import Told, concepts_of, frame, told
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording

Topic = Literal["covers", "sets conditions", "approves beforehand", "has a policy"]


@dataclass(frozen=True, slots=True)
class PositionMention:
    """A topic of a payer's position, and whether a sentence affirms or denies it."""

    topic: Topic
    says: bool
    qualified: bool
    """Whether the sentence names a condition, an exception or a part."""
    start: int
    end: int


def positions(text: Text, sentence: Sentence) -> Iterator[PositionMention]:
    """What a sentence says of positions, each topic once, whoever's they are."""
    qualified = _QUALIFIED.within(sentence.text) is not None
    topics: set[Topic] = set()
    for topic, says, wording in _WORDINGS:
        match = wording.within(sentence.text)
        if match is None or topic in topics:
            continue
        topics.add(topic)
        start, end = sentence.start + match.start(), sentence.start + match.end()
        denied = text.denies(start, end)
        yield PositionMention(topic, says != denied, qualified, start, end)
    if "approves beforehand" not in topics:
        asked = approval(text, sentence)
        if asked is not None:
            yield PositionMention("approves beforehand", asked.says, False, asked.start, asked.end)


def approval(text: Text, sentence: Sentence) -> Told | None:
    """What a sentence says of leave that is asked for before the service, by its concepts."""
    held = concepts_of(text, sentence)
    for form in _APPROVALS:
        claim = told(sentence, held, form)
        if claim is not None:
            return claim
    return None


_APPROVALS: Final = (
    frame("approval beforehand"),
    frame("approval waived", says=False),
    frame("unasked", says=False),
)


def is_on_position(sentence: Sentence) -> bool:
    """Whether a sentence tells what a payer covers, or asks for before it does."""
    return _ON_POSITION.within(sentence.text) is not None


_HAS = r"(?:has|have|publish(?:es)?|keeps?)"
_POLICY = r"(?:\w+ )?polic(?:y|ies)\b(?= (?:on|for|of|about)\b|[.,;]|$)"
_SERVICE = (
    r"(?:it|screening|measurement|code|operation|procedure|service|test|study|drug|visit|panel|session|training|surgery"
    r"|treatment|injection|release|radiograph|therapy|examination)"
)
_SERVED = rf"(?:the |this |these |any |an? )?(?:\w+ ){{0,2}}?{_SERVICE}s?\b"
_QUALIFIED: Final = Wording(
    r"\b(?:if|when|whenever|unless|only|until|before(?!hand)|after|within|except|besides|second"
    r"|repeat\w*|further|more than|less than|for (?!the\b|it\b|this\b|no\b|any\b|prior\b|pre|approval\b)|as an?|in (?:the|an?|some)"
    r"|without (?!(?:any )?(?:conditions?|restrictions?|limits?|prior|pre|authori|approval))"
    r"|where|outside|provided that|so long as|once)\b"
)
"""Words that make a position one of some cases only."""
_WORDINGS: Final[tuple[tuple[Topic, bool, Wording], ...]] = (
    ("sets conditions", False, Wording(
        r"\bwithout any [^.;]{0,50}\bor (?:any )?(?:other )?(?:conditions?|criteria)\b|\b(?:without|free of) (?:any |further )?(?:conditions?|criteria|restrictions?)\b|\bunconditionally\b"
        r"|\b(?:sets?|has|have|names?|makes?) no (?:conditions?|criteria|restrictions?)\b|: no (?:conditions?|criteria|restrictions?)\b")),
    ("sets conditions", True, Wording(
        r"\b(?:sets?|has|have|names?|makes?|attaches) (?:\w+ )?(?:conditions?|criteria|restrictions?)\b"
        r"|\bcovers? [^.;]{0,40}\b(?:with|under|on) (?:conditions?|criteria)\b")),
    ("approves beforehand", True, Wording(
        r"\b(?:prior authori[sz]ations?|pre-?authori[sz]\w+|pre-?certif\w+|prior approvals?|advance approval)\b"
        r"|\b(?:approv\w+|authori[sz]\w+)\b[^.;]{0,40}\b(?:beforehand|in advance|first|up front|ahead of time)\b"
        rf"|\b(?:approv\w+|authori[sz]\w+) before {_SERVED}"
        r"|\basked (?:\w+ ){0,3}?(?:beforehand|first|in advance|ahead of time|for (?:its )?(?:leave|permission|consent|approval))\b"
        r"|\b(?:asks?|wants?|needs?|requires?|gives?)(?: for)? (?:its |a |an |the |prior |written )*(?:leave|permission|consent|go-ahead|authori[sz]ation)\b")),
    ("has a policy", False, Wording(rf"\b{_HAS} no {_POLICY}")),
    ("has a policy", True, Wording(rf"\b{_HAS} (?:an?|its own) {_POLICY}")),
    ("covers", True, Wording(
        rf"\bcovers? {_SERVED}|\b{_SERVICE}s? (?:is|are)(?: not| never| always)? covered\b"
        rf"|\b(?:pays? for|reimburses?) {_SERVED}|\b(?:is|are) (?:not )?a (?:covered )?benefit\b"
        r"|\b(?:considers?|regards?|sees|calls|deems|holds)\b[^.;]{0,50}(?<!not )\bmedically necessary\b")),
    ("covers", False, Wording(
        rf"\bturns? (?:\w+ ){{1,3}}down\b|\b(?:den(?:y|ies)|refuses?(?: to cover)?|rejects?|excludes?) {_SERVED}"
        rf"|\b{_SERVICE}s? (?:is|are) (?:excluded|non-?covered|refused)\b"
        r"|\b(?:considers?|regards?|sees|calls|treats|deems|holds)\b[^.;]{0,50}\b(?:unproven|experimental|investigational|not medically necessary|cosmetic)\b")),
)  # fmt: skip
"""Topic, whether its words affirm it, and the words; the first that fits is what is said of a topic."""
_ON_POSITION: Final = Wording(
    r"\b(?:looks? for|insists?|demands?|calls? for|needs?|cover(?:s|ed|age)?|criteri(?:a|on)|polic(?:y|ies)|asks?|wants?|expects?|requires?|approv\w+"
    r"|den(?:y|ies)|accepts?|takes?|allows?|permits?|pays?|conditions?)\b"
)
