"""Read from the prose of an old report its topics, readers, kind of service, purpose, evidence.

An old report says its data in prose. What is read here is data as the old report has it,
not as it is: its provenance is the old report.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from reportkit.legacy.words import listed
from reportkit.model.report import Topic
from reportkit.model.sections.billing_overview import Purpose, ServiceType
from reportkit.model.sections.clinical_context import Evidence


def topics_in(sentence: str) -> tuple[Topic, ...]:
    """Topics a sentence promises; none if it promises nothing."""
    if not _ACTIVE.search(sentence) and not _PASSIVE.search(sentence):
        return ()
    topics: list[tuple[int, Topic]] = []
    for topic, pattern in _TOPICS:
        match = pattern.search(sentence)
        if match:
            topics.append((match.start(), topic))
            sentence = pattern.sub(lambda each: " " * len(each[0]), sentence)
    return tuple(topic for _, topic in sorted(topics))


def is_passive(sentence: str) -> bool:
    """Whether a promise names no report and no reader: `Rates are reviewed.` may be another's."""
    return _ACTIVE.search(sentence) is None


def audience_in(sentence: str) -> tuple[str, ...]:
    """The readers a sentence such as `This summary equips A, B and C with ...` names."""
    match = _AUDIENCE.search(sentence)
    names = listed(match["list"]) if match else []
    return tuple(names) if all(len(name.split()) <= 4 for name in names) else ()


def service_type_in(text: str, possible: Container[str] = ()) -> ServiceType | None:
    """The kind of service a text names first, of those that are possible; all are if none is."""
    named = [
        (match.start(), kind)
        for kind, pattern in _SERVICES
        if (not possible or kind in possible) and (match := pattern.search(text))
    ]
    return min(named)[1] if named else None


def purpose_in(text: str) -> Purpose | None:
    """The purpose a text states."""
    if _BOTH.search(text):
        return "diagnostic-and-therapeutic"
    return next((purpose for purpose, pattern in _PURPOSES if pattern.search(text)), None)


def evidence_in(text: str) -> Evidence:
    """What a diagnosis rests on, by the strongest evidence that is not denied."""
    for evidence, pattern in _EVIDENCE:
        match = pattern.search(text)
        if match and not _DENIED.search(text, max(0, match.start() - 25), match.start()):
            return evidence
    return "clinical"


_ACTIVE = re.compile(
    r"\breaders? (?:will|can|may)\b|\b(?:this|the|full) (?:full )?(?:publication|report|summary"
    r"|overview|document|analysis|brief)\b|\btopics?\b|\b(?:outlines?|highlights?) \w",
    re.IGNORECASE,
)
"""Words by which a text says what it or a report tells of."""
_PASSIVE = re.compile(
    r"\b(?:is|are|will be|were|can be) (?:also |then )?(?:presented|described|summari[sz]ed"
    r"|reviewed|discussed|outlined|explained|examined|addressed|listed|found|shown|detailed|set out"
    r"|covered(?= (?:below|here|later|further|in (?:this|the|our)|on (?:page|our))))\b",
    re.IGNORECASE,
)
"""Words by which a text says that something is told of, and not by whom."""


def _topics(**patterns: str) -> Iterable[tuple[Topic, re.Pattern[str]]]:
    for name, pattern in patterns.items():
        yield name.replace("_", "-"), re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


_TOPICS = tuple(
    _topics(
        utilization=r"utili[sz]ation(?: benchmarks?| patterns?| data| measures?| trends?)?",
        payer_coverage=r"(?:payer )?coverage (?:patterns?|policies|criteria|considerations"
        r"|positions?|rules|requirements?|determinations?)|payer (?:policies|coverage)",
        medicare_payment=r"payments? (?:considerations?|information|rates?|data|amounts?)"
        r"|reimbursement (?:considerations?|rates?|information|data|details)"
        r"|medicare (?:payments?|rates?|reimbursement)",
        rate_benchmarks=r"(?:rate |pricing |price |commercial |negotiated )?benchmarks?"
        r"|negotiated rates?",
        policy_updates=r"policy (?:updates?|changes)|updates? to (?:payer )?polic(?:y|ies)",
        code_parameters=r"coding (?:guidance|considerations|rules|parameters|guidelines)"
        r"|code parameters|global (?:period|days)|bundling(?: rules| edits)?",
        sites_of_service=r"(?:sites?|places?|settings?) of (?:service|care)|service settings?",
        clinical_context=r"clinical (?:context|background|indications?|scenarios?)",
        modifiers=r"modifiers?(?: usage| guidance)?",
        related_codes=r"(?:related|associated|companion|alternative) (?:cpt )?codes?",
        diagnoses=r"diagnos(?:is|es|tic) codes?|diagnoses|icd-10(?:-cm)?(?: codes?)?",
        taxonomies=r"taxonom(?:y|ies)|provider (?:types?|specialt(?:y|ies))",
    )
)
_AUDIENCE = re.compile(
    r"\b(?:equips?|helps?|intended for|serves|supports?|designed for|written for|gives|offers"
    r"|audience:?)\s+(?P<list>[a-z][^.;:]{2,120}?)\s+(?:with|to|who|in|by)\b"
)
_SERVICE_WORDS: tuple[tuple[ServiceType, str], ...] = (
    ("anesthesia", "an(?:a)?esthesi"),
    ("biopsy", "biops"),
    ("excision", r"excis|resect|\w+ectomy|conization"),
    ("destruction", r"destruct|destroy|ablat|\w*cauter|cryo|vapori[sz]"),
    ("endoscopy", r"\w*endoscop|arthroscop|colonoscop|hysteroscop|laparoscop"),
    ("repair", r"repair|reconstruct|\w+plasty"),
    ("incision", "incis|drainage"),
    ("imaging", r"imaging|radiograph|ultraso|tomograph|mri\b|x-ray"),
    ("laboratory", "laborator|assay|pathology test"),
    ("evaluation", "evaluation and management|office visit|consultation"),
    ("injection", "inject|infus|inyec"),
    ("therapy", "therapy|rehabilit"),
    ("supply", "supply|supplies|equipment"),
)
_SERVICES = tuple(
    (kind, re.compile(rf"\b(?:{words})\w*", re.IGNORECASE)) for kind, words in _SERVICE_WORDS
)
_BOTH = re.compile(
    r"\b(?:therapeutic (?:or|and|and/or|as well as) diagnostic"
    r"|diagnostic (?:or|and|and/or|as well as) therapeutic)\b",
    re.IGNORECASE,
)
_PURPOSES: tuple[tuple[Purpose, re.Pattern[str]], ...] = (
    (
        "screening",
        re.compile(r"^screening\b|\bscreening (?:service|purpose|procedure)s?\b", re.IGNORECASE),
    ),
    ("preventive", re.compile(r"\bpreventive\b", re.IGNORECASE)),
    (
        "diagnostic",
        re.compile(
            r"^diagnostic\b|\bdiagnostic (?:purposes?|procedure|service|use)\b", re.IGNORECASE
        ),
    ),
    (
        "therapeutic",
        re.compile(
            r"^therapeutic\b|\btherapeutic (?:purposes?|procedures?|services?|use)\b"
            r"|\bused to treat\b",
            re.IGNORECASE,
        ),
    ),
)
_EVIDENCE: tuple[tuple[Evidence, re.Pattern[str]], ...] = (
    ("histology", re.compile(r"\b(?:biops|histolog|patholog)\w*", re.IGNORECASE)),
    ("cytology", re.compile(r"\b(?:cytolog\w*|pap (?:smear|test))", re.IGNORECASE)),
    (
        "imaging",
        re.compile(r"\b(?:imaging|MRI|CT scan|ultraso\w+|radiograph\w*|x-ray)\b", re.IGNORECASE),
    ),
    ("laboratory", re.compile(r"\b(?:laborator\w+|blood test|assay)\b", re.IGNORECASE)),
)
_DENIED = re.compile(
    r"\b(?:no|not|without|pending|awaiting|declin\w+|colposcopic)\b", re.IGNORECASE
)
