"""Find what a text says of the fee schedule's indicators, as a topic and yes or no."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.reading.comparisons import Comparison, comparison_in
from reportkit.reading.framed import framed
from reportkit.reading.moves import move_in
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording

Topic = Literal[
    "assistant paid",
    "co-surgeons paid",
    "team paid",
    "reduced beside others",
    "splits",
    "both sides paid more",
    "priced in the fee schedule",
    "priced in the laboratory schedule",
    "priced in the office",
    "priced in a facility",
    "priced in a center",
    "whole study in a facility",
    "same in both settings",
    "office pays more",
    "hospital is paid more than a center",
    "center is paid more than the office",
    "center is paid more than the clinician",
    "hospital is paid more than the clinician",
    "has a global period",
    "is a major procedure",
    "priced by contractors",
]


@dataclass(frozen=True, slots=True)
class Statement:
    """A topic of the fee schedule, and whether a text affirms or denies it."""

    topic: Topic
    says: bool
    start: int
    end: int


@once_for_each_text
def statements(text: Text) -> Iterator[Statement]:
    """What a text says of the fee schedule."""
    taken: set[int] = set()
    for chosen in _of_two(text):
        taken.update(range(chosen.start, chosen.end))
        yield chosen
    for topic, says, wording in _WORDINGS:
        for match in wording.find(text):
            if not taken.isdisjoint(range(*match.span())):
                continue
            taken.update(range(*match.span()))
            denied = text.denies(*match.span())
            denied = denied != bool(_NOT.within(match[0]))
            yield Statement(topic, says != denied, *match.span())
    if not text.words.isdisjoint(_FACILITIES):
        yield from _compared(text, taken)
    for of_frame, affirmed, start, end in framed(text):
        if taken.isdisjoint(range(start, end)):
            yield Statement(of_frame, affirmed, start, end)


def _compared(text: Text, taken: set[int]) -> Iterator[Statement]:
    """Which of two settings is paid more, of sentences that hold one to the other or move between them."""
    for sentence in text.sentences if not text.words.isdisjoint(_OFFICES) else ():
        if not _PAID.within(sentence.text):
            continue
        moved = move_in(sentence)
        if moved is not None and taken.isdisjoint(range(moved.start, moved.end)):
            says = moved.into_office == moved.raises
            yield Statement("office pays more", says, moved.start, moved.end)
            continue
        compared = comparison_in(text, sentence)
        if compared is not None and taken.isdisjoint(range(compared.start, compared.end)):
            yield from _of_settings(sentence, compared)


def _of_two(text: Text) -> Iterator[Statement]:
    """What is said of the former or the latter of two settings: `of office and hospital, the latter …`."""
    for match in _LATTER.find(text):
        sentence = text.sentence(match.start())
        named = text.plain[sentence.start : match.start()]
        behind = text.plain[match.end() : sentence.end]
        more, less = _GETS_MORE.within(behind), _GETS_LESS.within(behind)
        denied = _NOT.within(behind) is not None
        for topic, one, other in _SIDES:
            first, second = one.within(named), other.within(named)
            if first is not None and second is not None and (more is None) != (less is None):
                is_first = (match["which"].lower() == "former") == (first.start() < second.start())
                says = (is_first == (more is not None)) != denied
                yield Statement(topic, says, sentence.start, sentence.end)
                break


def _of_settings(sentence: Sentence, compared: Comparison) -> Iterator[Statement]:
    """What a comparison says where it holds two settings to each other."""
    middle = compared.middle - sentence.start
    before, behind = sentence.text[:middle], sentence.text[middle:]
    of_clinician = _CLINICIAN.within(sentence.text) is not None
    for topic, one, other in (*_SIDES, *(_OF_CLINICIAN if of_clinician else ()), *_OF_FACILITY):
        if one.within(before) and other.within(behind):
            first = True
        elif other.within(before) and one.within(behind):
            first = False
        else:
            continue
        if compared.relation != "the same":
            says = (compared.relation == "more") == first
            yield Statement(topic, says, compared.start, compared.end)
        elif topic == "office pays more":
            yield Statement("same in both settings", True, compared.start, compared.end)
        return


_OFFICES: Final = frozenset(
    {
        "consultorio",
        "office",
        "offices",
        "nonfacility",
        "practice",
        "rooms",
        "premises",
        "center",
        "centers",
        "centro",
        "hospital",
        "hospitals",
    }
)
"""Words one of which a sentence needs that holds a setting to a facility."""
_FACILITIES: Final = frozenset(
    {
        *("facility", "facilities", "hospital", "hospitals", "instalación"),
        *("center", "centers", "centro"),
    }
)
_OFFICE_NAMED: Final = Wording(
    r"\b(?:offices?|consultorios?|nonfacility|own (?:rooms?|premises)|practice)\b"
)
_FACILITY_NAMED: Final = Wording(
    r"\b(?:facilit(?:y|ies)|hospitals?|instalaci(?:ón|ones)|hospitales)\b"
)
_LATTER: Final = Wording(r"\bthe (?P<which>former|latter)\b", "former latter")
_GETS_MORE: Final = Wording(r"\b(?:more|better|higher|larger|greater|dearer)\b")
_GETS_LESS: Final = Wording(r"\b(?:less|worse|lower|smaller|cheaper)\b")
_HOSPITAL_NAMED: Final = Wording(r"\b(?:hospitals?|outpatient departments?)\b")
_CENTER_NAMED: Final = Wording(r"\b(?:surgical|surgery) cent(?:er|re)s?\b|\bASCs?\b")
_SIDES: Final[tuple[tuple[Topic, Wording, Wording], ...]] = (
    ("hospital is paid more than a center", _HOSPITAL_NAMED, _CENTER_NAMED),
    ("office pays more", _OFFICE_NAMED, _FACILITY_NAMED),
)
"""Topic to the two settings that it holds to each other, the one that it says to be paid more first."""
_CLINICIAN: Final = Wording(
    r"\b(?:surgeons?|physicians?|clinicians?|doctors?|practitioners?|professional)\b"
)
_OF_CLINICIAN: Final[tuple[tuple[Topic, Wording, Wording], ...]] = (
    (
        "office pays more",
        _OFFICE_NAMED,
        Wording(r"\b(?:in|at) (?:an?|the) (?:ambulatory )?(?:surgical|surgery) cent(?:er|re)\b"),
    ),
)
"""The same of what a clinician is paid, for whom a surgical center is a facility."""
_NOT_WITHIN = "".join(
    rf"(?<!\b{within} )"
    for within in (
        "in",
        "at",
        "in a",
        "in an",
        "in the",
        "at a",
        "at an",
        "at the",
        "en",
        "en el",
        "en un",
    )
)
_CENTER_PAID: Final = Wording(
    rf"{_NOT_WITHIN}(?:(?<!ambulatory )(?:ambulatory )?\b(?:surgical|surgery) cent(?:er|re)s?\b"
    r"|\bthe cent(?:er|re)\b|\bASCs?\b|\bcentro (?:quirúrgico|de cirugía)\b|\bel centro\b)"
)
_HOSPITAL_PAID: Final = Wording(rf"{_NOT_WITHIN}(?:\bthe hospital\b|\bhospitals\b|\bel hospital\b)")
_CLINICIAN_PAID: Final = Wording(
    r"\b(?:surgeons?|physicians?|clinicians?|doctors?|practitioners?|cirujan[oa]s?|médic[oa]s?)\b"
)
_OF_FACILITY: Final[tuple[tuple[Topic, Wording, Wording], ...]] = (
    ("center is paid more than the office", _CENTER_PAID, _OFFICE_NAMED),
    ("center is paid more than the clinician", _CENTER_PAID, _CLINICIAN_PAID),
    ("hospital is paid more than the clinician", _HOSPITAL_PAID, _CLINICIAN_PAID),
)
"""The same of what a facility is paid itself, and not of what is paid for a service in it."""
_PAID: Final = Wording(
    r"\b(?:pays?|paid|payments?|fees?|earns?|earned|gets?|receives?|allows?|allowed|allowances?|yields?|nets?|brings?|makes? (?:more|less)|prices?|amounts?|totals?|rates?|worth|fetch(?:es)?|pagan?|pagos?|reciben?|cobran?)\b"
)
_NOT: Final = Wording(r"\b(?:not|never|no longer)\b")
_CODE = r"(?:code|service|procedure|operation|visit|test|study|drug|panel|session|training|it)"
_OFFICE = r"(?:in|at) (?:the|an) (?:physician )?office"
_PAIRED = r"(?:sides|knees|hips|shoulders|joints|hands|feet|eyes|ears|legs|arms|breasts)"
"""What a patient has two of, one on each side."""
_WORDINGS: Final[tuple[tuple[Topic, bool, Wording], ...]] = (
    ("assistant paid", True, Wording(
        r"\bpays? (?:for )?an assistant\b|\bassistants?(?: at (?:surgery|the operation))? (?:is|are|may be|can be) (?:\w+ )?paid\b"
        r"|\bpaid for an assistant\b|\bassistants? (?:at \w+ \w+ )?(?:earns?|gets?|receives?|bills?) (?:a |its |the )?(?:share|part|payment|fee|sixteen|percent)", "assistant assistants")),
    ("co-surgeons paid", True, Wording(
        r"\bpays? (?:for )?(?:two surgeons|co-?surgeons)\b|\b(?:two surgeons|co-?surgeons) (?:are|may be|can be) (?:\w+ )?(?:paid|permitted|allowed)\b"
        r"|\b(?:two surgeons|co-?surgeons) (?:share|split|divide) the (?:payment|fee)\b",
        "surgeons cosurgeons")),
    ("reduced beside others", False, Wording(
        r"\b(?:second|further|other|next|several|lower-valued)\b[^.;]{0,60}\bpaid (?:in full|without (?:any |a )?(?:reduction|cut))\b"
        r"|\b(?:units?|procedures?)\b[^.;]{0,40}\b(?:are|is) each paid in full\b"
        r"|\b(?:lesser|lower-valued|smaller|second|further)\b[^.;]{0,80}\b(?:pays?|paid)(?: for)?(?: it| them)? in full\b",
        "full reduction cut")),
    ("reduced beside others", True, Wording(
        r"\b(?:multiple[- ]procedure|therapy|endoscop\w+|imaging) reduction (?:applies|is applied)\b"
        r"|\b(?:second|further) (?:procedure|unit)s?\b[^.;]{0,30}\b(?:is|are) (?:reduced|paid at (?:half|50 percent|a reduced rate))\b",
        "reduction reduced half percent rate")),
    ("splits", False, Wording(
        rf"\btreats? (?:the |this )?{_CODE} as (?:the|a|one) whole\b|\b{_CODE} is (?:the|a) whole (?:test|study|service|procedure)\b", "whole")),
    ("splits", True, Wording(
        rf"\b{_CODE} (?:does|do|can) ?not split\b|\b{_CODE} never splits\b", "split splits")),
    ("splits", True, Wording(
        rf"(?<!fee )(?<!payment )(?<!package )(?<!care )\b(?:{_CODE} |which )?(?:splits (?:into|by)?|(?:is|can be|may be|be) split (?:into|by (?=(?:the |a )?modifier|26\b|TC\b|part)|(?<=split )(?=between))|(?:parts|divides|breaks|falls|separates)(?: up)? into (?:an? |the |its )?(?:two|professional|technical|parts|components))\b(?! by the)",
        "splits split parts divides breaks falls separates")),
    ("both sides paid more", True, Wording(
        rf"\bboth {_PAIRED} (?:are|is) paid (?:at 150 percent|more)\b|\bboth {_PAIRED} raise the payment\b"
        rf"|\badjusts? (?:the |its )?(?:payment|amount|fee) (?:when|if|where|for) both {_PAIRED}\b|\b(?:payment|amount|fee) is adjusted (?:when|if|where|for) both {_PAIRED}\b", "both")),
    ("priced in the fee schedule", True, Wording(
        rf"\b(?:medicare )?(?:covers|pays|prices)(?: for)? (?:the )?{_CODE}(?: alone)? (?:under|in|by|through) the (?:medicare )?physician fee schedule\b"
        r"|\brelative values are (?:set|given|published) for\b|\bhas relative values? in the (?:physician )?fee schedule\b"
        rf"|\b(?:price|payment)s? (?:of|for) (?:the |this )?{_CODE}\b[^.;]{{0,60}}\b(?:relative value units?|conversion factor|practice expense|physician fee schedule)\b"
        rf"|\b(?:relative value units?|conversion factor|practice expense)\b[^.;]{{0,60}}\b(?:make up|makes up|sets?|gives?|decides?) the (?:price|payment) (?:of|for) (?:the |this )?{_CODE}\b"
        rf"|\bsets? (?!no\b)(?:\w+ )?relative values? for (?:the |this )?{_CODE}\b",
        "fee relative conversion expense")),
    ("priced in the fee schedule", False, Wording(
        rf"\b(?:medicare|the (?:physician )?fee schedule) (?:sets|gives|has|publishes|knows) no (?:price|payment|amount|fee|rate) for (?:the |this )?{_CODE}\b"
        rf"|\bsets? no relative values? for (?:the |this )?{_CODE}\b"
        rf"|\b{_CODE} (?:is|was) (?:always )?bundled (?:into (?:other|another|every other)|and)\b", "no bundled")),
    ("priced in the fee schedule", True, Wording(
        r"\bpays? (?:for )?[\w ]{1,30} by [\w ]{1,40} and not by relative values?\b", "relative")),
    ("priced in the office", False, Wording(
        rf"\b(?:price|prices|pay|pays)(?: for)? (?:the |this )?{_CODE} (?:(?:only|alone) in a (?:facility|hospital)|in a (?:facility|hospital) (?:alone|only))\b", "alone only")),
    ("priced in the fee schedule", True, Wording(
        rf"\b{_CODE} is never paid (?:apart|separately|by itself|on its own)(?= by medicare\b|[.,;]|$)", "never")),
    ("priced in the office", True, Wording(
        rf"\b(?:price|prices|pay|pays)(?: for)? (?:the |this )?{_CODE}(?: only| alone)? {_OFFICE}\b"
        rf"|\bpriced {_OFFICE}\b", "office")),
    ("priced in a facility", True, Wording(
        rf"\b(?:price|prices|pay|pays)(?: for)? (?:the |this )?{_CODE}(?: only| alone)? in a (?:facility|hospital)\b"
        r"|\bpriced in a (?:facility|hospital)\b", "facility hospital")),
    ("priced in a center", True, Wording(
        r"\b(?:surgical|surgery) cent(?:er|re)s? (?:is|are) (?:not |never )?paid\b(?! (?:more|less|by|under|in full|apart|separately))"
        r"|\bpays? (?:a|the) (?:surgical|surgery) cent(?:er|re)s?\b(?! (?:more|less|nothing|no\b|in full))", "center centers centre centres")),
    ("whole study in a facility", True, Wording(
        r"\b(?:in|at) (?:a|the) (?:hospital|facility)\b[^.;]{0,20}\b(?:physician|radiologist|clinician|cardiologist|interpreter)s? (?:reports?|bills?|is paid for)"
        r" (?:the )?(?:whole|full|complete|entire|global) (?:study|service|test|examination|code|amount)\b"
        r"|\b(?:physician|radiologist|clinician|cardiologist)s? (?:reports?|bills?|is paid for|for) (?:the )?(?:whole|full|complete|entire|global)"
        r" (?:study|service|test|examination|code|amount) (?:in|at) (?:a|the) (?:hospital|facility)\b", "hospital facility")),
    ("same in both settings", True, Wording(
        r"\bmakes? no difference between (?:the |an )?office and (?:a |the )?(?:facility|hospital)\b"
        r"|\b(?:is|are|pays?) the same(?: amount)? in (?:the |both |an )?(?:office|settings?|sites?)(?: (?:as|and) in a (?:facility|hospital))?\b"
        r"|\bpagan? lo mismo (?:en|por)\b"
        r"|\bsame (?:amount|payment|rate) (?:in both|in every|at every|wherever)\b",
        "difference same mismo")),
    ("same in both settings", False, Wording(
        r"\bsite (?:on the claim )?(?:therefore )?decides (?:the )?(?:amount|payment|rate)\b|\b(?:place of service|site)[^.;]{0,30} decides the (?:payment|amount|rate)\b",
        "decides")),
    ("office pays more", True, Wording(
        r"\b(?:office|nonfacility)\b[^.;]{0,40}\b(?:pays?|paid|is|rate is|amount is|payment is) (?:more|higher|the higher)\b(?! than in the office)"
        r"|\blower (?:amount|payment|rate) (?:applies|is paid) (?:in|when)[^.;]{0,40}\b(?:facility|hospital)\b"
        r"|\b(?:facility|hospital)\b[^.;]{0,40}\b(?:pays?|is paid) (?:the clinician )?(?:less|lower)\b(?! than (?:an? |the )?(?:\w+ )?(?:surgical|surgery|cent(?:er|re)|surgeon|physician|clinician|doctor))",
        "more higher lower less")),
    ("hospital is paid more than a center", False, Wording(
        r"\b(?:surgical|surgery) cent(?:er|re)s?\b[^.;]{0,30}\band\b[^.;]{0,40}\b(?:hospitals?|outpatient departments?)\b[^.;]{0,10}\b(?:are paid|get|receive|earn) (?:alike|equally|the same|the same amount)\b"
        r"|\b(?:hospitals?|outpatient departments?)\b[^.;]{0,30}\band\b[^.;]{0,40}\b(?:surgical|surgery) cent(?:er|re)s?\b[^.;]{0,10}\b(?:are paid|get|receive|earn) (?:alike|equally|the same|the same amount)\b",
        "alike equally same")),
    ("office pays more", True, Wording(
        r"\b(?:office|nonfacility) (?:amount|rate|payment|fee|price|total)s? (?:is|are) (?:the )?(?:larger|higher|greater|bigger)\b"
        r"|(?<!non)(?<!non-)\b(?:facility|hospital) (?:amount|rate|payment|price|total)s? (?:is|are) (?:the )?(?:smaller|lower|lesser)\b",
        "larger higher greater bigger smaller lower lesser")),
    ("office pays more", False, Wording(
        r"\b(?:office|nonfacility) (?:amount|rate|payment|fee|price|total)s? (?:is|are) (?:the )?(?:smaller|lower|lesser)\b"
        r"|(?<!non)(?<!non-)\b(?:facility|hospital) (?:amount|rate|payment|price|total)s? (?:is|are) (?:the )?(?:larger|higher|greater|bigger)\b",
        "larger higher greater bigger smaller lower lesser")),
    ("office pays more", False, Wording(
        r"\b(?:office)\b[^.;]{0,40}\b(?:pays?|paid|is) (?:less|lower|the lower)\b|\bhigher (?:amount|payment|rate) (?:applies|is paid) in a (?:facility|hospital)\b"
        r"|\b(?:facility|hospital) (?:pays?|is paid) (?:the clinician )?(?:more|higher)\b(?!(?: for the \w+)? than (?:an? |the )?(?:\w+ )?(?:surgical|surgery|cent(?:er|re)|surgeon|physician|clinician|doctor))", "less lower higher more")),
    ("priced in the fee schedule", True, Wording(
        rf"\b{_CODE} is (?:not |never )?(?:payable|reimbursable) (?:by|under|through) medicare\b", "payable reimbursable")),
    ("priced by contractors", True, Wording(
        rf"\b{_CODE} is (?:carrier|contractor)[- ]priced\b|\b(?:carriers?|contractors?) (?:sets?|prices?|decides?) (?:on )?the (?:price|payment|amount) (?:of|for) (?:the |this )?{_CODE}\b",
        "carrier carriers contractor contractors")),
    ("is a major procedure", False, Wording(r"\b(?:is|as|of) (?:a|an) minor (?:procedure|operation|surgery)\b", "minor")),
    ("is a major procedure", True, Wording(r"\b(?:is|as|of) (?:a|an) major (?:procedure|operation|surgery)\b", "major")),
    ("has a global period", False, Wording(
        rf"(?<!if )(?<!where )(?<!when )\b(?:there is|(?:{_CODE}|this one) (?:has|carries|comes with|bears)) no global (?:surg\w+ )?(?:period|package|days)\b", "global")),
    ("has a global period", True, Wording(
        rf"\b{_CODE} (?:has|carries) a global period\b(?! of)|\bglobal period of its own\b|\bglobal (?:surg\w+ )?(?:period|package) applies\b",
        "global")),
)  # fmt: skip
