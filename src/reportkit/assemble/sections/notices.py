"""Edition in, the notices out: who owns the codes, and what the report is not."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.assemble.document import Block, Paragraph, Plain
from reportkit.assemble.edition import Edition
from reportkit.assemble.labels import section_title
from reportkit.assemble.part import Part


def notices(edition: Edition) -> Part:
    """The notices the data and the licences call for."""
    blocks: tuple[Block, ...] = tuple(Paragraph(Plain(text)) for text in _texts(edition))
    return Part("notices", section_title(edition, "notices"), blocks)


def _texts(edition: Edition) -> Iterator[str]:
    publisher = edition.publication.project.publisher.name
    yield edition.say(
        "This report is for information only. It is not medical, legal or billing advice, and it "
        "promises neither coverage nor payment. The payer's own policy and the code sets in force "
        "on the date of service decide."
    )
    licences = edition.publication.project.licences
    yield edition.say(
        "CPT codes and descriptors are copyright of the American Medical Association, which holds "
        "all rights in them. CPT is a registered trademark of the American Medical Association."
    )
    if licences.cpt is None:
        yield edition.say(
            "{publisher} has declared no CPT licence for this report. It prints codes only; "
            "descriptions of codes and modifiers are the publisher's own words and not "
            "descriptors of the code set.",
            publisher=publisher,
        )
    else:
        yield edition.say("CPT content is used under licence {licence}.", licence=licences.cpt)
    if licences.cdt is not None:
        yield edition.say(
            "CDT codes are copyright of the American Dental Association, which holds all rights in "
            "them. They are used under licence {licence}.",
            licence=licences.cdt,
        )
    if licences.ub04 is not None:
        yield edition.say(
            "Revenue codes and types of bill are copyright of the American Hospital Association, "
            "which holds all rights in them. They are used under licence {licence}.",
            licence=licences.ub04,
        )
    if edition.input.ncci is not None or edition.input.mue is not None:
        yield edition.say(
            "National Correct Coding Initiative edits are Medicare rules published by the Centers "
            "for Medicare & Medicaid Services. Other payers may use other edits."
        )
    contact = edition.publication.project.publisher.contact
    if contact is not None:
        yield edition.say(
            "Errors are reported to {contact}, and mended in a new version.", contact=contact
        )
    yield edition.say(
        "The case in the clinical context is invented. Any likeness to a person is chance."
    )
