"""List the preventive services of which Medicare's patients pay no share.

No file that is provided lists them all, so the list is ours, of the day below. Source: 42 CFR
410.152(l) and CMS, Medicare Preventive Services (MLN006559), the services marked as free of
copayment, coinsurance and deductible. Those that hospitals are paid for are held to addendum B,
which gives them a copayment of zero. Laboratory tests, which never cost a share, are no part of it.
"""

from __future__ import annotations

from datetime import date
from typing import Final

_GROUPS: Final = (
    "G0402 G0438 G0439",  # the welcome visit and the yearly visit
    "76706 76977 77078 77080 77081 77085 G0130",  # aneurysm; mass of bone
    "77063 77067 G0101 Q0091",  # breast and cervix
    "74263 G0104 G0105 G0121",  # large bowel
    "71271 G0296",  # lung
    "97802 97803 97804 G0270 G0271 G0446 G0447 G0473",  # diet, heart, weight
    "G0442 G0443 G0444 G0445 99406 99407",  # alcohol, mood, infections, tobacco
    "G0008 G0009 G0010 90480 G0513 G0514",  # vaccines given; prolonged preventive care
)

WITHOUT_SHARE: Final = frozenset(code for group in _GROUPS for code in group.split())
"""Codes billed for these services alone."""

LISTED: Final = date(2026, 11, 26)
"""The day the list was last held to its sources."""
