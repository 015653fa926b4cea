"""What happens to descriptors of codes, which belong to whoever owns the code set."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from enum import Enum

from reportkit.findings.place import Span
from reportkit.model.codes import CODE_PATTERNS
from reportkit.model.fees import Fingerprint

_WORD = re.compile(r"[A-Za-z0-9]+")


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
    return Fingerprint(words=len(words), sha256=_digest(words))


def held(text: str, descriptor: Fingerprint) -> Iterator[Span]:
    """Where a text holds the descriptor of a fingerprint, word for word."""
    found = list(_WORD.finditer(text))
    for index in range(len(found) - descriptor.words + 1):
        stretch = found[index : index + descriptor.words]
        if _digest([word[0] for word in stretch]) == descriptor.sha256:
            yield Span(stretch[0].start(), stretch[-1].end())


def kept(descriptor: str, policy: DescriptorPolicy) -> str | None:
    """The descriptor if the policy keeps it, else None."""
    return descriptor if policy is DescriptorPolicy.KEEP_UNDER_LICENCE else None


def _digest(words: list[str]) -> str:
    return hashlib.sha256(" ".join(words).lower().encode()).hexdigest()
