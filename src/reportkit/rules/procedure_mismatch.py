"""Rule: a case in which something else is done than the code is for."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.described import described_acts, is_description
from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.reading.acts import ActMention, acts, removals
from reportkit.reading.case import case_texts, patient_texts, step_texts
from reportkit.reading.steps import CUT, STITCHES
from reportkit.reading.text import Text, worded_texts
from reportkit.workspace.publication import Publication

_OF_CASE = frozenset({"anesthesia", "anesthesia by", "into"})
"""Aspects of which a case has one value."""
_OF_ACT = frozenset({"views", "imaged", "drug"})
"""Aspects of which a case has the code's value alone, whatever else is told."""
_OF_PATIENT = frozenset({"patient"})
"""Aspects that hold of the patient, so that any text of the case may tell them."""


@rule("error", "clinical text")
def procedure_mismatch(publication: Publication) -> Iterator[Issue]:
    """The case tells of another procedure than the code is for.

    Why:
        Readers take the case as the pattern of a claim. A case of a neighbouring code teaches
        the wrong one.

    Bad:
        # summary
        definition: The code reports a vaginal delivery.
        # clinical-context
        vignette.procedure: The child is born by cesarean.

    Good:
        # summary
        definition: The code reports a vaginal delivery.
        # clinical-context
        vignette.procedure: The child is born vaginally.
    """
    own: dict[str, tuple[Text, ActMention]] = {}
    values: dict[str, set[str]] = {}
    for text, act in described_acts(publication):
        own.setdefault(act.aspect, (text, act))
        values.setdefault(act.aspect, set()).add(act.value)
    yield from _told_twice(publication)
    yield from _stitches(publication)
    for text in case_texts(publication):
        done = [
            act
            for act in acts(text)
            if act.aspect not in _OF_CASE and (act.aspect in _OF_PATIENT or _is_procedure(text))
        ]
        for act in done:
            told = {act} if act.aspect in _OF_ACT else {o for o in done if o.aspect == act.aspect}
            fits = {other.value for other in told} & values.get(act.aspect, {act.value})
            if len(values.get(act.aspect, ())) == 1 and not fits:
                where, first = own[act.aspect]
                yield Issue(
                    text.at(act.start, act.end),
                    f"`{text.plain[act.start : act.end]}` is not what the code is for: "
                    f"`{where.plain[first.start : first.end]}`",
                    "tell a case of this code",
                    related=((where.at(first.start, first.end), "what the code is for"),),
                )
        if _is_procedure(text):
            yield from _removed(publication, text)


def _told_twice(publication: Publication) -> Iterator[Issue]:
    """What the case tells in two ways and a patient has in one: local and general anesthesia."""
    first: dict[str, tuple[Text, ActMention]] = {}
    for text in (*case_texts(publication), *step_texts(publication)):
        for act in acts(text):
            if act.aspect not in _OF_CASE:
                continue
            where, earlier = first.setdefault(act.aspect, (text, act))
            apart = where.sentence(earlier.start) != text.sentence(act.start)
            if act.value != earlier.value and apart:
                yield Issue(
                    text.at(act.start, act.end),
                    f"`{text.plain[act.start : act.end]}` is told of the case, and so is "
                    f"`{where.plain[earlier.start : earlier.end]}`",
                    "tell the case in one way",
                    related=((where.at(earlier.start, earlier.end), "what is told first"),),
                )


def _stitches(publication: Publication) -> Iterator[Issue]:
    """Stitches in the care after a service in which nothing was cut."""
    told = [*case_texts(publication), *step_texts(publication)]
    told += filter(is_description, worded_texts(publication))
    if not publication.is_written("billing-overview") or any(
        CUT.within(text.plain) for text in told
    ):
        return
    for text in patient_texts(publication):
        for match in STITCHES.find(text) if text.route[0] == "follow_up" else ():
            if not text.denies(*match.span()):
                yield Issue(
                    text.at(*match.span()),
                    f"`{match[0]}` after a service in which no text tells of a cut",
                    "tell the care after this service, or what was cut",
                )


def _is_procedure(text: Text) -> bool:
    return text.route[-1] == "procedure"


def _removed(publication: Publication, text: Text) -> Iterator[Issue]:
    """Tissue taken out in a case of a code that only looks."""
    if not publication.is_written("billing-overview"):
        return
    billing = publication.billing
    if billing.purpose != "diagnostic" or billing.service_type not in ("endoscopy", "imaging"):
        return
    for start, end in [*removals(text)][:1]:
        yield Issue(
            text.at(start, end),
            f"`{text.plain[start:end]}` goes beyond a service that is diagnostic",
            "tell a case in which nothing is treated, or take the code of the treatment",
            related=((at("billing-overview", "purpose"), "the purpose"),),
        )
