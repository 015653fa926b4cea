"""Rule: a destruction that is called diagnostic."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.check.words import negated
from reportkit.findings.place import Span
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication

_DIAGNOSTIC = re.compile(
    r"\btherapeutic (?:or|and|and/or|as well as) diagnostic\b"
    r"|\bdiagnostic (?:or|and|and/or|as well as) therapeutic\b"
    r"|\b(?:for|has a|have a) diagnostic (?:purposes?|reasons?|use)\b",
    re.IGNORECASE,
)
_NEVER = {"diagnostic", "diagnostic-and-therapeutic", "screening"}


@rule("error", "clinical text")
def purpose_against_service(publication: Publication) -> Iterator[Issue]:
    """A service that destroys tissue is said to be diagnostic.

    Why:
        Destruction leaves no specimen to examine, so it cannot find anything out. Coverage
        rules treat diagnostic and therapeutic services differently.

    Bad:
        # billing-overview
        units: A session for therapeutic or diagnostic purposes is one unit.

    Good:
        # billing-overview
        units: A session is one unit.
    """
    billing = publication.billing
    if billing.service_type != "destruction":
        return
    service = ((at("billing-overview", "service_type"), "the service is a destruction"),)
    if billing.purpose in _NEVER:
        yield Issue(
            at("billing-overview", "purpose"),
            f"a destruction is never {billing.purpose}; it yields no specimen",
            "write `purpose: therapeutic`, or correct the service type",
            related=service,
        )
    for passage in passages(publication):
        if passage.key not in ("billing-overview", "summary"):
            continue
        for found in _DIAGNOSTIC.finditer(passage.plain):
            if not negated(passage.plain, found.start()):
                yield Issue(
                    At(passage.key, passage.route, Span(*found.span())),
                    f"`{found[0]}`: a destruction is never diagnostic; it yields no specimen",
                    "say what the service treats",
                    related=service,
                )
