"""The sections authors write, and the sections made from provided data."""

from reportkit.model.base import Record
from reportkit.model.datasets import DATA_SECTIONS
from reportkit.model.sections.billing_overview import BillingOverview
from reportkit.model.sections.clinical_context import ClinicalContext
from reportkit.model.sections.coding_specifications import CodingSpecifications
from reportkit.model.sections.summary import Summary

AUTHORED: dict[str, type[Record]] = {
    "summary": Summary,
    "billing-overview": BillingOverview,
    "clinical-context": ClinicalContext,
    "coding-specifications": CodingSpecifications,
}
"""Section id to the model of its file sections/<code>/<id>.yaml; all are required."""

FROM_DATA: dict[str, str] = {section.id: section.dataset for section in DATA_SECTIONS}
"""Section id to the input key it is made from; present when the report lists it."""

GENERATED: tuple[str, ...] = ("data-gaps", "sources", "notices", "revision-history")
"""Sections that close every publication."""

DELIVERS: dict[str, tuple[str, str | None]] = {
    "sites-of-service": ("billing-overview", "sites"),
    "clinical-context": ("clinical-context", None),
    "modifiers": ("coding-specifications", "modifiers"),
    **{section: (section, dataset) for section, dataset in FROM_DATA.items()},
}
"""Topic to the section that delivers it and the input key it needs, if any."""
