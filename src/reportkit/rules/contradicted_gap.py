"""Rule: a record of a gap that the files contradict."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Fix, Issue, at, at_key
from reportkit.check.rule import rule
from reportkit.findings.meant import closest
from reportkit.model.datasets import DATASETS
from reportkit.model.sections import AUTHORED
from reportkit.workspace.gaps import FIELDS, state_of
from reportkit.workspace.publication import Publication

_OF_NOTHING_FOUND = ("none_found", "not_applicable", "suppressed")


@rule("error", "missing data")
def contradicted_gap(publication: Publication) -> Iterator[Issue]:
    """A record under `missing:` is about a field that has a value or does not exist.

    Why:
        The publication would print the data and, in the table of gaps, that there is none.
        An empty list may be recorded as none found, not applicable or suppressed.

    Bad:
        # input
        service_line: Gynecology

    Good:
        # input
        service_line: null
    """
    for index, record in enumerate(publication.input.missing):
        where = at("input", "missing", index, "field")
        match state_of(record.field, publication):
            case "unknown":
                close = closest(record.field, FIELDS, least=0.75)
                yield Issue(
                    where,
                    f"`{record.field}` is not a field of the report",
                    f"did you mean `{close}`?" if close else f"known: {', '.join(FIELDS)}",
                    fix=Fix(close) if close else None,
                )
            case "given":
                yield _contradiction(where, record.field, "has a value")
            case "empty" if record.reason not in _OF_NOTHING_FOUND:
                yield _contradiction(where, record.field, "is provided and empty")
            case _:
                pass


def _contradiction(where: At, field: str, state: str) -> Issue:
    head, *rest = field.split(".")
    there = at_key("input", head, *rest) if head in DATASETS else at_key(head, *rest)
    or_null = "" if field in AUTHORED else f", or write `{rest[-1] if rest else head}: null`"
    return Issue(
        where,
        f"`{field}` is recorded as missing, but {state}",
        f"delete the record{or_null}",
        related=((there, "the value"),),
    )
