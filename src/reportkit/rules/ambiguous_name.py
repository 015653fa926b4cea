"""Rule: a name or a code that two payers or two sites answer to."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

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
    payers, sites = publication.input.payers or (), publication.input.sites or ()
    yield from _of_two(_names("payers", payers), "leave the name to one of the two")
    yield from _of_two(_names("sites", sites), "leave the name to one of the two")
    yield from _of_two(_places(sites), "leave the code to one of the two, or make them one site")


@dataclass(frozen=True, slots=True)
class _Owned:
    """What one row has, and no other row should."""

    owner: str
    key: Hashable
    """The same wherever it is the same thing."""
    said: str
    at: At


def _names(key: str, rows: Sequence[Payer | Site]) -> Iterator[_Owned]:
    for index, row in enumerate(rows):
        names = [(row.name, at("input", key, index, "name"))]
        for place, alias in enumerate(row.aliases):
            names.append((alias, at("input", key, index, "aliases", place)))
        for name, where in names:
            yield _Owned(row.id, words(name), f"`{name}` is a name", where)


def _places(sites: Sequence[Site]) -> Iterator[_Owned]:
    for index, site in enumerate(sites):
        for place, code in enumerate(site.pos):
            where = at("input", "sites", index, "pos", place)
            yield _Owned(site.id, code, f"place of service {code} is", where)


def _of_two(rows: Iterable[_Owned], hint: str) -> Iterator[Issue]:
    """What another row has before, at the later one."""
    first: dict[Hashable, _Owned] = {}
    for row in rows:
        before = first.setdefault(row.key, row)
        if before.owner != row.owner:
            yield Issue(
                row.at,
                f"{row.said} of both {before.owner} and {row.owner}",
                hint,
                related=((before.at, f"{before.owner} has it here"),),
            )
