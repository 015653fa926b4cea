"""Rule: a source that report.yaml does not list."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Fix, Issue, at
from reportkit.check.mend import meant_value
from reportkit.check.rule import rule
from reportkit.check.sources import sources_named
from reportkit.findings.meant import closest, meant
from reportkit.workspace.publication import Publication


@rule("error", "provided data")
def unknown_source(publication: Publication) -> Iterator[Issue]:
    """A citation or a `source:` names a source that is not listed in report.yaml.

    Why:
        The publication prints the list of sources. A citation that is not on it cannot be
        followed up by anybody.

    Bad:
        # summary
        relevance: The site decides the rate [@manuel].

    Good:
        # summary
        relevance: The site decides the rate [@manual].
    """
    known = [source.id for source in publication.report.sources]
    for where, named in sources_named(publication):
        if named not in known:
            close = closest(named, known)
            yield Issue(
                where,
                f"`{named}` is not a source of the report" if named else "no source is named here",
                f"did you mean `{close}`?" if close else _listed(known),
                related=((at("report", "sources"), "the sources listed"),),
                fix=_fix(where, named, known),
                likely=Fix(f"[@{close}]") if close and where.part else None,
            )


def _fix(where: At, named: str, known: list[str]) -> Fix | None:
    """The one source that can be meant; a citation is marked whole, with its brackets."""
    right = meant(named, known)
    if right is None or where.part is None:
        return meant_value(named, known)
    return Fix(f"[@{right}]")


def _listed(known: list[str]) -> str:
    return "list it under `sources:` in report.yaml; listed: " + (", ".join(known) or "none")
