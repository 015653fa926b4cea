"""Rule: a purpose that the service cannot have, or that the field does not give it."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.code_families import families_of
from reportkit.reading.acts import acts
from reportkit.reading.style import DIAGNOSTIC, PURPOSE, REASON
from reportkit.reading.text import Text, prose_texts
from reportkit.workspace.publication import Publication

_NEVER = {
    "destruction": (
        frozenset({"diagnostic", "diagnostic-and-therapeutic", "screening"}),
        "it yields no specimen",
    ),
    "excision": (frozenset({"diagnostic", "screening"}), "it takes out what was found"),
    "repair": (frozenset({"diagnostic", "screening"}), "it mends what was found"),
    "therapy": (frozenset({"diagnostic", "screening"}), "it treats what was found"),
    "laboratory": (frozenset({"therapeutic"}), "a test treats nothing"),
    "imaging": (frozenset({"therapeutic"}), "a picture treats nothing"),
    "evaluation": (frozenset({"therapeutic"}), "it finds out what to treat"),
}
"""Service type to the purposes it cannot have, and why."""
_SERVICE = (at("billing-overview", "service_type"), "the service type")


@rule("error", "clinical text")
def purpose_against_service(publication: Publication) -> Iterator[Issue]:
    """The service is said to serve what its type cannot, or not what its field says.

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
    yield from _of_field(publication)
    destroys = publication.billing.service_type == "destruction"
    for text in prose_texts(publication):
        if text.key in ("billing-overview", "summary"):
            if destroys:
                yield from _of_destruction(text)
            yield from _against_field(text, publication.billing.purpose)


def _of_field(publication: Publication) -> Iterator[Issue]:
    """The purpose in the field, where the type of the service cannot have it."""
    billing = publication.billing
    never = _NEVER.get(billing.service_type) or _of_drug(publication)
    if never is None:
        return
    purposes, because = never
    if billing.purpose in purposes:
        right = "diagnostic" if "therapeutic" in purposes else "therapeutic"
        yield Issue(
            at("billing-overview", "purpose"),
            f"{_a(billing.service_type)} is never {billing.purpose}; {because}",
            f"write `purpose: {right}`, or correct the service type",
            related=(_SERVICE,),
        )


def _of_destruction(text: Text) -> Iterator[Issue]:
    """Words that have a destruction find something out."""
    for match in DIAGNOSTIC.find(text):
        if not text.denies(*match.span()):
            yield Issue(
                text.at(*match.span()),
                f"`{match[0]}`: a destruction is never diagnostic; it yields no specimen",
                "say what the service treats",
                related=(_SERVICE,),
            )


def _against_field(text: Text, purpose: str) -> Iterator[Issue]:
    """Sentences that say outright what the service serves, and differ from the field."""
    given = (match for match in REASON.find(text) if text.polarity(*match.span()) == "asserted")
    for match in (*PURPOSE.find(text), *given):
        said = not text.denies(*match.span("purpose"))
        if said != (match["purpose"] in purpose):
            yield Issue(
                text.at(*match.span()),
                f"`{match[0]}` is not what the field says: purpose is {purpose}",
                "correct the sentence, or the field",
                related=((at("billing-overview", "purpose"), "the purpose"),),
            )


def _of_drug(publication: Publication) -> tuple[frozenset[str], str] | None:
    """The purposes that a drug cannot have, more where the report says what it is against."""
    for text in prose_texts(publication):
        if text.key in ("billing-overview", "summary"):
            for act in acts(text):
                if act.aspect == "drug for":
                    words = text.plain[act.start : act.end]
                    return frozenset({"diagnostic", "screening"}), f"`{words}` is said of it"
    if "drug" in families_of(publication.code):
        return frozenset({"screening"}), "it searches for nothing"
    return None


def _a(service_type: str) -> str:
    return f"{'an' if service_type[0] in 'aeiou' else 'a'} {service_type}"
