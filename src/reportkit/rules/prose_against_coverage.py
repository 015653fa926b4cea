"""Rule: a statement on a payer's position that the coverage provided contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.payers import ProvidedPayers, Spoken, all_meant
from reportkit.check.rule import rule
from reportkit.model.input import Coverage
from reportkit.reading.durations import Duration, durations
from reportkit.reading.neighbors import neighbors
from reportkit.reading.positions import PositionMention, Topic, is_on_position, positions
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, worded_texts_but
from reportkit.workspace.publication import Publication


@rule("error", "codes and figures")
def prose_against_coverage(publication: Publication) -> Iterator[Issue]:
    """A text says of a payer's position what the coverage provided denies.

    Why:
        Whether a payer covers a service, under which conditions and whether it approves it
        beforehand decides what is done before the service is given. A sentence that differs was
        written of another payer, or before the policy changed.

    Bad:
        # input
        coverage:
          - {payer: aetna, policy_id: "0100", title: Freezing, stance: covered,
             prior_authorization: required, criteria: null, effective: 2026-01-01,
             last_review: null, url: null, accessed: 2026-11-01}
        # summary
        relevance: Aetna asks for no prior authorization.

    Good:
        # input
        coverage:
          - {payer: aetna, policy_id: "0100", title: Freezing, stance: covered,
             prior_authorization: required, criteria: null, effective: 2026-01-01,
             last_review: null, url: null, accessed: 2026-11-01}
        # summary
        relevance: Aetna asks for prior authorization.
    """
    if not publication.input.coverage:
        return
    rows, payers = _rows(publication), ProvidedPayers(publication)
    for text in worded_texts_but(publication, _OF_THE_DATA):
        named = payers.named(text)
        for sentence in text.sentences:
            inside = [spoken for spoken in named if sentence.holds(spoken[1])]
            if inside or all_meant(sentence):
                yield from _against_stances(text, sentence, inside, rows)
                yield from _against_criteria(text, sentence, inside, rows)
                yield from _of_another(text, sentence, inside, rows)


_OF_THE_DATA = frozenset({"coverage", "policy_updates", "sources", "missing"})
"""Texts that are the data itself, or tell where it is from and what is not in it."""
_Rows = dict[str, list[tuple[int, Coverage]]]


def _rows(publication: Publication) -> _Rows:
    """The rows of each payer that has one, with their places in the list."""
    rows: _Rows = {}
    for index, row in enumerate(publication.input.coverage or ()):
        rows.setdefault(row.payer, []).append((index, row))
    return rows


def _against_stances(
    text: Text, sentence: Sentence, named: list[Spoken], rows: _Rows
) -> Iterator[Issue]:
    """Positions that a row of a payer meant denies; a payer meant stands in the same clause."""
    for mention in positions(text, sentence):
        clause, offset = sentence.clause(mention.start, mention.end)
        meant = [payer.id for payer, start in named if offset <= start < offset + len(clause)]
        for payer in meant or (rows if all_meant(sentence) else ()):
            denied = [
                (index, row) for index, row in rows.get(payer, ()) if _is_denied(mention, row)
            ]
            if not denied or len(denied) < len(rows[payer]):
                continue
            index, row = denied[0]
            field, said = _FIELD[mention.topic], "said" if mention.says else "denied"
            yield Issue(
                text.at(mention.start, mention.end),
                f"`{text.plain[mention.start : mention.end]}` is {said} of {payer}, and "
                f"policy {row.policy_id} has {field} {getattr(row, field)}",
                "say what the policy says, and of which payer",
                related=((at("input", "coverage", index, field), "the policy"),),
            )
            break


_FIELD: dict[Topic, str] = {
    "covers": "stance",
    "sets conditions": "stance",
    "has a policy": "stance",
    "approves beforehand": "prior_authorization",
}
_AFFIRMED_BY: dict[Topic, tuple[str, ...]] = {
    "covers": ("covered", "covered-with-criteria"),
    "sets conditions": ("covered-with-criteria", "not-covered"),
    "has a policy": ("covered", "covered-with-criteria", "not-covered"),
    "approves beforehand": ("required",),
}
"""Topic to the values of its field that bear it out; every other one denies it."""
_SETTLES_NOTHING = frozenset({("covers", "no-policy"), ("approves beforehand", "unknown")})
"""Values of which neither an affirmation nor a denial can be said."""


def _is_denied(mention: PositionMention, row: Coverage) -> bool:
    value = getattr(row, _FIELD[mention.topic])
    if (mention.topic, value) in _SETTLES_NOTHING:
        return True
    affirmed = value in _AFFIRMED_BY[mention.topic]
    if affirmed == mention.says:
        return False
    return mention.says or not mention.qualified


def _against_criteria(
    text: Text, sentence: Sentence, named: list[Spoken], rows: _Rows
) -> Iterator[Issue]:
    """Lengths of time that a payer's criteria give otherwise."""
    if len(named) != 1 or not is_on_position(sentence):
        return
    ((spoken, _),) = named
    payer = spoken.id
    known = [
        duration for _, row in rows.get(payer, ()) for duration in durations(row.criteria or "")
    ]
    for duration in durations(sentence.text):
        like = [other for other in known if _comparable(duration, other)]
        if like and not any(_same(duration, other) for other in like):
            held = " and ".join(f"{other.number:f} {other.unit}s" for other in like)
            yield Issue(
                text.at(sentence.start + duration.start, sentence.start + duration.end),
                f"`{sentence.text[duration.start : duration.end]}` is not what the criteria of "
                f"{payer} say: {held}",
                "say what the criteria say",
                related=((at("input", "coverage", rows[payer][0][0], "criteria"), "the criteria"),),
            )


def _of_another(
    text: Text, sentence: Sentence, named: list[Spoken], rows: _Rows
) -> Iterator[Issue]:
    """Criteria that are another payer's, told by two words that stand side by side in them."""
    spoken = named[0][0].id if len(named) == 1 else None
    if spoken not in rows or not is_on_position(sentence):
        return
    own = {words for _, row in rows[spoken] for words in neighbors(row.criteria or "")}
    said = neighbors(sentence.text)
    for payer, index, row in ((id_, *row) for id_, held in rows.items() for row in held):
        theirs = neighbors(row.criteria or "").keys() - own
        for words, (first, last) in said.items():
            start, end = sentence.start + first, sentence.start + last
            if words in theirs and text.polarity(start, end) == "asserted":
                yield Issue(
                    text.at(start, end),
                    f"`{text.plain[start:end]}` stands in the criteria of {payer}, and not in "
                    f"those of {spoken}",
                    "say what the criteria say, and of which payer",
                    related=((at("input", "coverage", index, "criteria"), "the criteria"),),
                )
                return


def _comparable(one: Duration, other: Duration) -> bool:
    """Whether two lengths are of one measure; a year is rarely what weeks or days are held to."""
    return one.unit == other.unit or {one.unit, other.unit} <= {"day", "week", "month"}


def _same(one: Duration, other: Duration) -> bool:
    """Whether two lengths are one: twelve weeks are as good as three months."""
    if {one.unit, other.unit} <= {"day", "week"} or one.unit == other.unit:
        return one.days == other.days
    return abs(one.days - other.days) <= max(one.days, other.days) / 10
