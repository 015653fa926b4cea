"""Make the entry of the ledger of missing data that goes with an absent dataset or section."""

from __future__ import annotations

from collections.abc import Container
from datetime import date
from typing import Final

from reportkit.model.datasets import DATASETS, KINDS, told_in
from reportkit.model.input import Missing, MissingReason, ProvidedInput
from reportkit.model.messages import N_
from reportkit.model.sections import AUTHORED, FROM_DATA

TO_BE_WRITTEN: Final = "To be written."
"""Stands in a section where an author has to write; rules find it until somebody has."""


NEEDED: Final = frozenset((*AUTHORED, "payers", "sites", "modifiers"))
"""What no report does without unless a person decided it: what an import does not bring of it is
`pending`, and not missing.
"""


def gap(field: str, since: date, listed: Container[str] = (*AUTHORED, *FROM_DATA)) -> Missing:
    """The record that goes with `null` for a dataset, or with a section not written yet.

    `listed` are the sections of the report, one of which tells of the absence.
    """
    reason: MissingReason = "pending" if field in NEEDED else "not_provided"
    if field in KINDS:
        kind = KINDS[field]
        section, needed_from, effect = told_in(kind, listed), kind.asked_of, kind.absence
    else:
        section = field.partition(".")[0]
        needed_from, effect = _OF_SECTIONS[field]
    return Missing(
        field=field,
        section=section,
        reason=reason,
        needed_from=needed_from,
        effect=effect,
        since=since,
    )


def undeclared(data: ProvidedInput) -> tuple[str, ...]:
    """The datasets whose key is not written, so that nobody has said whether they were provided."""
    return tuple(key for key in DATASETS if key in vars(data) and key not in data.model_fields_set)


def undeclared_gaps(data: ProvidedInput, listed: Container[str]) -> tuple[Missing, ...]:
    """The records that such datasets are still to get; `listed` are the report's sections."""
    recorded = {record.field for record in data.missing}
    return tuple(gap(key, data.as_of, listed) for key in undeclared(data) if key not in recorded)


_OF_SECTIONS: dict[str, tuple[str, str]] = {
    "summary": ("author", N_("The report has no summary.")),
    "billing-overview": ("author", N_("The report does not describe what is billed.")),
    "clinical-context": (
        "author and clinical reviewer",
        N_("The report does not say when the service is given."),
    ),
    "clinical-context.guidelines": ("clinical editor", N_("No guideline is named.")),
    "coding-specifications": (
        "author and coding reviewer",
        N_("The report does not say how modifiers are used."),
    ),
}
"""Authored section, or a key of one, to who has to write it and what its absence means."""
EFFECTS: Final[frozenset[str]] = frozenset(
    (*(kind.absence for kind in KINDS.values()), *(effect for _, effect in _OF_SECTIONS.values()))
)
"""What records say that nobody wrote in other words: the catalogue has it in every language."""
