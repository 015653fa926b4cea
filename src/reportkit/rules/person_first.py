"""Rule: wording that puts the condition before the person, or blames the patient."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage

_WORDINGS = (
    (r"\b(?:diabetics|asthmatics|epileptics|schizophrenics|alcoholics|hypertensives|paraplegics"
     r"|quadriplegics|hemophiliacs|anorexics|bulimics)\b", "people with the condition"),
    (r"\b(?:HIV|AIDS|diabetic|epileptic|schizophrenic|asthmatic|alcoholic) "
     r"(?:patients?|victims?|sufferers?)\b", "patients with the condition"),
    (r"\b(?:drug |substance )?(?:addicts?|abusers?)\b", "people with a substance use disorder"),
    (r"\bthe (?:elderly|aged)\b|\belderly (?:patients?|people|women|men|woman|man)\b",
     "older adults"),
    (r"\bthe (?:disabled|handicapped|mentally ill|blind|deaf)\b", "people with the condition"),
    (r"\b(?:wheelchair-bound|confined to a wheelchair)\b", "uses a wheelchair"),
    (r"\b(?:suffers|suffering|suffered) from\b|\bafflicted with\b|\b(?:cancer|stroke) victims?\b",
     "has"),
    (r"\bcompl(?:ains|aining|ained) of\b", "reports"),
    (r"\b(?:patient|she|he|they|who|woman|man)(?: also)? (?:denies|denied)\b", "reports no"),
    (r"\b(?:patient|she|he|they|who|woman|man)(?: has| had| have)? failed\b"
     r"|\bfail(?:ed|s|ing) (?:conservative |medical |prior |previous )*(?:treatment|therapy)\b",
     "did not respond to"),
    (r"\bnon-?compliant\b", "did not take, or could not take"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(words, re.IGNORECASE), better) for words, better in _WORDINGS)


@passage_rule("warning", "clinical text")
def person_first(passage: Passage) -> Iterator[Issue]:
    """The wording names people by their condition, or blames the patient.

    Why:
        A person has a condition and is not one; and a patient reports, where an accused
        denies. Style guides of medicine agree on this (AMA Manual of Style 11.12).

    Bad:
        # summary
        relevance: The code is used for diabetics.

    Good:
        # summary
        relevance: The code is used for people with diabetes.
    """
    for pattern, better in _PATTERNS:
        for found in pattern.finditer(passage.plain):
            yield Issue(
                At(passage.key, passage.route, Span(*found.span())),
                f"`{found[0]}` does not put the person first",
                f"write `{better}`",
            )
