"""Rule: a pair edit or a related code that cannot be one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.check.issue import At, Issue, at
from reportkit.check.pairs import pairs_in_force, quoted
from reportkit.check.rule import rule
from reportkit.findings.place import Route
from reportkit.model.code_families import families_of
from reportkit.model.edits import Ncci, NcciPair
from reportkit.workspace.publication import Publication


@rule("error", "provided data")
def impossible_relation(publication: Publication) -> Iterator[Issue]:
    """A pair edit lacks the code or names it twice, a pair stands both ways, or a code is related
    to itself, in two ways that exclude each other, or in a way that no code of its kind can be.

    Why:
        The page tells a biller what is never paid beside the code. A pair of two other codes was
        taken from another report, and of a pair that stands both ways nobody can say which code is
        paid. No code is billed in addition and in place of the same one.

    Bad:
        # input
        related_codes:
          - {code: "57511", code_system: CPT, relation: alternative, note: By laser.}

    Good:
        # input
        related_codes:
          - {code: "57513", code_system: CPT, relation: alternative, note: By laser.}
    """
    code = publication.code
    for index, related in enumerate(publication.input.related_codes or ()):
        if related.code == code:
            yield Issue(
                at("input", "related_codes", index, "code"),
                f"{code} is listed as related to itself",
                "take the row out, or write the code that was meant",
            )
    for number, edition in enumerate(publication.input.ncci or ()):
        yield from _pairs(("ncci", number), edition, code)
    yield from _relations(publication)


def _relations(publication: Publication) -> Iterator[Issue]:
    """Relations that a code cannot have, or not beside another one of its relations."""
    pairs, earlier = pairs_in_force(publication), dict[str, dict[str, At]]()
    for index, related in enumerate(publication.input.related_codes or ()):
        code, relation = related.code, related.relation
        where = at("input", "related_codes", index, "relation")
        for other, there in earlier.setdefault(code, {}).items():
            if {relation, other} in _NEVER_BOTH:
                yield _wrong(where, f"{code} is {relation} here and {other} in another row", there)
        earlier[code][relation] = where
        edits = pairs.get(frozenset((publication.code, code)), ())
        if relation == "companion-e-m" and not families_of(code).isdisjoint(_NO_VISITS):
            yield _wrong(where, f"{code} is no visit, and its relation is {relation}", None)
        elif relation in _BESIDE and {edit.edit.indicator for edit in edits} == {"0"}:
            said = f"the relation of {code} is {relation}, and the two are never paid together"
            yield _wrong(where, f"{said}: {quoted(edits)}", edits[0].at)


_NEVER_BOTH: Final = (
    {"add-on", "alternative"},
    {"add-on", "bundled"},
    {"add-on", "companion-e-m"},
    {"alternative", "companion-e-m"},
)
"""Relations of which a code has one: billed in addition, in its place, or never beside it."""
_BESIDE: Final = frozenset({"add-on", "companion-e-m"})
_NO_VISITS: Final = frozenset(
    {"anesthesia", "surgery", "imaging", "laboratory", "drug", "equipment"}
)


def _wrong(where: At, message: str, other: At | None) -> Issue:
    related = () if other is None else ((other, "what it contradicts"),)
    return Issue(where, message, "write the relation that the code has", related=related)


def _pairs(route: Route, edition: Ncci, code: str) -> Iterator[Issue]:
    """What is wrong with the pairs of one quarter and setting."""
    standing: dict[tuple[str, str], int] = {}
    for index, pair in enumerate(edition.pairs):
        where = (*route, "pairs", index)
        if (said := _fault(pair, code)) is not None:
            yield Issue(
                at("input", *where), said, "take the row out, or import the pairs of the code again"
            )
        elif pair.deleted is None:
            other = standing.get((pair.column_2, pair.column_1))
            standing[pair.column_1, pair.column_2] = index
            if other is not None:
                yield Issue(
                    at("input", *where),
                    f"{pair.column_1} is in column 1 of {pair.column_2} here, and in column 2 of "
                    "it in another row",
                    "take the row out that the file of CMS does not have",
                    related=((at("input", *route, "pairs", other), "the other row"),),
                )


def _fault(pair: NcciPair, code: str) -> str | None:
    columns = (pair.column_1, pair.column_2)
    if code not in columns:
        return f"the pair {pair.column_1} and {pair.column_2} does not hold {code}"
    if pair.column_1 == pair.column_2:
        return f"the pair holds {code} in both columns"
    return None
