"""Rule: a file that is not YAML."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.form import problems
from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "form of files", waivable=False)
def invalid_yaml(publication: Publication) -> Iterator[Issue]:
    """A file is not YAML, or holds more than one document.

    Why:
        Nothing in such a file can be read, so nothing in it can be checked or published.

    Bad:
        # summary
        relevance: The code has one rule: freeze, thaw, freeze.

    Good:
        # summary
        relevance: >
          The code has one rule: freeze, thaw, freeze.
    """
    return problems(publication, "invalid-yaml")
