"""Find what a text says of the days of a global period, in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportkit.reading.codes import code_mentions
from reportkit.reading.concepts import concepts_of, frame, told
from reportkit.reading.durations import durations
from reportkit.reading.numbers import IN_WORDS, NUMERO, value
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """A number of days that a text gives as the code's own global period."""

    days: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BilledVisit:
    """Words that say that a usual visit after the service is paid by itself."""

    start: int
    end: int


def global_periods(text: Text, own: str) -> Iterator[PeriodMention]:
    """The days of the global period that a text gives the code `own`."""
    taken: set[int] = set()
    for match in _numbers_of_days(text):
        start, end = match.span("days")
        number = _INDICATORS.get(match["days"].lower(), value(match["days"]))
        if number is None or start in taken or _of_others(text, match.span(), (start, end), own):
            continue
        taken.add(start)
        yield PeriodMention(int(number), start, end)
    yield from _day_itself(text, own)
    for match in _WHICH.find(text):
        days = _IN_ORDER[match["which"].lower()]
        if not _of_others(text, match.span("which"), match.span("which"), own):
            yield PeriodMention(days, *match.span("which"))
    if not text.words.isdisjoint(_OF_CARE):
        yield from _bounds(text, own, taken)


@once_for_each_text
def _numbers_of_days(text: Text) -> Iterator[re.Match[str]]:
    """Where a text gives a number of days, whichever code has them."""
    for wording in _WORDINGS:
        yield from wording.find(text)


def _day_itself(text: Text, own: str) -> Iterator[PeriodMention]:
    """The day of the service, where the period is said to end with it."""
    for match in _DAY_ITSELF.find(text):
        if not _of_others(text, match.span(), match.span(), own):
            yield PeriodMention(0, *match.span())


@once_for_each_text
def billed_visits(text: Text) -> Iterator[BilledVisit]:
    """Where a text says that usual visits after the service are paid by themselves."""
    taken: set[int] = set()
    for wording in _BILLED_APART:
        for match in wording.find(text):
            sentence = text.sentence(match.start())
            exempt = _EXEMPT.within(sentence.text) or _BEYOND.within(sentence.text)
            if not exempt and text.polarity(*match.span()) == "asserted":
                taken.add(sentence.start)
                yield BilledVisit(*match.span())
    for sentence in text.sentences:
        held = concepts_of(text, sentence) if sentence.start not in taken else ()
        if (
            _EXEMPT.within(sentence.text)
            or _BEYOND.within(sentence.text)
            or _gives_length(sentence)
        ):
            continue
        forms = (*_OF_CONCEPTS, *(_OF_FOLLOW_UP if text.route[:1] == ("follow_up",) else ()))
        for form, apart in forms:
            claim = told(sentence, held, form)
            if claim is not None and claim.says == apart:
                yield BilledVisit(claim.start, claim.end)
                break


@once_for_each_text
def billed_pregnancy_visits(text: Text) -> Iterator[BilledVisit]:
    """Where a text says that the visits before or after a birth are paid by themselves."""
    for sentence in text.sentences:
        held = concepts_of(text, sentence)
        for form, apart in _OF_PREGNANCY:
            claim = told(sentence, held, form)
            if claim is not None and claim.says == apart and not _OF_ANOTHER.within(sentence.text):
                yield BilledVisit(claim.start, claim.end)
                break


_OF_PREGNANCY: Final = (
    (frame("package-visit included", without="modifier"), False),
    (frame("package-visit bills", without="included modifier"), True),
    (frame("package-visit pays apart", without="included modifier"), True),
)
_OF_ANOTHER: Final = Wording(
    r"\b(?:CPT|alone)\b|\b(?:another|other|different) (?:practice|group|clinician|physician)\b|\bproblem\b"
)


def _bounds(text: Text, own: str, taken: set[int]) -> Iterator[PeriodMention]:
    """Lengths of time at whose end the care that is paid already is said to end."""
    for sentence in text.sentences:
        if _CARE.within(sentence.text) is None:
            continue
        for duration in durations(sentence.text):
            before = sentence.text[max(0, duration.start - _NEAR) : duration.start]
            behind = sentence.text[duration.end : duration.end + _NEAR]
            start, end = sentence.start + duration.start, sentence.start + duration.end
            bounds = any(first.within(before) and then.within(behind) for first, then in _BOUNDS)
            if (
                bounds
                and start not in taken
                and not _of_others(text, (start, end), (start, end), own)
            ):
                yield PeriodMention(int(duration.days), start, end)


def _gives_length(sentence: Sentence) -> bool:
    """Whether a sentence gives a length of time, at which visits may come to be paid."""
    return next(iter(durations(sentence.text)), None) is not None


_OF_CONCEPTS: Final = (
    (frame("care included", without="global modifier"), False),
    (frame("care bills|pays|opens apart", without="included modifier"), True),
)
"""Concepts by which a sentence says that later care is paid by itself, and how it then stands."""
_OF_FOLLOW_UP: Final = ((frame("care bills", without="included modifier no"), True),)
"""The same where all that is told is care after the service."""
_INDICATORS: Final = {"zero": 0, "no": 0, "same": 0, "000": 0, "010": 10, "090": 90}
_IN_ORDER: Final = {"first": 0, "second": 10, "middle": 10, "third": 90, "last": 90, "longest": 90}
_WHICH: Final = Wording(
    r"\b0,? 10,? (?:or|and) 90 days?\b[^.;]*\b(?:it|here|code|one) [^.;]*\b(?P<which>first|second|middle|third|last|longest)\b",
    "day days",
)
_DAY_ITSELF: Final = Wording(
    r"\b(?:pays?|payment|paid|fee|price|covers?|includes?|package|period|global)\b[^.;]{0,60}\b(?:only|just|nothing but|no more than) the day"
    r" (?:itself|of (?:the |its )?(?:operation|procedure|surgery|service))\b"
    r"|\b(?:pays?|payment|fee|price|covers?|includes?|package|period|global)\b[^.;]{0,60}\bthe day (?:itself|of (?:the |its )?(?:operation|procedure|surgery|service))"
    r",? (?:alone|only|and (?:nothing|no) (?:beyond|more|else|after|later|further))\b",
    "day",
)
"""Says that what is paid ends with the day of the service."""
_NEAR: Final = 160
"""Within how many characters of a length of time words tell what it bounds."""
_OF_CARE: Final = frozenset(
    ["visit", "visits", "care", "period", "package", "follow", "aftercare", "window", "global"]
)
_CARE: Final = Wording(
    r"\b(?:visits?|care|aftercare|periods?|packages?|windows?|global|follow-?ups?)\b"
)
_APART: Final = (
    r"(?:apart|separately|by (?:itself|themselves)|on (?:its|their) own|extra|in addition|again)"
)
_PAID = r"(?:paid|billed|reported|charged|claimed|paid for)"
_BOUNDS: Final = (
    (Wording(r"\b(?:period|package|care|window|global|aftercare)\b[^.;]{0,40}\b(?:ends?|lasts?|runs?|stops?|is over|runs out|expires?|closes?|shuts?)"
             r"(?: \w+)?(?: (?:after|for|at|with|on))?(?: the)? $"),
     Wording(r"^")),
    (Wording(r"\b(?:global (?:period|package|fee)|(?:period|package) of (?:the )?global surgery)\b[^.;]{0,30}\b(?:is|of|spans|covers|takes in|lasts)(?: about)? $"), Wording(r"^(?=[.;,]|$)")),
    (Wording(r""),
     Wording(r"^ after [^.;]{0,30}\b(?:period|package)\b[^.;]{0,15}\b(?:is over|has run out|has ended|ends|expires|closes)\b")),
    (Wording(r"\b(?:visits?|care|follow-?ups?)\b[^.;]{0,40}\b(?:of|in|within|during|for)(?: the)?(?: first)? $"),
     Wording(r"^ (?:alone|only)\b[^.;]*\b(?:belongs?|included?|part|covered|paid)\b")),
    (Wording(r"\bhow long\b[^.;?]{0,40}\b(?:global|period|package|window|aftercare)\b[^.;?]{0,20}\? (?:it is |about |only )?$"), Wording(r"^(?=[.;]|$)")),
    (Wording(r"\bonly\b[^.;]{0,30}\b(?:visits?|care)\b[^.;]{0,40}\b(?:of|in|within|during)(?: the)?(?: first)? $"),
     Wording(r"^[^.;]*\b(?:belongs?|included?|part|covered)\b")),
)  # fmt: skip
"""What stands before and behind a length of time at which paid care ends."""
_LATER = r"(?:care|visits?) after|after-?care|(?:follow-?up|post-?operative|suture|later|usual) (?:visits?|care)"
_BILLED_APART: Final = (
    Wording(
        rf"\b(?:{_LATER})\b(?:(?!\bafter the \w+ (?:day|week|month)\b)[^.;]){{0,40}}\b(?:is|are|may be|can be) {_PAID} {_APART}\b",
        "care visit visits aftercare",
    ),
    Wording(
        rf"\b(?:bills?|charges?|reports?|claims?) (?:each|every|all|the|any) (?:\w+ ){{0,3}}visits?\b[^.;]{{0,40}}\b{_APART}\b",
        "visit visits",
    ),
)
_EXEMPT: Final = Wording(
    r"\b(?:unrelated|complications?|other|another|modifiers?|before|earlier|previous|operating room|transfer\w*|hands? over|took over|takes over)\b"
)
_BEYOND: Final = Wording(
    r"\b(?:after|beyond|past|outside|later than|once) (?:the |this |that |these )?(?:\w+ )?(?:global |post-?operative )?(?:periods?|days?|weeks?|months?)\b"
)
_DAYS = rf"(?P<days>\d{{1,3}}|zero|{IN_WORDS})(?:[ -]|\s)days?\b"
_NEEDS = "global postoperative follow after within period"
_WORDINGS: Final = (
    Wording(
        rf"\bper[ií]odo (?:postoperatorio )?global (?:es |dura |abarca |tiene )?(?:de )?(?P<days>{NUMERO}) días\b",
        "global",
    ),
    Wording(
        r"\bglobal (?:surg\w+ )?(?:period|package|days|window|fee period)\b[^.;]{0,45}?(?<![\w.-])"
        + _DAYS,
        "global",
    ),
    Wording(rf"(?<![\w.-]){_DAYS}(?:'s?)?(?: \w+){{0,2}}? global\b", "global"),
    Wording(
        rf"(?<![\w.-]){_DAYS} (?:post-?operative|surgical) (?:period|package|window)\b",
        "postoperative operative surgical",
    ),
    Wording(r"(?<![\w.-])(?P<days>\d{1,3}|zero|" + IN_WORDS + r") global days?\b", "global"),
    Wording(
        r"\bglobal (?:surg\w+ )?(?:period |indicator |days )?(?:of |is |indicator )?\(?(?P<days>000|010|090)\b",
        "global",
    ),
    Wording(
        r"\b(?:follow-?up|after-?care|post-?operative|care after|visits? after"
        r"|return visits?)\b[^.;]{0,50}?"
        r"\b(?:within|for|in|during|over|through|of) (?:the |a |its )?(?:first |next "
        r"|following )?(?<![\w.-])"
        + _DAYS
        + r"(?= (?:of the global|after (?:the|surgery|it)|belong|(?:is|are) (?:included|in the global|part"
        r"|bundled|not paid)|following)|[,.;]|$)",
        "follow followup aftercare postoperative post after care visits visit return",
    ),
    Wording(
        r"\b(?:visits?|care)\b[^.;]{0,30}?\b(?:within|in|during|of) the (?:first |next |following )?"
        + _DAYS
        + r"(?= (?:is|are) (?:included|part|covered|bundled|paid|contained)\b[^.;]{0,40}\bglobal\b)",
        "visit visits care",
    ),
    Wording(r"\bwithin the (?<![\w.-])" + _DAYS, "within"),
    Wording(
        rf"\b(?:minor|major|surgical|global|post-?operative)(?:[- ](?:procedure|surgery))? (?:period|package|window) (?:of|is|lasts|runs|spans) {_DAYS}",
        "period package window",
    ),
    Wording(rf"\b(?:is|as) an? {_DAYS} (?:procedure|operation|surgery|code|service)\b", "day days"),
    Wording(
        rf"\bglobal(?: days| period)?: (?P<days>\d{{1,3}}|{IN_WORDS})(?: days)?(?=[.,;)]|$)",
        "global",
    ),
    Wording(
        rf"(?<![\w.-]){_DAYS} (?:\w+ )?(?:rule|window|package|bundle|period)\b"
        r"(?=[^.;]{0,60}\b(?:follow-?up|after-?care|visits?|care|post-?op\w*)\b)",
        "rule window package bundle period",
    ),
)

_GENERAL: Final = re.compile(
    r"\b(?:(?:minor|major|other|most|some|many|all|another|surgical) (?:procedures?|operations?"
    r"|codes?|surger(?:y|ies))"
    r"|(?<!\bis )(?<!\bas )\b(?:a|any) (?:\w+ )?(?:procedure|operation|code|service) (?:with|that (?:has|carries)|of) an?"
    r"|(?:surgery|procedures|operations|codes|services) (?:with|that (?:have|has|carry|carries)|of)|endoscop(?:y|ies) in general)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


_GOES_WITH_OTHERS: Final = Wording(
    r"^(?: days?)? (?:belongs?|goes|applies|is) (?:to|with|for|of) (?:the )?(?:smaller|lesser|minor|larger|major|other|some|many|most) (?:procedure|operation|code|surger|service)"
)
"""Behind the days: that procedures of another kind have them."""


def _of_others(text: Text, span: tuple[int, int], days: tuple[int, int], own: str) -> bool:
    """Whether the words around the days speak of another code, of procedures at large, or deny."""
    sentence = text.sentence(span[0])
    clause, offset = sentence.clause(*span)
    named = [
        mention.code
        for mention in code_mentions(text)
        if mention.kind == "billing" and offset <= mention.start < offset + len(clause)
    ]
    if named and own not in named:
        return True
    if _GENERAL.search(text.plain[max(offset, 0) : days[0]]):
        return True
    if _GOES_WITH_OTHERS.within(text.plain[days[1] : sentence.end]):
        return True
    return sentence.denies(*days)
