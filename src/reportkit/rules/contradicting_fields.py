"""Rule: fields of one provided row, or of two, that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.check.words import parted
from reportkit.model.input import Coverage
from reportkit.model.payers import payer_of
from reportkit.model.taxonomies import OF_EITHER, kind_of_taxonomy
from reportkit.reading.policies import numbers_named, policy_mentions
from reportkit.reading.text import worded_texts
from reportkit.workspace.publication import Publication


@rule("error", "provided data")
def contradicting_fields(publication: Publication) -> Iterator[Issue]:
    """Two fields of the provided data say what cannot both be.

    Why:
        Both are printed, in one table or in two. Readers act on the one they see, and half of them
        on the wrong one.

    Bad:
        # input
        coverage:
          - {payer: aetna, policy_id: "0100", title: Freezing, stance: not-covered,
             prior_authorization: required, criteria: null, effective: 2026-01-01,
             last_review: null, url: null, accessed: 2026-11-01}

    Good:
        # input
        coverage:
          - {payer: aetna, policy_id: "0100", title: Freezing, stance: covered,
             prior_authorization: required, criteria: null, effective: 2026-01-01,
             last_review: null, url: null, accessed: 2026-11-01}
    """
    for index, policy in enumerate(publication.input.coverage or ()):
        for field, said in _beyond_stance(policy):
            yield _issue(
                at("input", "coverage", index, field),
                f"{said}, and the stance of policy {policy.policy_id} is {policy.stance}",
                at("input", "coverage", index, "stance"),
            )
    yield from _of_payers(publication)
    yield from _of_titles(publication)
    yield from _of_diagnoses(publication)
    yield from _of_taxonomies(publication)


def _of_payers(publication: Publication) -> Iterator[Issue]:
    """Public programs that are said to be insurers, and insurers said to be programs."""
    for index, payer in enumerate(publication.input.payers or ()):
        known = payer_of(payer.name)
        if known is None or known.kind not in _OF_KIND:
            continue
        if payer.kind != (kind := _OF_KIND[known.kind]):
            yield _issue(
                at("input", "payers", index, "kind"),
                f"{payer.name} is of kind {kind}, and its kind is {payer.kind}",
                at("input", "payers", index, "name"),
            )


def _of_titles(publication: Publication) -> Iterator[Issue]:
    """Titles of policies that name another policy than their own number."""
    policies = publication.input.coverage or ()
    for text in worded_texts(publication) if policies else ():
        match text.key, text.route:
            case "input", ("coverage", int(index), "title"):
                own = policies[index].policy_id
            case _:
                continue
        for mention in policy_mentions(text):
            if mention.number.lower() not in numbers_named(own):
                yield _issue(
                    text.at(mention.start, mention.end),
                    f"the title names policy {mention.number}, and its policy_id is {own}",
                    at("input", "coverage", index, "policy_id"),
                )


def _beyond_stance(policy: Coverage) -> Iterator[tuple[str, str]]:
    """Fields of a policy that only a policy with another stance can have, and what they say."""
    if policy.stance not in ("not-covered", "no-policy"):
        return
    if policy.diagnoses:
        yield "diagnoses", f"{policy.diagnoses[0]} is listed as covered"
    if policy.prior_authorization == "required":
        yield "prior_authorization", "approval beforehand is required"
    if policy.stance == "no-policy" and policy.criteria is not None:
        yield "criteria", "criteria are named"


def _of_diagnoses(publication: Publication) -> Iterator[Issue]:
    """Diagnoses said not to be covered that a policy covers, and searches that rest on tissue."""
    covered = {
        code: at("input", "coverage", number, "diagnoses", index)
        for number, policy in enumerate(publication.input.coverage or ())
        for index, code in enumerate(policy.diagnoses)
    }
    for index, row in enumerate(publication.input.diagnoses or ()):
        if row.support == "not-covered" and row.code in covered:
            where = at("input", "diagnoses", index, "support")
            yield _issue(
                where, f"{row.code} is not-covered, and a policy lists it", covered[row.code]
            )
        if row.basis == "histology" and row.code.startswith(_WITHOUT_TISSUE):
            yield _issue(
                at("input", "diagnoses", index, "basis"),
                f"{row.code} is a search, a symptom or an acute illness, and rests on no histology",
                at("input", "diagnoses", index, "code"),
            )


def _of_taxonomies(publication: Publication) -> Iterator[Issue]:
    """Taxonomies of persons that are said to be of organizations, and the other way round."""
    for index, row in enumerate(publication.input.taxonomies or ()):
        kind = kind_of_taxonomy(row.code)
        if row.kind != kind and not row.code.startswith(OF_EITHER):
            yield _issue(
                at("input", "taxonomies", index, "kind"),
                f"{row.code} is of {_KINDS[kind]}, and its kind is {row.kind}",
                at("input", "taxonomies", index, "code"),
            )
        named = parted(row.display.lower()) if row.code.startswith(_PHYSICIANS) else ()
        for specialty in _SPECIALTIES.keys() & named:
            if not row.code.startswith(_SPECIALTIES[specialty]):
                yield _issue(
                    at("input", "taxonomies", index, "display"),
                    f"{row.code} is not of {specialty}",
                    at("input", "taxonomies", index, "code"),
                )


def _issue(where: At, message: str, other: At) -> Issue:
    return Issue(
        where,
        message,
        "correct the one of the two that is wrong",
        related=((other, "what it contradicts"),),
    )


_WITHOUT_TISSUE: Final = (
    *("Z00", "Z01", "Z02", "Z11", "Z12", "Z13"),
    *("I10", "I11", "I12", "I13", "I15", "I16", "J00", "J01", "J02", "J03", "J04", "J05", "J06"),
    *("R0", "R10", "R11", "R3", "R4", "R50", "R51", "R52", "R53", "R55"),
)
"""Screening, high blood pressure, acute infections of the throat, and symptoms (ICD-10-CM)."""
_PHYSICIANS: Final = ("207", "208")
_SPECIALTIES: Final = {
    "anesthesiology": "207L",
    "dermatology": "207N",
    "ophthalmology": "207W",
    "orthopaedic": "207X",
    "orthopedic": "207X",
    "otolaryngology": "207Y",
    "obstetrics": "207V",
    "radiology": "2085",
    "urology": "2088",
}
"""Specialty of physicians to how its codes begin, that stands in the name of no other (NUCC)."""
_OF_KIND: Final[dict[str, str]] = {
    "program": "government-programme",
    "state program": "government-programme",
    "insurer": "insurer",
}
"""Kind of a payer that is known to the kinds of the input."""
_KINDS: Final = {"individual": "persons", "organization": "organizations"}
