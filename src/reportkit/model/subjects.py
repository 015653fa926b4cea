"""Name the twelve subjects that provided data is about, and the fields that hold each."""

from __future__ import annotations

from typing import Final, Literal, get_args

from reportkit.model.messages import N_

Subject = Literal[
    "payment",
    "units",
    "global-period",
    "modifiers",
    "bundling",
    "related-codes",
    "coverage",
    "diagnoses",
    "rates",
    "utilization",
    "sites",
    "policy-changes",
]

SUBJECTS: Final[tuple[Subject, ...]] = get_args(Subject)

FIELDS: Final[dict[Subject, tuple[str, ...]]] = {
    "payment": ("mpfs", "asc", "opps", "clfs", "asp", "anesthesia", "dmepos"),
    "units": ("mue",),
    "global-period": ("mpfs",),
    "modifiers": ("modifiers", "mpfs", "ncci"),
    "bundling": ("ncci",),
    "related-codes": ("related_codes", "ncci", "add_ons"),
    "coverage": ("coverage",),
    "diagnoses": ("diagnoses",),
    "rates": ("rates",),
    "utilization": ("utilization", "billed_modifiers"),
    "sites": ("sites", "telehealth"),
    "policy-changes": ("policy_updates",),
}
"""Subject to the keys of the input a sentence on it can be held against, the main one first.

The fee schedule says which modifiers Medicare takes; edits name other codes.
"""

OF_MEDICARE: Final = frozenset[Subject]({"payment", "units", "global-period", "bundling"})
"""Subjects whose data is Medicare's, and holds no sentence on another payer."""

NAMES: Final[dict[Subject, str]] = {
    "payment": N_("payment"),
    "units": N_("units"),
    "global-period": N_("the global period"),
    "modifiers": N_("modifiers"),
    "bundling": N_("bundling"),
    "related-codes": N_("related codes"),
    "coverage": N_("coverage and authorization"),
    "diagnoses": N_("diagnoses"),
    "rates": N_("negotiated rates"),
    "utilization": N_("utilization and frequency"),
    "sites": N_("sites of service"),
    "policy-changes": N_("policy changes"),
}
"""Subject to its name in messages."""


def silencing(subject: Subject) -> str:
    """The key of the input whose absence leaves nothing to say on the subject."""
    return FIELDS[subject][0]
