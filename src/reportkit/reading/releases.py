"""Find releases, quarters, months and years of data that a text names as its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, Literal

from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording

Dataset = Literal["mpfs", "mue", "ncci", "utilization", "rates", "diagnoses"]


@dataclass(frozen=True, slots=True)
class ReleaseMention:
    """A release that a text says data are of: a year and, where it is said, a quarter."""

    year: int
    quarter: int | None
    start: int
    end: int
    of: Dataset | None = None
    """The data it is said of; None where the words leave it open."""


@dataclass(frozen=True, slots=True)
class CurrentMention:
    """Data that a text says are of the quarter or year in which the report takes effect."""

    of: Dataset
    unit: Literal["quarter", "year"]
    start: int
    end: int


@once_for_each_text
def release_mentions(text: Text) -> Iterator[ReleaseMention]:
    """The releases a text names, of what data it says, each place once."""
    taken: set[int] = set()
    for of, start, stop in _said(text):
        for wording in (*_OF_DATA_RELEASES, *_BARE):
            for match in wording.each(text.plain[start:stop]):
                span = range(start + match.start(), start + match.end())
                if taken.isdisjoint(span):
                    taken.update(span)
                    yield _mention(match, span, of)
    for wording in _OF_DATA_RELEASES:
        for match in wording.find(text):
            span = range(*match.span())
            if taken.isdisjoint(span):
                taken.update(span)
                yield _mention(match, span, None)


@once_for_each_text
def current_mentions(text: Text) -> Iterator[CurrentMention]:
    """Where a text says that data are of the present quarter or year."""
    for of, start, stop in _said(text):
        match = _CURRENT.within(text.plain[start:stop])
        if match is not None:
            unit: Literal["quarter", "year"] = "year" if match["unit"] == "year" else "quarter"
            yield CurrentMention(of, unit, start + match.start(), start + match.end())


@dataclass(frozen=True, slots=True)
class CodeSetYear:
    """A year of a code set that a text names: `CPT 2024`, `ICD-10-CM of fiscal year 2025`."""

    code_set: Literal["cpt", "icd10cm"]
    year: str
    start: int
    end: int


@once_for_each_text
def code_set_years(text: Text) -> Iterator[CodeSetYear]:
    """The years of code sets that a text says to be used."""
    for code_set, wording in _CODE_SETS:
        for match in wording.find(text):
            if text.polarity(*match.span()) == "asserted":
                yield CodeSetYear(code_set, match["year"], *match.span())


_CODE_SETS: Final[tuple[tuple[Literal["cpt", "icd10cm"], Wording], ...]] = (
    ("cpt", Wording(
        r"\bCPT(?: code set| codes)?(?: of| for)? (?P<year>20\d\d)\b(?![-/.]\d)", "cpt", case=True)),
    ("icd10cm", Wording(
        r"\bICD-10-CM(?: codes)?,?(?: of| for)?(?: the)? (?:fiscal year|FY) ?(?P<year>20\d\d)\b", "icd", case=True)),
)  # fmt: skip


def _said(text: Text) -> Iterator[tuple[Dataset, int, int]]:
    """Stretches in which something is said of when data is from: from the verb to the next."""
    matches = [*_SUBJECT.find(text)]
    for match, following in zip_longest(matches, matches[1:]):
        of = next(name for name, value in match.groupdict().items() if value is not None)
        sentence = text.sentence(match.start())
        if text.polarity(match.end(), match.end()) in ("asserted", "conditional"):
            stop = sentence.end if following is None else min(sentence.end, following.start())
            yield _AS_DATASET[of], match.end(), stop


def _mention(match: re.Match[str], span: range, of: Dataset | None) -> ReleaseMention:
    parts = {name: value for name, value in match.groupdict().items() if value}
    year = int(next(parts[name] for name in parts if name.startswith("year")))
    return ReleaseMention(
        year if year > 99 else 2000 + year, _quarter(parts), span.start, span.stop, of
    )


def _quarter(parts: dict[str, str]) -> int | None:
    if "letter" in parts:
        return "ABCD".index(parts["letter"].upper()) + 1
    if "month" in parts:
        return _MONTHS.index(parts["month"].lower()[:3]) // 3 + 1
    said = next((parts[name] for name in parts if name.startswith("quarter")), "")
    return int(_ORDINALS.get(said.lower(), said)) if said else None


_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_ORDINALS: Final = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_OF_DATA = r"(?:release|edition|update|file|files|fee schedule|tables?|edits?|addend(?:a|um)|relative value file|data|rates)"
_MONTH_NAME = (
    r"\b(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_MONTH = rf"{_MONTH_NAME} (?P<year>20\d\d)"
_OF_DATA_RELEASES: Final = (
    Wording(r"\bRVU(?P<year>\d\d) ?(?P<letter>[A-D])R?\b", case=True),
    Wording(rf"{_MONTH} (?:\w+ )?{_OF_DATA}\b", case=True),
    Wording(rf"{_MONTH_NAME} (?:\w+ )?{_OF_DATA} (?:of|for) (?P<year>20\d\d)", case=True),
    Wording(
        r"\b(?P<year>20\d\d)[ -]?Q(?P<quarter>[1-4])\b|\bQ(?P<quarter2>[1-4]) (?:of )?(?P<year2>20\d\d)\b"
        r"|\b(?P<quarter3>first|second|third|fourth) quarter(?: of)? (?P<year3>20\d\d)\b",
    ),
    Wording(
        rf"\b(?P<year>20\d\d) (?:(?:Medicare|physician|national|CMS|final|NCCI|practitioner|surgical center) )*{_OF_DATA}\b"
        r"|\b(?:fee schedule|edits?|addend(?:a|um)|relative value file) (?:of|for) (?:CY ?)?(?P<year2>20\d\d)\b",
    ),
)
"""Wordings that name a release wherever they stand."""
_BARE: Final = (
    Wording(r"\b(?:fiscal year|FY) ?(?P<year>(?:20)?\d\d)\b"),
    Wording(_MONTH, case=True),
    Wording(r"(?<![\w.$-])(?P<year>20[0-3]\d)(?![\w-]|\.\d|,\d)"),
)
"""Wordings that name one where data is said to be of that time."""
_CURRENT: Final = Wording(
    r"\b(?:this|the (?:current|present|running|latest)) (?P<unit>quarter|year)\b"
)
_AS_DATASET: Final[dict[str, Dataset]] = {
    "counts": "utilization",
    "rates": "rates",
    "limits": "mue",
    "edits": "ncci",
    "prices": "mpfs",
    "diagnoses": "diagnoses",
}
_SUBJECT: Final = Wording(
    r"\b(?:(?P<counts>(?<!unit )counts|numbers? of (?:services|visits|operations|tests|studies|claims|patients)|utili[sz]ation)"
    r"|(?P<rates>rates|medians?|percentiles|benchmarks)"
    r"|(?P<limits>limits?|MUEs?|medically unlikely edits?)"
    r"|(?P<edits>edits|(?:code |edit )?pairs)"
    r"|(?P<prices>prices|payments|figures|amounts|(?:relative |work )?values)"
    r"|(?P<diagnoses>diagnoses|diagnosis codes|ICD-10-CM))"
    r"(?: \w+){0,4}? (?:are|is|were|was|come|comes|date|dates|follow|follows|hold|stem|stems|taken)\b",
    "counts number numbers utilization utilisation rates median medians percentiles benchmarks limit limits mue mues edit"
    " edits pairs prices payments figures amounts values diagnoses diagnosis icd",
)
