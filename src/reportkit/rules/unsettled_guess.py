"""Rule: a value that an import concluded, and nobody has looked at."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import route_text
from reportkit.model.imported import Guess
from reportkit.workspace.decisions import nodes
from reportkit.workspace.publication import Publication


@rule("error", "document control", waivable=False)
def unsettled_guess(publication: Publication) -> Iterator[Issue]:
    """A value was concluded from an old report that does not say it.

    Why:
        An import fills every field that it can. What it concludes looks like what was said,
        and would be published as a fact if nobody held it against the old report.

    Bad:
        # imported
        guesses:
          - file: billing-overview
            route: service_type
            reason: no word of the old report names the kind of service

    Good:
        # billing-overview
        service_type: destruction
    """
    for index, guess in enumerate(publication.imported.guesses):
        record = at("imported", "guesses", index)
        yield Issue(
            _place(publication, guess, index),
            guess.reason,
            "correct it if it is wrong, and then delete its record in imported.yaml",
            related=((record, "the record of the import"),),
        )


def _place(publication: Publication, guess: Guess, index: int) -> At:
    """The value itself; its record where the file has no such value any more."""
    loaded = publication.files.get(guess.file)
    root = loaded.tree.root if loaded else None
    routes = (route for route, _ in nodes(root)) if root and guess.route else iter(())
    route = next((route for route in routes if route_text(route) == guess.route), None)
    return at("imported", "guesses", index) if route is None else At(guess.file, route)
