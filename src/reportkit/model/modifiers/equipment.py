"""List the modifiers of equipment, prostheses, oxygen, nutrition and dressings.

Source: CMS, claims processing manual chapter 20, and HCPCS level II, in own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.modifier import PROCEDURE, Modifier, hcpcs

_COUNTS: Final = ("one wound", "two wounds", "three wounds", "four wounds", "five wounds",
                  "six wounds", "seven wounds", "eight wounds", "nine wounds or more")  # fmt: skip

EQUIPMENT: Final[dict[str, Modifier]] = {
    **hcpcs(
        "dressing",
        PROCEDURE,
        {f"A{number}": f"dressing for {count}" for number, count in enumerate(_COUNTS, start=1)},
    ),
    **hcpcs(
        "equipment rental",
        PROCEDURE,
        {
            "BP": "told of both choices, the patient bought the item",
            "BR": "told of both choices, the patient rented the item",
            "BU": "told of both choices, the patient did not choose within 30 days",
            "KH": "purchase, or the first month of rent",
            "KI": "the second or third month of rent",
            "KJ": "months 4 to 15 of a capped rent or of a feeding pump",
            "KR": "rent for part of a month",
            "LL": "rent that counts toward the purchase price",
            "MS": "maintenance for six months that no warranty covers",
            "NR": "bought after it was rented new",
            "NU": "new equipment",
            "RA": "replacement of the item",
            "RB": "replacement of a part in a repair",
            "RR": "rented",
            "TW": "a spare kept as back-up",
            "UE": "used equipment",
        },
    ),
    **hcpcs(
        "bidding program",
        PROCEDURE,
        {
            "J4": "bidding program, given by a hospital at discharge",
            "J5": "bidding program, off-the-shelf brace given by a therapist",
            "KE": "bid in the first round, for equipment not in the program",
            "KG": "bidding program, number 1",
            "KK": "bidding program, number 2",
            "KL": "delivered by mail",
            "KT": "given to a traveler from a bidding area by another supplier",
            "KU": "bidding program, number 3",
            "KV": "bidding program, given as part of a professional service",
            "KW": "bidding program, number 4",
            "KY": "bidding program, number 5",
        },
    ),
    **hcpcs(
        "equipment",
        PROCEDURE,
        {
            "AU": "item used with a urological, ostomy or tracheostomy supply",
            "AV": "item used with a prosthesis or brace",
            "AW": "item used with a surgical dressing",
            "BA": "item used with tube or vein feeding",
            "BO": "food taken by mouth and not by tube",
            "KA": "option or accessory added to a wheelchair",
            "KC": "replacement of a special control of a power wheelchair",
            "KF": "device of class III of the FDA",
            "KM": "facial prosthesis replaced from a new impression",
            "KN": "facial prosthesis replaced from the earlier model",
            "KS": "supply for a glucose monitor of a patient without insulin",
            "NB": "nebulizer cleared for one drug",
            "PL": "progressive lenses",
        },
    ),
    **hcpcs(
        "prosthesis level",
        PROCEDURE,
        {
            "K0": "leg prosthesis, level 0: cannot walk or be moved with it",
            "K1": "leg prosthesis, level 1: walks on level ground at an even pace",
            "K2": "leg prosthesis, level 2: takes low barriers such as curbs",
            "K3": "leg prosthesis, level 3: walks at a varying pace and takes most barriers",
            "K4": "leg prosthesis, level 4: more than walking, as children and athletes need",
        },
    ),
    **hcpcs(
        "oxygen",
        PROCEDURE,
        {
            "N1": "criteria of group I for oxygen met",
            "N2": "criteria of group II for oxygen met",
            "N3": "criteria of group III for oxygen met",
            "QA": "day and night flow differ, on average under 1 liter a minute",
            "QB": "day and night flow differ, on average over 4 liters, with portable oxygen",
            "QE": "flow at rest under 1 liter a minute",
            "QF": "flow at rest over 4 liters a minute, with portable oxygen",
            "QG": "flow at rest over 4 liters a minute",
            "QH": "a device that saves oxygen",
            "QR": "day and night flow differ, on average over 4 liters a minute",
        },
    ),
}
"""Modifiers of equipment and supplies."""
