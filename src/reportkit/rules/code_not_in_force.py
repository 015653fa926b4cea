"""Rule: a code that cannot be billed on the day the publication takes effect."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.workspace.publication import Publication


@rule("error", "codes and figures")
def code_not_in_force(publication: Publication) -> Iterator[Issue]:
    """The code is deleted, terminated, or not valid yet when the publication takes effect.

    Why:
        A claim is judged by the code set of the day of service. A report on a code that has
        ended sends its readers into denials, however right the rest of it is.

    Bad:
        # input
        validity: {release: 2026Q4, added: 2004-01-01, terminated: 2026-09-30}

    Good:
        # input
        validity: {release: 2026Q4, added: 2004-01-01, terminated: null}
    """
    report, mpfs, validity = publication.report, publication.input.mpfs, publication.input.validity
    effect = ((at("report", "effective"), "the publication takes effect here"),)
    if mpfs is not None and mpfs.status == "D":
        yield Issue(
            at("input", "mpfs", "status"),
            f"status indicator D in {mpfs.release} means that {report.code} is deleted",
            "retire the report, or write it for the code that came instead",
            related=effect,
        )
    if validity is None:
        return
    if validity.terminated is not None and validity.terminated < report.effective:
        yield Issue(
            at("input", "validity", "terminated"),
            f"{report.code} ended on {validity.terminated} in HCPCS {validity.release}, before the "
            f"publication takes effect on {report.effective}",
            "retire the report, or write it for the code that came instead",
            related=effect,
        )
    if validity.added is not None and validity.added > report.effective:
        yield Issue(
            at("input", "validity", "added"),
            f"{report.code} starts on {validity.added} in HCPCS {validity.release}, after the "
            f"publication takes effect on {report.effective}",
            "let the publication take effect on the code's first day or later",
            related=effect,
        )
