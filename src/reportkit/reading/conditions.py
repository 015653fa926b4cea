"""Find the conditions that sentences are held to, and where their words are against them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from reportkit.model.indicators import PAID_STATUSES
from reportkit.model.input import Site
from reportkit.reading.codes import code_mentions
from reportkit.reading.numbers import NUMBER
from reportkit.reading.sentences import Sentence
from reportkit.reading.sites import site_mentions
from reportkit.reading.text import Text
from reportkit.reading.wording import Wording
from reportkit.source.conditions import Comparison, Condition, Constant, Way


@dataclass(frozen=True, slots=True)
class Against:
    """Words of a sentence, and the comparison of its condition that says otherwise."""

    comparison: Comparison
    start: int
    end: int


def conditions_in(text: Text) -> Iterator[tuple[Sentence, Condition]]:
    """The conditions of a text, each with the sentence that is held to it."""
    for sentence in text.sentences:
        for reference in text.references(sentence):
            if isinstance(reference, Condition):
                yield sentence, reference


def against_condition(
    text: Text, sentence: Sentence, condition: Condition, provided: tuple[Site, ...]
) -> Iterator[Against]:
    """Words that deny what the condition holds, affirm what it denies, or name another thing."""
    for comparison in condition.comparisons:
        span = _denied(text, sentence, comparison) or _another(text, sentence, comparison, provided)
        if span is not None:
            yield Against(comparison, *span)


def _denied(text: Text, sentence: Sentence, comparison: Comparison) -> tuple[int, int] | None:
    """The words by which a sentence says the contrary of a comparison."""
    says = _says(comparison)
    if says is None:
        return None
    fact, holds = says
    for match in _WORDS[fact].each(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if _IN_A_CASE.within(sentence.text[: match.start()]):
            continue
        denied = text.denies(start, end)
        if (denied != bool(_NOT.within(match[0]))) == holds:
            return start, end
    return None


def _says(comparison: Comparison) -> tuple[str, bool] | None:
    """The fact that a comparison is about, and whether it holds it to be so."""
    ways = [way.names[1:] for way in comparison.ways if way.names[0] == "input"]
    if len(ways) == 2 and all(name[-1:] in _SETTINGS for name in ways):
        return ("amounts differ", True) if comparison.operator in ("!=", "<", ">") else None
    if len(ways) != 1:
        return None
    values, is_so = _values(comparison), comparison.operator in ("==", "in")
    match ways[0]:
        case ("mpfs", "status"):
            return "paid", is_so == all(value in PAID_STATUSES for value in values)
        case ("asc", "payment_indicator") if is_so:
            return "paid", True
        case ("mpfs", "global_days") if is_so and set(values) <= {"010", "090"}:
            return "global period", True
        case ("mue", _, "units") if is_so:
            return "units", True
        case ("ncci", "pairs", "column_1" | "column_2"):
            return "bundled", is_so
        case _:
            return None


def _values(comparison: Comparison) -> tuple[Constant, ...]:
    """The fixed values that a comparison holds a way of the data to."""
    sides = (side for side in (comparison.left, comparison.right) if not isinstance(side, Way))
    return tuple(
        value for side in sides for value in (side if isinstance(side, tuple) else (side,))
    )


def _another(
    text: Text, sentence: Sentence, comparison: Comparison, provided: tuple[Site, ...]
) -> tuple[int, int] | None:
    """What a sentence names in the place of the code or the site that its condition asks for."""
    (way, *others), values = comparison.ways, _values(comparison)
    if others or comparison.operator not in ("==", "in") or way.names[0] != "input":
        return None
    match way.names[1:]:
        case ("ncci", "pairs", "column_1" | "column_2"):
            codes = [(m.code, m.start, m.end) for m in code_mentions(text) if m.kind == "billing"]
            named = [one for one in codes if sentence.holds(one[1])]
            return _first_if_none({code for code, _, _ in named}, values, named)
        case ("sites", "id"):
            sites = [
                (site.id, mention.start, mention.end)
                for mention in site_mentions(text, provided)
                if sentence.holds(mention.start)
                and mention.clear
                and not text.plain.startswith("-based", mention.end)
                for site in mention.sites
            ]
            return _first_if_none({site for site, _, _ in sites}, values, sites)
        case _:
            return None


def _first_if_none(
    named: set[str], values: tuple[Constant, ...], mentions: list[tuple[str, int, int]]
) -> tuple[int, int] | None:
    """The first mention, where some are made and none is of a value asked for."""
    if not mentions or not named.isdisjoint(map(str, values)):
        return None
    return mentions[0][1:]


_NOT: Final = Wording(r"\bnot\b")
_SETTINGS: Final = (("facility_payment",), ("nonfacility_payment",))
_IN_A_CASE: Final = Wording(
    r"\b(?:if|when|whenever|unless|where|whether|until|once|without|that|which|who)\b[^,;:]*$"
)
"""Words in front of what is said of a case only, or of something that the sentence names."""
_WORDS: Final = {
    "paid": Wording(r"\b(?:pays?|prices?|paid|priced|payable)\b(?! (?:apart|separately|in full))"),
    "amounts differ": Wording(
        r"\b(?:decides?|matters?|differs?|depends?|changes?|varies|vary|pays? (?:more|less)"
        r"|(?:is|are) (?:higher|lower|more|less)|paid (?:wrongly|more|less))\b"
    ),
    "global period": Wording(
        r"\b(?:carry|carries|has|have|lasts?|runs?|spans?|is|comes with)\b(?: not| for)?(?: an?| the)?"
        rf"(?: \w+)? (?:period|package|{NUMBER} days?)\b"
    ),
    "units": Wording(rf"\b(?:is|are|makes?|counts? as)(?: not)? {NUMBER} units?\b"),
    "bundled": Wording(r"\b(?:un)?bundle[sd]?\b|\bpackaged?s? (?:with|into)\b|\bseparates\b"),
}
"""The words by which a sentence says that a fact is so; in a clause that is denied, that it is not."""
