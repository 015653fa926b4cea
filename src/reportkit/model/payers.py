"""Names of payers in the United States, so that prose can be held against the data.

Source: the payers named in published coverage policies and coding reports, with brand names
and abbreviations in use. A payer that is not here is not recognised in prose; its id in the
data is checked all the same.
"""

from __future__ import annotations

import re
from typing import Final

PAYER_NAMES: Final[tuple[tuple[str, ...], ...]] = (
    ("Aetna", "Aetna Better Health", "CVS Health"),
    ("Blue Cross Blue Shield", "Blue Cross and Blue Shield", "Blue Cross", "Blue Shield", "BCBS",
     "BCBSA"),
    ("Cigna", "Cigna Healthcare", "Cigna Health", "The Cigna Group", "Evernorth"),
    ("UnitedHealthcare", "United Healthcare", "United Health Care", "UnitedHealth Group",
     "UnitedHealth", "UHC", "Optum"),
    ("Anthem", "Anthem Blue Cross and Blue Shield", "Anthem Blue Cross Blue Shield",
     "Anthem Blue Cross", "Elevance Health", "Elevance"),
    ("Humana",),
    ("Kaiser Permanente", "Kaiser Foundation Health Plan"),
    ("Medicare", "Original Medicare", "Traditional Medicare", "Medicare Part A",
     "Medicare Part B", "Medicare fee-for-service"),
    ("Medicare Advantage", "Medicare Part C"),
    ("Medicaid", "Medi-Cal", "CHIP"),
    ("TRICARE",),
    ("Veterans Health Administration", "CHAMPVA"),
    ("Centene", "Ambetter", "WellCare", "Health Net"),
    ("Molina", "Molina Healthcare"),
    ("Highmark",),
    ("Health Care Service Corporation", "HCSC"),
    ("CareFirst",),
    ("Florida Blue",),
    ("Horizon Blue Cross Blue Shield", "Horizon BCBSNJ"),
    ("Independence Blue Cross",),
    ("Premera", "Premera Blue Cross"),
    ("Regence",),
    ("Wellmark",),
    ("Point32Health", "Harvard Pilgrim", "Tufts Health Plan"),
    ("Geisinger Health Plan",),
    ("UPMC Health Plan",),
    ("Oscar Health",),
    ("EmblemHealth",),
    ("HealthPartners",),
    ("Medica",),
    ("UCare",),
    ("Priority Health",),
    ("AmeriHealth", "AmeriHealth Caritas"),
    ("CareSource",),
    ("Bright Health",),
    ("MultiPlan",),
)  # fmt: skip
"""Each payer with its names; the first is the one in general use."""

PAYER_OF: Final[dict[str, int]] = {
    name.lower(): index for index, names in enumerate(PAYER_NAMES) for name in names
}
"""A name in lower case to the payer's place in PAYER_NAMES."""


def names_pattern(names: frozenset[str]) -> re.Pattern[str]:
    """A pattern for whole names, longer ones first; spaces also match a line break."""
    words = (re.escape(name).replace(r"\ ", r"\s+") for name in sorted(names, key=len)[::-1])
    return re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?!\w)")


KNOWN: Final = names_pattern(frozenset(name for names in PAYER_NAMES for name in names))
"""Any name listed here, in its own capitals."""
