"""Find what is done in a service: approach, means, views, route, part of the body and the like, as opposites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from reportkit.model.phrases import Phrases
from reportkit.reading.numbers import NUMBER, value
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class ActMention:
    """Something a text says of how the service is done: `delivery`, `cesarean`."""

    aspect: str
    value: str
    start: int
    end: int


@once_for_each_text
def acts(text: Text) -> Iterator[ActMention]:
    """What a text asserts of how the service is done."""
    for name in _phrases().find(text.plain):
        if _IS_POSED.within(text.plain[name.end : name.end + _NEAR]):
            continue
        if name.value is not None and text.polarity(name.start, name.end) == "asserted":
            yield ActMention(*name.value, name.start, name.end)
    for aspect, wording in (
        ("views", _VIEWS),
        ("imaged", _IMAGED),
        ("measured", _MEASURED),
        ("tests", _TESTS),
        ("operated", _OPERATED),
    ):
        for match in wording.find(text):
            if text.polarity(*match.span()) == "asserted":
                told = next(filter(None, match.groups())).lower().rstrip("s")
                number = value("one" if told in ("single", "a single") else told)
                yield ActMention(aspect, told if number is None else f"{number:f}", *match.span())
    for match in _TISSUE.find(text):
        if text.polarity(*match.span()) == "asserted":
            yield ActMention("tissue", "taken", *match.span())
    yield from _drugs(text)


def is_said_of_service(text: Text, act: ActMention, *, described: bool) -> bool:
    """Whether a sentence says outright that the service is so.

    A description tells of nothing else; another text has to name the service, or what it takes or
    makes, as what it speaks of.
    """
    sentence = text.sentence(act.start)
    if _APART.within(sentence.text) or (not described and _IN_TIME.within(sentence.text)):
        return False
    clause = sentence.clause(act.start, act.end)[0].strip()
    subject = _SUBJECT_OF.get(act.aspect)
    return (
        described
        or any(wording.within(clause) is not None for wording in (_OF_SERVICE, _UNDER_CODE))
        or (subject is not None and subject.within(clause) is not None)
    )


def _drugs(text: Text) -> Iterator[ActMention]:
    """The drugs that a text says to be given."""
    for match in _DRUG.find(text):
        drug = next(word for word in match.groups() if word)
        if drug.lower() not in _NO_DRUGS and text.polarity(*match.span()) == "asserted":
            yield ActMention("drug", drug.lower(), *match.span())


@once_for_each_text
def removals(text: Text) -> Iterator[tuple[int, int]]:
    """Where a text says that tissue is taken out or treated."""
    for match in _REMOVED.find(text):
        if text.polarity(*match.span()) == "asserted":
            yield match.span()


_NEAR: Final = 40
"""Within how many characters behind a part of the body is told how it lies."""
_IS_POSED: Final = Wording(
    r"^ (?:is|are|rests?|lies?|lay) (?:then )?(?:laid|placed|padded|positioned|supported|put|bent|flexed|held|on|against) "
)
"""How a part of the body lies, on which nothing is done."""
ASPECTS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "delivery": {
        "vaginal": ("vaginal delivery", "vaginally", "vaginal birth", "is vaginal", "birth canal", "with forceps", "through the vagina"),
        "cesarean": ("cesarean", "caesarean", "c-section", "cesarean delivery", "cesarean section",
                     "through a cut in the abdomen", "through the abdomen"),
    },
    "approach": {
        "open": ("open operation", "open surgery", "open release", "open approach", "through an incision", "open incision",
                 "open division", "under direct sight", "through a cut", "through a short cut"),
        "endoscopic": ("endoscopically", "through an endoscope", "endoscopic approach", "arthroscopically",
                       "through an arthroscope", "laparoscopically", "through a laparoscope", "by laparoscopy",
                       "by arthroscopy", "endoscopic release", "through a scope", "with a scope", "scope is passed",
                       "scope is inserted", "endoscope is passed", "small camera", "with a camera", "through a camera"),
        "percutaneous": ("percutaneously", "through the skin by needle", "by catheter through the skin"),
    },
    "image": {
        "radiograph": ("radiograph", "radiographs", "x-ray", "x-rays", "plain film"),
        "magnetic resonance": ("magnetic resonance", "magnetic resonance image", "magnetic resonance images", "mri"),
        "tomography": ("computed tomography", "ct scan", "tomogram", "ct of", "a ct"),
        "ultrasound": ("ultrasound examination", "sonogram", "ultrasound images", "sonography", "sound waves"),
    },
    "specimen": {
        "blood": ("blood is drawn", "blood sample", "blood is taken", "venous blood", "sample of blood",
                  "blood from", "drop of blood", "is blood", "blood test", "blood tests"),
        "urine": ("urine is collected", "urine that is collected", "urine sample", "urine specimen", "sample of urine", "urine is taken",
                  "is urine", "urine collected", "collect urine", "urine is sent", "urine is tested", "urine is analyzed"),
        "tissue": ("tissue sample", "is a biopsy", "biopsy is read", "biopsy specimen", "is tissue"),
        "swab": ("swab of the", "swab is", "throat swab", "nasal swab", "nose swab", "is a swab"),
        "stool": ("stool sample", "stool is collected", "sample of stool"),
        "spinal fluid": ("spinal fluid", "cerebrospinal fluid"),
        "saliva": ("saliva sample", "saliva is collected"),
    },
    "drawn from": {
        "vein": ("drawn from a vein", "vein is entered", "vein is punctured"),
        "skin": ("drawn from a finger", "drawn from a heel", "drawn from the finger", "drawn from the heel", "finger is pricked", "heel is pricked"),
        "artery": ("drawn from an artery", "artery is entered", "artery is punctured"),
    },
    "route": {
        "injection": ("injects", "injected", "by injection", "injection"),
        "mouth": ("tablet", "capsule", "oral dose", "by mouth", "orally", "swallows", "swallowed"),
        "infusion": ("infused", "infuses", "by infusion", "infusion over", "as an infusion"),
        "skin": ("skin patch", "applied to the skin as a cream"),
    },
    "patient": {
        "established": ("established patient", "patient is established", "seen the patient within three years",
                        "whom the practice knows", "whom the group knows"),
        "new": ("never seen before", "new patient", "never been seen", "first visit to the group", "not been seen before", "has never been seen",
                "new to the practice", "new to the group", "new to the clinic", "has never seen",
                "first of the patient", "patient's first visit", "patient for the first time", "comes for the first time", "never seen the patient"),
    },
    "complexity": {
        "straightforward": ("straightforward decision", "straightforward medical decision", "straightforward complexity"),
        "low": ("low medical decision making", "low complexity", "low level of decision making", "low decision making"),
        "moderate": ("moderate medical decision making", "moderate complexity", "moderate level of decision making",
                     "moderate decision making"),
        "high": ("high medical decision making", "high complexity", "high level of decision making", "high decision making"),
    },
    "contact": {
        "direct": ("direct contact", "one on one", "one-on-one", "face to face", "of one patient", "with one patient", "one patient through"),
        "alone": ("trains alone", "exercise alone", "train alone", "exercises alone", "without the therapist", "the therapist is elsewhere", "unattended",
                  "in a group", "group session", "with a group", "a group of", "in groups",
                  "need not be in the room", "several patients at once"),
    },
    "anesthesia": {
        "local": ("local anesthesia", "local anesthetic", "numbed locally"),
        "general": ("general anesthesia", "general anesthetic", "fully asleep"),
        "spinal": ("spinal anesthesia", "epidural anesthesia", "spinal anesthetic"),
        "none": ("without anesthesia", "without any anesthesia", "no anesthesia is needed"),
    },
    "anesthesia by": {
        "physician": ("anesthesiologist gives", "anesthesiologist brings on", "anesthesiologist performs"),
        "nurse": ("crna gives", "crna brings on", "nurse anesthetist gives", "by a crna alone",
                  "by a nurse anesthetist alone"),
    },
    "into": {
        "muscle": ("into a muscle", "into the muscle", "intramuscular", "intramuscularly"),
        "vein": ("into a vein", "into the vein", "intravenous", "intravenously", "by vein"),
        "skin": ("under the skin", "subcutaneous", "subcutaneously"),
    },
    "drug for": {
        "pain": ("against pain", "pain reliever", "relieves pain", "analgesic", "painkiller", "kills pain"),
        "infection": ("against infection", "against infections", "fights infection", "fights infections", "antibiotic",
                      "treats infections", "kills bacteria"),
        "nausea": ("against nausea", "against vomiting", "antiemetic", "stops nausea"),
        "cancer": ("against cancer", "chemotherapy drug", "attacks the tumor"),
        "clots": ("against clots", "blood thinner", "anticoagulant", "thins the blood", "dissolves clots"),
        "inflammation": ("corticosteroid", "against inflammation", "anti-inflammatory"),
        "allergy": ("against allergy", "against allergies", "antihistamine"),
        "seizures": ("against seizures", "anticonvulsant"),
        "numbness": ("numbs", "numbing drug"),
    },
    "tissue": {
        "left": ("without biopsy", "without a biopsy", "without taking tissue", "no tissue is taken", "nothing is taken", "takes nothing"),
    },
    "guidance": {
        "none": ("without ultrasound guidance", "without image guidance", "without imaging guidance"),
        "ultrasound": ("ultrasound guidance", "guided by ultrasound", "ultrasound-guided", "under ultrasound"),
    },
    "leads": {
        "few": ("rhythm strip", "single-lead", "three leads", "three-lead", "two leads", "one lead"),
        "twelve": ("twelve leads", "twelve-lead", "12 leads", "12-lead"),
    },
    "interpretation": {
        "with": ("with a written interpretation", "with its interpretation", "with an interpretation", "to the written interpretation",
                 "and the interpretation", "and interpretation"),
        "without": ("without the interpretation", "without an interpretation", "without interpretation", "tracing alone", "images alone"),
    },
    "depth": {
        "subcutaneous": ("including subcutaneous tissue", "down to subcutaneous tissue"),
        "muscle": ("removal of muscle", "including muscle", "dead muscle", "excises muscle", "removes muscle", "muscle is removed",
                   "muscle is excised", "down to muscle", "muscle is cut away"),
        "bone": ("removal of bone", "including bone", "dead bone", "excises bone", "removes bone", "bone is removed", "bone is excised",
                 "bone is cut away"),
    },
    "nerve": {
        name: (f"{name} nerve",)
        for name in ("median", "ulnar", "radial", "tibial", "peroneal", "facial", "sciatic", "femoral")
    },
    "abdomen": {
        "upper": ("upper abdomen",),
        "lower": ("lower abdomen",),
    },
    "region": {
        "shoulder": ("shoulder", "shoulders"),
        "elbow": ("elbow", "elbows"),
        "wrist": ("wrist", "wrists"),
        "hip": ("hip", "hips"),
        "knee": ("knee", "knees"),
        "ankle": ("ankle", "ankles"),
        "foot": ("foot", "feet"),
        "chest": ("chest", "thorax"),
        "abdomen": ("abdomen", "gallbladder", "stomach", "bowel", "colon", "appendix"),
        "head": ("skull", "brain"),
        "eye": ("eye", "eyes"),
        "ear": ("ear", "ears"),
    },
}  # fmt: skip
"""Aspect to its values, each with the phrases that say it; a service has one of them."""


@cache
def _phrases() -> Phrases[tuple[str, str]]:
    return Phrases(
        {
            phrase: (aspect, value)
            for aspect, values in ASPECTS.items()
            for value, phrases in values.items()
            for phrase in phrases
        },
        {},
    )


_NO_DRUGS: Final = frozenset(
    {"saline", "urine", "iodine", "alcohol", "medicine", "vaccine", "one", "someone", "anyone"}
    | {"alone", "everyone"}
)
_NAME_OF_DRUG = r"[a-z]{2,}(?:ine|ol|olol|one|cin|lin|mab|pam|ide|ate|il|ac|olac|am|fen|xin|zole|vir|dine|parin|statin|mycin)"
_OF_SERVICE: Final = Wording(
    r"^(?:and |but |so )?(?:(?:(?:CPT|HCPCS) )?[A-Z]?\d{4}[0-9A-Z]?|it|they"
    r"|(?:the|this|each|every) (?:(?!other|second|later|next|previous)\w+ ){0,2}?(?:services?|codes?|procedures?|operations?|surgery|tests?"
    r"|study|studies|examinations?|scans?|tracings?|recordings?|panels?|radiographs?|samples?|specimens?|images?|pictures?|films?|drug|medicine|dose|delivery"
    r"|child|visits?|sessions?|anesthesia|training|treatment|release|injection)"
    rf"|(?!(?:{'|'.join(sorted(_NO_DRUGS))}|routine)\b){_NAME_OF_DRUG}|images|pictures|films|decisions|(?:the|one|a) (?:therapist|surgeon|machine))\b"
)
_UNDER_CODE: Final = Wording(
    r"\b(?:(?:is|are) (?:(?:reported|billed|coded|claimed|described) (?:with|by|under|as)"
    r"|included in|part of|what|(?:covered|measured|shown) by)|belongs? to|(?:comes?|falls?) under) (?:this|the) code\b"
    r"|\b(?:is|are) (?:this code|(?:CPT|HCPCS) \w{5})(?=[.,;]|$)"
)
"""Says of what stands in front that the code is for it."""
_APART: Final = Wording(
    r"\b(?:unlike|instead|rather|others?|another|differ\w*|separate\w*|if|when|unless|may|might|could|can"
    r"|sometimes|or|also|than|(?<!at )once|neither|nor|as well|in place of|apart from|beside|next to|second|further|some|most"
    r"|(?:lower|higher|smaller|larger) (?:codes?|levels?)|(?:codes?|lines?|reports?) of (?:its|their) own)\b"
)
"""Words of a sentence that may speak of something beside the service."""
_IN_TIME: Final = Wording(r"\b(?:before|after\w*|later|earlier|until)\b")
"""Words by which a sentence that is no description may speak of another time."""


_PARTS = "shoulder|elbow|wrist|hand|finger|hip|knee|ankle|foot|toe|chest|spine|pelvis|skull|abdomen|jaw|neck"
_SUBJECT_OF: Final = {
    "patient": Wording(r"^(?:and |but |so )?the patient (?:is|has|was) (?!not\b)"),
    "specimen": Wording(
        r"^(?:and |but |so )?(?:blood|urine|stool|saliva|sputum|tissue|(?:cerebro)?spinal fluid|a swab) is\b"
    ),
    "complexity": Wording(
        r"^(?:the|this|its) (?:level|decisions?|complexity|medical decision making)\b"
    ),
    "imaged": Wording(rf"^(?:the|one|each) (?:{_PARTS})s? (?:is|are)\b"),
}
"""Aspect to what a clause on it begins with that speaks of the service by what it takes or shows."""
_VIEWS: Final = Wording(
    rf"(?<![\w.,-])(?P<value>{NUMBER}|single) views?\b(?! of both\b)"
    rf"|\b(?:takes?|reports?|for|of) (?P<pictures>{NUMBER}|a single) (?:pictures?|films?|exposures?)\b(?! (?:of|from) (?:each|both|every))(?![^.;]{0, 80}\band (?:one|another|a (?:second|third))\b)"
    rf"|\b(?P<made>{NUMBER}|a single) (?:pictures?|films?|exposures?) (?:is|are|was|were) (?:taken|made)\b(?! (?:of|from) (?:each|both|every))(?![^.;]{0, 80}\band (?:one|another|a (?:second|third))\b)",
    "view views picture pictures film films exposure exposures",
)
_IMAGED: Final = Wording(
    r"\b(?:images?|views?|radiographs?|x-rays?|pictures|films?|scans?) of (?:the |her |his |one |each |both )?(?:left |right )?"
    rf"(?P<value>{_PARTS})s?\b"
    rf"|\b(?:images?|views?|radiographs?|x-rays?|pictures?|films?|scans?|study) shows? (?:the )?(?:(?:bones?|joints?|inside|outline) of )?(?:the |one |each )?(?P<shown>{_PARTS})s?\b"
    rf"|(?:^|(?<=[.;] ))(?:the|one|each) (?P<seen>{_PARTS})s? (?:is|are) (?:shown|seen|imaged|pictured|x-rayed|radiographed)\b"
)
"""Which part of the body an image shows; others may be named beside it."""
_MEASURED: Final = Wording(
    r"\b(?:measures|determines|counts|measurement of|level of|amount of|looks for) (?:the )?(?:(?:level|amount|share|number|mean) of )?(?:the )?"
    r"(?P<value>glycated hemoglobin|glucose|sugar|cholesterol|creatinine|potassium|sodium|calcium|iron|ferritin|hemoglobin|platelets?"
    r"|red cells?|white cells?|thyroid hormones?|thyrotropin|vitamin [a-z]\d*|uric acid|urea|bilirubin|albumin|troponin|lead|alcohol)\b",
    "measures determines counts measurement level amount looks",
)
"""What a test measures."""
_TESTS: Final = Wording(
    rf"\bpanels? (?:of|has|have|holds|contains|includes|comprises|consists of|takes in|with) (?P<value>{NUMBER}) (?:\w+ )?(?:tests|measurements|analytes)\b",
    "panel panels",
)
"""How many tests a panel has."""
_OPERATED: Final = Wording(
    rf"\b(?:operations?|surgery|surgeries) (?:(?:on|of|at|in|inside|within) (?:the |one |each |a )?(?:(?:lower|upper|left|right) )?)(?P<value>{_PARTS}|breast|heart|eye|ear|brain|head)s?\b",
    "operation operations surgery surgeries",
)
"""Where in the body is operated."""
_TISSUE: Final = Wording(
    r"\b(?:biops(?:y|ies)|samples? of (?:\w+ )?tissue|pieces? of (?:\w+ )?tissue)\b[^.;]{0,40}?\b(?:is|are|was|were) (?:then )?(?:taken|obtained|cut|sent)\b"
    r"|\b(?:takes?|took|obtains?) (?:(?:an?|the|two|three|four|several|some|random|cold|\d) )*(?:biops(?:y|ies)|samples?)\b(?! of (?:blood|urine|stool))",
    "biopsy biopsies tissue sample samples",
)
"""Tissue that is taken out to be looked at."""
_DRUG: Final = Wording(
    rf"\b(?:\d+(?:\.\d+)?|one|each) (?:mg|mcg|g|milligrams?) of (?:the )?({_NAME_OF_DRUG})\b"
    rf"|\breports? (?:an? |the )?(?:injection of |infusion of )?({_NAME_OF_DRUG}) (?:given|injected|infused|by|for)\b"
    rf"|(?:^|(?<=[.;] )|\b(?:injects|gives|infuses) (?:the )?)({_NAME_OF_DRUG}) (?:is|are|was) (?:drawn up|injected|infused|given)\b"
    rf"|\b(?:injects|infuses|administers) (?:the )?({_NAME_OF_DRUG})(?= (?:into|by|through|over|under)\b|[.,;]|$)",
    "injects infuses administers mg mcg g milligram milligrams report reports drawn injected infused given",
)
"""Drugs by the form of their names, where an amount is told or how they are given."""
_REMOVED: Final = Wording(
    r"\b(?:(?:is|are|was|were|then|and) (?:\w+ )?(?:removed|excised|resected|ablated|snared|cauterized|coagulated|dilated|banded)"
    r"|polypectomy|(?:removes|excises|resects|ablates|snares|takes out) (?:a|the|an|two|three|one|all)"
    r"|with a (?:hot |cold )?snare)\b",
    "removed excised resected ablated snared cauterized coagulated dilated banded polypectomy removes excises resects ablates"
    " snares takes snare",
)
