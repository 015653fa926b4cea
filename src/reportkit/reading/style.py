"""Word what style rules look for: people first, safe doses, abbreviations, topics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from reportkit.model.report import Topic
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording

_NAMED_BY_DISEASE = (
    "insomniacs hypochondriacs kleptomaniacs maniacs celiacs hemophiliacs narcoleptics cataleptics dyspeptics"
    " tetraplegics diplegics parkinsonians workaholics shopaholics amputees cripples migraineurs"
    " retardates imbeciles lunatics smokers drinkers dyslexics cirrhotics anemics leukemics neurotics psychopaths sociopaths paralytics spastics bulimics bipolars"
)
_AS_NOUN = r"(?=[.,;:)]|$| (?:and|or|is|are|was|were|who|whose|may|can|must|will|have|has|need|get|with|in|of|to|from|by|on|at|as|than|for)\b)"
"""Behind an adjective: that it stands for people, and not before the noun it belongs to."""
_ONE_BY_DISEASE = "diabetic epileptic asthmatic hypertensive alcoholic schizophrenic hemophiliac paraplegic quadriplegic anorexic autistic"
PERSON_FIRST: Final = (
    (Wording(r"\b(?:diabetics|asthmatics|epileptics|schizophrenics|alcoholics|hypertensives"
             r"|paraplegics"
             r"|quadriplegics|hemophiliacs|anorexics|bulimics|arthritics|psychotics|autistics"
             r"|hemiplegics|obese)\b"
             r"(?! (?:patient|person|people|ketoacidosis))"),
     "people with the condition"),
    (Wording(r"\b(?:HIV|AIDS|diabetic|epileptic|schizophrenic|asthmatic|alcoholic|autistic"
             r"|psychotic) "
             r"(?:patients?|victims?|sufferers?|women|men|woman|man|children"
             r"|people)\b"), "patients with the condition"),
    (Wording(rf"\b(?:{_NAMED_BY_DISEASE.replace(' ', '|')}|(?:stroke|cancer|AIDS|dementia|migraine|pain|heart|burn) (?:sufferers?|victims?)|[a-z]+ sufferers?)\b",
             f"{_NAMED_BY_DISEASE} sufferer sufferers victim victims"),
     "people with the condition"),
    (Wording(r"\b(?:dementia|obese|stroke|crippled|retarded|lame|senile|demented|bedridden|hypertensive|anorexic|hemiplegic|paraplegic|epileptic|geriatric|arthritic|asthmatic)"
             r" (?:patients?|children|people|persons?|women|men|woman|man)\b|\b(?:is|was) an? (?:alcoholic|diabetic|asthmatic|epileptic|schizophrenic|addict|cripple|hemophiliac|paraplegic|hypertensive|smoker)(?=[.,;]|$| (?:who|and|with)\b)",
             "dementia obese stroke crippled retarded lame senile demented bedridden hypertensive anorexic hemiplegic paraplegic epileptic"
             " geriatric arthritic asthmatic alcoholic diabetic schizophrenic addict cripple hemophiliac smoker"),
     "patients with the condition"),
    (Wording(r"\bthe (?:demented|crippled|retarded|infirm|insane|senile|sick|obese|bedridden|homeless|diabetic|paralyzed|incontinent)(?! \w*(?:patient|person|eye|ear|leg|arm|hand|foot|limb|side|child|man|woman|adult|ulcer|wound|muscle|nerve|bladder|leave|note))\b",
             "demented crippled retarded infirm insane senile sick obese bedridden homeless diabetic paralyzed incontinent"),
     "people with the condition"),
    (Wording(rf"(?<!\bis )(?<!\bwas )\b(?:an?|the|every|each|this|that|any) (?:(?:known|brittle|chronic|severe|recovering|former|type \d|old|young) )*(?:{_ONE_BY_DISEASE.replace(' ', '|')})(?=[.,;)]|$"
             r"| (?:is|was|has|had|who|with|without|needs?|may|can|comes|takes|should|must|will|gets?|also)\b)",
             _ONE_BY_DISEASE),
     "a person with the condition"),
    (Wording(r"\b(?:drug |substance )?(?:addicts?|abusers?|junkies)\b",
             "addict addicts abuser abusers junkies"), "people with a substance use disorder"),
    (Wording(rf"\bthe (?:elderly|aged)\b{_AS_NOUN}|\belderly (?:patients?|people|women|men|woman|man)\b",
             "elderly aged"), "older adults"),
    (Wording(rf"\bthe (?:disabled|handicapped|mentally ill|blind|deaf)\b{_AS_NOUN}|\bthe mentally ill\b(?= (?:according|without|under|during|when|if)\b)"),
     "people with the condition"),
    (Wording(r"\b(?:wheelchair-bound|confined to a wheelchair)\b", "wheelchair"), "uses a"
        " wheelchair"),
    (Wording(r"\b(?:suffers|suffering|suffered) from\b|\bafflicted with\b|\b(?:cancer"
             r"|stroke) victims?\b",
             "suffers suffering suffered afflicted victim victims"), "has"),
    (Wording(r"\bcompl(?:ains|aining|ained) of\b", "complains complaining complained"), "reports"),
    (Wording(r"\b(?:patient|she|he|they|who|woman|man)(?: also)? (?:denies|denied)\b",
             "denies denied"), "reports no"),
    (Wording(r"\b(?:patient|she|he|they|who|woman|man)(?: has| had| have)? failed\b(?! (?:the|an?|his|her|their) (?:\w+ )*(?:tests?|screen(?:ing)?|exam(?:ination)?)\b)"
             r"|\bfail(?:ed|s|ing) (?:conservative |medical |prior |previous )*(?:treatment"
             r"|therapy)\b",
             "failed fails failing"), "did not respond to"),
    (Wording(
        r"(?<!lung is )(?<!lungs are )(?<!chest is )(?<!ventricle is )\bnon-?compliant\b(?! (?:balloons?|lungs?|chest|ventricle|arter(?:y|ies)|vessels?|claims?)\b)",
        "noncompliant compliant",
    ), "did not take, or could not take"),
)  # fmt: skip
"""Wordings that put the condition before the person, with a better one."""

_DOSE = r"(?:mg|mcg|µg|g|kg|mL|ml|units?|mmol|mEq)"
UNSAFE: Final = (
    (Wording(r"\b(?:\d{1,3}|\d+ )[Uu]\b(?![/-])", case=True), "units"),
    (Wording(r"\bIU\b", "iu", case=True), "international units"),
    (Wording(r"(?<=\d) ?[µμ]g\b"), "mcg"),
    (Wording(r"\b(?:QOD|Q\.O\.D\.?|qod|q\.o\.d\.?)(?!\w)", "qod q", case=True), "every other day"),
    (Wording(r"\b(?:QD|Q\.D\.?|qd|q\.d\.?)(?!\w)", "qd q", case=True), "daily"),
    (Wording(r"\b(?:MSO4|MS(?= \d+ ?mg))", "mso4 ms", case=True), "morphine sulfate"),
    (Wording(r"\bMgSO4\b", "mgso4", case=True), "magnesium sulfate"),
    (
        Wording(rf"(?<![\d.])\d+\.0+ ?{_DOSE}\b(?!/d?[Ll]\b)", case=True),
        "the number without the zero behind the point",
    ),
    (Wording(rf"(?<![\d.])\.\d+ ?{_DOSE}\b", case=True), "a zero before the point"),
)
"""Abbreviations and numbers that have led to wrong doses, with a safe form."""

DIAGNOSTIC: Final = Wording(
    r"\btherapeutic (?:or|and|and/or|as well as) diagnostic\b"
    r"|\bdiagnostic (?:or|and|and/or|as well as) therapeutic\b"
    r"|\b(?:for|has a|have a) diagnostic (?:purposes?|reasons?|use)\b",
    "diagnostic",
)

PURPOSE: Final = Wording(
    r"\b(?:the|this) (?:service|procedure|operation|examination|treatment|test|study|code)"
    r" (?:is|serves) (?:(?:purely|only|solely|always|not|never|as an?|an?) )*"
    r"(?P<purpose>diagnostic|therapeutic|preventive)"
    r"(?= (?:one|service|procedure|operation|test|in (?:nature|purpose|intent)|and not|only|alone)\b|,? not\b| ?[.;,]| ?$)",
    "diagnostic therapeutic preventive",
)
"""A service of which it is said outright what it serves."""

REASON: Final = Wording(
    r"\bfor an? (?P<purpose>diagnostic|therapeutic|preventive) reason\b",
    "diagnostic therapeutic preventive",
)
"""The same told by why the service is given."""

PRECANCER: Final = Wording(
    r"\bprecancer|\bintraepithelial\b|\bdysplasia\b|\bneoplasia\b|\bin situ\b"
    r"|\b(?:CIN|VIN|VAIN|AIN) ?[123]?\b|\b[HL]SIL\b"
)
NO_CANCER: Final = Wording(
    r"\b(?:without|no|not|free of|ruled out|excluded)"
    r" (?:(?:any|signs?|evidence|of|for|suspicion) )*"
    r"(?:invasion|invasive \w+|cancer|malignan\w+|carcinoma|metastas[ei]s)\b"
)
TISSUE: Final = Wording(r"\b(?:biops|histolog|patholog|curettage|specimen|sampl)\w*")

SHOWN_BY: Final[dict[str, tuple[Wording, str]]] = {
    "histology": (TISSUE, "biopsy, specimen or pathologist"),
    "cytology": (
        Wording(
            r"\b(?:cytolog|citolog|smear|cells?\b|células?|pap\b|papanicola|screening test|swab|brush|wash|aspirat|HPV|frotis)\w*"
        ),
        "smear, swab or cells",
    ),
    "laboratory": (
        Wording(
            r"\b(?:test|blood|urin|value|sampl|level|cultur|laborator|fluid|germ|sugar|gluco|count|hemo|protein|result|lipid|cholest|panel|measur"
            r"|creatin|enzym|hormon|antibod|swab|positiv|negativ|percent|a1c|platelet|kidney function|análisis|sangre|orina|muestra|prueba)\w*"
        ),
        "test, sample or value",
    ),
    "imaging": (
        Wording(
            r"\b(?:imag|picture|film|views?\b|scan|radiogra|x-?ray|ultraso|sono|echo|tomogra|CT\b|MRI?\b|PET\b|magnetic|mammogra|angiogra|fluorosc"
            r"|doppler|density|scope|scopy|ecogra|resonancia|radiolog|arthrogra|bone age|dexa|shows?\b|shown\b|seen\b)\w*"
        ),
        "picture, scan or radiograph",
    ),
}
"""Evidence to the words for the means that it comes by, and those means."""

_PROMISE = Wording(
    r"\b(?:this|the) (?:full )?(?:report|publication|summary|analysis|overview|section)\b"
    r"|\bin an? (?:later|separate|further|own) (?:section|part|chapter)\b|\breaders\b|\btopics covered\b|\bbelow\b|\bfollowing (?:pages|sections)\b"
)
_VERB = Wording(
    r"\b(?:outlin|cover|includ|highlight|present|provid|describ|review|summari|list|show|find"
    r"|contain|giv|offer|set|address|discuss|equip|explain|track|compar|monitor)\w*"
)
_TOPICS: Final[tuple[tuple[Wording, tuple[Topic, ...]], ...]] = (
    (Wording(r"\butili[sz]ation(?: \w+)?\b"), ("utilization",)),
    (Wording(r"\b(?:rate |payment |price )?benchmarks?\b"), ("rate-benchmarks", "utilization")),
    (Wording(r"\b(?:payment (?:considerations|rates|amounts|data)|reimbursement rates)\b"),
     ("medicare-payment", "rate-benchmarks")),
    (Wording(r"\b(?:payer )?coverage (?:patterns|policies|criteria"
             r"|positions)\b|\bwhat (?:each|every|the|a) (?:payers?|plans?|insurers?) (?:covers?|pays? for)\b"), ("payer-coverage",)),
    (Wording(r"\bpolicy (?:updates|changes)\b|\b(?:updates|changes) (?:of|to|in) (?:the |payer )*polic(?:y|ies)\b"),
     ("policy-updates",)),
    (Wording(r"\bnegotiated rates\b"), ("rate-benchmarks",)),
    (Wording(r"\bdiagnoses (?:that|which) support\b"), ("diagnoses",)),
    (Wording(r"\bcoding guidance\b"), ("related-codes", "code-parameters")),
    (Wording(r"\b(?:common |typical )?modifiers\b"), ("modifiers",)),
    (Wording(r"\b(?:diagnos(?:is|tic) codes|supporting diagnoses)\b"), ("diagnoses",)),
    (Wording(r"\brelated codes\b"), ("related-codes",)),
    (Wording(r"\b(?:provider )?taxonom(?:y|ies)(?: codes)?\b"), ("taxonomies",)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Promise:
    """Words by which prose promises a topic."""

    words: str
    topics: tuple[Topic, ...]
    start: int
    end: int


@once_for_each_text
def promises(text: Text) -> Iterator[Promise]:
    """What the sentences of a text promise of the report."""
    for sentence in text.sentences:
        if not (_PROMISE.within(sentence.text) and _VERB.within(sentence.text)):
            continue
        taken: set[int] = set()
        for wording, topics in _TOPICS:
            for match in wording.each(sentence.text):
                if taken.isdisjoint(range(*match.span())):
                    yield Promise(
                        match[0],
                        topics,
                        sentence.start + match.start(),
                        sentence.start + match.end(),
                    )
                taken.update(range(*match.span()))


_ABBREVIATION: Final = re.compile(
    r"(?<![\w/.-])(?:E/M|[A-Z](?:[a-z]?[A-Z])+)(?:s\b|(?![\w/-]|\.\d))"
)
_IN_BRACKETS: Final = re.compile(r" \(([a-z][a-z -]{4,80})\)")
_BEFORE_BRACKET: Final = re.compile(r"[a-z][^()]*\($")


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation, and whether its full form stands before it."""

    letters: str
    introduced: bool
    start: int
    end: int


def _is_spelled_out(letters: str, after: str) -> bool:
    """Whether the full form stands in brackets behind an abbreviation: `BMI (body mass index)`."""
    match = _IN_BRACKETS.match(after)
    initials = [word[0] for word in re.split(r"[ -]", match[1]) if word] if match else []
    return [letter.lower() for letter in letters] == initials


@once_for_each_text
def abbreviations(text: Text) -> Iterator[Abbreviation]:
    """The abbreviations of a text; those joined to other words or to numbers are names."""
    for match in _ABBREVIATION.finditer(text.plain):
        letters = match[0].removesuffix("s")
        before, after = text.plain[: match.start()], text.plain[match.end() :]
        introduced = (
            bool(_BEFORE_BRACKET.search(before[-200:])) and after.startswith(")")
        ) or _is_spelled_out(letters, after)
        yield Abbreviation(letters, introduced, match.start(), match.start() + len(letters))


_DENTAL: Final = Wording(r"(?<![\w.$#-])(?<!itamin )(?P<code>D\d{4})\b", case=True)
"""Codes of dentists: of HCPCS none begins with D that is not theirs."""
_HOSPITAL_BILL: Final = Wording(
    r"\b(?:revenue|rev\.?) (?:codes?|cent(?:er|re)s?)[ :#]+(?:number |no\. )?(?P<code>\d{3,4}|\d{2,3}X)(?!\w|\.\d)"
    r"|\b(?:types? of bill|bill types?|TOB)[ :#]+(?:is )?(?P<bill>0?\d{3}|0?\d{2}X)(?!\w|\.\d)"
    r"|\b(?:condition|occurrence(?: span)?|value) codes?[ :#]+(?P<told>[A-Z0-9]{2})(?!\w|\.\d)",
    "revenue rev bill tob condition occurrence value",
)


@dataclass(frozen=True, slots=True)
class LicensedCode:
    """A code of a set that its owner licenses: CDT or UB-04."""

    of: Literal["cdt", "ub04"]
    start: int
    end: int


@once_for_each_text
def licensed_codes(text: Text) -> Iterator[LicensedCode]:
    """The codes of dentists in a text, and what hospitals write on their bills."""
    for match in _DENTAL.find(text):
        yield LicensedCode("cdt", *match.span("code"))
    for match in _HOSPITAL_BILL.find(text):
        yield LicensedCode("ub04", *match.span())
