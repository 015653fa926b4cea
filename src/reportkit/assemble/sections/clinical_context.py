"""Edition in, the clinical context out: indications, a labelled case, workflow, guidelines."""

from __future__ import annotations

from collections.abc import Sequence

from reportkit.assemble.document import Bullets, Callout, Facts, Gap, Plain, Steps, Text
from reportkit.assemble.edition import Edition
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.part import Part, gap, gaps_of
from reportkit.model.sections.clinical_context import Guideline, Vignette


def clinical_context(edition: Edition) -> Part:
    """The clinical context."""
    written = edition.publication.clinical
    parts = [
        Part("indications", edition.say("Indications"), (edition.paragraph(written.indications),)),
        Part("vignette", edition.say("Illustrative case"), (_case(edition, written.vignette),)),
        Part("workflow", edition.say("Usual workflow"), (_workflow(edition),)),
        Part("follow-up", edition.say("Follow-up"), (edition.paragraph(written.follow_up),)),
    ]
    guidelines = _guidelines(edition, written.guidelines or ())
    if guidelines is not None:
        parts.append(guidelines)
    apart = (
        {block.id for block in guidelines.blocks if isinstance(block, Gap)} if guidelines else ()
    )
    others = (one for one in gaps_of(edition, "clinical-context") if one.id not in apart)
    return Part(
        "clinical-context", section_title(edition, "clinical-context"), tuple(others), tuple(parts)
    )


def _guidelines(edition: Edition, named: Sequence[Guideline]) -> Part | None:
    """The guidelines, or the gap where none was provided; None where neither is."""
    title = edition.say("Clinical guidelines")
    if named:
        cited = Bullets(tuple(_guideline(edition, guideline) for guideline in named))
        return Part("guidelines", title, (cited,))
    gaps = tuple(
        gap(edition, record, title)
        for record in edition.publication.gaps
        if record.field == "clinical-context.guidelines"
    )
    return Part("guidelines", title, gaps) if gaps else None


def _case(edition: Edition, vignette: Vignette) -> Callout:
    patient = vignette.patient
    if patient.sex is None:
        who = edition.say("{age} years", age=patient.age)
    else:
        who = edition.say("{age} years, {sex}", age=patient.age, sex=word(edition, patient.sex))
    site = next((s.name for s in edition.input.sites or () if s.id == vignette.site), vignette.site)
    facts = Facts(
        "vignette-facts",
        (
            (edition.say("Patient"), Plain(who)),
            (edition.say("Basis of the diagnosis"), Plain(word(edition, vignette.evidence))),
            (edition.say("Site of service"), Plain(site)),
            (edition.say("Code"), Plain(f"{edition.report.code_system} {vignette.code}")),
        ),
    )
    return Callout(
        "vignette-case",
        edition.say("Invented for illustration; not a real patient"),
        (
            edition.paragraph(patient.presentation),
            edition.paragraph(vignette.findings),
            edition.paragraph(vignette.procedure),
            facts,
        ),
    )


def _workflow(edition: Edition) -> Steps:
    steps = edition.publication.clinical.workflow
    included = edition.say("Part of the code; not billed by itself")
    return Steps(
        tuple(edition.prose(step.text) for step in steps),
        tuple(included if step.included else None for step in steps),
    )


def _guideline(edition: Edition, guideline: Guideline) -> Text:
    number = edition.citations.get(guideline.source)
    said = f"{guideline.body}. {guideline.title}. {guideline.year}."
    if number is None:
        return Plain(said)
    return Plain(f"{said} {edition.say('Source {number}', number=number)}.")
