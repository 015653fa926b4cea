"""The words of a heading in, what stands below it out.

Reports of one family name their sections in several ways; names are compared without case,
numbering, markup and signs. Source: the headings of published coding reports.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Part = Literal[
    "summary",
    "billing-overview",
    "clinical-context",
    "coding-specifications",
    "indications",
    "vignette",
    "findings",
    "procedure",
    "workflow",
    "follow-up",
    "sites",
    "units",
    "modifiers",
]
"""A section, or a part of one that has its own field."""

SECTION_OF: Final[dict[Part, str]] = {
    "summary": "summary",
    "billing-overview": "billing-overview",
    "sites": "billing-overview",
    "units": "billing-overview",
    "clinical-context": "clinical-context",
    **dict.fromkeys(
        ("indications", "vignette", "findings", "procedure", "workflow", "follow-up"),
        "clinical-context",
    ),
    "coding-specifications": "coding-specifications",
    "modifiers": "coding-specifications",
}
"""Part to the id of the section it belongs to."""


def part_named(text: str) -> Part | None:
    """The part a heading names, or None if the words are no known heading."""
    if len(text) > 80 or "|" in text or text.rstrip().endswith((".", ",", ";", "?")):
        return None
    name = _normal(text)
    return next((part for part, pattern in _NAMES if pattern.fullmatch(name)), None)


def looks_like_heading(text: str) -> bool:
    """True for a short line in title case without a stop, such as `Related Codes`."""
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    if not 1 <= len(words) <= 8 or len(text) > 70 or text.rstrip()[-1:] in ".!?;:,|)":
        return False
    if not text[:1].isupper() or ": " in text:
        return False
    return all(word[0].isupper() or word.lower() in _SMALL for word in words)


_SMALL = {
    "a",
    "an",
    "and",
    "as",
    "at",
    "by",
    "for",
    "from",
    "in",
    "of",
    "on",
    "or",
    "per",
    "the",
    "to",
    "with",
    "vs",
}


def _name(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


_NAMES: tuple[tuple[Part, re.Pattern[str]], ...] = (
    (
        "summary",
        _name(
            r"(?:executive )?(?:summary|overview|introduction|abstract|at a glance)"
            r"(?: and (?:overview|summary))?"
        ),
    ),
    (
        "billing-overview",
        _name(
            r"(?:(?:billing|cpt|hcpcs|procedure|service|anesthesia) )*"
            r"(?:code )?(?:overview|description|definition|summary)"
            r"|(?:about the|what is the) (?:billing |cpt )?code"
        ),
    ),
    (
        "vignette",
        _name(
            r"(?:clinical |patient |case )?(?:vignette|scenario|case|example)"
            r"|case study|patient(?: presentation)?"
        ),
    ),
    ("workflow", _name(r"(?:typical |usual |clinical )*(?:workflow|steps|procedure steps)")),
    ("indications", _name(r"(?:clinical )?indications?(?: for use)?")),
    ("findings", _name(r"(?:clinical )?findings|evaluation")),
    ("procedure", _name(r"(?:the )?procedure|procedure details")),
    ("follow-up", _name(r"follow ?up(?: care)?|after ?care|post ?procedure care")),
    (
        "clinical-context",
        _name(
            r"clinical(?: and coding)? (?:context|specifications?|background"
            r"|overview|summary|information|details|use)|clinical"
        ),
    ),
    (
        "modifiers",
        _name(
            r"(?:common |applicable |billing |typical |cpt )*modifiers?"
            r"(?: (?:table|list|guidance|usage))?"
        ),
    ),
    (
        "coding-specifications",
        _name(
            r"(?:billing and |medical )?coding (?:specifications?|guidance"
            r"|guidelines?|details|rules|information|considerations)"
            r"|coding"
        ),
    ),
    ("sites", _name(r"(?:typical |common )?(?:sites?|places?) of service")),
    ("units", _name(r"units?(?: of service)?")),
)


def _normal(text: str) -> str:
    text = re.sub(r"[*_`#®™]+", " ", text).replace("&", " and ").replace("-", " ")
    text = re.sub(r"^\s*(?:section )?(?:\d{1,2}(?:\.\d+)*|[IVX]{1,4})[.): ]\s*", "", text)
    text = re.sub(r"[:.\s]+$", "", text)
    return " ".join(text.split()).lower()
