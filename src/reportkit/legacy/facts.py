"""Sentences in, data out: payers, sites, topics, audience, dates, kind of service.

An old report says its data in prose. What is read here is data as the old report has it,
not as it is: its provenance is the old report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from reportkit.legacy.words import listed, slug
from reportkit.model.input import Payer, Site
from reportkit.model.report import Topic
from reportkit.model.sections.billing_overview import Purpose, ServiceType
from reportkit.model.sections.clinical_context import Evidence
from reportkit.model.sites import site_names


def payers_in(sentence: str) -> tuple[Payer, ...]:
    """Payers of a sentence such as `Key payers covered include A, B and C.`"""
    found = _PAYERS.search(sentence)
    if found is None:
        return ()
    payers: dict[str, Payer] = {}
    for name in listed(found["list"].rstrip(". ")):
        if name[:1].isupper() and len(name.split()) <= 7:
            payers.setdefault(slug(name), Payer(id=slug(name), name=name, kind=_kind(name)))
    return tuple(payers.values())


def sites_in(text: str) -> tuple[Site, ...]:
    """Sites of service a text names, typical ones up to a word such as `also`."""
    also = _ALSO.search(text)
    sites: dict[str, Site] = {}
    for named in site_names(text):
        start, words, codes = named.start, text[named.start : named.end], named.value
        stated = _POS.match(text, start + len(words))
        pos = tuple(re.findall(r"\d\d", stated["codes"])) if stated else tuple(sorted(codes))
        if len(pos) > 2:
            continue
        known, name = _SITE_NAMES.get(frozenset(pos), (slug(words), words[:1].upper() + words[1:]))
        alias = (words,) if words.lower() != name.lower() else ()
        rank = "also" if also and also.start() < start else "typical"
        site = Site.model_validate(
            {"id": known, "name": name, "pos": pos, "rank": rank, "aliases": alias}
        )
        sites.setdefault(known, site)
    return tuple(sites.values())


def topics_in(sentence: str) -> tuple[Topic, ...]:
    """Topics a sentence promises; none if it promises nothing."""
    if not _PROMISE.search(sentence):
        return ()
    found: list[tuple[int, Topic]] = []
    for topic, pattern in _TOPICS:
        match = pattern.search(sentence)
        if match:
            found.append((match.start(), topic))
            sentence = pattern.sub(lambda each: " " * len(each[0]), sentence)
    return tuple(topic for _, topic in sorted(found))


def audience_in(sentence: str) -> tuple[str, ...]:
    """The readers a sentence such as `This summary equips A, B and C with ...` names."""
    found = _AUDIENCE.search(sentence)
    names = listed(found["list"]) if found else []
    return tuple(names) if all(len(name.split()) <= 4 for name in names) else ()


def service_type_in(text: str) -> ServiceType | None:
    """The kind of service a text names first."""
    found = [
        (match.start(), kind) for kind, pattern in _SERVICES if (match := pattern.search(text))
    ]
    return min(found)[1] if found else None


def purpose_in(text: str) -> Purpose | None:
    """The purpose a text states."""
    if _BOTH.search(text):
        return "diagnostic-and-therapeutic"
    return next((purpose for purpose, pattern in _PURPOSES if pattern.search(text)), None)


def evidence_in(text: str) -> Evidence:
    """What a diagnosis rests on, by the strongest evidence that is not denied."""
    for evidence, pattern in _EVIDENCE:
        found = pattern.search(text)
        if found and not _DENIED.search(text, max(0, found.start() - 25), found.start()):
            return evidence
    return "clinical"


def date_in(text: str) -> date | None:
    """A day written as 2025-03-01, March 1, 2025, 1 March 2025, March 2025 or 03/01/2025."""
    for pattern in _DATES:
        found = pattern.search(text)
        if found:
            parts = found.groupdict()
            month = parts["m"]
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
            try:
                return date(int(parts["y"]), number, int(parts.get("d") or 1))
            except ValueError:
                return None
    return None


def _kind(name: str) -> Literal["insurer", "licensee-federation", "government-programme"]:
    if _GOVERNMENT.search(name) and "Advantage" not in name:
        return "government-programme"
    return "licensee-federation" if re.search(r"Blue Cross|BCBS", name) else "insurer"


_GOVERNMENT = re.compile(r"\b(?:Medicare|Medicaid|TRICARE|CHAMPVA|Veterans)\b", re.IGNORECASE)
_PAYERS = re.compile(
    r"\bpayers?\b[^.;:]{0,80}?(?:\b(?:includes?|including|are|such as|comprises?)\b:?|:)\s+"
    r"(?P<list>[A-Z][^.:;]*)"
)
_ALSO = re.compile(
    r"\b(?:also|sometimes|occasionally|may be|less (?:often|commonly)|rarely)\b", re.IGNORECASE
)
_POS = re.compile(r"\s*\(\s*POS:?\s*(?P<codes>\d\d(?:\s*(?:,|/|and|or)\s*\d\d)*)\s*\)")
_SITE_NAMES: dict[frozenset[str], tuple[str, str]] = {
    frozenset({"24"}): ("asc", "Ambulatory surgical center"),
    frozenset({"19", "22"}): ("hopd", "Hospital outpatient department"),
    frozenset({"22"}): ("hopd", "Hospital outpatient department"),
    frozenset({"11"}): ("office", "Office"),
    frozenset({"23"}): ("ed", "Emergency room"),
    frozenset({"21"}): ("inpatient", "Inpatient hospital"),
    frozenset({"20"}): ("urgent-care", "Urgent care facility"),
}
_PROMISE = re.compile(
    r"\breaders? (?:will|can|may)\b|\b(?:this|the|full) (?:full )?(?:publication|report|summary"
    r"|overview|document|analysis|brief)\b|\btopics?\b|\b(?:outlines?|highlights?) \w",
    re.IGNORECASE,
)


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
    ("injection", "inject|infus"),
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
    ("screening", re.compile(r"\bscreening (?:service|purpose|procedure)s?\b", re.IGNORECASE)),
    ("preventive", re.compile(r"\bpreventive\b", re.IGNORECASE)),
    (
        "diagnostic",
        re.compile(r"\bdiagnostic (?:purposes?|procedure|service|use)\b", re.IGNORECASE),
    ),
    ("therapeutic", re.compile(r"\btherapeutic|\bused to treat\b|\btreatment\b", re.IGNORECASE)),
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
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<m>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATES = (
    re.compile(r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b"),
    re.compile(
        rf"\b{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})\b", re.IGNORECASE
    ),
    re.compile(rf"\b(?P<d>\d{{1,2}})\s+{_MONTH}\s+(?P<y>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"\b(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<y>\d{4})\b"),
    re.compile(rf"\b{_MONTH}\s+(?P<y>\d{{4}})\b", re.IGNORECASE),
)
