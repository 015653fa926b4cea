"""Rule: a reference in prose that leads to no value."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import rule
from reportkit.source.references import BadReference, Reference, Referring, Saying
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication
from reportkit.workspace.resolve import resolve
from reportkit.workspace.statements import sayable
from reportkit.workspace.ways import Unresolved


@rule("error", "provided data", waivable=False)
def unresolved_reference(publication: Publication) -> Iterator[Issue]:
    """A reference between `{{` and `}}` leads to no value or statement that can be printed.

    Why:
        Where the value should stand the page would show the reference itself, or nothing.
        Data that was not provided is a gap to record, not a hole in a sentence, and a statement
        `{{ say... }}` cannot be made of it.

    Bad:
        # summary
        importance: The work is valued at {{ input.mpfs.work_rvus }}.

    Good:
        # summary
        importance: The work is valued at {{ input.mpfs.work_rvu }}.
    """
    for passage in passages(publication):
        for reference in passage.references:
            fault = _fault(reference, publication)
            if fault is not None:
                yield Issue(At(passage.key, passage.route, reference.span), *fault)


def _fault(reference: Referring, publication: Publication) -> tuple[str, str] | None:
    """What is wrong with a reference and what to do; None if it can be printed."""
    match reference:
        case BadReference(reason=reason):
            return reason, "write a reference as `{{ input.mpfs.work_rvu }}`"
        case Reference():
            value = resolve(reference, publication)
            if isinstance(value, Unresolved):
                return value.reason, "name a value that is provided"
        case Saying(name=name):
            statement = sayable(name, publication.input)
            if isinstance(statement, Unresolved):
                return statement.reason, (
                    f"`reportkit statements {publication.code}` lists what can be said"
                )
        case _:
            pass
    return None
