"""Rule: a kind of service that codes of this family are never for."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.code_families import service_types_of
from reportkit.workspace.publication import Publication


@rule("error", "clinical text")
def service_type_against_code(publication: Publication) -> Iterator[Issue]:
    """The kind of service is one that codes of this family are never for.

    Why:
        Readers filter reports by the kind of service, and rules on what a service can do rest on
        it. A radiograph that is called a laboratory test was filled in from another report.

    Bad:
        # billing-overview
        service_type: laboratory
        purpose: diagnostic

    Good:
        # billing-overview
        service_type: destruction
    """
    possible = service_types_of(publication.code)
    said = publication.billing.service_type
    if possible and said not in possible and said != "other":
        yield Issue(
            at("billing-overview", "service_type"),
            f"{publication.code} is not a code of {said}; its family is for "
            f"{' or '.join(sorted(possible))}",
            "write what the code is for, or `other`",
            related=((at("report", "code"), "the code"),),
        )
