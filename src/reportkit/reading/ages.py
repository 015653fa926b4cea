"""Find ages and sexes in a text: in digits and in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.reading.numbers import IN_WORDS, ORDINAL, ORDINALS, value
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
    of_patient: bool = True
    """False of a relative, of another person, and of an age that was long ago."""


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
            if years is None:
                continue
            if taken.isdisjoint(range(*match.span("age"))):
                taken.update(range(*match.span("age")))
                highest = int(years) if tens is None else tens + 9
                patient = not _of_another(text, match.start(), match.end())
                yield AgeMention(int(years), highest, *match.span(), patient)
    for less, more, wording in _ABOUT:
        for match in wording.find(text):
            years = _number(match["age"])
            if years is not None and taken.isdisjoint(range(*match.span("age"))):
                patient = not _of_another(text, *match.span())
                yield AgeMention(years + less, years + more, *match.span(), patient)


@once_for_each_text
def sexes(text: Text) -> Iterator[SexMention]:
    """The words of a text that say the patient's sex."""
    for sex, wording in _SEXES:
        for match in wording.find(text):
            sentence = text.sentence(match.start())
            if not _OF_SPEAKER.within(text.plain[sentence.start : match.start()]):
                yield SexMention(sex, *match.span())


@once_for_each_text
def conditions_of_sex(text: Text) -> Iterator[SexMention]:
    """Organs and conditions of a text that only one sex has."""
    for sex, wording in _CONDITIONS:
        for match in wording.find(text):
            sentence = text.sentence(match.start()).text
            begin = text.sentence(match.start()).start
            denied = text.denies(*match.span())
            denied = denied and _NO.within(text.plain[begin : match.start()]) is not None
            asked = text.polarity(*match.span()) == "conditional"
            if not denied and not asked and not _KIN.within(sentence):
                yield SexMention(sex, *match.span())


def names_nobody_else(text: Text, mention: SexMention) -> bool:
    """Whether a word of sex is in a sentence that has no person but the patient."""
    sentence = text.sentence(mention.start)
    return all(
        mention.start <= sentence.start + other.start() < mention.end
        for other in _OTHERS.each(sentence.text)
    )


def is_surely_of_patient(text: Text, mention: SexMention) -> bool:
    """Whether a word of sex names the patient: `the patient, a man`, `the widow is driven home`."""
    before = text.plain[text.sentence(mention.start).start : mention.start]
    named = not _PRONOUN.within(text.plain[mention.start : mention.end])
    later = text.route[0] == "follow_up"
    return bool(_PATIENT_IS.within(before) or (later and named and _IS_SUBJECT.within(before)))


def is_cared_for(text: Text, mention: SexMention) -> bool:
    """Whether what is said of a word of sex is said of patients alone: `he is sent home`."""
    behind = text.plain[mention.end : text.sentence(mention.start).end]
    return _CARED_FOR.within(behind) is not None


def tells_of_child(text: Text) -> bool:
    """Whether a text tells of a birth or a child, which a pronoun may mean."""
    return not text.words.isdisjoint(_CHILD)


def _number(words: str) -> int | None:
    """The number that a place in a row or an amount of years names: `ninetieth`, `90th`, `ninety`."""
    if words.lower() == "hundredth":
        return _HUNDREDTH
    years = ORDINALS.get(words.lower()) or value(
        words.rstrip("sthndr") if words[0].isdigit() else words
    )
    return None if years is None else int(years)


def _of_another(text: Text, start: int, end: int) -> bool:
    """Whether an age is that of a relative or a donor, or one that the patient had long ago."""
    sentence = text.sentence(start)
    before = text.plain[max(sentence.start, start - 40) : start]
    if _HAS_CHILDREN.within(before):
        return True
    behind = text.plain[end : end + 40]
    words = text.plain[start:end]
    return bool(
        _RELATIVE.within(behind)
        or _LONG_AGO.within(before)
        or _OF_RELATIVE.within(before)
        or (
            _PRONOUN_IS.within(words) and _KIN_IS_SUBJECT.within(text.plain[sentence.start : start])
        )
        or _OF_RELATIVE.within(words)
    )


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
_NO_DECADE: Final = 13
_NAMED_DECADES: Final = {
    "centenarian": 100,
    "nonagenarian": 90,
    "octogenarian": 80,
    "septuagenarian": 70,
    "sexagenarian": 60,
    "quinquagenarian": 50,
    "quadragenarian": 40,
}
_DECADES_OF_LIFE: Final = {
    f"{word} decade": ten * 10 - 10 for word, ten in ORDINALS.items() if 1 < ten < _NO_DECADE
}
"""The third decade of a life is that of the years from twenty on."""
_DECADES: Final = (
    {word: 20 + 10 * index for index, word in enumerate(_TENS)} | _NAMED_DECADES | _DECADES_OF_LIFE
)
_HUNDREDTH: Final = 100
_ORDINAL: Final = rf"(?:hundredth|\d{{2,3}}(?:st|nd|rd|th)|{ORDINAL})"
_AGE = rf"(?P<age>\d{{1,3}}|(?:one|a) hundred(?: and (?:{IN_WORDS}))?|{IN_WORDS})"
_OR_MORE = r"(?!,? (?:or|and) (?:older|over|above|more|up|younger)| ?(?:\+|to \d|-\d))"
_AGES: Final = (
    Wording(rf"(?<![\w.-]){_AGE}[- ]?(?:years?|yrs?\.?|y\.?)[- /]?(?:olds?|o|young)\b{_OR_MORE}"),
    Wording(rf"(?<![\w.-]){_AGE} years of age\b{_OR_MORE}", "years"),
    Wording(
        rf"\b(?:aged|age of|age is|age:|age was|aged about|at the age of) {_AGE}\b(?! (?:months|weeks|days)){_OR_MORE}",
        "aged age",
    ),
    Wording(
        rf"(?:^|(?<=[.;,] )|\b(?:she|he|patient|who|woman|man) (?:is|was|turned|turns) |\bturn(?:s|ed) |\bjust )(?:at (?:just |only |barely )?)?"
        rf"{_AGE}(?=,? (?:the patient|she|he|this (?:\w+ ){{0,2}}\w+ (?:can|is|has|was|had)|who|has|had|lives|with|and(?! \d))\b| years(?: of age)?,? (?:the patient|she|he)\b| years? this)",
        "at she he patient who woman man turned turns turn just this has had lives with and",
    ),
    Wording(
        rf"\b(?:(?:she|he|patient|who|woman|man) (?:is|was|turned|turns)|turn(?:s|ed)|just) (?:just |only |barely )?{_AGE}\.(?=\s|$)",
        "she he patient who woman man turned turns just",
    ),
    Wording(rf"(?<=[,;] )(?<!\d, )(?<!(?-i:[A-Z]{{2}}), )(?:just |only |barely )?{_AGE}\.(?=\s|$)"),
    Wording(
        rf"\b(?:she|he|patient|woman|man) (?:(?:is|was) (?:now )?{_AGE}(?:[- ]plus\b|(?<=hundred)(?=[,;])))",
        "she he patient woman man",
    ),
    Wording(
        rf"\b(?:has|have) lived (?:for )?(?:all of )?{_AGE} years\b(?! (?:in|at|with|on|under|without|alone)\b)",
        "lived",
    ),
    Wording(
        rf"\b(?:lived to(?: be)?|reached|lives to be) {_AGE}(?=[,.;]|$| (?:years|and)\b)",
        "lived lives reached",
    ),
    Wording(
        rf"\b(?:patients|women|men|people|persons) of (?:(?:\d{{1,3}}|{IN_WORDS}), )*(?:\d{{1,3}}|{IN_WORDS})?,? ?(?:and|or) {_AGE} years\b",
        "years",
    ),
    Wording(
        rf"\bturn(?:s|ed) {_AGE}(?= (?:last|this|in|a|some|recently|just|before|after|when|while|and)\b|[,.;]|$)",
        "turns turned",
    ),
    Wording(
        rf"\b(?:in|of) (?:her|his|their|the) (?:(?:early|mid|late|mid-|middle)[ -]?)?(?P<age>{'|'.join(_TENS)})\b",
        "in of",
    ),
    Wording(
        rf"\b(?:woman|man|girl|boy|schoolgirl|schoolboy|patient|lady|gentleman|person) of (?:barely |just |only |about |nearly |almost |perhaps )?{_AGE}(?! (?:weeks|months|days|kilograms|kg|pounds|feet|percent|hundred|clinics|practices|centers|children|payers|or)\b)(?![\w-])",
        "woman man girl boy schoolgirl schoolboy patient lady gentleman person",
    ),
    Wording(rf"\bpatient, {_AGE}(?=, (?!\d))", "patient"),
    Wording(
        rf"\b(?:is|was) an? (?:retired |former )?\w+ of {_AGE} years\b(?! (?:of|standing|service|experience))",
        "years",
    ),
    Wording(rf"\bin (?:her|his|their|the) (?P<age>{'|'.join(_DECADES_OF_LIFE)})\b", "decade"),
    Wording(
        rf"\b(?P<age>{'|'.join(_NAMED_DECADES)})s?\b",
        " ".join(f"{word} {word}s" for word in _NAMED_DECADES),
    ),
    Wording(
        r"\b(?:paciente|ella|él|mujer|hombre|varón|señora?) (?:tiene |de |cumplió )(?P<age>\d{1,3}) años\b(?! (?:de|con|sin|en)\b(?! edad))",
        "años",
    ),
    Wording(r"\b(?P<age>\d{1,3})[- ](?:woman|man|lady|gentleman)\b", "woman man lady gentleman"),
)

_PERSON = r"\b(?:she|he|patient|woman|man)\b[^.;]{0,20}\b"
_ABOUT: Final = (
    (-1, -1, Wording(rf"\bin (?:her|his|their) (?P<age>hundredth|{ORDINAL}) year\b(?! (?:of|as|at|with|on))", "year")),
    (0, 9, Wording(rf"\b(?:celebrated|celebrates|passed|reached|marked|had) (?:her|his|their) (?P<age>{_ORDINAL}) birthday\b", "birthday")),
    (-9, -1, Wording(rf"\b(?:her|his|their) (?P<age>{_ORDINAL}) birthday (?:is|lies) (?:still |yet |very )?(?:ahead|near|close|coming|to come|next|this|in|before)\b", "birthday")),
    (-2, 0, Wording(rf"{_PERSON}(?:going on|nearly|almost|close to|about to (?:be|turn)|will be|turning) {_AGE}(?=[.,;]|$| (?:and|now|this|next|in)\b)", "going nearly almost close about be turning")),
    (1, 9, Wording(rf"\b(?:she|he|patient|woman|man),? (?:is |was )?(?:now |well |already )?(?:over|older than|beyond|above) {_AGE}(?=[.,;]|$| (?:and|now)\b)", "over older beyond above")),
    (0, 9, Wording(rf"{_PERSON}(?:past|well over) {_AGE}(?=[.,;]|$| (?:and|now)\b)", "past over")),
    (0, 9, Wording(rf"\b(?:she|he|patient|woman|man|lady|gentleman) (?:has |had )?(?:just |long |already |recently )?passed {_AGE}(?=[.,;]|$| (?:and|now|but)\b)", "passed")),
)  # fmt: skip
"""Ages that are said about: how many years less and more may be meant, and the words."""
_NO: Final = Wording(r"\b(?:no|not|never|without|neither|nor|ruled out)\b|n't\b")
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
_OF_SPEAKER: Final = Wording(
    r"\b(?:husband|wife|father|mother|brother|sister|son|daughter|nurse|neighbor|friend|caregiver) (?:says|said|reports|reported|adds|added|notes|noted|finds|found|fears|feared)(?: that)? $"
)
"""Somebody who tells of himself or herself: `her husband says that he is woken`."""
_PATIENT_IS: Final = Wording(r"\b[Pp]atient,? (?:is |was )?(?:an? |the )(?:[\w-]+ ){0,3}$")
_PRONOUN: Final = Wording(r"^(?:she|hers?|herself|he|him|his|himself)$")
_IS_SUBJECT: Final = Wording(r"^(?:The|This) (?:[\w-]+ )?$", case=True)
_CARED_FOR: Final = Wording(
    r"^(?: \w+)? (?:is|was) (?:then )?(?:sent home|discharged|sedated|positioned|admitted|referred|told|advised|asked to|warned|observed|anesthetized|laid|prepped|draped"
    r"|given|watched|woken|treated|allowed home|taken (?:to|off)|seen again|called with)\b"
    r"|^ (?:goes|went|may go|can go|returns|walks) home\b|^ (?:wakes up|tolerates|recovers|leaves the)\b"
)
"""What is said of somebody who is cared for."""
_CHILD: Final = frozenset({"child", "baby", "infant", "newborn", "birth", "boy", "girl", "twin"})
_LONG_AGO: Final = Wording(r"\b(?:ago|earlier|years before|back then),? $")
_OF_RELATIVE: Final = Wording(
    r"\b(?:her|his|the|their|whose|patient's) (?:\w+ )?(?:mother|father|son|daughter|brother|sister|wife|husband|child|donor|partner|neighbor|neighbour"
    r"|friend|roommate|caregiver|spouse|infant|twin|aunt|uncle|grand\w+)(?:,? who)?\b,?[^,;]*$"
)
"""Another person as the subject of what is said in front of an age."""
_HAS_CHILDREN: Final = Wording(
    r"\b(?:has|have|with|of|raises|had) (?:\w+ ){0,3}(?:children|sons|daughters|brothers|sisters|siblings|grandchildren|twins|kids|boys|girls|child|son|daughter),? (?:who (?:is|are) )?$"
)
"""Children and kin of whom the age behind is."""
_PRONOUN_IS: Final = Wording(r"^(?:she|he) ")
_KIN_IS_SUBJECT: Final = Wording(
    r"^(?:her|his|the patient's|their) (?:\w+ )?(?:mother|father|son|daughter|brother|sister|wife|husband|partner|aunt|uncle|friend|twin|grand\w+)\b(?!'s)"
)
"""A relative as the subject of the sentence, whom a pronoun then means."""
_RELATIVE: Final = Wording(
    r"^ (?:\w+ )?(?:mother|father|son|daughter|brother|sister|wife|husband|child|relative|donor|partner|neighbor|friend|roommate|caregiver|spouse|infant|twin)\b"
)
_FEMALE = r"(?:woman|girl|lady|female|(?:young|old|elderly|new|expectant) mother|grandmother|housewife|waitress|actress|nun|widow|mujer|señora|niña|la paciente|ella|she|her|hers|herself)"
_MALE = r"(?:man|boy|gentleman|male|(?:young|old|elderly|new) father|grandfather|mailman|fireman|salesman|widower|hombre|varón|niño|he|him|his|himself)"
_FEMALE_ONLY = (
    r"(?:pregnant|pregnancy|uterus|uterine|ovar(?:y|ies|ian)|cervix|vagina|vaginal|menstrua\w+|menopaus\w+|labor pains|trimester|gestation\w*"
    r"|postpartum|breast-?feeding|lactating|miscarriage|gives birth|gave birth|embarazada|embarazo|útero|ovarios?)"
)
_MALE_ONLY = r"(?:prostate|prostatic|testicle|testicular|scrotum|scrotal|penis|penile|vasectomy|próstata|testículos?)"
_CONDITIONS: Final[tuple[tuple[Sex, Wording], ...]] = (
    ("female", Wording(rf"\b{_FEMALE_ONLY}\b")),
    ("male", Wording(rf"\b{_MALE_ONLY}\b")),
)
_SEXES: Final[tuple[tuple[Sex, Wording], ...]] = (
    ("female", Wording(rf"(?<![\w-])(?:{_FEMALE})(?![\w-])")),
    ("male", Wording(rf"(?<![\w-])(?:{_MALE})(?![\w-])")),
)
