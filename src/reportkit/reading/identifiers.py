"""Find what could identify a person: the eighteen identifiers of 45 CFR 164.514(b)(2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from reportkit.model.privacy.calendar import MONTHS, ORDINAL_DAYS, SHORT_MONTHS
from reportkit.model.privacy.eponyms import EPONYM_HEADS
from reportkit.model.privacy.people import OCCUPATIONS
from reportkit.model.privacy.places import CITIES
from reportkit.model.states import STATES
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class Identifier:
    """A stretch that could identify a person, and of which kind it is."""

    kind: str
    start: int
    end: int


@once_for_each_text
def identifiers(text: Text, *, of_patient: bool) -> Iterator[Identifier]:
    """What identifies in a text; dates, places and bare names only in a text `of_patient`."""
    taken: set[int] = set()
    for kind, wording, anywhere in _KINDS:
        if not (anywhere or of_patient):
            continue
        for match in wording.find(text):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                yield Identifier(kind, *match.span())


def _one_of(*lists: Iterable[str]) -> str:
    """A pattern of any word of some lists, the longest first."""
    words = sorted({word for words in lists for word in words}, key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, words))})"


_NEAR_ONES: Final = (
    *("neighbor", "neighbour", "wife", "husband", "son", "daughter", "mother", "father", "friend"),
    *(
        "sister",
        "brother",
        "partner",
        "caregiver",
        "aunt",
        "uncle",
        "boss",
        "colleague",
        "roommate",
    ),
    *("grandson", "granddaughter", "grandmother", "grandfather", "nurse", "surgeon", "physician"),
)
"""Who stands before a name without a title."""
_MONTH = rf"{_one_of(MONTHS, SHORT_MONTHS)}\.?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_STATE = _one_of(STATES.values())
_CITY = _one_of(CITIES)
_NAME = r"[A-Z][a-z]+(?:[-'][A-Z][a-z]+)?"
_WORK = _one_of(OCCUPATIONS)
_LIVES = (
    r"(?:no longer|lives|works|drives|came|comes|was|is|has|had|presents|presented|returns"
    r"|returned|reports|reported|wakes|woke|feels|felt|walks|walked|sleeps|coughs|fell|falls|needs|needed|wants|wanted|sees|saw|went|goes|got|gets"
    r"|complains|complained|underwent|received|visited|visits|asks|asked|said|says|suffers|takes"
    r"|took)"
)
_ORDINAL_DAYS = _one_of(ORDINAL_DAYS)
_HEAD = rf"(?i:{_one_of(EPONYM_HEADS)})\b"
_NO_EPONYM = rf"\b(?!(?:'s)?(?:[ -][A-Z][\w-]+)*[ -]{_HEAD})"
"""Behind a name: that it does not belong to a thing, as in `St. Jude valves`."""
_NO_MEASURE = r"(?!\d| ?(?:of|weeks?|months|days|kg|kilograms?|lb|pounds|g|grams|mm|cm|mg|m[lL]|percent)\b| ?%)"
"""Behind figures: that they are no amount."""
_NUMBERED = (
    r"(?:MRN|(?:[Mm]edical )?[Rr]ecord (?:no\.?|number)|[Aa]ccount (?:no\.?|number)"
    r"|[Mm]ember (?:ID|no\.?|number)|[Cc]hart"
    r" (?:no\.?|number)|[Ss]erial (?:no\.?|number)|[Ll]icen[sc]e (?:no\.?|number|plate)"
    r"|[Bb]eneficiary"
    r" (?:ID|no\.?|number)|[Pp]atient (?:ID|no\.?|number)|[Dd]evice (?:ID|no\.?|number)"
    r"|[Pp]assport(?: no\.?| number)?|MBI|HICN|VIN)"
)

_KEPT = r"(?:chart|record|member|subscriber|enrollee|account|serial|plate|tag|badge|passport|accession|specimen|implant|device|pump|lot)"
"""What is kept under a number that leads to one person."""
_KEPT_WORDS: Final = f"chart member {_KEPT[3:-1].replace('|', ' ')}"
"""The same as words one of which has to stand in a text."""

_KINDS: Final = (
    ("a name", Wording(
        rf"(?<!\d )\b(?:Mr|Mrs|Ms|Miss|Mister|Dr|Prof|Sgt|Lt|Capt|Col|Maj|Gen|Cpl|Pvt|Rev|Fr|Sr|Sra"
        rf"|Señora?|Hon|Sister|Brother|Father|Pastor"
        rf"|Officer|Judge|Senator|Sergeant|Captain"
        rf"|Rabbi)\.? (?:(?:[A-Z]\.? )?{_NAME}(?: {_NAME})?{_NO_EPONYM}|[A-Z]\.(?: ?[A-Z]\.)*(?= [a-z]|[,;]|$))", case=True), True),
    ("a name", Wording(
        r"\b(?:[Pp]atient|[Ww]oman|[Mm]an|[Gg]irl|[Bb]oy|[Cc]hild|[Ii]nfant"
        r"|[Cc]lient)(?:,? (?:is|was))?(?:,? (?:named|called|by the name of))"
        rf" {_NAME}(?: {_NAME})?|\b(?:[Nn]ame is|[Nn]amed|goes by) {_NAME}(?: {_NAME})?"
        rf"|\b[Pp]atient (?:is|was) (?!Native|African|Asian|Hispanic|Pacific|Alaska|Medic){_NAME} {_NAME}(?=[.,;]|$)"
        rf"|\b[Pp]atient(?:'s)? name[: ]+{_NAME}(?: {_NAME})?", case=True), True),
    ("a name", Wording(
        rf"(?:^|(?<=[.!?;] ))(?!The|This|That|These|Those|An?\b|In\b|At\b|On\b|It\b|She\b|He\b"
        rf"|They\b|{_NAME} {_HEAD})"
        rf"{_NAME} (?:[A-Z]\. )?{_NAME}(?:, (?:an? )?(?:\w+ ){{0,3}}{_WORK}\b"
        rf"| (?:{_LIVES})\b)", case=True), False),
    ("a name", Wording(
        rf"(?:^|(?<=[.!?;] )){_NAME} (?:[A-Z]\. )?{_NAME}, (?:an?|the|who|aged|now|\d{{1,3}})\b"
        rf"|(?:^|(?<=[.!?;] )){_NAME}, (?:the patient|(?:aged )?\d{{1,3}}(?: years old)?),(?!\d)|(?:^|(?<=[.!?;] ))[A-Z]\. {_NAME} (?:{_LIVES})\b", case=True), False),
    ("a name", Wording(
        rf"\b(?:calls?|called|nicknamed) (?:her|him|the patient) {_NAME}(?: {_NAME})?|\b(?:known as|answers to|goes by|(?:knows?|knew|remembers?) (?:her|him|the patient) as) {_NAME}(?: {_NAME})?",
        case=True), False),
    ("a name", Wording(
        rf"(?:^|(?<=[.!?;] )){_NAME}, {_NAME}:(?= )"
        rf"|(?:^|(?<=[.!?;] ))(?!Today|Yesterday|Tomorrow|Then|Later|First|Next){_NAME}, an? (?:\w+ ){{0,3}}{_WORK}, (?:{_LIVES})\b"
        rf"|\b[Pp]atient(?:, | \()(?!Medic|Aetna|Cigna|United|Humana|Blue){_NAME}(?: [A-Z]\.)?(?=[,)])"
        rf"|\b(?:images?|films?|pictures?|results?|tracing|sample|treatment|story|letter) of (?!Medic|Blue|United){_NAME} {_NAME}(?= (?:is|are|was|were|shows?|has|had|with)\b|[.,;]|$)",
        case=True), False),
    ("a name", Wording(
        rf"\b(?:chart|record|file|history|case|consent|claim|visit|scan|biopsy) of (?!{_NAME} {_HEAD}){_NAME} {_NAME}{_NO_EPONYM}|\b{_NAME} {_NAME}'s (?:chart|record|file|history)\b",
        case=True), True),
    ("a name", Wording(
        rf"\b(?:{_one_of(_NEAR_ONES)}),? {_NAME}(?: {_NAME})?\b", " ".join(_NEAR_ONES), case=True), False),
    ("a name", Wording(
        r"\b(?:[Ll]a|[Ee]l) paciente,? (?:llamad[oa] )?[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+ [A-ZÁÉÍÓÚÑ][a-záéíóúñ]+", "paciente", case=True), True),
    ("a name", Wording(rf"\b(?:se llama|llamad[oa]|de nombre) {_NAME}(?: {_NAME})?", "llama llamado llamada nombre", case=True), True),
    ("a date finer than a year", Wording(
        r"\b\d{1,2}\.?º? de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b(?: del? \d{4})?", "de"), False),
    ("an employer", Wording(
        rf"\b(?:works?|worked|employed)(?: as an? [a-z]+(?: [a-z]+)?)? (?:at|for|by) (?:the )?{_NAME}(?: {_NAME}){{0,3}}", case=True), False),
    ("a place", Wording(rf"\bSt\.? {_NAME}{_NO_EPONYM}(?:'s)?(?: \w+)?\b", "st", case=True), False),
    ("a date finer than a year", Wording(
        r"\b(?:admitted|seen|born|discharged|visited|returned|operated on|dated|treated|injured|fell)(?: on)? \d{1,2}/\d{1,2}\b(?!/)" + _NO_MEASURE,
        "admitted seen born discharged visited returned on dated treated injured fell"), False),
    ("a date finer than a year", Wording(
        r"\bon (?:0?[1-9]|1[0-2])/(?:[12]\d|3[01]|0?[1-9])(?=[,;)]|\.?(?: [A-Z]| *$)| (?:at|and|because|for|by|before|after)\b)", "on", case=True), False),
    ("a place of care", Wording(
        rf"\b(?:St\.? )?{_NAME}(?:'s)?(?: {_NAME}){{0,2}} (?:Hospital|Clinic|Medical Center|Health System|Infirmary|Memorial|Institute)\b", case=True), False),
    ("a picture of a face", Wording(r"\b(?:her|his|their|the patient's) (?:full )?face\b[^.;]{0,40}\b(?:photo\w*|picture|image|shown)\b"
        r"|\b(?:photo\w*|picture) of (?:her|his|their|the patient's) face\b", "face"), True),
    ("a telephone number", Wording(
        r"\b(?:(?:zero|one|two|three|four|five|six|seven|eight|nine|oh)[ ,-]+){6,}(?:zero|one|two|three|four|five|six|seven|eight|nine|oh)\b"), True),
    ("initials", Wording(r"\b[Ii]nitials (?:are )?[A-Z]\.? ?[A-Z]\b"
                         r"|\b[Pp]atient [A-Z]\.? ?[A-Z]\.(?= |$)", case=True), True),
    ("a date finer than a year", Wording(
        r"\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|(?<![\d.])\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b" + _NO_MEASURE
        + r"|(?<![\w.-])(?:0?[1-9]|1[0-2])-\d{1,2}-(?:\d{2}|(?:19|20)\d{2})(?![\w-])"), False),
    ("a date finer than a year", Wording(
        rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, ?\d{{4}})?\b|(?<![\w-])\d{{1,2}}[-/]{_MONTH}(?:[-/]\d{{2,4}})?(?![\w-])"
        rf"|\b{_WEEKDAY},? the (?:\d{{1,2}}(?:st|nd|rd|th)|{_ORDINAL_DAYS})\b"
        rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?: \d{{4}})?(?!\w)"
        rf"|\b{_MONTH},? (?:of )?\d{{4}}\b"
        rf"|\b{_MONTH} (?:the )?{_ORDINAL_DAYS}\b|\b(?:the )?{_ORDINAL_DAYS} of {_MONTH}\b"
        rf"|\b(?:in|since|last|this|until|by|during|early|late|mid-?) ?(?:January|February|April"
        rf"|June|July|August|September|October"
        r"|November|December)\b(?! \d{4})|\b(?:in|since|last|during) (?:March|May)\b(?! \d{4})", case=True), False),
    ("a date finer than a year", Wording(
        r"\b(?:Christmas(?: Eve| Day)?|New Year's(?: Eve| Day)?|Thanksgiving(?: Day)?|Easter(?: Sunday| Monday)?|Independence Day|Labor Day|Memorial Day|Halloween"
        r"|Valentine's Day)\b", "christmas new thanksgiving easter independence labor memorial halloween valentine", case=True), False),
    ("a birth date", Wording(
        r"\b(?:born|birth ?day|date of birth"
        r"|DOB)\b[^.;]{0,20}?(?<!Apgar )(?:\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?" + _NO_MEASURE + r"|\bin \d{4})",
        "born birth birthday dob"), True),
    ("a place", Wording(rf"\b(?:in|from|of|near"
                        rf"|at) (?:(?:[A-Z][a-z]+ ){{0,2}}[A-Z][a-z]+, ?)?{_STATE}{_NO_EPONYM}", case=True), False),
    ("a place", Wording(
        r"\b(?:lives|living|lived|resides|resident|works|worked|born|comes|came|moved"
        r"|stays) (?:in|of|from|at|near|to) (?:the town of "
        r"|the city of |downtown |rural )?[A-Z][a-z]+(?: [A-Z][a-z]+)?", case=True), False),
    ("a place", Wording(rf"\b(?:in|from|of|near|at) {_CITY}{_NO_EPONYM}", case=True), False),
    ("a place", Wording(
        rf"\b(?:patient|woman|man|girl|boy|elder|resident|native|citizen|family|couple|student|{_WORK}) (?:is |was )?(?:originally )?from (?!Medic){_NAME}\b", case=True), False),
    ("a place", Wording(r"\b[A-Z][a-z]+, [A-Z]{2} \d{5}\b|(?<![\w-])\d{5}-\d{4}(?![\w-])"
                        r"|\bZIP(?: code)?:? ?\d{3,5}\b", case=True), True),
    ("a place", Wording(rf"\b[A-Z][a-z]+, (?:{_STATE}|[A-Z]{{2}})(?=[.,; ]|$)", case=True), False),
    ("an address", Wording(
        r"\b\d+ (?:(?:North|South|East|West|N\.|S\.|E\.|W\.) )?[A-Z][a-z]+ (?:Street|St|Avenue"
        r"|Ave|Road|Rd|Boulevard|Blvd|Lane|Drive|Court|Place)\b",
        case=True), True),
    ("a telephone number", Wording(r"(?<![\d-])(?:\(\d{3}\) ?"
                                   r"|\d{3}[-. ])\d{3}[-. ]\d{4}(?!\d)"), True),
    ("an e-mail address", Wording(r"\b[\w.+-]{1,64}@[\w-]+\.[\w.-]*\w"), True),
    ("a social security number", Wording(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])"), True),
    ("a record number", Wording(rf"\b{_NUMBERED}[ :#]*(?:is "
                                rf"|was )?[A-Z0-9-]*\d[\w-]*", case=True), True),
    ("a record number", Wording(
        rf"\b{_KEPT}\b(?:'s)?(?: (?:of the plan|of the device|(?:with|at|in) (?:the|her|his) \w+|is|was|with|under|reads|no\.?|number|ID|code|plate))*[ :#]*(?P<number>(?!\d{{5}}\b)"
        r"(?=[A-Z0-9-]*\d[A-Z0-9-]*\d[A-Z0-9-]*\d)[A-Z0-9][A-Z0-9-]{4,})(?![\w-])", _KEPT_WORDS), True),
    ("a record number", Wording(
        rf"\b(?:[Cc]hart|[Mm]ember|{_KEPT})\b,? (?:with )?(?:the )?(?:number|no\.?|ID|code|plate)\b[^.;\d]{{0,25}}?"
        r"(?<![\w-])(?P<number>(?!\d{5}\b)[A-Z]{0,4}[- ]?\d(?:[ -]?[\dA-Z]){3,}|\d[\dA-Z]*(?:[ -][\dA-Z]+)+)(?![\w-])", _KEPT_WORDS, case=True), True),
    ("a record number", Wording(
        r"\b[Pp]olicy (?:no\.?|number)[ :#]*(?:is |was )?[A-Z0-9-]*\d[\w-]*", "policy", case=True), False),
    ("biometric data", Wording(
        r"\b(?:her|his|their|the patient's) (?:finger ?prints?|voice ?prints?|retina(?:l)? scans?|iris scans?)\b", "fingerprint fingerprints finger voiceprint voiceprints voice retina retinal iris"), True),
    ("a record number", Wording(
        r"\b[Ll]icen[sc]e(?: number)? (?:is|was|reads|says)[ :#]*[A-Z0-9-]*\d[\w-]{3,}", "license licence", case=True), True),
    ("a license plate", Wording(r"\bplates? (?:(?:of|on) (?:his|her|their|the) \w+ )?(?:reads |is |number )?(?:\d[A-Z]{2,4}[- ]?\d{2,4}|[A-Z]{2,4}[- ]?\d{2,4})\b", "plate plates", case=True), True),
    ("a part of a social security number", Wording(
        r"\bsocial security (?:number|no\.?)\b[^.;]{0,30}?\d{3,}", "social"), True),
    ("an e-mail address", Wording(r"\b\w+(?: dot \w+)* at \w+(?: dot \w+)+\b", "dot"), True),
    ("a birth date", Wording(
        r"\b(?:born|birth)\b[^.;]{0,15}\b(?:nineteen|twenty) (?:oh|hundred|\w+ty|\w+teen|ten|eleven|twelve)(?:[- ]\w+)?",
        "born birth"), True),
    ("a web address", Wording(r"\b(?:https?://|www\.)[^\s)\]]+", "https http www"), False),
    ("an IP address", Wording(r"(?<![\d.])(?<!section )(?<!sections )(?<!§ )(?:\d{1,3}\.){3}\d{1,3}(?!\.?\d)"), True),
)  # fmt: skip
"""Kind, wording, and whether it identifies in any text or only in one of a patient."""
