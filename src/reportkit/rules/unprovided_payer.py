"""Rule: a payer that the input does not provide, in prose or in the data."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.mend import id_meant
from reportkit.check.rule import rule
from reportkit.model.datasets import KINDS, PAYERS_AT
from reportkit.model.input import Payer
from reportkit.model.paths import values_at
from reportkit.model.payers import MEDICARE, KnownPayer, payer_of
from reportkit.reading.payers import PayerMention, claims_nothing, payer_mentions
from reportkit.reading.text import Text, worded_texts_but
from reportkit.reading.wording import Wording
from reportkit.workspace.publication import Publication

_BY_MEDICARE = tuple(key for key, kind in KINDS.items() if kind.by_medicare)
_NAMES_ITS_PAYERS = frozenset({"payers", "sources", "publisher"})
"""Where names of payers stand because they are provided, or because they publish a source."""
_NO_PAYER = Wording(r"^\s+(?:(?:physician\s+)?fee\s+schedules?|administrative\s+contractors?)\b")
"""What stands behind the name of Medicare where it names something else."""
_BEHIND = 40
"""How many characters of a text are looked at for it."""


@rule("error", "provided data", waivable=False)
def unprovided_payer(publication: Publication) -> Iterator[Issue]:
    """A text or a row of data names a payer that the input does not list.

    Why:
        A payer that is named seems to have been looked at. Readers would take the report
        for that payer's position, although nobody provided it. Medicare may be named where
        its fee schedule, edits or counts are provided. The revision history is printed, too.

    Bad:
        # summary
        relevance: Humana asks for a biopsy first.

    Good:
        # summary
        relevance: Aetna asks for a biopsy first.
    """
    payers = publication.input.payers
    allowed = _allowed(publication, payers or ())
    own = _own_names(payers or ())
    listed = _listed(payers)
    for text in worded_texts_but(publication, _NAMES_ITS_PAYERS):
        for mention in payer_mentions(text):
            name = text.plain[mention.start : mention.end]
            if _is_fine(text, mention, name, allowed, own):
                continue
            yield Issue(
                text.at(mention.start, mention.end),
                f"`{name}` is {_what(mention)}; {listed}",
                "name no other payer, or have it added to input.yaml by who provides it",
                related=((at("input", "payers"), "the payers provided"),),
            )
    yield from _rows(publication, payers, listed)


def _is_fine(
    text: Text, mention: PayerMention, name: str, allowed: set[KnownPayer], own: frozenset[str]
) -> bool:
    if mention.near is None:
        if mention.payer in allowed or name.lower() in own or claims_nothing(text, mention):
            return True
        behind = text.plain[mention.end : mention.end + _BEHIND]
        return mention.payer == MEDICARE and _NO_PAYER.within(behind) is not None
    return name.lower() in own


def _what(mention: PayerMention) -> str:
    if mention.near is None:
        return "not a provided payer"
    return f"no payer's name, though close to {mention.payer.name}"


def _own_names(payers: tuple[Payer, ...]) -> frozenset[str]:
    """Every word of the provided names, which are right however they look."""
    words = {
        word.lower()
        for payer in payers
        for name in (payer.name, *payer.aliases)
        for word in (name, *name.split())
    }
    return frozenset(words)


def _allowed(publication: Publication, payers: tuple[Payer, ...]) -> set[KnownPayer]:
    """The known payers that the provided names stand for."""
    names = {name for payer in payers for name in (payer.id, payer.name, *payer.aliases)}
    allowed = {known for name in names if (known := payer_of(name)) is not None}
    priced = any(getattr(publication.input, key) is not None for key in _BY_MEDICARE)
    return allowed | {MEDICARE} if priced else allowed


def _rows(
    publication: Publication, payers: tuple[Payer, ...] | None, listed: str
) -> Iterator[Issue]:
    ids = {payer.id for payer in payers or ()}
    for path in PAYERS_AT:
        for route, payer in values_at(publication.input, path):
            if payer not in ids:
                yield Issue(
                    at("input", *route),
                    f"`{payer}` is not the id of a provided payer; {listed}",
                    "write the id of a payer listed under `payers:`",
                    related=((at("input", "payers"), "the payers provided"),),
                    fix=id_meant(payer, payers or ()),
                )


def _listed(payers: tuple[Payer, ...] | None) -> str:
    if payers is None:
        return "the input provides no payers"
    return "the input provides " + (", ".join(payer.id for payer in payers) or "an empty list")
