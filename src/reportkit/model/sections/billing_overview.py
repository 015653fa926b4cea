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
    """The form of the file: `billing-overview/1`."""
    description: Prose
    """What is done and billed under the code, step by step, in your own words."""
    service_type: ServiceType
    """What kind of act it is; rules hold words and modifiers against it."""
    purpose: Purpose
    """Whether it treats, finds something out, or prevents."""
    units: Prose
    """What one unit of service covers."""
    notes: Notes = ()
    """For editors; never published."""
