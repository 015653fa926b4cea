"""List those who pay for drugs, teeth and eyes."""

from __future__ import annotations

from typing import Final

from reportkit.model.payers.payer import KnownPayer

SPECIALTY: Final[tuple[KnownPayer, ...]] = (
    KnownPayer("pharmacy benefit", ("CVS Caremark", "Caremark")),
    KnownPayer("pharmacy benefit", ("Express Scripts",)),
    KnownPayer("pharmacy benefit", ("OptumRx", "Optum Rx")),
    KnownPayer("pharmacy benefit", ("Prime Therapeutics",)),
    KnownPayer("pharmacy benefit", ("MedImpact",)),
    KnownPayer("pharmacy benefit", ("Navitus", "Navitus Health Solutions")),
    KnownPayer("pharmacy benefit", ("Magellan Rx", "Magellan Health")),
    KnownPayer("dental or vision", ("Delta Dental",)),
    KnownPayer("dental or vision", ("DentaQuest",)),
    KnownPayer("dental or vision", ("MetLife", "MetLife Dental")),
    KnownPayer("dental or vision", ("Guardian Life", "Guardian Dental"), uncertain=("Guardian",)),
    KnownPayer("dental or vision", ("United Concordia",)),
    KnownPayer("dental or vision", ("Ameritas",)),
    KnownPayer("dental or vision", ("Liberty Dental", "Liberty Dental Plan")),
    KnownPayer("dental or vision", ("VSP Vision Care", "Vision Service Plan", "VSP")),
    KnownPayer("dental or vision", ("EyeMed", "EyeMed Vision Care")),
    KnownPayer("dental or vision", ("Davis Vision",)),
)
"""Pharmacy, dental and vision plans."""
