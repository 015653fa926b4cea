"""Rule: a name or a code that two payers or two sites answer to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.check.words import words
from reportkit.model.input import Payer, Site
from reportkit.workspace.publication import Publication


@rule("error", "provided data")
def ambiguous_name(publication: Publication) -> Iterator[Issue]:
    """Two payers, or two sites of service, have the same name or alias, or one place of service.

    Why:
        Prose names a payer or a site by its words, and a claim names a site by its code. If two
        rows answer to them, nobody can tell of which a sentence or a claim speaks, and it is held
        to the policy, the prices or the place of service of either.

    Bad:
        # input
        payers[+]: {id: aetna-better, name: Aetna Better Health, kind: insurer, aliases: [Aetna]}

    Good:
        # input
        payers[+]: {id: aetna-better, name: Aetna Better Health, kind: insurer}
    """
    yield from _shared("payers", publication.input.payers or ())
    yield from _shared("sites", publication.input.sites or ())
    yield from _of_one_place(publication.input.sites or ())


def _shared(key: str, rows: Sequence[Payer | Site]) -> Iterator[Issue]:
    first: dict[str, tuple[str, At]] = {}
    for index, row in enumerate(rows):
        names = [(row.name, at("input", key, index, "name"))]
        for place, alias in enumerate(row.aliases):
            names.append((alias, at("input", key, index, "aliases", place)))
        for name, where in names:
            owner, there = first.setdefault(" ".join(words(name)), (row.id, where))
            if owner != row.id:
                yield Issue(
                    where,
                    f"`{name}` is a name of both {owner} and {row.id}",
                    "leave the name to one of the two",
                    related=((there, f"{owner} has it here"),),
                )


def _of_one_place(sites: Sequence[Site]) -> Iterator[Issue]:
    first: dict[str, tuple[str, At]] = {}
    for index, site in enumerate(sites):
        for place, code in enumerate(site.pos):
            where = at("input", "sites", index, "pos", place)
            owner, there = first.setdefault(code, (site.id, where))
            if owner != site.id:
                yield Issue(
                    where,
                    f"place of service {code} is of both {owner} and {site.id}",
                    "leave the code to one of the two, or make them one site",
                    related=((there, f"{owner} has it here"),),
                )
