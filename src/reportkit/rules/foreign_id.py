"""Rule: an id of the publication that holds the code of another one."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.check.words import parted
from reportkit.model.code_families import families_of
from reportkit.workspace.publication import Publication


@rule("warning", "document control")
def foreign_id(publication: Publication) -> Iterator[Issue]:
    """The id of the publication holds a billing code that is not its own.

    Why:
        The id is printed on the cover, and readers file and cite the publication by it. One that
        was left from the report it was copied from leads them to the other code. An id that holds
        its own code, or a number that no code has, is left alone.

    Bad:
        # report
        id: SP-45378

    Good:
        # report
        id: SP-57511
    """
    own, named = publication.code, publication.report.id
    for part in parted(named):
        if own not in named and families_of(part):
            yield Issue(
                at("report", "id"),
                f"the id `{named}` holds {part}, and the report is on {own}",
                f"write {named.replace(part, own)}, or waive it where the number is no code",
            )
            return
