"""Rule: something that was not provided and is not recorded as missing."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at_key
from reportkit.check.rule import rule
from reportkit.model.datasets import DATASETS
from reportkit.workspace.gaps import open_gaps
from reportkit.workspace.publication import Publication


@rule("error", "missing data")
def unrecorded_gap(publication: Publication) -> Iterator[Issue]:
    """A key is `null` and no record under `missing:` says what its absence means.

    Why:
        Readers are told of every gap where it matters: what is missing, why, who could
        supply it and what follows. Without a record the page would only be shorter.

    Bad:
        # clinical-context
        guidelines: null

    Good:
        # clinical-context
        guidelines[0].title: Care after a test
    """
    recorded = {record.field for record in publication.input.missing}
    for field in open_gaps(publication):
        if field in recorded:
            continue
        place = at_key("input", field) if field in DATASETS else at_key(*field.split("."))
        yield Issue(
            place,
            f"`{field}` is null and not recorded as missing",
            f"add a record for `{field}` under `missing:` in input.yaml with its section, reason,"
            " needed_from, effect and since",
            related=((at_key("input", "missing"), "the records"),),
        )
