"""Rule: a reference in prose that leads to no value."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import rule
from reportkit.source.references import BadReference
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication
from reportkit.workspace.resolve import Unresolved, resolve


@rule("error", "provided data", waivable=False)
def unresolved_reference(publication: Publication) -> Iterator[Issue]:
    """A reference between `{{` and `}}` leads to no value that can be printed.

    Why:
        Where the value should stand the page would show the reference itself, or nothing.
        Data that was not provided is a gap to record, not a hole in a sentence.

    Bad:
        # summary
        importance: The work is valued at {{ input.mpfs.work_rvus }}.

    Good:
        # summary
        importance: The work is valued at {{ input.mpfs.work_rvu }}.
    """
    for passage in passages(publication):
        for reference in passage.references:
            where = At(passage.key, passage.route, reference.span)
            if isinstance(reference, BadReference):
                yield Issue(
                    where, reference.reason, "write a reference as `{{ input.mpfs.work_rvu }}`"
                )
                continue
            value = resolve(reference, publication)
            if isinstance(value, Unresolved):
                yield Issue(where, value.reason, "name a value that is provided")
