"""Releases of ICD-10-CM, and the codes an Excludes1 note names, as patterns over codes.

A release holds for a fiscal year, from October to September; that of April takes its place
within the year. Source of the patterns: the tabular list of ICD-10-CM, which names a code
(`R87.613`), all codes below one (`D06.-`) or a range (`O00-O9A`). Notes on some of the codes
below one, `with fifth character 1`, are no pattern here: they exclude less than they name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportkit.model.codes import CODE_PATTERNS

_CODE = CODE_PATTERNS["ICD-10-CM"].pattern
_BELOW = re.compile(rf"({_CODE})\.?-?")
_RANGE = re.compile(rf"({_CODE})[.-]*\s*-\s*({_CODE})[.-]*")
_IN_BRACKETS = re.compile(r"\(([^()]*)\)+\s*$")
_AT_END = re.compile(rf"\s(?=\S*[.-])({_CODE}[.-]*(?:-{_CODE}[.-]*)?)$")
_RELEASE = re.compile(r"FY(20\d\d)( April)?")


def fiscal_release(name: str) -> FiscalRelease | None:
    """The release of a name, `FY2027` or `FY2027 April`; None for any other text."""
    match = _RELEASE.fullmatch(name)
    if match is None:
        return None
    year = int(match[1])
    start = date(year, 4, 1) if match[2] else date(year - 1, 10, 1)
    return FiscalRelease(name, start, date(year, 9, 30))


@dataclass(frozen=True, slots=True)
class FiscalRelease:
    """A release of ICD-10-CM, with its first and last day."""

    name: str
    start: date
    end: date

    @property
    def year(self) -> int:
        """The fiscal year."""
        return self.end.year


def lookup_mark(release: str, code: str, title: str, excludes1: Sequence[str]) -> str:
    """By which what a release says of a code is told from what was edited since."""
    said = "\n".join((release, code, title, *excludes1))
    return hashlib.sha256(said.encode()).hexdigest()[:16]


def exclusions(note: str) -> tuple[str, ...]:
    """The patterns an Excludes1 note ends with: `mild dysplasia (N87.0, D06.-)`."""
    named = _IN_BRACKETS.search(note) or _AT_END.search(note)
    parts = re.split(r"[,;]|\band\b", named[1]) if named else ()
    return tuple(pattern for part in parts if (pattern := _pattern(part.strip())))


def excludes(pattern: str, code: str) -> bool:
    """Whether a pattern names a code; a category without a dot names all codes below it."""
    if match := _RANGE.fullmatch(pattern):
        low, high = _bare(match[1]), _bare(match[2])
        bare = _bare(code)
        return bare[: len(low)] >= low and bare[: len(high)] <= high
    stem = pattern.rstrip("-").rstrip(".")
    return code == stem or (code.startswith(stem) and (pattern.endswith("-") or "." not in stem))


def _pattern(text: str) -> str | None:
    if match := _RANGE.fullmatch(text):
        return f"{match[1]}-{match[2]}"
    if match := _BELOW.fullmatch(text):
        below = text.endswith("-")
        return f"{match[1]}{'' if '.' in match[1] else '.'}-" if below else match[1]
    return None


def _bare(code: str) -> str:
    return code.replace(".", "")
