"""Find how long the care after a service is said to belong to it, and when it is paid by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.reading.concepts import concepts_of
from reportkit.reading.durations import Duration, durations
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording

Extent = Literal["lasts", "reaches", "ended", "since"]


@dataclass(frozen=True, slots=True)
class Aftercare:
    """Days that a text gives the care after a service.

    It lasts so long and no longer; or reaches at least so far; or has ended within that time; or
    is paid by itself since then.
    """

    extent: Extent
    days: int
    start: int
    end: int


@once_for_each_text
def aftercare(text: Text) -> Iterator[Aftercare]:
    """What a text says of the care after the service that is paid with it, by lengths of time."""
    if text.words.isdisjoint(_CARE_WORDS):
        return
    for sentence in text.sentences:
        names = {concept.name for concept in concepts_of(text, sentence)}
        if "care" not in names and not _CARE.within(sentence.text):
            continue
        if not _OF_OTHERS.within(sentence.text):
            yield from _of_sentence(sentence, free="included" in names)


@once_for_each_text
def modifier_ends(text: Text) -> Iterator[Aftercare]:
    """The days after which a text asks for no modifier any more, in the row of a modifier."""
    for sentence in text.sentences:
        if not _NO_MODIFIER.within(sentence.text):
            continue
        for duration in durations(sentence.text):
            before = sentence.text[max(0, duration.start - _NEAR) : duration.start]
            if _FROM.within(before):
                start, end = sentence.start + duration.start, sentence.start + duration.end
                yield Aftercare("lasts", int(duration.days), start, end)


def _of_sentence(sentence: Sentence, *, free: bool) -> Iterator[Aftercare]:
    """What a sentence on later care says of its length; `free` if its concepts say that it is paid."""
    included = _INCLUDED.within(sentence.text)
    apart = _APART.within(sentence.text) or (None if included else _MAY.within(sentence.text))
    if apart is not None and _DENIED.within(sentence.text[: apart.end()]):
        included, apart = included or apart, None
    if included is None and apart is None and not free:
        return
    for duration in durations(sentence.text):
        before = sentence.text[max(0, duration.start - _NEAR) : duration.start]
        behind = sentence.text[duration.end : duration.end + _NEAR]
        within = included is not None or free
        extent = _extent(before, behind, included=within, apart=apart is not None)
        if extent == "reaches" and _NOT_AFTER.within(sentence.text):
            extent = "lasts"
        if extent is not None:
            begins = extent == "ended" or _FROM_ON.within(before) is not None
            days = _days(duration, begins=begins)
            start, end = sentence.start + duration.start, sentence.start + duration.end
            yield Aftercare(extent, days, start, end)


def _extent(before: str, behind: str, *, included: bool, apart: bool) -> Extent | None:
    """What a length of time between some words says of paid care."""
    if apart and (_FROM.within(before) or _HAS_PASSED.within(behind)):
        return "since"
    visit_then = _VISIT.within(before) and _LATER.within(behind)
    if apart and (visit_then or _WITHIN.within(before) or _AT.within(before)):
        return "ended"
    if included and (_BOUND.within(before) or _is_measure(before, behind)):
        return "lasts"
    if included and (_WITHIN.within(before) or _FROM.within(before)):
        return "reaches"
    return None


def _is_measure(before: str, behind: str) -> bool:
    """Whether a length of time measures care: `a ten-day package`, `three weeks of aftercare`."""
    heads = _HEADS.within(before) is not None
    return (heads and _OF_CARE.within(behind) is not None) or _CARE_OF.within(behind) is not None


def _days(duration: Duration, *, begins: bool) -> int:
    """The day at which a length ends, or at which a month or week of an order begins."""
    number = duration.number - 1 if begins and duration.is_ordinal else duration.number
    return int(number * duration.days / duration.number) if duration.number else 0


_CARE_OF: Final = Wording(
    r"^(?:'s?|s'|')? (?:of |worth of )(?:\w+ )?(?:care|visits?|follow-?up|aftercare|check-?ups?)\b"
)
_HEADS: Final = Wording(r"^ *$|\b(?:a|its|one) $")
_NOT_AFTER: Final = Wording(
    r"\blater ones (?:do|are) not\b|\b(?:nothing|not|none|no longer|no visit) (?:after (?:that|it|them)|later|beyond (?:that|it|them)|thereafter)\b"
)
_NEAR: Final = 80
"""Within how many characters of a length of time words tell what it bounds."""
_CARE_WORDS: Final = frozenset(
    {
        "whatever",
        "everything",
        "visit",
        "visits",
        "care",
        "aftercare",
        "looking",
        "looked",
        "looks",
        "repeat",
        "follow",
        "checkup",
        "checkups",
        "calls",
        "check",
        "sutures",
        "stitches",
        "suture",
        "stitch",
        "wound",
        "dressing",
        "dressings",
    }
)
_CARE: Final = Wording(
    r"\b(?:whatever (?:happens|comes|follows|is (?:done|needed|necessary))|everything (?:that (?:happens|comes|follows)|after)|visits?|care|aftercare|follow-?ups?|check-?ups?|calls|removal of sutures|(?:sutures|stitches) (?:are|come) (?:taken )?out|changes? of dressings?)\b"
)
_OF_OTHERS: Final = Wording(
    r"\b(?:unrelated|complications?|another|modifiers?|before|operating room|transfer\w*|hands? over|took over|takes over"
    r"|other (?:procedures?|codes?|services|operations|problems?|hand|eye|knee|side)|new problem|plan of care)\b"
)
_PAID = r"(?:paid|billed|reported|charged|claimed)"
_SERVICE = r"(?:it|its \w+(?: period)?|a session|the (?:operation|procedure|surgery|service|visit|test|study|session|price|payment|fee|package|period|code|global \w+))\b"
_INCLUDED: Final = Wording(
    rf"\b(?:counts? as (?:aftercare|follow-?up|part)|belongs? to {_SERVICE}|(?:is|are|form) (?:a )?part of {_SERVICE}|(?:is|are) included(?: (?:in|with) {_SERVICE}|(?=[.,;]|$))|(?:is|are|come) in (?:the|its) (?:price|payment|fee|package|period)"
    r"|covered by the (?:price|payment|fee|package|operation)|comes? with (?:it|the operation|the price)|paid (?:for )?with (?:it|the operation|the service|the procedure)"
    r"|in (?:its|the) (?:price|fee|package)|without (?:a )?(?:further|extra|separate) (?:charge|payment|fee)|free of charge)\b"
)
_APART: Final = Wording(
    rf"\b{_PAID}(?: for)?(?: \w+){{0,2}} (?:apart|separately|one by one|by (?:itself|themselves)|on (?:its|their) own|in addition|extra|each"
    r"|as a (?:visit|service)(?: of (?:its|their) own)?)\b|\bearns? (?:a|its own|another) (?:payment|fee)\b"
    rf"|\bfor (?:an?|another) (?:further|extra|separate|additional|new) (?:payment|fee|charge)\b"
    r"|\b(?:bills?|charges?|reports?|claims?) (?:an?|the|each|every) (?:\w+ )?(?:visit|follow-?up|check-?up)\b[^.;]{0,40}\bas (?:an?|its own) (?:\w+ )?(?:visit|service)\b"
    r"|\b(?:is|are|means|makes) (?:a|another) (?:new|separate|further) (?:bill|claim|charge)\b"
)
_NO_MODIFIER: Final = Wording(
    r"\b(?:superfluous|not needed|needless|of no use|no modifier|without (?:a|any|the) modifier|(?:it|the modifier|modifier \w\w) (?:is|does) (?:no longer|not)|falls away|nothing is appended)\b"
)
_MAY: Final = Wording(
    rf"\b(?:may|can|could|will|cannot) (?:not |never |again )?be {_PAID}\b|\b(?:is|are) (?:again )?(?:billable|payable|chargeable)\b"
)
"""What is said of visits outside the care that is paid already."""
_DENIED: Final = Wording(r"\b(?:no|not|never|nothing|neither|nor|none|cannot)\b")
_FROM: Final = Wording(r"\b(?:after|beyond|past|from|later than|once|as of)(?: the)? $")
_HAS_PASSED: Final = Wording(r"^ (?:have|has|must) (?:to )?pass(?:ed)?\b")
_FROM_ON: Final = Wording(r"\b(?:from|as of)(?: the)? $")
_AT: Final = Wording(r"\b(?:at|on)(?: the)? $")
_VISIT: Final = Wording(
    r"\b(?:visits?|check-?ups?|sutures|stitches|dressings?)(?: (?:is|are|made|seen|held))?(?: \w+){0,2} $"
)
_LATER: Final = Wording(r"^ (?:later|after|from|following|past)\b")
_WITHIN: Final = Wording(r"\b(?:of|in|within|during)(?: the| its)?(?: first| next| last)? $")
_BOUND: Final = Wording(
    r"\b(?:for|until|till|up to|through|throughout|over|lasts?|runs?|ends? (?:after|with|at|on))(?: the| another| some)?(?: first| next| following)? $"
)
_OF_CARE: Final = Wording(
    r"^ (?:window|period|package|span|stretch)\b|^(?:'s?|s'|')? (?:of |worth of )?(?:\w+ )?(?:care|visits?|follow-?up|aftercare|check-?ups?)\b"
)
