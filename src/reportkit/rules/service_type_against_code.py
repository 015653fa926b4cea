"""Rule: a kind of service that the code or its description is not for."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.code_families import service_types_of
from reportkit.reading.services import services_denied, services_told
from reportkit.reading.text import prose_texts
from reportkit.workspace.publication import Publication


@rule("error", "clinical text")
def service_type_against_code(publication: Publication) -> Iterator[Issue]:
    """The kind of service is one that the code, or its description, is not for.

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
    if not possible or said == "other":
        return
    if said not in possible:
        yield Issue(
            _FIELD,
            f"{publication.code} is not a code of {said}; its family is for "
            f"{' or '.join(sorted(possible))}",
            "write what the code is for, or `other`",
            related=((at("report", "code"), "the code"),),
        )
        return
    texts = [text for text in prose_texts(publication) if (text.key, text.route) in _TELLING]
    told = {kind: text for text in reversed(texts) for kind in services_told(text)}
    denied = next((text for text in texts if said in services_denied(text)), None)
    if denied is not None:
        yield Issue(
            _FIELD,
            f"the description says that there is no {said}",
            "write what the description tells, or say there what is done",
            related=((at(denied.key, *denied.route), "the description"),),
        )
        return
    others = sorted(possible & told.keys())
    if others and said not in told and len(possible) > 2:
        where = told[others[0]]
        yield Issue(
            _FIELD,
            f"no word of the description is of {said}; it tells of {' or '.join(others)}",
            "write what the description tells, or say there what is done",
            related=((at(where.key, *where.route), "the description"),),
        )


_FIELD = at("billing-overview", "service_type")
_TELLING = frozenset({("billing-overview", ("description",)), ("summary", ("definition",))})
"""Texts that tell in the publisher's own words what is done."""
