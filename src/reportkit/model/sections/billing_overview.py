"""Billing code overview: sections/<code>/billing-overview.yaml.

Sites of service are printed from the input.
"""

from typing import Literal

from reportkit.model.base import Notes, Prose, Record

ServiceType = Literal[
    "destruction",
    "excision",
    "biopsy",
    "incision",
    "repair",
    "endoscopy",
    "anesthesia",
    "imaging",
    "laboratory",
    "evaluation",
    "injection",
    "therapy",
    "supply",
    "other",
]

Purpose = Literal[
    "therapeutic", "diagnostic", "diagnostic-and-therapeutic", "preventive", "screening"
]


class BillingOverview(Record):
    """What is billed under the code, in the publisher's own words."""

    reportkit: Literal["billing-overview/1"]
    description: Prose
    service_type: ServiceType
    purpose: Purpose
    units: Prose
    """What one unit of service covers."""
    notes: Notes = ()
