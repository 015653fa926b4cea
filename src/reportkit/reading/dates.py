"""Find dates in a text: days, months and years, in digits and in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from reportkit.reading.numbers import ORDINAL, ORDINALS
from reportkit.reading.text import Text, once_for_each_text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as fine as it is said; offsets count characters of the words it was found in."""

    year: int
    month: int | None
    day: int | None
    start: int
    end: int
    months: frozenset[int] = frozenset()
    """The months of a season, where one is named in place of a month."""

    def fits(self, day: date) -> bool:
        """Whether a day is the one meant, or lies in the season, month or year meant."""
        return (
            self.year == day.year
            and self.month in (None, day.month)
            and (not self.months or day.month in self.months)
            and self.day in (None, day.day)
        )


def dates(words: str) -> Iterator[DateMention]:
    """The dates that some words name, the finest reading of each."""
    taken: set[int] = set()
    for wording in _DATES:
        for match in wording.each(words):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                parts = match.groupdict()
                year, day = int(parts["year"]), _number(parts.get("day"))
                start = min(match.start(name) for name in parts)
                season = _SEASONS.get((parts.get("season") or "").lower(), frozenset())
                if parts.get("feast"):
                    yield DateMention(year, 1, 1, start, match.end())
                    continue
                yield DateMention(year, _month(parts), day, start, match.end(), season)


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """A date that a text gives as one of the publication's own; offsets count its characters."""

    field: Literal["published", "effective", "data_as_of", "next_review"]
    date: DateMention
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class VersionMention:
    """A version that a text gives the publication."""

    version: str
    start: int
    end: int


@once_for_each_text
def version_mentions(text: Text) -> Iterator[VersionMention]:
    """The versions that a text gives the publication: `edition 3.2 of this report`."""
    replaced = {mention.start for mention in replaced_versions(text)}
    for match in _VERSION.find(text):
        group = "version" if match["version"] else "other"
        if match.start(group) not in replaced:
            yield VersionMention(match[group], *match.span(group))


@once_for_each_text
def replaced_versions(text: Text) -> Iterator[VersionMention]:
    """The versions that a text says the publication came after: `it replaces edition 1.0`."""
    for match in _REPLACED.find(text):
        if text.polarity(*match.span()) == "asserted":
            yield VersionMention(match["version"], *match.span("version"))


def called_first(text: Text) -> tuple[int, int] | None:
    """Where a text says that what it tells of is the first edition; None if it does not."""
    match = next(_FIRST.find(text), None)
    return None if match is None else match.span()


@once_for_each_text
def replaced_editions(text: Text) -> Iterator[tuple[int, int]]:
    """Where a text says that this edition takes the place of an earlier one."""
    for match in _REPLACES.find(text):
        if text.polarity(*match.span()) == "asserted":
            yield match.span()


@once_for_each_text
def document_dates(text: Text) -> Iterator[DocumentDate]:
    """The dates of the publication that a text gives."""
    for field, wording in _OF_DOCUMENT:
        for match in wording.find(text):
            sentence = text.sentence(match.start())
            if text.polarity(*match.span()) != "asserted":
                continue
            behind = text.plain[match.end() : sentence.end]
            for mention in dates(behind):
                if _LINK.within(behind[: mention.start]):
                    start, end = match.end() + mention.start, match.end() + mention.end
                    yield DocumentDate(field, mention, start, end)


def _month(parts: dict[str, str | None]) -> int | None:
    name = parts.get("name")
    return _MONTHS.index(name[:3].lower()) + 1 if name else _number(parts.get("month"))


def _number(digits: str | None) -> int | None:
    if not digits:
        return None
    return ORDINALS.get(digits.lower()) or int(digits.rstrip("sthndr"))


_VERSION: Final = Wording(
    r"\b(?:version|edition) (?P<version>\d+\.\d+)(?= of (?:this|the) (?:report|publication)\b)"
    r"|\bthis (?:is )?(?:version|edition) (?P<other>\d+\.\d+)\b",
    "version edition",
)
_REPLACES: Final = Wording(
    r"\b(?:this|the present) (?:report|publication|edition|version) (?:replaces|supersedes|takes the place of|succeeds)"
    r" (?:the (?:one|edition|version|report)\b|(?:the |an |its )?(?:earlier|previous|last|former|old|older|first) (?:one|edition|version|report)\b)",
    "replaces supersedes takes succeeds",
)
_REPLACED: Final = Wording(
    r"\b(?:replac(?:es|ed|ing)|supersed(?:es|ed|ing)|succeeds?|follows|corrects?|updates?|reemplaza|sustituye|corrige)"
    r"(?: (?:the|la))? (?:edition|version|edición|versión) (?P<version>\d+(?:\.\d+)+)(?! (?:of|de) (?!(?:this|the|este|el) (?:report|publication|informe)\b))",
    "edition version edición versión",
)
_FIRST: Final = Wording(
    r"^(?:(?:This is )?the )?first edition\b(?! of (?!this|the report))|^primera edición\b",
    "first primera",
)
_LINK: Final = Wording(r"^(?: (?:on|for|in|at|by|until|since|as|of|from))*(?: the)? ?$")
_ITSELF = r"(?:report|publication|edition|document|text(?= t))"
_OF_DOCUMENT: Final[tuple[tuple[Literal["published", "effective", "data_as_of", "next_review"], Wording], ...]] = (
    ("next_review", Wording(
        r"\b(?:next review(?: of (?:this|the) \w+)?|reviewed (?:again|next))(?: (?:is|takes place|follows|comes|falls|of it))?(?: (?:planned|due|scheduled|set|expected))?\b",
        "review reviewed")),
    ("effective", Wording(rf"\b(?:this|the) {_ITSELF} (?:t(?:akes|ook) effect|(?:is|was|has been) (?:effective|in force|valid|good)|applies|(?:comes|came) into force|goes into effect)\b",
                          "report publication edition document text")),
    ("published", Wording(
        rf"\b(?:this|the) {_ITSELF} (?:was|is) (?:published|issued)\b|\b(?:published|issued)\b(?= (?:on|in) [^.;]{{4,40}}, (?:this|the) {_ITSELF}\b)",
        "published issued")),
    ("data_as_of", Wording(r"\b(?:the|its|all) data (?:is|are|stand|date)(?: (?:as|those|that))?\b", "data")),
)  # fmt: skip
_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_NAME = (
    r"(?P<name>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\w-])"
_DAY = rf"(?:the )?(?P<day>[0-3]?\d(?:st|nd|rd|th)?|{ORDINAL})"
_DATES: Final = (
    Wording(r"(?<![\w-])(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\w-])"),
    Wording(r"(?<![\w/])(?P<month>[01]?\d)/(?P<day>[0-3]?\d)/(?P<year>(?:19|20)\d\d)(?![\w/])"),
    Wording(rf"\b{_NAME} {_DAY},? {_YEAR}"),
    Wording(rf"(?<![\w.]){_DAY} (?:of )?{_NAME},? {_YEAR}"),
    Wording(rf"\b{_NAME},? (?:of )?{_YEAR}"),
    Wording(rf"\b(?P<feast>New Year's(?: Day)?),? (?:of )?{_YEAR}", "new"),
    Wording(
        rf"\b(?P<season>spring|summer|autumn|fall)(?: of)? {_YEAR}", "spring summer autumn fall"
    ),
    Wording(rf"\b(?:in|since|until|of|from|for|by|during|year) {_YEAR}"),
)
_SEASONS: Final = {
    "spring": frozenset({3, 4, 5, 6}),
    "summer": frozenset({6, 7, 8, 9}),
    "autumn": frozenset({9, 10, 11, 12}),
    "fall": frozenset({9, 10, 11, 12}),
}
"""Season to the months in which it may be; a month on the border is of both."""
