"""List the reasons that CMS gives for edits, in its own words, so that translations know them.

Source: CMS, NCCI procedure-to-procedure edit files (column PTP Edit Rationale) and medically
unlikely edit files (column MUE Rationale), releases of 2024 and 2025.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.messages import N_

RATIONALES: Final = frozenset(
    {
        # Pairs of codes
        N_("Anesthesia service included in surgical procedure"),
        N_("CPT Manual or CMS manual coding instruction"),
        N_("CPT Separate procedure definition"),
        N_("Gender-specific procedures"),
        N_("HCPCS/CPT procedure code definition"),
        N_("Laboratory panel"),
        N_("Misuse of Column Two code with Column One code"),
        N_("More extensive procedure"),
        N_("Mutually exclusive procedures"),
        N_("Sequential procedure"),
        N_("Standard preparation/monitoring services for anesthesia"),
        N_("Standards of medical/surgical practice"),
        # Limits of units
        N_("Anatomic Consideration"),
        N_("Clinical: CMS Workgroup"),
        N_("Clinical: Data"),
        N_("Clinical: Society Comment"),
        N_("CMS Policy"),
        N_("Code Descriptor / CPT Instruction"),
        N_("Compounded Drug Policy"),
        N_("Drug discontinued"),
        N_("Nature of Analyte"),
        N_("Nature of Equipment"),
        N_("Nature of Service/Procedure"),
        N_("Oral Medication; Not Payable"),
        N_("Prescribing Information"),
        N_("Published Contractor Policy"),
    }
)
"""Every reason that the files give; another one is printed as it stands."""
