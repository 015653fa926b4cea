"""Rule: a provided payer under a name that was not provided."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Fix, Issue, at
from reportkit.check.rule import rule
from reportkit.model.input import Payer
from reportkit.model.payers import payer_of
from reportkit.reading.payers import PayerMention, payer_mentions
from reportkit.reading.text import worded_texts_but
from reportkit.workspace.publication import Publication

_PROGRAMME = "government-programme"


@rule("warning", "provided data")
def payer_name(publication: Publication) -> Iterator[Issue]:
    """A text calls a provided payer by a name that the input does not give it.

    Why:
        Names of payers stand for different companies and plans: a brand, a parent, a plan of
        one state. Readers cannot tell whether another one is meant.

    Bad:
        # summary
        relevance: Elevance asks for a biopsy first.
        # input
        payers:
          - {id: anthem, name: Anthem, kind: insurer}

    Good:
        # summary
        relevance: Anthem asks for a biopsy first.
        # input
        payers:
          - {id: anthem, name: Anthem, kind: insurer}
    """
    payers = [payer for payer in publication.input.payers or () if payer.kind != _PROGRAMME]
    by_known = {known: payer for payer in payers if (known := payer_of(payer.name)) is not None}
    own = {name.lower() for payer in payers for name in (payer.id, payer.name, *payer.aliases)}
    for text in worded_texts_but(publication, ("payers", "sources")):
        for mention in payer_mentions(text):
            name = text.plain[mention.start : mention.end]
            payer = by_known.get(mention.payer)
            if payer is None or not _is_another_name(mention, name, own):
                continue
            yield Issue(
                text.at(mention.start, mention.end),
                f"`{name}` is not how the input names this payer: {_names(payer)}",
                f"write {payer.name}, or have the name added to `aliases`",
                related=((at("input", "payers"), "the payers provided"),),
                fix=Fix(payer.name),
            )


def _is_another_name(mention: PayerMention, name: str, own: set[str]) -> bool:
    """Whether a payer is called by a name not provided, or by its own in other capitals."""
    if mention.near is None:
        return name.lower() not in own
    return mention.near.lower() == name.lower()


def _names(payer: Payer) -> str:
    return ", ".join((payer.name, *payer.aliases))
