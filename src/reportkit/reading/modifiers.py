"""Find modifiers in a text: behind their word, before it, behind a code, in lists and ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from reportkit.model.modifiers import MODIFIERS
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording


@dataclass(frozen=True, slots=True)
class ModifierMention:
    """A modifier that a text names."""

    code: str
    start: int
    end: int


def modifier_mentions(text: Text) -> Iterator[ModifierMention]:
    """The modifiers of a text, in order, each place once."""
    places: dict[int, ModifierMention] = {}
    for wording in _WORDINGS:
        for match in wording.find(text):
            for mention in _listed(text.plain, *match.span("codes")):
                places.setdefault(mention.start, mention)
    for match in _USED.find(text):
        if match["code"] in MODIFIERS:
            places.setdefault(
                match.start("code"), ModifierMention(match["code"], *match.span("code"))
            )
    yield from sorted(places.values(), key=lambda mention: mention.start)


@dataclass(frozen=True, slots=True)
class Together:
    """Two modifiers that a sentence puts on one line."""

    first: str
    second: str
    start: int
    end: int


def joined(text: Text, row: str | None) -> Iterator[Together]:
    """Modifiers put on one line by a text; `row` is the modifier whose row it stands in."""
    mentions = [*modifier_mentions(text)]
    for match in _ON_ONE_LINE.find(text):
        sentence = text.sentence(match.start())
        if text.polarity(*match.span()) in ("denied", "advised against"):
            continue
        named = [m for m in mentions if sentence.start <= m.start < sentence.end]
        codes = dict.fromkeys([*([row] if row else []), *(mention.code for mention in named)])
        for first, second in combinations(codes, 2):
            yield Together(first, second, named[0].start, named[-1].end)


_ON_ONE_LINE = Wording(
    r"\b(?:on|to) (?:one|the same|this|that) line\b|\b(?:together with|as well|along with|in addition to|both)\b",
    "line together well along addition both",
)
_ONE = r"(?:\d\d|\dP|[A-Z][A-Z0-9])(?!\w|[.,]\d)"
_LIST = (
    rf"-?{_ONE}(?:(?:\s*[,/&]\s*(?:and |or )?|\s+(?:and|or|with|plus|to|through|nor|but not)\s+"
    rf"|\s*[-–]\s*)(?:modifiers?\s+)?-?{_ONE}){{0,40}}"
)
_NEEDS = "modifier modifiers"
_WORDINGS = (
    Wording(
        rf"\b[Mm](?:odifiers?|ODIFIERS?)\b[\s:#]+(?:(?:code|number|no\.|is|are"
        rf"|such as)\s+)?(?P<codes>{_LIST})",
        _NEEDS,
        case=True,
    ),
    Wording(rf"(?<![\w.$/-])-?(?P<codes>{_LIST})\s+modifier\b", _NEEDS, case=True),
    Wording(
        r"(?<![\w-])(?:\d{4}[0-9AFTUM]"
        r"|[A-V]\d{4})-(?P<codes>[0-9A-Z]{2})(?![\w-])",
        case=True,
    ),
)
_USED = Wording(
    r"\b(?:[Aa]ppend(?:s|ed|ing)?|[Aa]dd(?:s|ed|ing)?|[Aa]ttach(?:ed)?|[Uu]s(?:e|es|ed|ing)"
    r"|[Rr]eport(?:s|ed)?"
    r"|[Pp]ut(?:s|ting)?|[Tt]ogether with)"
    r"\s+(?:(?P<hyphen>-)?(?P<code>[A-Z][A-Z0-9]|(?<=-)\d\d|\d\d(?=\s+(?:as well|also|too|when"
    r"|if|on the|on this|to the"
    r"|with it|in addition|together|and)\b)))(?![\w%]|[.,]\d)",
    "append appends appended appending add adds added adding attach attached use uses used using"
    " with"
    " report reports reported put puts putting together",
    case=True,
)
"""Two characters behind a verb of advice, which are a modifier if they are known as one."""


def _listed(text: str, start: int, end: int) -> Iterator[ModifierMention]:
    """Each of a list; both ends of a range and what is known between them."""
    found = [*re.finditer(rf"(?<!\w){_ONE}", text[start:end])]
    for index, match in enumerate(found):
        yield ModifierMention(match[0], start + match.start(), start + match.end())
        if index + 1 == len(found):
            return
        between = text[start + match.end() : start + found[index + 1].start()]
        if re.fullmatch(r"\s*[-–]\s*|\s+(?:to|through)\s+", between):
            yield from _between(
                match[0], found[index + 1][0], start + match.start(), start + match.end()
            )


def _between(first: str, last: str, start: int, end: int) -> Iterator[ModifierMention]:
    """The known modifiers of a range, at the place of its first one."""
    for code in MODIFIERS:
        if first < code < last and code.isdigit() == first.isdigit():
            yield ModifierMention(code, start, end)
