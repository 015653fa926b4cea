"""Rule: a change of a payer's policy that the changes provided do not have, or have otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.payers import ProvidedPayers, all_meant
from reportkit.check.rule import rule
from reportkit.model.input import Payer, PolicyUpdate
from reportkit.model.payers import MEDICARE, payer_of
from reportkit.reading.changes import CONTRARY, ChangeMention, change_in, is_on_policy, ways
from reportkit.reading.counts import all_numbers, counted_things
from reportkit.reading.dates import dates
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, worded_texts_but
from reportkit.workspace.publication import Publication


@rule("error", "codes and figures")
def prose_against_policy_updates(publication: Publication) -> Iterator[Issue]:
    """A text tells of a change of a payer's policy that was not provided, or tells it otherwise.

    Why:
        A change is acted on: claims are held back, records asked for, limits observed. Told of
        the wrong payer, of the wrong day or the other way round, it does what it should prevent.

    Bad:
        # input
        policy_updates:
          - {date: 2026-09-01, payer: aetna, change: The limit per day was lowered to one unit.,
             effect: A second unit is denied., effective: 2026-10-01, source: manual}
        # summary
        relevance: Aetna raised the limit per day in October 2026.

    Good:
        # input
        policy_updates:
          - {date: 2026-09-01, payer: aetna, change: The limit per day was lowered to one unit.,
             effect: A second unit is denied., effective: 2026-10-01, source: manual}
        # summary
        relevance: Aetna lowered the limit per day in October 2026.
    """
    if publication.input.policy_updates is None:
        return
    provided = ProvidedPayers(publication)
    for text in worded_texts_but(publication, _OF_THE_DATA):
        named = provided.named(text)
        for sentence in text.sentences:
            payers = [payer for payer, start in named if sentence.holds(start)]
            yield from _counted_otherwise(publication, text, sentence, payers)
            change = change_in(text, sentence) if payers or all_meant(sentence) else None
            if change is not None:
                for message, start, end, where in _faults(
                    publication, text, sentence, change, payers
                ):
                    yield Issue(
                        text.at(start, end),
                        f"`{text.plain[start:end]}`: {message}",
                        "tell the change as it was provided, or have it added to `policy_updates`",
                        related=((where, "the changes provided"),),
                    )


_OF_THE_DATA = frozenset({"policy_updates", "sources", "revisions", "missing"})
"""Texts that are the data itself, or tell where it is from and what became of the report."""
_Fault = tuple[str, int, int, At]
"""What is wrong, from where to where, and the place of the data that says so."""


def _faults(
    publication: Publication,
    text: Text,
    sentence: Sentence,
    change: ChangeMention,
    payers: list[Payer],
) -> Iterator[_Fault]:
    everywhere = at("input", "policy_updates")
    updates = publication.input.policy_updates or ()
    ids = {payer.id for payer in payers}
    rows = [(index, row) for index, row in enumerate(updates) if row.payer in ids or not payers]
    if not change.says:
        if rows:
            index, row = rows[0]
            yield (
                f"a change of {row.payer} was provided",
                change.start,
                change.end,
                at("input", "policy_updates", index),
            )
    elif not rows:
        if payers and not text.cites(sentence) and _is_told_of(payers, sentence):
            yield f"no change of {payers[0].id} was provided", change.start, change.end, everywhere
    elif payers:
        yield from _otherwise(sentence, rows)


def _counted_otherwise(
    publication: Publication, text: Text, sentence: Sentence, payers: list[Payer]
) -> Iterator[Issue]:
    """Numbers of visits or units that a payer's change gives otherwise."""
    if len(payers) != 1 or text.cites(sentence):
        return
    (payer,) = payers
    updates = publication.input.policy_updates or ()
    rows = [(index, row) for index, row in enumerate(updates) if row.payer == payer.id]
    known = frozenset(
        number for _, row in rows for number in all_numbers(f"{row.change} {row.effect}")
    )
    told = " ".join(f"{row.change} {row.effect}".lower() for _, row in rows)
    for counted in counted_things(sentence) if known else ():
        if counted.noun in told and counted.number not in known:
            yield Issue(
                text.at(counted.start, counted.end),
                f"`{text.plain[counted.start : counted.end]}`: the change of {payer.id} gives "
                f"{' and '.join(str(number) for number in sorted(known))}",
                "tell the change as it was provided, or have it added to `policy_updates`",
                related=((at("input", "policy_updates", rows[0][0], "change"), "the change"),),
            )


def _is_told_of(payers: list[Payer], sentence: Sentence) -> bool:
    """Medicare changes payments with every release; of it only a change of its policy counts."""
    return any(payer_of(payer.name) != MEDICARE for payer in payers) or is_on_policy(sentence)


def _otherwise(sentence: Sentence, rows: list[tuple[int, PolicyUpdate]]) -> Iterator[_Fault]:
    """Dates and ways that no row of the payer has."""
    index = rows[0][0]
    for mention in dates(sentence.text):
        if not any(mention.fits(day) for _, row in rows for day in (row.effective, row.date)):
            days = " or ".join(str(row.effective) for _, row in rows)
            start, end = sentence.start + mention.start, sentence.start + mention.end
            where = at("input", "policy_updates", index, "effective")
            yield f"the change takes effect on {days}", start, end, where
    provided = {way for _, row in rows for way, _, _ in ways(f"{row.change} {row.effect}")}
    where = at("input", "policy_updates", index, "change")
    for way, start, end in ways(sentence.text):
        if CONTRARY[way] in provided and way not in provided:
            said = f"the change provided went the other way, `{CONTRARY[way]}`"
            yield said, sentence.start + start, sentence.start + end, where
