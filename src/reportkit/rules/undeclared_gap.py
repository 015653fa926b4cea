"""Rule: a kind of data of which the input does not say whether it was provided."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, SetKeys, at_key
from reportkit.check.rule import rule
from reportkit.model.absence import undeclared
from reportkit.provide.declare import declaration
from reportkit.workspace.publication import Publication


@rule("warning", "missing data")
def undeclared_gap(publication: Publication) -> Iterator[Issue]:
    """The input has no key for a kind of data, so that nobody has said whether it was provided.

    Why:
        A key that is left out does not say whether the data was looked for. Written out as
        `null`, with a record of the gap, it does. A kind of data that came with an update is
        named to readers as missing all the same, in general words; this finding asks for yours.

    Bad:
        # input (whole)
        reportkit: input/1
        code: "57511"
        code_system: CPT
        as_of: 2026-11-01
        provenance: {}
        missing: []

    Good:
        # input
        service_line: null
    """
    data, listed = publication.input, publication.report.sections
    absent = undeclared(data)
    if absent:
        named = ", ".join(f"`{key}`" for key in absent)
        verb = "is" if len(absent) == 1 else "are"
        sound = publication.model_of("input") is not None
        keys = SetKeys(declaration(data, listed), tuple(type(data).model_fields))
        yield Issue(
            at_key("input", "missing"),
            f"the input does not say whether {named} {verb} provided",
            "write `null` and a record of the gap for each, as `reportkit fix` does, or the data",
            fix=keys if sound else None,
        )
