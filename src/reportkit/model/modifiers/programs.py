"""List the modifiers of care programs, of their funding, and of the states.

Source: CMS, HCPCS level II, in own words. States define U1 to UD themselves.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.modifier import ANY, Modifier, hcpcs

_STATE_LEVELS: Final = tuple(f"U{sign}" for sign in "123456789ABCD")

PROGRAMS: Final[dict[str, Modifier]] = {
    **hcpcs(
        "care program",
        ANY,
        {
            "EP": "part of the children's screening program of Medicaid (EPSDT)",
            "FP": "part of a family planning program",
            "G7": "pregnancy after rape or incest, or one that threatens life",
            "H9": "ordered by a court",
            "HA": "program for children and adolescents",
            "HB": "program for adults who are not old",
            "HC": "program for old adults",
            "HD": "program for pregnant women and women with children",
            "HE": "mental health program",
            "HF": "substance use program",
            "HG": "opioid treatment program",
            "HH": "program for mental health together with substance use",
            "HI": "program for mental health together with intellectual disability",
            "HJ": "employee assistance program",
            "HK": "mental health program for a high-risk group",
            "HQ": "in a group",
            "HR": "family or couple, with the client",
            "HS": "family or couple, without the client",
            "HT": "a team of several disciplines",
            "TH": "care before or after birth",
            "TJ": "group of children or adolescents",
            "TL": "early intervention under a family plan",
            "TM": "under an individual education plan",
            "TR": "under an education plan, outside the school district",
            "TS": "follow-up",
            "UK": "on behalf of the client, to someone else",
        },
    ),
    **hcpcs(
        "funding",
        ANY,
        {
            "HU": "paid by a child welfare agency",
            "HV": "paid by a state addictions agency",
            "HW": "paid by a state mental health agency",
            "HX": "paid by a county or local agency",
            "HY": "paid by juvenile justice",
            "HZ": "paid by criminal justice",
            "SE": "paid by a state or federal program",
        },
    ),
    **hcpcs(
        "level of care",
        ANY,
        {
            "TF": "intermediate level of care",
            "TG": "complex level of care",
            **{
                code: f"Medicaid level of care {number}, as the state defines it"
                for number, code in enumerate(_STATE_LEVELS, start=1)
            },
        },
    ),
    **hcpcs(
        "patients served",
        ANY,
        {
            "TK": "an extra patient or passenger, not in an ambulance",
            "TT": "given to more than one patient in one place",
            "UN": "two patients served",
            "UP": "three patients served",
            "UQ": "four patients served",
            "UR": "five patients served",
            "US": "six patients or more served",
        },
    ),
    **hcpcs(
        "time of day",
        ANY,
        {
            "TU": "overtime rate",
            "TV": "rate for holidays and weekends",
            "UF": "in the morning",
            "UG": "in the afternoon",
            "UH": "in the evening",
            "UJ": "at night",
        },
    ),
}
"""Modifiers of programs and states."""
