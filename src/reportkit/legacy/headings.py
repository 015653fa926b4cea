"""Tell from the words of a heading, a label or a question which part of a report follows.

Words are compared without case, accents, numbering, codes, markup and signs.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from reportkit.legacy.part_names import FILLERS, KEYWORDS, NAMES, QUESTIONS
from reportkit.legacy.parts import Part


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a text on its own line: `Units: one a day`."""

    name: str
    """As written, without the colon."""
    part: Part
    value: str
    is_sure: bool = True
    """False where the name only hints at the part: `Who qualifies: ...`."""


def part_named(text: str) -> Part | None:
    """The part that a heading names and nothing else, or None."""
    if len(text) > 80 or "|" in text or text.rstrip().endswith((".", ",", ";", "?")):
        return None
    return _EXACT.get(_normal(text))


def part_hinted(text: str) -> Part | None:
    """The one part that a heading asks for, or that a word of it hints at; or None."""
    if _ASKING.match(text):
        return part_asked(text)
    words = _plain(text).split()
    hinted = {part for part, names in KEYWORDS.items() if not set(names).isdisjoint(words)}
    return hinted.pop() if len(hinted) == 1 else None


def part_asked(text: str) -> Part | None:
    """The part that answers a question, or None."""
    question = _QUESTION_MARK.sub("", text).strip().lower()
    return next((part for pattern, part in _ASKED if pattern.search(question)), None)


def is_question(text: str) -> bool:
    """Whether a line is a question that text below it answers."""
    return len(text) <= _LONGEST_QUESTION and text.rstrip(" *_\"'”’").endswith("?")


def label_of(text: str) -> Label | None:
    """The known label of a line with its value, or None."""
    match = _LABEL.fullmatch(text)
    if match is None:
        return None
    part = _EXACT.get(_normal(match["name"]))
    hinted = part_hinted(match["name"]) if part is None and _ASKING.match(match["name"]) else None
    known = part or hinted
    if known is None:
        return None
    return Label(match["name"].strip(" *_"), known, match["value"], is_sure=part is not None)


def looks_like_heading(text: str) -> bool:
    """True for a short line in title case or capitals without a stop, such as `Related Codes`."""
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    if not 1 <= len(words) <= 8 or len(text) > 70 or text.rstrip()[-1:] in ".!?;:,|)":
        return False
    if not text[:1].isupper() or ": " in text:
        return False
    return all(word[0].isupper() or word.lower() in _SMALL for word in words)


_SMALL: Final = frozenset({
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "per", "the", "to",
    "with", "vs",
})  # fmt: skip
_LONGEST_QUESTION: Final = 300
_LABEL: Final = re.compile(
    r"\W{0,3}(?P<name>[^\W\d_][^:|.;?!\n]{1,50}?)\W{0,3}:[*_\s]+(?P<value>\S.*)", re.DOTALL
)
_ASKING: Final = re.compile(
    r"\W*(?:what|which|where|when|who|why|how|after|qu[eé]|d[oó]nde|cu[aá]ndo|qui[eé]n|c[oó]mo)\b",
    re.IGNORECASE,
)
"""Words that begin a question, and a heading that answers one."""
_QUESTION_MARK: Final = re.compile(
    r"^\W*(?:(?:q|question|pregunta)\s*\d*\s*[:.)-]\s*)?\W*|[?\s*_]+$", re.IGNORECASE
)
_ASKED: Final = tuple((re.compile(pattern), part) for pattern, part in QUESTIONS)
_NUMBERING: Final = re.compile(
    r"^\s*(?:section )?(?:\d{1,2}(?:\.\d+)*|[ivx]{1,4}|[a-h])[.): ]\s*(?=\S)"
)
_CODE: Final = re.compile(r"\b[0-9a-z]\d{3}[0-9a-z]\b")


def _normal(text: str) -> str:
    """The words of a name that tell a part, in order."""
    words = [word for word in _plain(text).split() if word not in FILLERS]
    return " ".join(words)


def _plain(text: str) -> str:
    """Words in small letters, without accents, signs, numbering and codes."""
    text = unicodedata.normalize("NFKD", text).lower()
    text = "".join(sign for sign in text if not unicodedata.combining(sign))
    text = re.sub(r"[*_`#®™]+", " ", text).replace("&", " and ").replace("-", " ")
    text = _CODE.sub(" ", _NUMBERING.sub("", text.strip(), count=1))
    return " ".join(re.sub(r"[^\w\s]", " ", text).split())


_EXACT: Final[dict[str, Part]] = {
    _normal(name): part for part, names in NAMES.items() for name in names
}
