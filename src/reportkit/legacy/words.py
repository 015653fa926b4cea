"""A text in, its sentences and the lists in them out; every word stays."""

from __future__ import annotations

import re


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, with their signs; together they are the paragraph."""
    pieces: list[str] = []
    start = 0
    for match in _BREAK.finditer(text):
        if _ABBREVIATION.search(text, max(start, match.start() - _LONGEST), match.start()):
            continue
        pieces.append(text[start : match.start()])
        start = match.end()
    return [piece for piece in (*pieces, text[start:]) if piece.strip()]


def listed(text: str) -> list[str]:
    """The parts of a list in words: `A, B and C`; names that hold an `and` stay whole."""
    kept = _ONE_NAME.sub(lambda match: match[0].replace(" ", "\0"), text)
    parts = re.split(
        r"\s*[,;]\s*(?:(?:and|or|as well as|y)\s+)?|\s+(?:and|or|as well as|y)\s+", kept
    )
    return [part.replace("\0", " ").strip() for part in parts if part.strip()]


def is_sentence(text: str) -> bool:
    """Whether a text says something; a list of names holds no verb."""
    return _VERB.search(text) is not None


def slug(text: str) -> str:
    """An id made of a name: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "unnamed"


_VERB = re.compile(
    r"\b(?:is|are|was|were|may|can|has|have|do|does|includes?|incluyen?|es|son|puede)\b"
)
_BREAK = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’)\]]))\s+(?=[\"“(\[*_]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|vs|Dr|No|approx|etc|al|cf|Fig|St|Inc|[A-Z])\.$")
_LONGEST = 8
"""Characters of an abbreviation with its full stop, at most; no more is looked at."""
_ONE_NAME = re.compile(r"Blue Cross (?:and|&) Blue Shield|Centers for Medicare (?:and|&) Medicaid")
