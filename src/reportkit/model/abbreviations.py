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
