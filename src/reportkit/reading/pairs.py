"""Find what a sentence says of pairs of codes: bundled into which, with a modifier or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.reading.concepts import concepts_of, frame, told
from reportkit.reading.numbers import IN_WORDS, value
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording

Claim = Literal[
    "modifier permitted",
    "no modifier permitted",
    "no edit",
    "bundled into",
    "not bundled into",
    "takes in",
    "paid alone",
    "paid beside",
    "paid without a modifier",
]


@dataclass(frozen=True, slots=True)
class PairClaim:
    """What a sentence says of a pair of codes that it names."""

    claim: Claim
    start: int
    end: int
    of_own: bool = False
    """Whether it is said of the report's own code, by a word for it: `the release is the one paid`."""


@dataclass(frozen=True, slots=True)
class PairCount:
    """How many of the pairs a sentence says to permit a modifier, or to permit none."""

    number: int | None
    """None where all are meant."""
    permitted: bool
    start: int
    end: int


def sets_apart(text: str) -> bool:
    """Whether a text says of two codes that they do not stand on one claim."""
    return _APART.search(text) is not None


def service_apart(name: str, note: str) -> bool:
    """Whether a service beside a code says that the two do not stand on one claim.

    A name tells what is done in the service, as imaging without contrast.
    """
    return sets_apart(_DONE.sub("", name)) or sets_apart(note)


_DONE: Final = re.compile(r"\bwithout\b", re.IGNORECASE)
_APART: Final = re.compile(
    r"\b(?:not|never|no|nor|cannot|neither|without|instead|rather|except|unbundl\w*|bundl\w*"
    r"|includ\w*|part of|component|den(?:y|ied|ies)|exclud\w*|forbid\w*|either)\b|n't\b",
    re.IGNORECASE,
)


def pair_claim(text: Text, sentence: Sentence) -> PairClaim | None:
    """What a sentence says of a pair; none where it denies what it would have to assert."""
    for claim, wording in _CLAIMS:
        match = wording.within(sentence.text)
        if match is None:
            continue
        start, end = sentence.start + match.start(), sentence.start + match.end()
        denied = text.denies(start, end) or _NEVER.within(match[0]) is not None
        if claim == "takes in" and (denied or _CONDITION.within(sentence.text)):
            continue
        if claim == "bundled into" and denied:
            return (
                None
                if _CONDITION.within(sentence.text)
                else PairClaim("not bundled into", start, end)
            )
        if claim == "paid without a modifier" and _WHEN.within(sentence.text):
            continue
        if denied and claim != "no edit":
            return None
        if claim == "paid beside" and _is_of_one_site(sentence):
            claim = "paid without a modifier"
        of_own = _IS_THE_ONE.within(match[0]) is not None and (
            _OWN_NAMED.within(sentence.text[: match.start()]) or _OWN_PAID.within(match[0])
        )
        return PairClaim(claim, start, end, bool(of_own))
    return _of_concepts(text, sentence)


def _is_of_one_site(sentence: Sentence) -> bool:
    """Whether a sentence says that two codes are paid for one site, or always, and names no modifier."""
    return _ONE_SITE.within(sentence.text) is not None and _TOLD_APART.within(sentence.text) is None


def _of_concepts(text: Text, sentence: Sentence) -> PairClaim | None:
    """What a sentence says of modifiers and pairs by its concepts, in no wording that is listed."""
    held = concepts_of(text, sentence)
    of_modifier = text.key == "coding-specifications" and text.route[:1] == ("modifiers",)
    for form in (*_OPENED_BY, *((_IT_OPENS,) if of_modifier else ())):
        claim = told(sentence, held, form)
        if claim is not None:
            permitted: Claim = "modifier permitted" if claim.says else "no modifier permitted"
            return PairClaim(permitted, claim.start, claim.end)
    lost = told(sentence, held, _NEVER_PAID) or told(sentence, held, _NOT_OPENED)
    if lost is not None and lost.says:
        return PairClaim("no modifier permitted", lost.start, lost.end)
    return None


def is_on_all_edits(text: Text, sentence: Sentence, claim: PairClaim) -> bool:
    """Whether a claim is on the edits of the code as a whole, and on none of some kind."""
    asserted = text.polarity(claim.start, claim.end) in ("asserted", "denied")
    return asserted and bool(_EDITS.within(sentence.text)) and not _SOME.within(sentence.text)


_EDITS: Final = Wording(
    r"\b(?:the|its|every|each|all|any|these|los|las) (?:(?:NCCI|code|pair|procedure-to-procedure|of the) )*(?:edits?|pairs?|pares)\b"
)
_SOME: Final = Wording(
    r"\b(?:indicator|with|that|which|some|most|many|few|several|others?|another|one of|two of|if|when|where|whether|unless|only|first|second|column)\b|\d"
)
"""Words that pick out some of the edits, or tell what edits are."""
_OWN_NAMED: Final = Wording(r"\b(?:(?:the|this) (?!other\b|claim\b|one\b)[a-z]+) $")
_IS_THE_ONE: Final = Wording(r"^(?:is|as) the (?:one|code|service)\b|^pays\b|^only this\b")
_OWN_PAID: Final = Wording(r"^(?:pays (?:only )?(?:this|the)|only this)\b")
_OPENED_BY: Final = (
    frame("modifier|pair-modifier opens|pays|apart", conditional=True),
    frame("pair-modifier bills", conditional=True),
    frame("taken-apart", conditional=True),
    frame("taking-apart no", conditional=True),
)
_IT_OPENS: Final = frame("opens", conditional=True)
"""Said in the row of a modifier, where `it` is the modifier."""
_NOT_OPENED: Final = frame("opens no", says=False)
_NEVER_PAID: Final = frame("goes-unpaid always")


@once_for_each_text
def pair_counts(text: Text) -> Iterator[PairCount]:
    """How many of the pairs a text says to permit a modifier or none."""
    for match in _COUNTED.find(text):
        word = match["number"].lower()
        if word in ("no", "none"):
            continue
        number = 1 if word in ("one", "only one") else value(word)
        yield PairCount(
            None if number is None else int(number), match["closed"] is None, *match.span()
        )


_PAID = r"(?:paid|payable|billed|reported|claimed|charged)"
_TAKEN_IN = r"(?:bundled|folded|rolled|packaged|packed|absorbed|swallowed|subsumed|included|contained|comprised|counted|taken up|taken in|lost)"
_NO_CODE = (
    r"(?! (?:(?:a|an|the|this|that|many|most|some|each|every|one|its|their) )?(?:\w+ )?"
    r"(?:plans?|claims?|famil(?:y|ies)|lists?|reports?|tables?|groups?|range|categor(?:y|ies)|class|records?|notes?|charts?|place|use)\b)"
)
"""Not followed by what is no service."""
_IS = r"(?:is|are|was|gets?|becomes?|be)"
_NEVER: Final = Wording(r"^(?:is|are|was) (?:not|never)\b")
_CONDITION: Final = Wording(
    r"\b(?:if|when|whenever|unless|where|except|until|in (?:another|other))\b"
)
_ONE_SITE: Final = Wording(
    r"\b(?:same|one) (?:hand|wrist|knee|side|site|eye|ear|foot|leg|arm|session|tube|lesion|patient|limb|joint|nerve)\b|\b(?:always|in any case|each time|every time|without fail)\b"
)
_TOLD_APART: Final = Wording(
    r"\b(?:if|when|whenever|unless|where|except|modifiers?|59|X[EPSU]|25|other|another|different|separate|opposite|both (?:hands|knees|sides|eyes))\b"
)
"""Words by which two services on one day may be paid after all."""
_WHEN: Final = Wording(r"\b(?:if|when|whenever|unless|where|except)\b")
_OPENED = r"(?:opens?|unlocks?|lifts?|parts|separates|breaks|unbundles|gets|lets|brings|saves|helps?|makes|changes)"
_MODIFIER = r"(?:modifiers? )?(?:59|X[EPSU]|25|57|a modifier|the modifier|one)"
_OF_PAIR = r"\b(?:edits?|pairs?)\b[^.;]{0,40}\bindicator(?: is| of|:)? "
_CLAIMS: Final[tuple[tuple[Claim, Wording], ...]] = (
    ("no modifier permitted", Wording(rf"{_OF_PAIR}(?:0|zero)\b", "indicator")),
    ("modifier permitted", Wording(rf"{_OF_PAIR}(?:1|one)\b", "indicator")),
    ("no modifier permitted", Wording(
        r"\b(?:permits?|allows?|takes?|opens? (?:with|to)) no modifier\b|\b(?:does not|do not|never) (?:permit|allow) (?:a|any) modifier\b"
        rf"|\bno modifier (?:\w+ ){{0,2}}?{_OPENED}\b|\bno modifier (?:is|can be|may be) (?:permitted|allowed|used|accepted)\b"
        r"|\bcan never be (?:paid|billed|reported|claimed)\b|\b(?:can never|cannot|can not|may never) be (?:unbundled|separated from)\b|\bnever (?:paid|payable|billed) (?:together|on the same (?:day|date)|side by side)\b"
        rf"|\bclosed to (?:all |every |any )?modifiers?\b|\bnothing (?:\w+ )?(?:opens?|unlocks?|lifts?|breaks)\b"
        r"|\b(?:pairs?|edits?)\b[^.;]{0,60}\b(?:cannot|can never|can not|may not|is never|is not to) (?:be )?(?:opened|unlocked|lifted|bypassed|overridden|broken|separated)\b"
        r"|\b(?:pairs?|edits?)\b[^.;]{0,40}\b(?:is|stays?|remains?) (?:always )?(?:closed|shut|locked)\b")),
    ("modifier permitted", Wording(
        r"\b(?:permits?|allows?) (?:a|the|one) modifier\b"
        rf"|\b(?:separately )?(?:{_PAID}|allowed|accepted|comes? back|goes through|passes|survives)(?: \w+)? (?:with|by|under|behind) {_MODIFIER}\b"
        rf"|\b(?:a modifier|modifier \w\w|59|X[EPSU]) (?:\w+ )?{_OPENED}\b(?! (?:no|nothing)\b)|\ba modifier (?:is|may be|can be) (?:permitted|allowed|used)\b"
        r"|\bopen to (?:a )?modifiers?\b|\b(?:pairs?|edits?)\b[^.;]{0,40}\b(?:can|may) be (?:opened|unlocked|lifted|bypassed|overridden)\b"
        rf"|\b(?:opens?|opened|unlocked|lifted|bypassed) (?:with|by) {_MODIFIER}\b"
        rf"|\bpays?\b[^.;]{{0,40}}\b(?:when|if|once|with) {_MODIFIER}\b(?! (?:is )?(?:permitted|allowed))")),
    ("no edit", Wording(
        r"\bno (?:NCCI |code )?edit (?:\w+ )?(?:stands|exists|pairs|applies|holds|lies|links|bundles|joins|ties|touches|keeps)\b|\b(?:not|never) paired by an edit\b"
        r"|\b(?:never|not|do not|does not) (?:meet|paired|linked|tied|joined)\b[^.;]{0,20}\bedits?\b"
        r"|\bthere is no edit\b|\b(?:has|have|carry|carries) no edit with\b|\bnothing (?:\w+ )?keeps\b[^.;]{0,80}\bapart\b|\bfree of (?:any )?edits?\b")),
    ("paid without a modifier", Wording(
        rf"\b{_PAID}\b[^.;]{{0,80}}\b(?:without (?:a|any|the) modifier|without (?:any )?(?:more|further)(?: ado| steps)?(?=[.,;]|$)|freely|unconditionally|in any case|in every case|with no modifier|needs? no modifier)\b")),
    ("paid alone", Wording(
        r"\b(?:is|as) the (?:one|code|service) (?:that|which) (?:is paid|pays|survives|remains|stays|gets paid|Medicare pays)\b"
        r"|\bonly (?:this|this one|this code) (?:is|gets) paid\b|\bpays (?:only )?(?:this|the) \w+ and (?:drops|denies|refuses|leaves out|rejects|bundles) the other\b"
        r"|\bis the (?:column[- ](?:one|1)|comprehensive) (?:code|service)\b|\bis column[- ](?:one|1)\b")),
    ("takes in", Wording(
        r"\b(?:includes?|contains?|takes? in|absorbs?|swallows?|comprises?|subsumes?|embraces?)\b(?! (?:a|the) (?:visit|history|time)\b)")),
    ("paid without a modifier", Wording(r"\bse (?:paga|cobra)\b[^.;]{0,40}\bsin modificador\b", "modificador")),
    ("bundled into", Wording(r"\b(?:está|es|queda) (?:agrupad|incluid)[oa] (?:en|con|dentro de)\b", "está es queda")),
    ("bundled into", Wording(
        rf"\b(?:{_IS} )?(?:\w+ )?{_TAKEN_IN} (?:up )?(?:into|in|with|within|by|under)\b{_NO_CODE}"
        rf"|\b(?:goes|go|falls?|disappears?|dissolves?|vanish(?:es)?|merges?) (?:up )?into\b{_NO_CODE}"
        rf"|\b(?:is|are|was|as|forms?|makes?) (?:only )?(?:(?:a|an|the) )?(?:\w+ )?(?:part|component|piece|portion) (?:of|that goes into)\b{_NO_CODE}"
        r"|\bis the (?:one|code|service) (?:that|which) (?:yields|gives way|is dropped|drops out|is denied|loses|falls away|goes unpaid)\b"
        r"|\b(?:is|are) the (?:column[- ](?:two|2)|component|lesser) (?:code|service)\b|\b(?:is|are|stands|sits) (?:in )?column[- ](?:two|2)\b(?! (?:code|service))|\bis the component(?= and\b|[.,;]|$)"
        r"|\bbundles? (?:[\w ]+ )?(?:\d{5}|[A-Z]\d{4}) into\b")),
    ("paid beside", Wording(
        rf"\b(?:is|are|may be|can be) (?:always )?{_PAID} (?:beside|besides|alongside|in addition|separately|by (?:itself|themselves)|apart|on top|too|as well|extra)\b"
        r"|\bpaid for both\b|\bboth (?:are|get|gets) (?:their |a )?(?:paid|payment|money)\b"
        r"|\bpaid (?:beside|besides|alongside)\b|\b(?:bill|report|charge|claim) (?:it|this|them) (?:as a service of its own|separately|by itself|apart|too|as well)\b"
        rf"|\bboth (?:are|may be|can be) {_PAID}\b|\bboth\b[^.;]{{0,60}}\band\b[^.;]{{0,40}}\b(?:are|may be|can be|get) {_PAID}\b")),
)  # fmt: skip
_COUNTED: Final = Wording(
    rf"\b(?P<number>all|both|each|every|none|no|(?:only )?one|{IN_WORDS}|\d+) (?:one )?of the (?:\w+ )?(?:pairs|edits)\b"
    r"(?:(?!\bnone\b)[^.;])*?\b(?:(?P<closed>(?:permits?|allows?|takes?) no modifiers?|(?:is|are) closed|(?:have|has|carry|carries) (?:the )?indicator 0)"
    r"|(?P<open>(?:permits?|allows?|takes?) (?:a|one|the) modifiers?|(?:is|are) open|opens?|(?:have|has|carry|carries) (?:the )?indicator 1))\b",
    "pairs edits",
)
