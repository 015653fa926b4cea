"""Rule: a record of a gap that tells its reader nothing."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.check.words import words
from reportkit.workspace.publication import Publication

_LEAST = 3
"""Words from which on an effect can say what is lacking."""
_SAYS_NOTHING = frozenset(
    {
        *("data", "information", "details", "detail", "value", "values", "field", "no", "not"),
        *("none", "is", "are", "was", "were", "available", "unavailable", "provided", "supplied"),
        *("given", "known", "unknown", "missing", "here", "yet", "at", "this", "time", "the"),
        *("currently", "applicable", "any", "there", "for", "code", "report"),
    }
)
"""Words of an effect that the record says already."""
_NOBODY = frozenset(
    {"someone", "somebody", "anyone", "anybody", "nobody", "unknown", "tbd", "n/a", "none", "them"}
)


@rule("warning", "missing data")
def uninformative_gap(publication: Publication) -> Iterator[Issue]:
    """A record under `missing:` does not say what the reader lacks, or who can supply it.

    Why:
        The table of gaps is printed, and is the list by which data is asked for. `Not available`
        says nothing that the table does not, and nobody can be asked who is called someone.

    Bad:
        # input
        missing[0].effect: Not available.

    Good:
        # input
        missing[0].effect: No rate of a surgical center is shown.
    """
    for index, record in enumerate(publication.input.missing):
        said = words(record.effect)
        if len(said) < _LEAST or _SAYS_NOTHING.issuperset(said):
            yield Issue(
                at("input", "missing", index, "effect"),
                f"`{record.effect}` does not say what the reader lacks",
                "say what the report does not show: `No rate of any payer is shown.`",
            )
        if not words(record.needed_from) or _NOBODY.issuperset(words(record.needed_from)):
            yield Issue(
                at("input", "missing", index, "needed_from"),
                f"`{record.needed_from}` does not say who can supply the data",
                "name the team or the role: `claims data team`",
            )
