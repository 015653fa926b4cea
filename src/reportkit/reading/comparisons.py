"""Find comparisons in a sentence: what stands on either side of `more than`, and shares of a whole."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from reportkit.reading.numbers import NUMBER, value
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording

Relation = Literal["more", "less", "the same"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A relation between what stands before `middle` in the text and what stands behind it."""

    relation: Relation
    start: int
    middle: int
    end: int


@dataclass(frozen=True, slots=True)
class Share:
    """Most of a whole, or least of it, that a sentence gives to what it names."""

    most: bool
    start: int
    end: int


def comparison_in(text: Text, sentence: Sentence) -> Comparison | None:
    """The comparison that a sentence affirms, if it makes one."""
    for relation, wording in _COMPARED:
        match = wording.within(sentence.text)
        if match is None:
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        middle = sentence.start + match.start("middle")
        if text.polarity(start, end) != "asserted":
            return None
        turned = _NOT.within(match[0]) is not None
        return Comparison(_TURNED[relation] if turned else relation, start, middle, end)
    return None


def share_in(text: Text, sentence: Sentence) -> Share | None:
    """The share of a whole that a sentence affirms in words, if it does."""
    for most, wording in _SHARES:
        match = wording.within(sentence.text)
        if match is not None:
            start, end = sentence.start + match.start(), sentence.start + match.end()
            return Share(most, start, end) if text.polarity(start, end) == "asserted" else None
    return _portion_in(text, sentence)


def superlative_in(text: Text, sentence: Sentence) -> Share | None:
    """Whether a sentence says of what it names that it is the most of all, or the least."""
    for most, wording in _SUPERLATIVES:
        match = wording.within(sentence.text)
        if match is not None:
            start, end = sentence.start + match.start(), sentence.start + match.end()
            return Share(most, start, end) if text.polarity(start, end) == "asserted" else None
    return None


def _portion_in(text: Text, sentence: Sentence) -> Share | None:
    """The share of a whole that a sentence affirms in numbers: `nine in ten of the visits`."""
    match = _PORTION.within(sentence.text)
    if match is None:
        return None
    part = value(match["percent"] or match["part"])
    whole = Decimal(_HUNDRED) if match["percent"] else value(match["whole"])
    start, end = sentence.start + match.start(), sentence.start + match.end()
    if not part or not whole or text.polarity(start, end) != "asserted":
        return None
    return Share(part * 2 > whole, start, end)


def is_on_counts(sentence: Sentence) -> bool:
    """Whether a sentence tells how often something is done, and not what is paid for it."""
    return bool(_COUNTED.within(sentence.text)) and not _PAID.within(sentence.text)


def is_on_rates(sentence: Sentence) -> bool:
    """Whether a sentence tells of negotiated rates or what payers pay."""
    return _RATES.within(sentence.text) is not None


def is_on_negotiated(sentence: Sentence) -> bool:
    """Whether a sentence tells of negotiated rates, and not of what is paid for a claim."""
    return _NEGOTIATED.within(sentence.text) is not None


_NOT: Final = Wording(r"\b(?:not|never)\b")
_TURNED: Final[dict[Relation, Relation]] = {"more": "less", "less": "more", "the same": "the same"}
"""What is meant where a comparison is denied: what is not below is above, or as good."""
_MORE = (
    r"(?:more|higher|larger|greater|bigger|richer|dearer|costlier|better|oftener|más|mayor"
    r"|(?:two|three|four|ten|several|many) times as (?:much|many|high|often))"
)
_LESS = r"(?:less|lower|smaller|fewer|cheaper|worse|rarer|menos|menor)"
_THAN = r"\b[^.;:]{0,60}?\b(?P<middle>than|as|que)\b"
_STANDS = r"(?:is|are|lies?|stays?|sits?|stands?|comes?|runs?)(?: \w+){0,2}"
_COMPARED: Final[tuple[tuple[Relation, Wording], ...]] = (
    ("more", Wording(rf"\b{_MORE}{_THAN}")),
    ("less", Wording(rf"\b{_LESS}{_THAN}")),
    ("more", Wording(rf"\b{_STANDS} (?P<middle>above|over)\b")),
    ("more", Wording(r"\b(?P<middle>exceeds?|tops?|outstrips?|surpass(?:es)?|outnumbers?)\b")),
    ("less", Wording(rf"\b{_STANDS} (?P<middle>below|under|beneath)\b")),
    ("less", Wording(r"\b(?:falls?|comes?|stays?|remains?) (?P<middle>short of|behind)\b")),
    ("less", Wording(r"\b(?P<middle>undercuts?|trails?)\b")),
    ("the same", Wording(r"\b(?P<middle>equals?|match(?:es)?)\b")),
    (
        "the same",
        Wording(
            r"(?<!twice )(?<!half )(?<!times )\b(?:just )?as (?:much|high|many|often)\b[^.;:]{0,60}?\b(?P<middle>as)\b"
        ),
    ),
    ("the same", Wording(r"\b(?:the same|equal|as (?:much|high|many|often)) (?P<middle>as|to)\b")),
)
_SHARES: Final = (
    (True, Wording(
        r"\b(?:most|the majority|the bulk|nearly all|almost all|more than half|the larger (?:part|share)) of\b|\bmost (?=\w+ (?:are|is|were|take))"
        r"|\b(?:mostly|mainly|chiefly|predominantly|usually|most (?:often|commonly|frequently))\b"
        r"|\b(?:most (?:common|usual|frequent)|usual|main|leading|commonest) (?:site|place|setting)\b")),
    (False, Wording(
        r"\b(?:few|hardly any|a minority|less than half|the smaller (?:part|share)) of\b|\b(?:rarely|seldom|hardly ever|least often)\b"
        r"|\b(?:rarest|least (?:common|usual|frequent)) (?:site|place|setting)\b")),
)  # fmt: skip
_SUPERLATIVES: Final = (
    (True, Wording(
        r"\b(?:(?:the|by far the) (?:highest|largest|greatest|best|most generous) (?:\w+ )?(?:medians?|rates?|prices?|amounts?|payer|of (?:the|all))|pays? (?:the )?(?:most|best|highest)|leads the (?:list|payers|field|rates))\b",
        "highest largest greatest best most leads")),
    (False, Wording(
        r"\b(?:(?:the|by far the) (?:lowest|smallest|least|poorest) (?:\w+ )?(?:medians?|rates?|prices?|amounts?|payer|of (?:the|all))|pays? (?:the )?(?:least|worst|lowest))\b",
        "lowest smallest least poorest worst")),
)  # fmt: skip
"""Whether the most is meant, and the words that put one payer before all others or behind them."""
_PORTION: Final = Wording(
    rf"(?<![\w.,-])(?:(?P<part>{NUMBER}) (?:in|of|out of)(?: every)? (?P<whole>{NUMBER})|(?P<percent>{NUMBER}) ?(?:percent|per cent|%))"
    r" (?:of )?(?:the |all |these |such )?(?:\w+ )?(?:visits?|services?|operations?|procedures?|tests?|studies|claims?|sessions?)\b"
)
_HUNDRED = 100
_COUNTED: Final = Wording(
    r"\b(?:visits?|services?|operations?|procedures?|tests?|studies|claims?|sessions?|often|oftener|frequent\w*|common\w*"
    r"|usual\w*|most\w*|main\w*|held|given|done|performed|billed|counted|carried out|takes? place)\b"
)
_PAID: Final = Wording(
    r"\b(?:pa(?:ys?|id|yments?)|rates?|pric\w+|amounts?|fees?|values?|RVUs?|costs?|worth)\b"
)
_RATES: Final = Wording(
    r"\b(?:rates?|medians?|percentiles?|negotiat\w+|pays?|paid|prices?|contracts?)\b"
)
_NEGOTIATED: Final = Wording(r"\b(?:rates?|medians?|percentiles?|negotiat\w+)\b")
