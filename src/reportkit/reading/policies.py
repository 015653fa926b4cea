"""Find the numbers by which texts name policies on coverage: LCD L34567, NCD 110.18, policy 0100."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportkit.model.codes import CODE_PATTERNS
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording

_CUE = (
    r"(?i:\b(?:LCDs?|NCDs?|CPBs?|(?:coverage )?determinations?|(?:billing |coding |coverage )*articles?"
    r"|(?:medical |clinical |payment |coverage |reimbursement )*polic(?:y|ies)(?: bulletins?| articles?)?"
    r"|bulletins?))\b"
)
_JOIN = (
    r"(?i:(?: \((?:LCD|NCD|CPB)\))?[,:]?(?P<label> (?:numbers?|nos?\.?|IDs?|identifiers?|#))?)"
    r"[: ]{1,2}(?P<sign>#?)"
)
_NUMBER = r"[A-Z0-9]+(?:[.-][A-Z0-9]+)*"
NUMBERED: Final = Wording(
    _CUE + _JOIN + rf"(?P<number>{_NUMBER})" + r"(?![\w%]|,\d)",
    needs="lcd lcds ncd ncds cpb cpbs determination determinations article articles policy policies"
    " bulletin bulletins",
    case=True,
)
_MEDICARES_OWN = re.compile(r"\b[LA]\d{5}\b")
"""Numbers of local coverage determinations and of their articles in CMS's coverage database."""
_NO_NUMBER = re.compile(r"(?:19|20)\d\d|\d{1,2}|\d{5}|\D*")
"""Years, counts, codes and words behind the word for a policy."""
_CODES = (CODE_PATTERNS["HCPCS"], CODE_PATTERNS["ICD-10-CM"])
_ON_COVERAGE: Final = Wording(
    _CUE + r"|(?i:\bcontractors?\b|\bMACs?\b|\bcover(?:s|ed|age)?\b)", case=True
)


@dataclass(frozen=True, slots=True)
class PolicyMention:
    """A number that a text gives as that of a policy."""

    start: int
    end: int
    number: str


@once_for_each_text
def policy_mentions(text: Text) -> Iterator[PolicyMention]:
    """Each number of a policy in a text, in order; years, counts and codes are none."""
    spans = {match.span("number") for match in NUMBERED.find(text) if not _is_code(match)}
    for match in _MEDICARES_OWN.finditer(text.plain):
        if _ON_COVERAGE.within(text.sentence(match.start()).text):
            spans.add(match.span())
    for start, end in sorted(spans):
        number = text.plain[start:end]
        if not _NO_NUMBER.fullmatch(number):
            yield PolicyMention(start, end, number)


def _is_code(match: re.Match[str]) -> bool:
    """Whether it is a code that the policy is on: `policy G0101`, but not `policy number G0101`."""
    labelled = match["label"] or match["sign"]
    return not labelled and any(code.fullmatch(match["number"]) for code in _CODES)


def numbers_named(words: str) -> frozenset[str]:
    """Everything in some words that may be the number of a policy, in small letters."""
    return frozenset(number.lower() for number in re.findall(_NUMBER, words, re.IGNORECASE))
