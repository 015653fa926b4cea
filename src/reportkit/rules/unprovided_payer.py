"""Rule: a payer that the input does not provide, in prose or in the data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.model.datasets import KINDS, PAYERS_AT
from reportkit.model.input import Payer
from reportkit.model.paths import values_at
from reportkit.model.payers import KNOWN, PAYER_NAMES, PAYER_OF
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication

_FEE_SCHEDULE = re.compile(
    r"(?:\s+Physician)?\s+Fee\s+Schedule|\s+Administrative\s+Contractor", re.IGNORECASE
)
_BY_MEDICARE = tuple(key for key, kind in KINDS.items() if kind.by_medicare)


@rule("error", "provided data", waivable=False)
def unprovided_payer(publication: Publication) -> Iterator[Issue]:
    """A text or a row of data names a payer that the input does not list.

    Why:
        A payer that is named seems to have been looked at. Readers would take the report
        for that payer's position, although nobody provided it. Medicare may be named where
        its fee schedule, edits or counts are provided. The revision history may name any.

    Bad:
        # summary
        relevance: Humana asks for a biopsy first.

    Good:
        # summary
        relevance: Aetna asks for a biopsy first.
    """
    payers = publication.input.payers
    allowed = _allowed(publication, payers or ())
    listed = _listed(payers)
    for passage in passages(publication):
        if passage.key == "report":
            continue
        for found in KNOWN.finditer(passage.plain):
            name = " ".join(found[0].split())
            payer = PAYER_OF[name.lower()]
            if payer in allowed or (
                PAYER_NAMES[payer][0] == "Medicare"
                and _FEE_SCHEDULE.match(passage.plain, found.end())
            ):
                continue
            yield Issue(
                At(passage.key, passage.route, Span(*found.span())),
                f"`{name}` is not a provided payer; {listed}",
                "name no other payer, or have it added to input.yaml by who provides it",
                related=((at("input", "payers"), "the payers provided"),),
            )
    yield from _rows(publication, payers, listed)


def _allowed(publication: Publication, payers: tuple[Payer, ...]) -> set[int]:
    """The known payers that the provided names stand for."""
    names = {name.lower() for payer in payers for name in (payer.id, payer.name, *payer.aliases)}
    allowed = {PAYER_OF[name] for name in names if name in PAYER_OF}
    if any(getattr(publication.input, key) is not None for key in _BY_MEDICARE):
        allowed.add(PAYER_OF["medicare"])
    return allowed


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
                )


def _listed(payers: tuple[Payer, ...] | None) -> str:
    if payers is None:
        return "the input provides no payers"
    return "the input provides " + (", ".join(payer.id for payer in payers) or "an empty list")
