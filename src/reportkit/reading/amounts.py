"""Find amounts in a text: money, shares, relative values, units, counts and factors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.reading.numbers import IN_WORDS, NUMBER
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording

Kind = Literal["money", "share", "relative value", "count", "factor"]


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount typed into a text, in digits or in words."""

    kind: Kind
    start: int
    end: int


@once_for_each_text
def amounts(text: Text) -> Iterator[Amount]:
    """The amounts of a text that say something about payment or patients, in order."""
    taken: set[int] = set()
    for kind, wording in _KINDS:
        for match in wording.find(text):
            span = range(*match.span())
            if taken.isdisjoint(span) and not _is_harmless(kind, text, match.start(), match.end()):
                taken.update(span)
                yield Amount(kind, *match.span())


_DECIMAL = r"\d{1,3}(?:,\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?"
_ZERO = Wording(r"^\D*0+(?:\.0+)?\D*$")
_SOLUTION = (
    r"(?! ?(?:acetic|lidocaine|bupivacaine|saline|solution|dextrose|iodine|hydrogen|formalin"
    r"|glucose|ethanol|sodium|silver|trichloro\w*|ferric|cream|gel|ointment|oxygen|albumin))"
)
_PEOPLE = (
    r"(?:patients|services|claims|beneficiaries|providers|procedures|women|men|practices|payers"
    r"|physicians|encounters|enrollees|members|clinicians|hospitals|adults|children|cases|visits"
    r"|deaths"
    r"|infants|births|operations|studies|tests|examinations|laboratories|therapists|surgeons|offices"
    r"|centers|departments|nurses|sessions|surveys|insurers|plans)"
)
_FRACTION = (
    r"(?:(?:one|two|three|four|a|half|nearly half|about half)[ -](?:halves|half|thirds?"
    r"|quarters?|fourths?|fifths?"
    r"|sixths?|eighths?|tenths?)|half)"
)
_OUT_OF = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twenty|(?:a|one|ten) (?:hundred|thousand)|a million"
    r"|\d{1,3}(?:,\d{3})+|\d{1,4})"
)
_PRICED = (
    r"(?:pay(?:s|ments?)?|paid|rates?|price[sd]?|fees?|amounts?|allowed|allowance|charges?"
    r"|costs?|copay(?:ment)?s?"
    r"|coinsurance|reimburse(?:s|ment)?)"
)

_KINDS: Final[tuple[tuple[Kind, Wording], ...]] = (
    (
        "money",
        Wording(
            rf"(?:US ?)?\$ ?(?:{_DECIMAL})(?: ?(?:million|billion|thousand|[KMkm]\b))?"
            rf"|\b(?:USD|US dollars) ?(?:{_DECIMAL})"
            rf"|(?<![\w.,]){NUMBER}(?: US)? ?(?:USD|dollars?|bucks|cents)\b"
            rf"|(?<![\w.,$])(?:{_DECIMAL}) in dollars\b"
        ),
    ),
    (
        "money",
        Wording(
            rf"(?<=\b)\b{_PRICED} (?:\w+ ){{0,5}}?(?:is|are|of|at|to|was|were|about|equals?"
            rf"|comes to) (?:about |some )?"
            r"(?<![$\w.])(?P<amount>\d{1,3}(?:,\d{3})*\.\d{2}|\d{1,3}(?:,\d{3})+)(?![\w%]|\.\d| ?(?:milli|centi|micro|kilo|liters?|meters?|grams?|percent|degrees|at\b))"
            rf"|\b{_PRICED}, (?:\d{{1,3}}(?:,\d{{3}})+|\d+)\.\d{{2}}(?=,)"
            rf"|\b{_PRICED}(?::| [–—=]) ?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)\.\d{{2}}(?=[.;,)]|$| (?:in|for|to)\b)"
            r"|(?<![\w.,$])\d{1,3}(?:\.\d{3})*,\d{2} ?(?:USD|dollars?)\b"
            r"|(?<![$\w.])\d{1,3}(?:,\d{3})+\.\d{2}(?![\w%]|\.\d)",
        ),
    ),
    (
        "relative value",
        Wording(
            rf"(?<![\w.,]){NUMBER} (?:(?:work|total|practice expense|facility|nonfacility"
            rf"|malpractice) )?"
            r"(?:RVUs?|relative value units?|work units?|units of (?:work|relative value))\b"
            r"|\bwork(?: alone| itself)? (?:\w+ ){1,3}\d+\.\d+ units\b"
            r"|\b(?:RVUs?|relative values?(?: units?)?|work values?|conversion factor|GPCI)\b(?: [a-z]+){0,6}? "
            rf"(?:of|is|are|was|were|at|to|equals?) (?:about )?(?:{_DECIMAL}|{IN_WORDS})(?!\w)"
            rf"|\b(?:RVUs?|CF|conversion factor|GPCI)\b(?: value)?:? ?(?:\(|=)? ?\d+\.\d+"
            r"|\bvalor(?:es)? relativos?(?: \w+){0,3}? (?:es|son|de) \d+\.\d+"
            r"|\b(?:practice expense|malpractice|conversion|multipl(?:y|ied)|factor)\b[^.;]{0,40}? (?<![$\w.])\d{1,3}\.\d{2,4}(?![\w%]|\.\d)",
            "rvu rvus cf relative work conversion gpci valor valores practice malpractice multiply multiplied factor",
        ),
    ),
    (
        "share",
        Wording(
            rf"(?<![\w.,])(?:{NUMBER} ?(?:-|–|to) ?)?{NUMBER} ?(?:%|percent\b|per ?cent\b"
            rf"|percentage points?\b){_SOLUTION}",
        ),
    ),
    (
        "share",
        Wording(
            rf"\b{_FRACTION} (?:of )?(?:the |all |these |those |such |its |their |all the )?"
            rf"(?:\w+ )?(?:{_PEOPLE}|panels|tracings|radiographs|injections|deliveries|payments?|amounts?|rates?|volume|spending|costs?)\b"
            rf"|\b(?:one|two|three|four|five|six|seven|eight|nine|\d{{1,3}}) (?:\w+ )?{_PEOPLE} (?:in|out of)(?: every)? {_OUT_OF}(?= (?:is|are|was|were|comes?|gets?|has|have|goes|go|ends?|needs?)\b|[.,;]|$)"
            r"|\b(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|\d{1,3}) de cada (?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|cien|\d{1,4})\b"
            rf"|\b(?:one|two|three|four|five|six|seven|eight|nine) (?:in|of|out of) ten (?:is|are|was|were) (?=\w)"
            rf"|\b(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred) (?!(?:minutes|days|weeks|months|years|hours|sessions|views|points|units|doses)\b)[a-z]+s (?:is|are|was|were|come|get|have|go|end|need)\b"
            rf"|\b(?:one|two|three|four|five|six|seven|eight|nine|\d{{1,3}}) (?:in|out of"
            rf"|of(?: every)?) (?:every )?{_OUT_OF} (?:of )?(?:the |these |all )?(?:\w+ )?{_PEOPLE}\b",
        ),
    ),
    (
        "factor",
        Wording(
            r"\b(?:twice|double|triple|three times|four times|half"
            r"|\d+(?:\.\d+)? times) (?:as much|as high|the (?:\w+ )?"
            r"(?:payment|amount|rate|price|fee|units?))\b",
            "twice double triple times half",
        ),
    ),
    (
        "count",
        Wording(
            rf"(?<![\w.,$]){NUMBER} (?:million|thousand|billion) units\b",
            "million thousand billion",
        ),
    ),
    (
        "count",
        Wording(
            r"(?<![\w.,$#-])(?<!CPT )(?<!HCPCS )(?<!code )(?<!codes )(?<!level )(?<!modifier )(?:(?:some|about|around|nearly|almost|over|roughly|approximately"
            r"|more than|up to|an estimated)"
            rf" )?(?!(?:19|20)\d\d )(?:\d{{1,3}}(?:,\d{{3}})+|\d{{2,9}}|\d+(?:\.\d+)? (?:million"
            rf"|thousand)|{IN_WORDS} "
            rf"(?:hundred|thousand|million)) (?:(?:such|billed|paid|allowed|unique|Medicare|new"
            rf"|annual|of these|of the) )"
            rf"{{0,2}}{_PEOPLE}\b"
            rf"|\b(?:some|about|around|nearly|almost|over|roughly|more than) \d{{1,9}} {_PEOPLE}\b"
            rf"|(?<![\w.,$#-])\d{{1,9}} {_PEOPLE} (?:a|per|each|every) (?:year|month|quarter)\b"
            r"|(?<![\w.,$#-])(?:\d{1,3}(?:,\d{3})+|\d{3,}) times (?:a|per|each|every) (?:year|month|quarter)\b",
        ),
    ),
    (
        "count",
        Wording(
            rf"(?<![\w.,$])(?:\d+(?:\.\d+)?|{IN_WORDS}) (?:million|billion) (?!US\b|dollars\b|cells\b|units? of\b)[a-z]+",
            "million billion",
        ),
    ),
    (
        "count",
        Wording(
            r"\b\d+ units? (?:of service|(?:a|an|per|each) (?:day|date|claim|line|encounter))\b"
            rf"|\b(?:at most|no more than|not more than|up to|a maximum of|a limit of) {NUMBER} units? (?:(?:on|per|a|in|for) (?:one |a |the same |any |each )?)(?:day|date|line|claim)\b",
            "unit units",
        ),
    ),
)

_CLINICAL: Final = Wording(
    r"\b(?:saturation|stenosis|stenosed|hematocrit|ejection|fraction|occlu\w+|narrow\w*|oxygen"
    r"|humidity|hemoglobin|a1c"
    r"|predicted|maximum|maximal|capacity|strength|pace|heart rate|body (?:surface|weight)"
    r"|weight|burn\w*|depth|thickness|diabetes|glucose|cholesterol"
    r"|vision|field|lumen|diameter|volume of|FEV1|blast\w*|cells|neutrophils|lymphocytes"
    r"|concentration|solution|lidocaine|bupivacaine|saline|dextrose|dose|range"
    r"|sensitivity|specificity|coverage of|surface|purity|viability|blockage|obstruct\w+"
    r"|infarct\w*|area|residual|grip"
    r"|hearing|speech|intensity|effort|reserve|recovery|retention|emptying|healed|granulation"
    r"|necro\w+)\b",
)
_OF_PEOPLE: Final = Wording(
    rf"\b(?:{_PEOPLE}|medicare|medicaid|payers?|payments?|amounts?|rates?|price|cost|denials?"
    rf"|volume|spending|charges?|fee"
    r"|reduction|cut|coinsurance|deductible)\b"
)


_OF_ONE_PATIENT: Final = Wording(
    r"\b(?:patient|she|he) (?:(?:has|had) )?(?:already )?(?:had|has|did|done|attended|missed|completed|received|kept) $"
)
"""Before a number: that it counts what one patient went through."""


def _is_harmless(kind: Kind, text: Text, start: int, end: int) -> bool:
    """Whether an amount says nothing of data: nothing at all, or a finding on a patient."""
    if kind == "money":
        return _ZERO.within(text.plain[start:end]) is not None
    if kind == "count":
        return _OF_ONE_PATIENT.within(text.plain[text.sentence(start).start : start]) is not None
    if kind != "share":
        return False
    clause, offset = text.sentence(start).clause(start, end)
    behind = clause[max(0, end - offset) : end - offset + 40]
    if _OF_PEOPLE.within(behind):
        return False
    return _CLINICAL.within(clause) is not None or (
        text.key == "clinical-context" and _OF_PEOPLE.within(clause) is None
    )
