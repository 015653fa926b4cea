"""Bodies whose guidelines reports draw on, by the short names their readers know.

Source: the bodies' own names; the list only says what counts as naming a body.
"""

from __future__ import annotations

from typing import Final

GUIDELINE_BODIES: Final[tuple[str, ...]] = (
    "AAD", "AAFP", "AAN", "AANS", "AAO", "AAOS", "AAP", "ACC", "ACCP", "ACG", "ACOG", "ACP",
    "ACR", "ACS", "ADA", "AGA", "AHA", "AHRQ", "AMA", "ASA", "ASCCP", "ASCO", "ASGE", "ASRM",
    "AUA", "CDC", "CMS", "ESGO", "FIGO", "IDSA", "NCCN", "NICE", "RCOG", "SAGES", "SGO", "SIR",
    "USPSTF", "WHO", "World Health Organization", "American College", "American Society",
    "American Academy", "American Cancer Society", "American Urological Association",
    "National Comprehensive Cancer Network", "Preventive Services Task Force",
)  # fmt: skip
"""A text that holds one of these names a body."""
