"""Find billing and diagnosis codes in a text: labelled, bare, in lists, ranges and slashes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from reportkit.reading.text import Text, once_for_each_text

Kind = Literal["billing", "diagnosis"]


@dataclass(frozen=True, slots=True)
class CodeMention:
    """A code that a text names, and the modifier behind its hyphen if there is one."""

    kind: Kind
    code: str
    start: int
    end: int
    labelled: bool


@once_for_each_text
def code_mentions(text: Text) -> Iterator[CodeMention]:
    """The codes of a text, in order, each once."""
    if not any(character.isdigit() for character in text.plain):
        return
    taken: set[int] = set()
    mentions = [*_labelled(text), *_diagnoses(text), *_bare(text)]
    for mention in sorted(mentions, key=lambda mention: (not mention.labelled, mention.start)):
        if taken.isdisjoint(range(mention.start, mention.end)):
            taken.update(range(mention.start, mention.end))
            yield mention


_SHAPE = r"(?:\d{4}[0-9AFTUM]|[A-CEGHJ-MP-V]\d{4})"
_CODE = rf"{_SHAPE}(?![\w]|[.,]\d|%|-\d{{3,4}}-\d)"
_LINK = r"(?:\s*[,/&]\s*(?:and |or )?|\s+(?:and|or|to|through|with|plus)\s+|\s*[-–—]\s*)"


class _Patterns:
    """Compiled when the first text with a digit is read."""

    @cached_property
    def label(self) -> re.Pattern[str]:
        return re.compile(
            r"(?<!ZIP )(?<!zip )(?<!postal )(?<!revenue )(?<!Revenue )(?<!area )"
            r"\b(?:CPT|HCPCS|[Cc]odes?|[Aa]dd-on|[Pp]rocedures?)\b[®™]?(?:\s+(?:Level\s+II"
            r"|codes?|numbers?))*(?:[\s:#]+|(?<=CPT)-|(?<=HCPCS)-)"
            rf"(?=\S)({_CODE}(?:-[0-9A-Z]{{2}}\b)?(?:{_LINK}(?:CPT\s"
            rf"|HCPCS\s)?{_CODE}(?:-[0-9A-Z]{{2}}\b)?){{0,60}})"
        )

    @cached_property
    def parted(self) -> re.Pattern[str]:
        """A code broken by a hyphen or a blank behind its label: `CPT 45-387`."""
        return re.compile(r"\b(?:CPT|HCPCS)[®™]?\s+(\d{2}[- ]\d{3}|\d{3}[- ]\d{2})(?![\w-])")

    @cached_property
    def inpatient(self) -> re.Pattern[str]:
        """A code of ICD-10-PCS behind its label."""
        return re.compile(
            r"\b(?:ICD-10-PCS|PCS|[Pp]rocedure)(?: codes?)?[\s:#]+(?=\w*\d)(?=\w*[A-Z])([0-9A-HJ-NP-Z]{7})(?!\w)"
        )

    @cached_property
    def bare(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w$.,/#§-])({_CODE})(?:[-/]({_SHAPE})(?!\w))?")

    one = re.compile(_CODE)

    @cached_property
    def not_a_code(self) -> re.Pattern[str]:
        """What stands before or behind a number of five digits that counts or addresses."""
        return re.compile(
            r"(?:ZIP(?: code)?|zip(?: code)?|postal(?: code)?|room|apartment|unit|floor|article|contractor|carrier|locality|MAC|phone|fax|box|suite"
            r"|no\.|number"
            r"|\$|USD|about|some|over|nearly|almost|than|of the|US)\s*$"
        )

    @cached_property
    def counted(self) -> re.Pattern[str]:
        return re.compile(
            r"\s*(?:%|percent|USD|dollars?|(?:[a-z-]+\s){0,2}(?:patients|services|claims"
            r"|beneficiaries|providers"
            r"|procedures|women|men|practices|people|cases|deaths|visits|units|mg|mcg|ml|IU"
            r"|cells|samples|tests|specimens|images|slides|records|steps|hours|days|miles|feet|members|residents|employees|minutes|copies"
            r"|inhabitants))\b"
        )

    @cached_property
    def icd10(self) -> re.Pattern[str]:
        return re.compile(r"(?<![\w.$-])[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}(?![\w]|\.\d)")

    @cached_property
    def icd10_labelled(self) -> re.Pattern[str]:
        return re.compile(
            r"\bICD-?10(?:-CM)?(?:\s+codes?)?[\s:#]+([A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)(?!\w)"
        )

    @cached_property
    def icd9_told(self) -> re.Pattern[str]:
        """A code without its label, in a clause that speaks of a diagnosis."""
        return re.compile(
            r"\bdiagnos[ie]s\b[^.;]{0,40}?(?<![\w.$])((?:V\d{2}|E?\d{3})\.\d{1,2})(?![\w%]|\.\d| percent| m[gl])"
            r"|(?<![\w.$-])((?:V\d{2}|E?\d{3})\.\d{1,2})(?= (?:is|was|as|may be|supports|stands|goes)\b[^.;]{0,30}\bdiagnos[ie]s\b)"
        )

    @cached_property
    def icd9(self) -> re.Pattern[str]:
        return re.compile(
            r"\(((?:V\d{2}|E?\d{3})\.\d{1,2})\)|\b(?:ICD-?9(?:-CM)?|DSM(?:-\w{1,3}){0,2})(?:\s+codes?)?[\s:#]+((?:V\d{2}"
            r"|E?\d{3})(?:\.\d{1,2})?)\b"
        )


_PATTERNS = _Patterns()


def _labelled(text: Text) -> Iterator[CodeMention]:
    for label in _PATTERNS.label.finditer(text.plain):
        for one in _PATTERNS.one.finditer(text.plain, *label.span(1)):
            yield CodeMention("billing", one[0], *one.span(), labelled=True)
    for inpatient in _PATTERNS.inpatient.finditer(text.plain):
        yield CodeMention("billing", inpatient[1], *inpatient.span(1), labelled=True)
    for parted in _PATTERNS.parted.finditer(text.plain):
        yield CodeMention("billing", re.sub(r"\D", "", parted[1]), *parted.span(1), labelled=True)


def _bare(text: Text) -> Iterator[CodeMention]:
    for match in _PATTERNS.bare.finditer(text.plain):
        before = text.plain[max(0, match.start() - 20) : match.start()]
        if _PATTERNS.not_a_code.search(before) or _PATTERNS.counted.match(text.plain, match.end()):
            continue
        yield CodeMention("billing", match[1], *match.span(1), labelled=False)
        if match[2]:
            yield CodeMention("billing", match[2], *match.span(2), labelled=False)


def _diagnoses(text: Text) -> Iterator[CodeMention]:
    for match in _PATTERNS.icd10_labelled.finditer(text.plain):
        yield CodeMention("diagnosis", match[1], *match.span(1), labelled=True)
    for match in _PATTERNS.icd10.finditer(text.plain):
        yield CodeMention("diagnosis", match[0], *match.span(), labelled=False)
    for match in _PATTERNS.icd9.finditer(text.plain):
        group = 1 if match[1] else 2
        yield CodeMention("diagnosis", match[group], *match.span(group), labelled=True)
    for match in _PATTERNS.icd9_told.finditer(text.plain):
        group = 1 if match[1] else 2
        yield CodeMention("diagnosis", match[group], *match.span(group), labelled=True)
