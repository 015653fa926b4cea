"""Rule: a release that is not in force yet when the publication takes effect."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.releases import quarter_of, quarters, releases
from reportkit.check.rule import rule
from reportkit.model.days import day_of
from reportkit.workspace.publication import Publication


@rule("warning", "document control")
def premature_data(publication: Publication) -> Iterator[Issue]:
    """A release holds from a later quarter than the one the publication takes effect in.

    Why:
        The code set of the day of service decides. Amounts, edits and indicators of next
        quarter are not what a claim of today is paid by.

    Bad:
        # report
        code_sets.ncci: 2027Q1

    Good:
        # report
        code_sets.ncci: 2026Q4
    """
    effective = publication.report.effective
    for name, row in (publication.input.provenance or {}).items():
        if row.as_of > effective:
            yield Issue(
                at("input", "provenance", name, "as_of"),
                f"the data on {name} is of {row.as_of}, after the publication takes effect on "
                f"{effective}",
                "correct the day, or let the publication take effect later",
                related=((at("report", "effective"), "the publication takes effect here"),),
            )
    yield from _to_come(publication)
    for where, name, release in _named(publication):
        later = [quarter for quarter in quarters(release) if quarter > quarter_of(effective)]
        if later:
            yield Issue(
                where,
                f"{name} {release} holds from {later[0].start}, after the publication takes "
                f"effect on {effective}",
                "use the release of that day, or let the publication take effect later",
                related=((at("report", "effective"), "the publication takes effect here"),),
            )


def _to_come(publication: Publication) -> Iterator[Issue]:
    """Prices of a month, and counts of a year, after the publication takes effect."""
    effective = publication.report.effective
    later = [
        (at("input", "rates", index, "period"), "rates", rate.period)
        for index, rate in enumerate(publication.input.rates or ())
        if (month := day_of(f"{rate.period}-01")) is not None and month > effective
    ] + [
        (at("input", "utilization", index, "year"), "counts", str(row.year))
        for index, row in enumerate(publication.input.utilization or ())
        if row.year > effective.year
    ]
    for where, what, period in later:
        yield Issue(
            where,
            f"the {what} are of {period}, and the publication takes effect on {effective}",
            "correct the period, or let the publication take effect later",
            related=((at("report", "effective"), "the publication takes effect here"),),
        )


def _named(publication: Publication) -> Iterator[tuple[At, str, str]]:
    for name in ("hcpcs", "ncci", "mpfs"):
        said = getattr(publication.report.code_sets, name)
        if said:
            yield at("report", "code_sets", name), name, said
    for release in releases(publication.input):
        yield release.at, release.kind.key, release.name
