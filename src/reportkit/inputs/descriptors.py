"""What happens to descriptors of codes, which belong to whoever owns the code set."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum

from reportkit.findings.place import Span
from reportkit.model.codes import CODE_PATTERNS
from reportkit.model.fees import Fingerprint

_WORD = re.compile(r"[A-Za-z0-9]+")
_ARTICLES = frozenset({"a", "an", "the"})
_LINKS = _ARTICLES | {"of"}
"""Words that come and go where the order of the others changes."""


class DescriptorPolicy(Enum):
    """Whether an importer keeps the descriptor column.

    CPT descriptors are the property of the American Medical Association and CDT ones of the
    American Dental Association: keeping them needs a licence of the organisation's own.
    """

    DROP = "drop"
    KEEP_UNDER_LICENCE = "keep-under-licence"


def fingerprint(code: str, descriptor: str) -> Fingerprint | None:
    """What is kept of a CPT descriptor in any case; those of HCPCS are anybody's to use."""
    words = _WORD.findall(descriptor)
    if not words or not CODE_PATTERNS["CPT"].fullmatch(code):
        return None
    core = [word for word in words if word.lower() not in _LINKS]
    return Fingerprint(
        words=len(words),
        sha256=_digest(words),
        core_words=len(core),
        core_sha256=_digest(_in_order(core)),
    )


def held(text: str, descriptor: Fingerprint) -> Iterator[Span]:
    """Where a text holds the descriptor of a fingerprint, or one that says the same.

    Alike are texts that differ in articles, `of`, plurals and the order of words.
    """
    fewest = min(descriptor.words, descriptor.core_words or descriptor.words)
    if len(text) < 2 * fewest - 1:
        return  # so few characters hold fewer words; most texts of the data are codes
    words = list(_WORD.finditer(text))
    spans = dict.fromkeys(_stretches(words, descriptor.words, descriptor.sha256, list))
    if descriptor.core_words is not None and descriptor.core_sha256 is not None:
        core = [word for word in words if word[0].lower() not in _LINKS]
        spans |= dict.fromkeys(
            _stretches(core, descriptor.core_words, descriptor.core_sha256, _in_order)
        )
    yield from sorted(spans, key=lambda span: span.start)


def telling_words(text: str) -> int:
    """How many words a text has that are no articles."""
    return sum(word.lower() not in _ARTICLES for word in _WORD.findall(text))


def _stretches(
    words: Sequence[re.Match[str]], length: int, sha256: str, form: Callable[[list[str]], list[str]]
) -> Iterator[Span]:
    """The stretches of so many words whose form has a hash; none where a length is no length."""
    for index in range(len(words) - length + 1 if length else 0):
        stretch = words[index : index + length]
        if _digest(form([word[0] for word in stretch])) == sha256:
            yield Span(stretch[0].start(), stretch[-1].end())


def _in_order(words: Iterable[str]) -> list[str]:
    return sorted(_singular(word.lower()) for word in words)


def _singular(word: str) -> str:
    """A word as it stands of one; what is cut wrongly is cut so on both sides."""
    for plural, one in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh")):
        if word.endswith(plural):
            return word.removesuffix(plural) + one
    return word if word.endswith(("ss", "us", "is")) else word.removesuffix("s")


def kept(descriptor: str, policy: DescriptorPolicy) -> str | None:
    """The descriptor if the policy keeps it, else None."""
    return descriptor if policy is DescriptorPolicy.KEEP_UNDER_LICENCE else None


def _digest(words: list[str]) -> str:
    return hashlib.sha256(" ".join(words).lower().encode()).hexdigest()
