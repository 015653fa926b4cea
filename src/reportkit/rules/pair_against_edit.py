"""Rule: a statement on a pair of codes that its edit contradicts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.check.issue import Issue, at
from reportkit.check.named_codes import NamedCode, NotedCodes
from reportkit.check.pairs import Pair, pairs_in_force, quoted
from reportkit.check.rule import rule
from reportkit.model.modifiers.fee_schedule import OPENS_PAIR
from reportkit.reading.pairs import (
    Claim,
    PairClaim,
    is_on_all_edits,
    pair_claim,
    pair_counts,
)
from reportkit.reading.text import Text, worded_texts
from reportkit.workspace.publication import Publication


@rule("error", "codes and figures")
def pair_against_edit(publication: Publication) -> Iterator[Issue]:
    """A text says of a pair of codes what the provided edit denies.

    Why:
        Which code of a pair is paid, and whether a modifier opens it, stands in the edit. A
        sentence that has it the other way round costs the better-paid code.

    Bad:
        # input
        ncci:
          - quarter: 2026Q4
            setting: practitioner
            pairs:
              - {column_1: "57511", column_2: "57452", indicator: "0", deleted: null}
        # summary
        relevance: CPT 57511 is bundled into CPT 57452.

    Good:
        # input
        ncci:
          - quarter: 2026Q4
            setting: practitioner
            pairs:
              - {column_1: "57511", column_2: "57452", indicator: "0", deleted: null}
        # summary
        relevance: CPT 57452 is bundled into CPT 57511.
    """
    if publication.input.ncci is None:
        return
    pairs, noted = pairs_in_force(publication), NotedCodes(publication)
    for text in worded_texts(publication):
        if text.key in ("project", "report"):
            continue
        for start, end, fault, edits in _faults(publication, text, pairs, noted):
            yield Issue(
                text.at(start, end),
                f"`{text.plain[start:end]}`: {fault}",
                "say what the edit says",
                related=tuple((edit.at, edit.table) for edit in edits[:1])
                or ((at("input", "ncci"), "the edits provided"),),
            )


_Pairs = dict[frozenset[str], tuple[Pair, ...]]
_Fault = tuple[int, int, str, tuple[Pair, ...]]
"""From where to where, what is wrong, and the edits that say so."""


def _faults(
    publication: Publication, text: Text, pairs: _Pairs, noted: NotedCodes
) -> Iterator[_Fault]:
    own, opens = publication.code, _row_opens(publication, text)
    for sentence in text.sentences:
        claim = pair_claim(text, sentence)
        if claim is None and not opens:
            continue
        named = [one for one in noted.named(text, sentence) if one.code != own]
        if not named and claim is not None and is_on_all_edits(text, sentence, claim):
            yield from _of_all(claim, pairs)
        if len({one.code for one in named}) != 1:
            continue
        edits = pairs.get(frozenset((own, named[0].code)), ())
        if claim is not None:
            fault = _fault(claim, own, named[0], edits)
            if fault is not None:
                yield claim.start, claim.end, fault, edits
        if opens and edits and edits[0].edit.indicator == "0" and _is_meant(text, named[0]):
            closed = f"no modifier opens the pair with {named[0].code}: {quoted(edits)}"
            yield named[0].start, named[0].end, closed, edits
    yield from _miscounted(text, pairs)


def _of_all(claim: PairClaim, pairs: _Pairs) -> Iterator[_Fault]:
    """What is wrong with a claim on all edits of the code: `the edits may be bypassed`."""
    every = tuple(edit for edits in pairs.values() for edit in edits)
    denied = _DENIED_AT.get(claim.claim, frozenset())
    if every and {edit.edit.indicator for edit in every} <= denied and claim.claim in _ON_MODIFIERS:
        yield claim.start, claim.end, f"no edit of the code has it so: {quoted(every[:1])}", every


_ON_MODIFIERS: Final[frozenset[Claim]] = frozenset({"modifier permitted", "no modifier permitted"})


def _row_opens(publication: Publication, text: Text) -> bool:
    """Whether a text says when a modifier is used that opens pairs."""
    match text.key, text.route:
        case "coding-specifications", ("modifiers", int(index), "when_to_use"):
            return publication.coding.modifiers[index].code in OPENS_PAIR
    return False


def _is_meant(text: Text, named: NamedCode) -> bool:
    return not text.denies(named.start, named.end)


def _fault(claim: PairClaim, own: str, named: NamedCode, edits: tuple[Pair, ...]) -> str | None:
    """What is wrong with a claim on the code's pair with another one, if anything."""
    other = named.code
    if not edits:
        if claim.claim in _WITHOUT_EDIT:
            return None
        return f"no edit provided pairs {other} and {own}"
    if {edit.edit.indicator for edit in edits} <= _DENIED_AT.get(claim.claim, frozenset()):
        together = f"{other} and {own} are never paid together: "
        return f"{together if claim.claim == 'paid beside' else ''}{quoted(edits)}"
    named_first = named.start < claim.end and not claim.of_own
    first, second = (other, own) if named_first else (own, other)
    if claim.claim == "takes in":
        first, second = second, first
    bundled = {edit.edit.column_2 for edit in edits}
    if claim.claim in ("bundled into", "takes in") and bundled == {second}:
        return f"{second} is bundled into {first}, and not the other way round"
    if claim.claim in ("not bundled into", "paid alone") and bundled == {first}:
        return f"{first} is bundled into {second}: {quoted(edits)}"
    return None


_DENIED_AT: Final[dict[Claim, frozenset[str]]] = {
    "no edit": frozenset("019"),
    "paid without a modifier": frozenset("019"),
    "modifier permitted": frozenset("0"),
    "no modifier permitted": frozenset("1"),
    "paid beside": frozenset("0"),
}
"""Claim to the indicators that deny it."""
_WITHOUT_EDIT: Final[frozenset[Claim]] = frozenset(
    {
        "no edit",
        "paid alone",
        "paid beside",
        "paid without a modifier",
        "not bundled into",
        "takes in",
    }
)
"""What can be said of codes that no edit pairs."""


def _miscounted(text: Text, pairs: _Pairs) -> Iterator[_Fault]:
    """Numbers of pairs that permit a modifier or none, where others do."""
    indicators = [edits[0].edit.indicator for edits in pairs.values()]
    for count in pair_counts(text):
        number = len(indicators) if count.number is None else count.number
        right = indicators.count("1" if count.permitted else "0")
        if number != right:
            said = "permit a modifier" if count.permitted else "permit none"
            yield count.start, count.end, f"{right} of the {len(indicators)} pairs {said}", ()
