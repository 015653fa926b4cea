"""Ids in, words out: what readers see instead of the keys of the files.

Every label is a message of the catalogue; `N_` marks it for extraction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportkit.model.datasets import DATA_SECTIONS, KINDS
from reportkit.model.messages import N_

if TYPE_CHECKING:
    from reportkit.assemble.edition import Edition

SECTION_TITLES: Final = {
    "summary": N_("Summary and overview"),
    "billing-overview": N_("Billing code overview"),
    "clinical-context": N_("Clinical context"),
    "coding-specifications": N_("Coding specifications"),
    **{section.id: section.title for section in DATA_SECTIONS},
    "data-gaps": N_("Data gaps"),
    "sources": N_("Sources and method"),
    "notices": N_("Notices"),
    "revision-history": N_("Revision history and sign-off"),
}

CODE_SETS: Final = {
    "cpt": "CPT",
    "hcpcs": "HCPCS Level II",
    "icd10cm": "ICD-10-CM",
    "ncci": "the NCCI edits",
    "mpfs": "the Medicare fee schedule",
}
"""Key of each code set that a report names its release of to its name."""

FIELDS: Final = {
    **{key: kind.label for key, kind in KINDS.items()},
    "clinical-context.guidelines": N_("Clinical guidelines"),
}

TOPICS: Final = {
    "sites-of-service": N_("sites of service"),
    "clinical-context": N_("clinical context"),
    "modifiers": N_("modifiers"),
    **{section.id: section.topic for section in DATA_SECTIONS},
}

WORDS: Final = {
    "not_provided": N_("Not provided"),
    "not_applicable": N_("Not applicable"),
    "not_licensed": N_("Not licensed"),
    "suppressed": N_("Suppressed to protect privacy"),
    "pending": N_("Pending"),
    "none_found": N_("Looked for, none found"),
    "draft": N_("Draft"),
    "in-review": N_("In review"),
    "approved": N_("Approved"),
    "published": N_("Published"),
    "superseded": N_("Superseded"),
    "retired": N_("Retired"),
    "author": N_("Author"),
    "coding-reviewer": N_("Coding reviewer"),
    "clinical-reviewer": N_("Clinical reviewer"),
    "compliance-reviewer": N_("Compliance reviewer"),
    "publisher": N_("Publisher"),
    "typical": N_("Typical"),
    "also": N_("Also used"),
    "facility": N_("Facility"),
    "nonfacility": N_("Non-facility"),
    "total": N_("All settings"),
    "procedure": N_("This code"),
    "second-procedure": N_("The second procedure"),
    "companion-e-m": N_("The visit on the same claim"),
    "column-two": N_("The column-two code of the pair"),
    "destruction": N_("Destruction of tissue"),
    "excision": N_("Excision"),
    "biopsy": N_("Biopsy"),
    "incision": N_("Incision"),
    "repair": N_("Repair"),
    "endoscopy": N_("Endoscopy"),
    "anesthesia": N_("Anesthesia"),
    "imaging": N_("Imaging"),
    "laboratory": N_("Laboratory"),
    "evaluation": N_("Evaluation and management"),
    "injection": N_("Injection"),
    "therapy": N_("Therapy"),
    "supply": N_("Supply"),
    "other": N_("Other"),
    "therapeutic": N_("Therapeutic"),
    "diagnostic": N_("Diagnostic"),
    "diagnostic-and-therapeutic": N_("Diagnostic and therapeutic"),
    "preventive": N_("Preventive"),
    "screening": N_("Screening"),
    "histology": N_("Histology"),
    "cytology": N_("Cytology"),
    "clinical": N_("Clinical findings"),
    "female": N_("female"),
    "male": N_("male"),
    "intersex": N_("intersex"),
    "practitioner": N_("Practitioner"),
    "outpatient-hospital": N_("Outpatient hospital"),
    "inpatient": N_("Inpatient"),
    "outpatient": N_("Outpatient"),
    "both": N_("Both"),
    "professional": N_("Professional"),
    "institutional": N_("Institutional"),
    "family": N_("Same family"),
    "alternative": N_("Alternative"),
    "bundled": N_("Bundled"),
    "add-on": N_("Add-on"),
    "covered": N_("Covered"),
    "not-covered": N_("Not covered"),
    "informational": N_("Informational"),
    "covered-with-criteria": N_("Covered when criteria are met"),
    "no-policy": N_("No policy found"),
    "required": N_("Required"),
    "not-required": N_("Not required"),
    "unknown": N_("Unknown"),
    "unstated": N_("Not stated"),
    "hospital": N_("Hospital"),
    "payer": N_("Payer"),
    "individual": N_("Individual"),
    "organization": N_("Organization"),
}
"""Values of the files' enumerations."""


def section_title(edition: Edition, section: str) -> str:
    """Title of a section."""
    return edition.say(SECTION_TITLES[section])


def field_label(edition: Edition, field: str) -> str:
    """A field of the ledger of gaps in the reader's words."""
    known = FIELDS.get(field) or SECTION_TITLES.get(field)
    return edition.say(known) if known else field.replace("_", " ").replace(".", ", ")


def word(edition: Edition, value: str) -> str:
    """A value of an enumeration in the reader's words."""
    return edition.say(WORDS[value])
