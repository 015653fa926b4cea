"""Find ages and sexes in a text: in digits and in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.reading.numbers import IN_WORDS, value
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording

Sex = Literal["female", "male"]


@dataclass(frozen=True, slots=True)
class AgeMention:
    """An age of a person in years; from `years` to `highest` where only tens are said."""

    years: int
    highest: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SexMention:
    """A word that says the sex of the patient."""

    sex: Sex
    start: int
    end: int


@once_for_each_text
def ages(text: Text) -> Iterator[AgeMention]:
    """The ages in years a text gives."""
    taken: set[int] = set()
    for wording in _AGES:
        for match in wording.find(text):
            tens = _DECADES.get(match["age"].lower())
            years = value(match["age"]) if tens is None else tens
            if years is None or _of_another(text, match.start(), match.end()):
                continue
            if taken.isdisjoint(range(*match.span("age"))):
                taken.update(range(*match.span("age")))
                highest = int(years) if tens is None else tens + 9
                yield AgeMention(int(years), highest, *match.span())
    for less, more, wording in _ABOUT:
        for match in wording.find(text):
            years = value(match["age"])
            if years is not None and taken.isdisjoint(range(*match.span("age"))):
                yield AgeMention(int(years) + less, int(years) + more, *match.span())


@once_for_each_text
def sexes(text: Text) -> Iterator[SexMention]:
    """The words of a text that say the patient's sex."""
    for sex, wording in _SEXES:
        for match in wording.find(text):
            yield SexMention(sex, *match.span())


@once_for_each_text
def conditions_of_sex(text: Text) -> Iterator[SexMention]:
    """Organs and conditions of a text that only one sex has."""
    for sex, wording in _CONDITIONS:
        for match in wording.find(text):
            sentence = text.sentence(match.start()).text
            if text.polarity(*match.span()) == "asserted" and not _KIN.within(sentence):
                yield SexMention(sex, *match.span())


def names_nobody_else(text: Text, mention: SexMention) -> bool:
    """Whether a word of sex is in a sentence that has no person but the patient."""
    return _OTHERS.within(text.sentence(mention.start).text) is None


def _of_another(text: Text, start: int, end: int) -> bool:
    """Whether an age is that of a relative or a donor, or one that the patient had long ago."""
    before = text.plain[max(text.sentence(start).start, start - 40) : start]
    behind = text.plain[end : end + 40]
    return _RELATIVE.within(behind) is not None or _LONG_AGO.within(before) is not None


_TENS = [
    "twenties",
    "thirties",
    "forties",
    "fifties",
    "sixties",
    "seventies",
    "eighties",
    "nineties",
]
_DECADES: Final = {word: 20 + 10 * index for index, word in enumerate(_TENS)} | {
    "centenarian": 100,
    "nonagenarian": 90,
    "octogenarian": 80,
}
_AGE = rf"(?P<age>\d{{1,3}}|(?:one|a) hundred(?: and (?:{IN_WORDS}))?|{IN_WORDS})"
_OR_MORE = r"(?!,? (?:or|and) (?:older|over|above|more|up|younger)| ?(?:\+|to \d|-\d))"
_AGES: Final = (
    Wording(rf"(?<![\w.-]){_AGE}[- ]?(?:years?|yrs?\.?|y)[- /]?(?:olds?|o)\b{_OR_MORE}"),
    Wording(rf"(?<![\w.-]){_AGE} years of age\b{_OR_MORE}", "years"),
    Wording(
        rf"\b(?:aged|age of|age is|age:|age was|aged about|at the age of) {_AGE}\b(?! (?:months|weeks|days)){_OR_MORE}",
        "aged age",
    ),
    Wording(
        rf"(?:^|(?<=[.;,] )|\b(?:she|he|patient|who|woman|man) (?:is|was|turned|turns) |\bturn(?:s|ed) |\bjust )(?:at )?"
        rf"{_AGE}(?=,? (?:the patient|she|he|who|has|had|lives|with|and(?! \d))\b|\.$| years? this)",
        "at she he patient who woman man turned turns turn just",
    ),
    Wording(
        rf"\b(?:lived to(?: be)?|reached|lives to be) {_AGE}(?=[,.;]|$| (?:years|and)\b)",
        "lived lives reached",
    ),
    Wording(
        rf"\bturn(?:s|ed) {_AGE}(?= (?:last|this|in|a|some|recently|just)\b|[,.;]|$)",
        "turns turned",
    ),
    Wording(
        rf"\b(?:in|of) (?:her|his|their|the) (?:(?:early|mid|late|mid-|middle)[ -]?)?(?P<age>{'|'.join(_TENS)})\b",
        "in of",
    ),
    Wording(
        rf"\b(?:woman|man|girl|boy|patient|lady|gentleman|person) of {_AGE}(?! (?:weeks|months|days|kilograms|kg|pounds|feet|percent|hundred|clinics|practices|centers|children|payers|or)\b)(?![\w-])",
        "woman man girl boy patient lady gentleman person",
    ),
    Wording(
        r"\b(?P<age>centenarian|nonagenarian|octogenarian)s?\b",
        "centenarian centenarians nonagenarian nonagenarians octogenarian octogenarians",
    ),
    Wording(r"\b(?P<age>\d{1,3})[- ](?:woman|man|lady|gentleman)\b", "woman man lady gentleman"),
)

_PERSON = r"\b(?:she|he|patient|woman|man)\b[^.;]{0,20}\b"
_ABOUT: Final = (
    (
        -2,
        0,
        Wording(
            rf"{_PERSON}(?:going on|nearly|almost|close to|about to (?:be|turn)|will be|turning) {_AGE}(?=[.,;]|$| (?:and|now|this|next)\b)",
            "going nearly almost close about be turning",
        ),
    ),
    (0, 9, Wording(rf"{_PERSON}(?:past|well over) {_AGE}(?=[.,;]|$| (?:and|now)\b)", "past over")),
)
"""Ages that are said about: how many years less and more may be meant, and the words."""
_KIN: Final = Wording(
    r"\b(?:mother|father|son|daughter|brother|sister|wife|husband|partner|spouse|family)\b"
)
_OTHERS: Final = Wording(
    r"\b(?:mother|father|son|daughter|brother|sister|wife|husband|partner|spouse|family|physician|surgeon|clinician|doctor"
    r"|nurse|therapist|radiologist|technician|technologist|assistant|colleague|friend|neighbor|employer|boss|child|baby"
    r"|infant|boy|girl|man|men|woman|women|gentleman|lady|caregiver|aunt|uncle|who|donor|anesthetist|anesthesiologist|specialist"
    r"|parents?|pharmacist|interpreter|driver|teacher|coach|roommate|grand\w+)\b"
)
"""People beside the patient, whom a pronoun may mean."""
_LONG_AGO: Final = Wording(r"\b(?:ago|earlier|years before|back then),? $")
_RELATIVE: Final = Wording(
    r"^ (?:\w+ )?(?:mother|father|son|daughter|brother|sister|wife|husband|child|relative|donor|partner|neighbor|friend|roommate|caregiver|spouse|infant|twin)\b"
)
_FEMALE = r"(?:woman|girl|lady|female|grandmother|widow|she|her|hers|herself)"
_MALE = r"(?:man|boy|gentleman|male|grandfather|widower|he|him|his|himself)"
_FEMALE_ONLY = (
    r"(?:pregnant|pregnancy|uterus|uterine|ovar(?:y|ies|ian)|cervix|vagina|vaginal|menstrua\w+|menopaus\w+|labor pains|trimester|gestation\w*"
    r"|postpartum|breast-?feeding|lactating|miscarriage|gives birth|gave birth)"
)
_MALE_ONLY = r"(?:prostate|prostatic|testicle|testicular|scrotum|scrotal|penis|penile|vasectomy)"
_CONDITIONS: Final[tuple[tuple[Sex, Wording], ...]] = (
    ("female", Wording(rf"\b{_FEMALE_ONLY}\b")),
    ("male", Wording(rf"\b{_MALE_ONLY}\b")),
)
_SEXES: Final[tuple[tuple[Sex, Wording], ...]] = (
    ("female", Wording(rf"(?<![\w-])(?:{_FEMALE})(?![\w-])")),
    ("male", Wording(rf"(?<![\w-])(?:{_MALE})(?![\w-])")),
)
