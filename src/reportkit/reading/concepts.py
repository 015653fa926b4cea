"""Read the words of a sentence as concepts of billing: pays, two surgeons, follow-up, free of charge.

What a sentence claims is then told by which concepts it holds, in any order and any voice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from reportkit.model.phrases import Phrases
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept that words of a text stand for."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim told by concepts: one of each group, in one sentence, and none of `without`."""

    groups: tuple[frozenset[str], ...]
    without: frozenset[str] = frozenset()
    says: bool = True
    """Whether a sentence that denies nothing affirms the claim."""
    conditional: bool = False
    """Whether it is claimed under a condition as well: what is never so is not so then."""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that a sentence makes, and whether it affirms it."""

    says: bool
    start: int
    end: int


def frame(words: str, *, without: str = "", says: bool = True, conditional: bool = False) -> Frame:
    """A frame from its groups, parted by blanks, with `|` between what may stand in for it."""
    groups = tuple(frozenset(group.split("|")) for group in words.split())
    return Frame(groups, frozenset(without.split()), says, conditional)


@once_for_each_text
def concepts(text: Text) -> Iterator[Concept]:
    """The concepts of a text, in order."""
    for occurrence in _phrases().find(text.plain):
        if occurrence.value is not None:
            yield Concept(occurrence.value, occurrence.start, occurrence.end)


def concepts_of(text: Text, sentence: Sentence) -> tuple[Concept, ...]:
    """The concepts of one sentence."""
    of_text = concepts(text)
    first = bisect_left(of_text, sentence.start, key=_start)
    return of_text[first : bisect_left(of_text, sentence.end, lo=first, key=_start)]


def _start(concept: Concept) -> int:
    return concept.start


def told(sentence: Sentence, held: tuple[Concept, ...], form: Frame) -> Told | None:
    """What a sentence with some concepts says by a frame; None where two denials or a condition
    leave it open.
    """
    names = {concept.name for concept in held}
    if not names.isdisjoint(form.without | _OF_THE_REPORT) or any(
        names.isdisjoint(one) for one in form.groups
    ):
        return None
    spans = [_first(held, group) for group in form.groups]
    start, end = min(one.start for one in spans), max(one.end for one in spans)
    clause, offset = sentence.clause(start, end)
    within = [one for one in held if offset <= one.start < offset + len(clause)]
    stop = clause.find(" and ", end - offset)
    scope = offset + stop if stop >= 0 else offset + len(clause)
    denials = sum(one.name == "no" and one.start < scope for one in within)
    if _nothing_unless(within, start):
        return Told(form.says, start, end)
    conditions = {one.name for one in within} & {"if", "unless"}
    if denials > 1 or "unless" in conditions or (conditions and not form.conditional):
        return None
    return Told(form.says != bool(denials), start, end)


def _nothing_unless(within: list[Concept], start: int) -> bool:
    """Whether a clause denies everything unless what stands from `start` on: it is asked for then."""
    denials = [one.start for one in within if one.name == "no"]
    exceptions = [one.start for one in within if one.name == "unless"]
    return len(denials) == len(exceptions) == 1 and denials[0] < exceptions[0] < start


_OF_THE_REPORT: Final = frozenset({"own-report"})
"""What a report says of itself claims nothing of the code."""


def _first(held: tuple[Concept, ...], group: frozenset[str]) -> Concept:
    return next(concept for concept in held if concept.name in group)


@cache
def _phrases() -> Phrases[str | None]:
    return Phrases(
        {
            phrase: None if name == "neutral" else name
            for name, phrases in PHRASES_OF.items()
            for phrase in phrases
        },
        {},
    )


def _each(firsts: str, *seconds: str) -> tuple[str, ...]:
    """Each of some words before each of some phrases."""
    return tuple(f"{first} {second}" for first in firsts.split() for second in seconds)


_SIDED: Final = ("hands", "wrists", "knees", "eyes", "feet", "ears", "sides", "hips", "shoulders", "breasts", "legs", "arms")  # fmt: skip
_PARTS: Final = ("hand", "wrist", "knee", "eye", "foot", "ear", "side", "hip", "shoulder", "breast", "leg", "arm")  # fmt: skip
PHRASES_OF: Final[Mapping[str, tuple[str, ...]]] = {
    "no": (
        *("no", "not", "never", "nothing", "none", "nor", "neither", "without", "nobody", "cannot", "no longer"),
        *_each("isn aren doesn don won can wasn didn", "t"),
        *("ruled out", "rules out", "refuses", "refused", "rejects", "rejected", "denies", "denied", "excluded", "excludes", "forbids", "forbidden"),
        *("in vain", "barred", "bars", "withheld", "withholds", "turned down", "turns down", "out of the question", "hardly any", "fails to", "no one"),
        *("nunca", "sin", "ningún", "ninguna", "tampoco", "jamás"),
    ),
    "if": ("si", "cuando", "if", "whether", "when", "whenever", "provided that", "as long as", "where"),
    "unless": ("salvo", "a menos que", "unless", "except", "only if", "only when", "save where", "until"),
    "neutral": (
        "outside the physician fee schedule", "outside of the physician fee schedule", "outside the fee schedule",
        *_each("an the", "open one", "open operation", "open surgery", "open release", "open procedure", "open wound", "open division", "open approach"),
        "at the most", "at the least", "an open", "no more than", "no más de", "no less than", "not only", "not even", "no later than", "no matter",
         "as a visit of its own", "no sooner than", "pays attention", "part of the claim",
        "anesthesia conversion factor", "conversion factor of its own", "conversion factor for anesthesia",
    ),
    "pays": (
        *("pay", "pays", "paid", "payable", "payment", "payments", "paying", "reimburse", "reimburses", "reimbursed", "reimbursement"),
        *("gets", "get", "earn", "earns", "earned", "collect", "collects", "fee", "fees", "money", "revenue", "receives", "receive", "gets money", "yields", "yield", "nets"),
        *("amount for the surgeon", "amount for the clinician", "amount for the physician", "worth", "bring", "brings", "compensated", "compensates", "remunerated", "brings in", "draws", "fetches", "cheque", "check is cut"),
        *("paga", "pagan", "pagado", "pagada", "cobra", "cobrar", "cobran", "cobrarse", "se paga"),
    ),
    "priced": ("price", "prices", "priced", "pricing", "valued", "values", "rated", "calculated", "computed", "worked out", "multiply"),
    "clinician": ("clinician", "clinicians", "physician", "physicians", "surgeon", "surgeons", "doctor", "doctors", "professional", "practitioner", "practitioners"),
    "assistant": ("assistant", "assistants", "assisting surgeon", "assisting surgeons", "assistant at surgery", "assistants at surgery", "assistant surgeon", "assistant surgeons", "first assistant"),
    "two-surgeons": ("co surgeon", "co surgeons", "cosurgeon", "cosurgeons", "two surgeons", "both surgeons", "pair of surgeons", "second surgeon", "co surgery", "two operating surgeons"),
    "team": ("surgical team", "team of surgeons", "team surgery", "surgical teams", "surgeons as a team", "three surgeons"),
    "several": (
        *_each("two several more further additional other multiple many", "procedures", "operations", "units", "services", "codes", "surgeries"),
        *_each("second another further lesser cheaper smaller lower-valued other additional next", "procedure", "operation", "unit", "one", "service", "code", "surgery"),
        *_each("several two more", "timed services", "timed codes", "timed units", "therapies", "treatments"),
        *("every unit", "each unit", "all units", "more therapy", "the cheaper", "more than one procedure", "more than one unit", "multiple procedure", "second of two", "second of the two", "the second", "second and later", "second unit of a day"),
    ),
    "reduced": (
        *("reduced", "reduces", "reduction", "reductions", "cut", "cuts", "discount", "discounted", "discounts", "lowered", "trimmed", "marked down"),
        *("shaved", "halved", "paid at half", "taken off", "paid less", "half price", "at half", "docked"),
    ),
    "in-full": ("in full", "full price", "full fee", "full amount", "undiminished", "unreduced", "whole fee", "at one hundred percent", "at 100 percent", "full payment", "full rate"),
    "both-sides": (*_each("both two", *_SIDED), "bilateral", "bilaterally", *_each("each either", *_PARTS), *_each("second other", *_PARTS)),
    "office": ("office", "offices", "physician office", "nonfacility", "non facility", "outside a facility", "in the practice", "the practice", "own rooms", "own premises"),
    "facility": (
        *("facility", "facilities", "hospital", "hospitals", "hospital clinic", "hospital clinics", "hospital outpatient department"),
        *("hospital outpatient departments", "facility setting", "in a facility", "outpatient department"),
    ),
    "center": (
        *_each("surgery surgical", "center", "centers", "centre"),
        *("ambulatory surgical center", "ambulatory surgery center", "ambulatory surgical centers", "ambulatory surgery centers", "asc", "ascs"),
    ),
    "facility-fee": ("facility fee", "facility payment", "facility fees", "facility payments"),
    "of-two": ("of the two", "two settings", "of both", "both settings", "either setting", "two places"),
    "than": ("than", "as much as"),
    "own-report": ("shown", "spoken of", "this report", "this edition", "told here", "listed here", "described here"),
    "same": (
        *("untouched", "unchanged", "the same", "same amount", "same fee", "same price", "same rate", "equal", "equally", "identical", "identically", "no difference", "alike"),
        *("does not depend on", "do not depend on", "does not matter", "makes no difference", "unaffected by", "independent of", "no bearing", "no influence", "plays no role", "plays no part", "no effect on"),
    ),
    "wherever": (
        *_each("where", "the operation is done", "the procedure is done", "the service is given", "the visit is held", "it is given", "the test is done"),
        *("wherever", "where the patient is seen", "where it is done", "place of service", "in both settings", "in either setting", "regardless of the site", "regardless of where", "no matter where", "regardless of the setting"),
        *("in every setting", "whatever the setting", "whatever the site", "between settings", "whichever setting", "at every site", "in both places"),
        *("regardless of site", "regardless of setting", "of the place", "of the site", "here or there", "in either place", "wherever it is done", "whatever the place"),
    ),
    "more": ("more", "higher", "larger", "greater", "better", "dearer", "bigger", "richer"),
    "most": ("the most", "highest", "best paid", "largest", "biggest"),
    "least": ("the least", "lowest", "worst paid", "smallest"),
    "less": ("less", "lower", "smaller", "cheaper", "worse", "lesser"),
    "fee-schedule": (
        *("fee schedule of physicians", "fee schedule for physicians", "physicians fee schedule", "physician fee schedule", "relative value", "relative values", "relative value unit", "relative value units", "rvu", "rvus"),
        *("conversion factor", "physician schedule", "work units", "practice expense", "malpractice", "medicare fee schedule"),
    ),
    "laboratory-schedule": ("clinical laboratory fee schedule", "laboratory fee schedule", "laboratory schedule"),
    "carries": ("carry", "carries", "has", "have", "holds", "given", "gives", "assigned", "assigns", "sets", "set", "listed", "appears", "found", "stands"),
    "professional-part": ("reading", "interpretation", "professional part", "professional component", "read", "interpreting", "reader"),
    "technical-part": ("equipment", "technical part", "technical component", "machine", "taking of the images", "taking the images", "technical side"),
    "both-parts": (
        *_each("technical professional", *(f"{joint} {part}" for joint in ("and", "and a") for part in ("technical", "professional"))),
        *("two components", "two parts", "parts of its own"),
    ),
    "apart": (
        *("apart", "separately", "separate", "split", "splits", "divided", "by themselves", "by itself", "on its own", "on their own", "on its own line"),
        *("in two parts", "as two parts", "broken up", "taken apart", "parted", "each by itself", "independently", "individually", "one by one", "in addition", "as an office visit", "as a visit", "as visits", "extra"),
        *("each send", "on top", "on top of it", "a claim of their own", "claims of their own", "its own fee", "their own fee", "a fee of its own", "own payment", "as office visits", "visit by visit", "each time", "as a service of its own", "out separately"),
    ),
    "bills": ("bill", "bills", "billed", "billable", "billing", "charge", "charges", "charged", "report", "reports", "reported", "claim", "claims", "claimed", "chargeable", "invoice", "invoiced"),
    "care": (
        *("visit", "visits", "follow up", "follow ups", "aftercare", "after care", "checkup", "checkups", "check up", "check ups", "suture removal"),
        *("removal of sutures", "removal of the sutures", "removing the sutures", "removing sutures", "taking out the sutures", "taking the sutures out", "taking out the stitches", "wound check", "wound checks", "dressing change", "dressing changes", "stitches"),
        *("postoperative care", "later visits", "care after", "return visit", "return visits", "post op visit", "post op visits", "postoperative visit", "postoperative visits"),
        *("whatever the patient needs", "whatever the hand needs", "looking after", "looked after", "looks after", "a repeat", "recheck", "rechecks", "the check", "check at"),
    ),
    "included": (
        *("included", "includes", "include", "no charge", "no extra charge", "free", "free of charge", "already paid", "built into", "built in", "part of", "belongs to", "belong to"),
        *("covered by", "in the price", "in the fee", "in the payment", "comes with", "come with", "no extra payment", "nothing extra", "at no cost", "at no extra cost"),
        *("without charge", "without extra charge", "without further payment", "inside the fee", "rolled into", "wrapped into", "has already been paid", "have already been paid"),
        *("has already paid", "takes in", "take in", "not billed", "never billed", "not billable", "not separately billable", "cost nothing", "costs nothing", "not paid separately"),
        *("not paid apart", "blocks", "come along with", "comes along with", "paid with the operation", "packaged", "thrown in", "part of the deal", "on the house", "no fee of its own", "no separate charge", "no separate payment", "baked into", "folded into", "swallowed by", "absorbed by"),
    ),
    "approval": (
        *("approve", "approves", "approved", "approval", "approvals", "authorize", "authorizes", "authorization", "permission", "consent", "leave of the plan"),
        *("go-ahead", "green light", "a yes", "said yes", "says yes", "sign off", "sign-off", "clearance", "okay", "asking the plan", "ask the plan", "asking the payer"),
        *("ask the payer", "asking the insurer", "ask the insurer", "prior review", "a nod", "clears", "cleared", "agreement of the plan", "word from the plan"),
    ),
    "beforehand": ("before", "beforehand", "first", "in advance", "ahead of time", "up front", "on file", "previously", "prior", "ahead"),
    "waived": ("waives", "waived", "skips", "drops", "does without", "dispenses with", "has dropped"),
    "unasked": ("without a call", "without asking", "without a phone call", "without a request", "no questions asked", "without being asked", "without a prior call"),
    "global": ("global period", "post op period", "period of aftercare", "global package", "global concept", "global surgical package", "global surgery", "global days", "postoperative period", "global window"),
    "falls-under": ("falls under", "fall under", "fell under", "subject to", "comes under", "come under"),
    "of-other": ("of a procedure", "of another", "of an operation", "of an earlier", "unrelated", "of the surgeon", "of some"),
    "taken-apart": ("may be unbundled", "can be unbundled", "could be unbundled", "is unbundled", "are unbundled"),
    "taking-apart": ("unbundling", "taking apart"),
    "goes-unpaid": ("lost", "unpaid", "forfeited", "goes unpaid", "shuts the door"),
    "always": ("always", "in any case", "in every case", "whatever is appended", "whatever the modifier", "whatever the circumstances", "with or without a modifier"),
    "package-visit": (
        *_each("visits care", "before the birth", "before birth", "before the delivery", "during the pregnancy", "during pregnancy"),
        *_each("prenatal antenatal antepartum postpartum", "visit", "visits", "care", "checkup", "checkups", "check"),
        *_each("visit visits check checkup care", "after the birth", "after birth", "after the delivery"),
    ),
    "of-own": ("of its own", "of their own"),
    "pair-modifier": ("59", "25", "57", "xe", "xp", "xs", "xu"),
    "modifier": ("modificador", "modificadores", "modifier", "modifiers", "any modifier", "append", "appends", "appended", "you append"),
    "opens": (
        *("opens", "open", "opened", "unlock", "unlocks", "unlocked", "unbundle", "unbundles", "lifts", "lifted", "bypass", "bypasses"),
        *("bypassed", "overrides", "overridden", "breaks", "extra money", "goes through", "be had", "passes", "survives"),
        *("released", "separates", "separated", "gets through", "go through", "get through", "comes through", "come through", "pass", "survive", "allowed beside", "helps", "works", "is fine", "are fine", "is all right", "goes out", "gets around", "get around", "honored", "honoured", "rescued", "rescues", "lets both through", "saved", "saves"),
    ),
}  # fmt: skip
"""Concept to the phrases that stand for it; a phrase of `neutral` stands for none."""
