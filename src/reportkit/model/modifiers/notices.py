"""List the modifiers that say whether a service is covered, and who was told.

Source: CMS, claims processing manual chapter 30, and HCPCS level II, in own words.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from reportkit.model.modifiers.modifier import ANY, PROCEDURE, Modifier, ended, hcpcs

NOTICES: Final[dict[str, Modifier]] = {
    **hcpcs(
        "non-coverage",
        ANY,
        {
            "EY": "no order of a physician or other licensed clinician",
            "GA": "advance notice required and on file",
            "GK": "the item ordered and needed, beside a line with GA or GZ",
            "GL": "an upgrade not needed, given free and without notice",
            "GU": "advance notice required and given as a routine",
            "GX": "advance notice given by choice",
            "GY": "excluded by statute",
            "GZ": "expected to be denied, no notice on file",
            "KB": "an upgrade asked for with notice, and more than four modifiers",
        },
    ),
    **hcpcs(
        "policy condition",
        ANY,
        {
            "CG": "the criteria of the policy applied",
            "KX": "a condition of the payer is met",
            "SC": "medically necessary",
        },
    ),
    **ended(
        hcpcs("policy condition", ANY, {"GD": "units beyond the limit, all of them needed"}),
        date(2019, 12, 31),
    ),
    **hcpcs(
        "hospice",
        ANY,
        {
            "GV": "attending physician not employed or paid by the hospice",
            "GW": "not related to the terminal condition of a hospice patient",
        },
    ),
    **hcpcs(
        "clinical study",
        ANY,
        {
            "Q0": "the investigational service of an approved clinical study",
            "Q1": "a routine service of an approved clinical study",
            "Q2": "a service of a demonstration",
            "V1": "demonstration, first",
            "V2": "demonstration, second",
            "V3": "demonstration, third",
        },
    ),
    **hcpcs(
        "prevention",
        PROCEDURE,
        {
            "GG": "screening and diagnostic mammogram on one day",
            "GH": "screening mammogram that became diagnostic",
        },
    ),
    **hcpcs("payment circumstance", ANY, {"KZ": "new coverage not yet taken up by managed care"}),
}
"""Modifiers of coverage."""
