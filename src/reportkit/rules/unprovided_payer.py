"""Rule: a payer that the input does not provide, in prose or in the data."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.model.input import Payer
from reportkit.model.payers import MEDICARE, PAYERS, KnownPayer, payer_names, payer_of
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication

_PRICED_BY_MEDICARE = ("mpfs", "mue", "asc", "ncci", "utilization")


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
        for named in payer_names(passage.plain):
            if named.value in allowed:
                continue
            name = " ".join(passage.plain[named.start : named.end].split())
            yield Issue(
                At(passage.key, passage.route, Span(named.start, named.end)),
                f"`{name}` is not a provided payer; {listed}",
                "name no other payer, or have it added to input.yaml by who provides it",
                related=((at("input", "payers"), "the payers provided"),),
            )
    yield from _rows(publication, payers, listed)


def _allowed(publication: Publication, payers: tuple[Payer, ...]) -> set[KnownPayer]:
    """The known payers that the provided names stand for."""
    names = {name for payer in payers for name in (payer.id, payer.name, *payer.aliases)}
    allowed = {payer for name in names if (payer := payer_of(name)) is not None}
    if any(getattr(publication.input, key) is not None for key in _PRICED_BY_MEDICARE):
        allowed.add(MEDICARE)
    if MEDICARE in allowed:
        allowed.update(payer for payer in PAYERS if payer.part_of == MEDICARE.name)
    return allowed


def _rows(
    publication: Publication, payers: tuple[Payer, ...] | None, listed: str
) -> Iterator[Issue]:
    ids = {payer.id for payer in payers or ()}
    for key in ("rates", "coverage", "policy_updates"):
        for index, row in enumerate(getattr(publication.input, key) or ()):
            if row.payer not in ids:
                yield Issue(
                    at("input", key, index, "payer"),
                    f"`{row.payer}` is not the id of a provided payer; {listed}",
                    "write the id of a payer listed under `payers:`",
                    related=((at("input", "payers"), "the payers provided"),),
                )


def _listed(payers: tuple[Payer, ...] | None) -> str:
    if payers is None:
        return "the input provides no payers"
    return "the input provides " + (", ".join(payer.id for payer in payers) or "an empty list")
