"""Rule: a statement on negotiated rates that the buckets provided contradict."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from reportkit.check.issue import Issue, at
from reportkit.check.payers import ProvidedPayers, Spoken
from reportkit.check.rule import rule
from reportkit.model.input import ProvidedInput
from reportkit.model.payers import MEDICARE, payer_of
from reportkit.reading.comparisons import (
    Comparison,
    Relation,
    comparison_in,
    is_on_negotiated,
    is_on_rates,
    superlative_in,
)
from reportkit.reading.sentences import Sentence
from reportkit.reading.text import Text, worded_texts_but
from reportkit.workspace.publication import Publication


@rule("error", "codes and figures")
def prose_against_rates(publication: Publication) -> Iterator[Issue]:
    """A text compares the rates of payers otherwise than the buckets provided do.

    Why:
        Which payer pays more is why such a report is bought. A comparison without figures looks
        harmless and is as wrong as a figure, and of a payer without a bucket nothing is known.

    Bad:
        # input
        rates:
          - {published_by: payer, payer: aetna, plan: PPO, setting: outpatient,
             billing_class: professional, modifiers: [], negotiated_type: negotiated,
             period: "2026-09", n: 40, p10: null, p25: null, p50: 90.00, p75: null, p90: null}
        # summary
        relevance: The negotiated rates of Aetna lie far above what Medicare pays.

    Good:
        # input
        rates:
          - {published_by: payer, payer: aetna, plan: PPO, setting: outpatient,
             billing_class: professional, modifiers: [], negotiated_type: negotiated,
             period: "2026-09", n: 40, p10: null, p25: null, p50: 90.00, p75: null, p90: null}
        # summary
        relevance: The median rate of Aetna lies below what Medicare pays.
    """
    if not publication.input.rates:
        return
    provided = ProvidedPayers(publication)
    amounts = _amounts(publication.input)
    for text in worded_texts_but(publication, ("rates", "sources", "missing")):
        named = provided.named(text)
        for sentence in text.sentences:
            spoken = [one for one in named if sentence.holds(one[1])]
            if spoken and is_on_rates(sentence):
                yield from _without_bucket(publication, text, sentence, spoken)
                yield from _put_first(text, sentence, spoken, amounts)
                comparison = comparison_in(text, sentence)
                if comparison is not None:
                    yield from _compared(text, comparison, spoken, amounts)


def _amounts(data: ProvidedInput) -> dict[str, tuple[Decimal, ...]]:
    """The medians of each payer by its id; of Medicare its national payments."""
    amounts: dict[str, tuple[Decimal, ...]] = {}
    for row in data.rates or ():
        if row.p50 is not None:
            amounts[row.payer] = (*amounts.get(row.payer, ()), row.p50)
    for payer in data.payers or ():
        if payer_of(payer.name) == MEDICARE and data.mpfs is not None:
            payments = (data.mpfs.nonfacility_payment, data.mpfs.facility_payment)
            amounts[payer.id] = tuple(payment for payment in payments if payment is not None)
    return amounts


def _without_bucket(
    publication: Publication, text: Text, sentence: Sentence, spoken: list[Spoken]
) -> Iterator[Issue]:
    """Payers of whose rates a sentence tells something, and nothing was provided."""
    held = {row.payer for row in publication.input.rates or ()}
    if not is_on_negotiated(sentence) or text.cites(sentence):
        return
    for payer, start in spoken:
        if payer.id in held or payer_of(payer.name) == MEDICARE:
            continue
        end = start + len(payer.name)
        if text.polarity(start, end) in ("asserted", "conditional"):
            yield Issue(
                text.at(start, end),
                f"no rate of {payer.name} was provided, and the sentence tells of its rates",
                "leave the payer out, or have its rates added to input.yaml",
                related=((at("input", "rates"), "the rates provided"),),
            )


def _put_first(
    text: Text, sentence: Sentence, spoken: list[Spoken], amounts: dict[str, tuple[Decimal, ...]]
) -> Iterator[Issue]:
    """A payer said to pay the most of all, or the least, of whom no amount is."""
    said = superlative_in(text, sentence)
    if said is None or len(spoken) != 1:
        return
    ((payer, _),) = spoken
    others = [amount for id_, held in amounts.items() for amount in held if id_ != payer.id]
    mine = amounts.get(payer.id, ())
    if not mine or not others:
        return
    holds = max(mine) >= max(others) if said.most else min(mine) <= min(others)
    if not holds:
        yield Issue(
            text.at(said.start, said.end),
            f"`{text.plain[said.start : said.end]}` is not so: {payer.name} has {_quoted(mine)}, "
            f"others {_quoted(tuple(others))}",
            "compare them as the rates provided do",
            related=((at("input", "rates"), "the rates provided"),),
        )


def _compared(
    text: Text,
    comparison: Comparison,
    spoken: list[Spoken],
    amounts: dict[str, tuple[Decimal, ...]],
) -> Iterator[Issue]:
    """A comparison of two payers that holds of no two of their amounts."""
    before = [payer for payer, start in spoken if start < comparison.middle]
    behind = [payer for payer, start in spoken if start >= comparison.middle]
    if len(before) != 1 or len(behind) != 1:
        return
    (one,), (other,) = before, behind
    pairs = [(mine, its) for mine in amounts.get(one.id, ()) for its in amounts.get(other.id, ())]
    if pairs and not any(_holds(comparison.relation, mine, its) for mine, its in pairs):
        yield Issue(
            text.at(comparison.start, comparison.end),
            f"`{text.plain[comparison.start : comparison.end]}` is not so: {one.name} has "
            f"{_quoted(amounts[one.id])}, {other.name} {_quoted(amounts[other.id])}",
            "compare them as the rates provided do",
            related=((at("input", "rates"), "the rates provided"),),
        )


def _holds(relation: Relation, mine: Decimal, its: Decimal) -> bool:
    match relation:
        case "more":
            return mine > its
        case "less":
            return mine < its
        case "the same":
            return mine == its


def _quoted(amounts: tuple[Decimal, ...]) -> str:
    return " and ".join(f"{amount:.2f}" for amount in sorted(set(amounts)))
