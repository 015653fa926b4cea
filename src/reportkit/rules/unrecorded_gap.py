"""Rule: something that was not provided and is not recorded as missing."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, SetKeys, at_key
from reportkit.check.rule import rule
from reportkit.model.absence import gap
from reportkit.model.datasets import DATASETS
from reportkit.model.input import ProvidedInput
from reportkit.model.report import Report
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
    fields = [field for field in open_gaps(publication) if field not in recorded]
    fix = _fix(publication, fields)
    for field in fields:
        place = at_key("input", field) if field in DATASETS else at_key(*field.split("."))
        yield Issue(
            place,
            f"`{field}` is null and not recorded as missing",
            f"add a record for `{field}` under `missing:` in input.yaml with its section, reason,"
            " needed_from, effect and since",
            related=((at_key("input", "missing"), "the records"),),
            fix=fix,
        )


def _fix(publication: Publication, fields: list[str]) -> SetKeys | None:
    """The records that usually go with the absence of these fields, behind those that stand."""
    data, report = publication.model_of("input"), publication.model_of("report")
    if not isinstance(data, ProvidedInput) or not isinstance(report, Report):
        return None
    sections = report.sections
    records = (*data.missing, *(gap(field, data.as_of, sections) for field in fields))
    return SetKeys({"missing": [record.model_dump() for record in records]}, ("missing",), "input")
