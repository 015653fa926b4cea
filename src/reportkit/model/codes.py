"""The shapes of the codes used in billing, one pattern a code system.

Source of the patterns: the code formats of CMS's Transparency in Coverage schema and
of the HCPCS release; ICD-10-CM FY2026, whose QA0 has a letter as its second character. A
shape says nothing about membership: whether a code exists on a date needs the code set itself.
"""

from __future__ import annotations

import re
from typing import Literal

CodeSystem = Literal["CPT", "HCPCS"]

CODE_PATTERNS: dict[str, re.Pattern[str]] = {
    "CPT": re.compile(r"\d{4}[0-9AFTUM]"),
    "HCPCS": re.compile(r"[A-CEGHJ-MP-V]\d{4}"),
    "modifier": re.compile(r"[0-9A-Z]{2}"),
    "ICD-10-CM": re.compile(r"[A-Z](?:\d[0-9A-Z]|A\d)(?:\.[0-9A-Z]{1,4})?"),
    "place of service": re.compile(
        r"0[1-9]|1\d|2[0-7]|3[1-4]|4[129]|5[0-8]|6[0-2]|6[56]|7[12]|81|99"
    ),
    "taxonomy": re.compile(r"[0-9A-Z]{9}X"),
}
"""Code system to the pattern the whole code must match."""

CODE_SHAPES: dict[str, str] = {
    "CPT": "five digits, of which the last may be one of A, F, M, T, U",
    "HCPCS": "a letter and four digits",
    "modifier": "two signs, each a digit or a capital letter",
    "ICD-10-CM": "a letter, two signs, and up to four more behind a dot",
    "place of service": "two digits that stand for a place, as 11 or 22",
    "taxonomy": "nine signs and an X",
}
"""The same in words."""
