"""List the modifiers of drugs, biologicals and vaccines.

Source: CMS, claims processing manual chapter 17, and HCPCS level II, in own words.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from reportkit.model.modifiers.modifier import PROCEDURE, Modifier, ended, hcpcs

DRUGS: Final[dict[str, Modifier]] = {
    **hcpcs(
        "drug wastage",
        PROCEDURE,
        {
            "JW": "an amount of drug discarded and given to nobody",
            "JZ": "no drug discarded",
        },
    ),
    **hcpcs(
        "drug route",
        PROCEDURE,
        {
            "JA": "given into a vein",
            "JB": "given under the skin",
            "JE": "given by way of the dialysis fluid",
            "KD": "infused by durable equipment",
        },
    ),
    **hcpcs(
        "drug supply",
        PROCEDURE,
        {
            "EJ": "a later claim for a set course of treatment",
            "J1": "acquisition program, claim without payment for a prescription number",
            "J2": "acquisition program, emergency stock refilled after use",
            "J3": "acquisition program, drug not to be had from it as written",
            "JK": "supply for one month or less",
            "JL": "supply for three months",
            "KO": "one drug in a unit dose",
            "KP": "the first drug of a unit dose of several",
            "KQ": "a further drug of a unit dose of several",
            "LU": "part of a payment for CAR T-cell treatment",
            "RD": "drug handed over but not given incident to a service",
            "RE": "given in full keeping with the safety program (REMS) of the FDA",
            "SV": "drug delivered to the home and not used",
        },
    ),
    **ended(
        hcpcs("drug supply", PROCEDURE, {"JF": "a compounded drug"}),
        date(2015, 6, 30),
    ),
    **ended(
        hcpcs(
            "drug supply",
            PROCEDURE,
            {
                "ZA": "biosimilar of Novartis or Sandoz",
                "ZB": "biosimilar of Pfizer or Hospira",
                "ZC": "biosimilar of Merck or Samsung Bioepis",
            },
        ),
        date(2018, 3, 31),
    ),
    **hcpcs("drug discount", PROCEDURE, {"TB": "bought at the 340B discount, for information"}),
    **ended(
        hcpcs("drug discount", PROCEDURE, {"JG": "bought at the 340B discount"}),
        date(2024, 12, 31),
    ),
    **hcpcs(
        "skin substitute",
        PROCEDURE,
        {"JC": "skin substitute used as a graft", "JD": "skin substitute not used as a graft"},
    ),
    **hcpcs("payment circumstance", PROCEDURE, {"BL": "blood or blood products bought specially"}),
    **hcpcs(
        "vaccine",
        PROCEDURE,
        {
            "SK": "a person of a high-risk group",
            "SL": "vaccine supplied by the state",
            "SY": "a person in close contact with a high-risk group",
        },
    ),
    **hcpcs(
        "anemia drug",
        PROCEDURE,
        {
            "EA": "for anemia from chemotherapy of cancer",
            "EB": "for anemia from radiotherapy of cancer",
            "EC": "for anemia from neither chemotherapy nor radiotherapy of cancer",
            "ED": "hematocrit over 39 percent for three billing cycles or more",
            "EE": "hematocrit not over 39 percent for three billing cycles",
            "GS": "dose reduced because of the hematocrit and kept there",
        },
    ),
}
"""Modifiers of drugs and of what is given like them."""
