"""List the abbreviations that every reader of coding reports knows.

CPT, HCPCS, AMA and CMS are spelled out in the notices of every publication; the rest are names of
forms and code sets, and clinical abbreviations in everyday use.
"""

from __future__ import annotations

from typing import Final

KNOWN: Final = frozenset(
    {
        *("CPT", "HCPCS", "AMA", "CMS", "US", "USA", "ID", "OK", "II", "III", "IV", "VI", "VII"),
        *("AM", "PM", "UB", "ICD", "PDF", "FDA", "COVID", "TRICARE", "CLIA", "HIPAA", "NPI"),
        *(
            "MRI",
            "CT",
            "ECG",
            "EKG",
            "EEG",
            "DNA",
            "RNA",
            "PCR",
            "HIV",
            "AIDS",
            "ICU",
            "TB",
            "QRS",
            "QT",
        ),
        *("BMI", "COPD", "CPR", "XX", "XY"),
        *("MD", "DO", "RN", "NP", "PA", "PT", "OT", "PhD", "FY", "CY", "XXX", "YYY", "ZZZ", "MMM"),
        *("AND", "NOT", "OR", "NO", "ALL", "NEVER", "ONLY", "MUST", "ALWAYS", "DO"),
    }
)
"""Abbreviations that need no introduction, and words that are shouted."""

MEANINGS: Final[dict[str, tuple[str, ...]]] = {
    "ABN": ("advance beneficiary notice",),
    "ASC": ("ambulatory surgical center", "atypical squamous cells"),
    "CLFS": ("clinical laboratory fee schedule",),
    "CLIA": ("Clinical Laboratory Improvement Amendments",),
    "CMS": ("Centers for Medicare & Medicaid Services",),
    "CPT": ("Current Procedural Terminology",),
    "CRNA": ("certified registered nurse anesthetist",),
    "DMEPOS": ("durable medical equipment, prosthetics, orthotics, and supplies",),
    "E/M": ("evaluation and management",),
    "GPCI": ("geographic practice cost index",),
    "HCPCS": ("Healthcare Common Procedure Coding System",),
    "HOPD": ("hospital outpatient department",),
    "LCD": ("local coverage determination",),
    "MPFS": ("Medicare physician fee schedule",),
    "MUE": ("medically unlikely edit",),
    "NCCI": ("National Correct Coding Initiative",),
    "NCD": ("national coverage determination",),
    "NUCC": ("National Uniform Claim Committee",),
    "OPPS": ("outpatient prospective payment system",),
    "RVU": ("relative value unit",),
}
"""What abbreviations of coding stand for; some have another meaning in the clinic."""

LATIN: Final = frozenset({"BID", "TID", "QID", "PRN", "NPO", "QHS", "QAM", "QPM"})
"""Abbreviations of Latin words, whose letters begin no word of what readers are told."""
