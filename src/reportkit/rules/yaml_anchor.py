"""Rule: an anchor, an alias, a merge key or a tag."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.form import problems
from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "form of files", waivable=False)
def yaml_anchor(publication: Publication) -> Iterator[Issue]:
    """A file uses an anchor, an alias, a merge key or a tag of YAML.

    Why:
        A value has to stand where it is used: a reviewer reads one section at a time, and a
        change in one place must not change another unseen.

    Bad:
        # summary
        relevance: &why A wrong code is denied.
        importance: *why

    Good:
        # summary
        relevance: The code decides who is paid.
        importance: A wrong code is denied.
    """
    return problems(publication, "yaml-anchor")
