"""What the absence of a dataset or section means: its name in, entry of the ledger out."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from reportkit.model.datasets import KINDS, told_in
from reportkit.model.sections import AUTHORED, FROM_DATA


def gap(
    field: str, since: date, listed: Container[str] = (*AUTHORED, *FROM_DATA)
) -> dict[str, object]:
    """The record that goes with `null` for a dataset, or with a section not written yet.

    `listed` are the sections of the report, one of which tells of the absence.
    """
    if field in KINDS:
        kind = KINDS[field]
        section, needed_from, effect = told_in(kind, listed), kind.asked_of, kind.absence
    else:
        section, needed_from, effect = field, *_UNWRITTEN[field]
    return {
        "field": field,
        "section": section,
        "reason": "not_provided" if field in KINDS else "pending",
        "needed_from": needed_from,
        "effect": effect,
        "since": since,
    }


_UNWRITTEN: dict[str, tuple[str, str]] = {
    "summary": ("author", "The report has no summary."),
    "billing-overview": ("author", "The report does not describe what is billed."),
    "clinical-context": (
        "author and clinical reviewer",
        "The report does not say when the service is given.",
    ),
    "coding-specifications": (
        "author and coding reviewer",
        "The report does not say how modifiers are used.",
    ),
}
"""Authored section to who has to write it and what its absence means."""
