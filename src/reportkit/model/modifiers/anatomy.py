"""List the modifiers that name a side, an eyelid, a finger, a toe or a coronary artery.

Source: CMS, HCPCS level II, in own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.modifier import PROCEDURE, Modifier, hcpcs

_DIGITS: Final = {"1": "second", "2": "third", "3": "fourth", "4": "fifth"}
"""Sign behind F or T to the finger or toe of the left; the right's signs are 5 higher."""


def _digits(letter: str, limb: str, first: str, digit: str) -> dict[str, str]:
    left = {sign: f"left {limb}, {ordinal} {digit}" for sign, ordinal in _DIGITS.items()}
    right = {
        str(int(sign) + 5): f"right {limb}, {ordinal} {digit}" for sign, ordinal in _DIGITS.items()
    }
    signs = {"A": f"left {limb}, {first}", **left, "5": f"right {limb}, {first}", **right}
    return {f"{letter}{sign}": meaning for sign, meaning in signs.items()}


ANATOMY: Final[dict[str, Modifier]] = {
    **hcpcs("side", PROCEDURE, {"LT": "left side", "RT": "right side"}),
    **hcpcs(
        "eyelid",
        PROCEDURE,
        {
            "E1": "upper left eyelid",
            "E2": "lower left eyelid",
            "E3": "upper right eyelid",
            "E4": "lower right eyelid",
        },
    ),
    **hcpcs("finger", PROCEDURE, _digits("F", "hand", "thumb", "finger")),
    **hcpcs("toe", PROCEDURE, _digits("T", "foot", "great toe", "toe")),
    **hcpcs(
        "coronary artery",
        PROCEDURE,
        {
            "LC": "left circumflex coronary artery",
            "LD": "left anterior descending coronary artery",
            "LM": "left main coronary artery",
            "RC": "right coronary artery",
            "RI": "ramus intermedius coronary artery",
        },
    ),
}
"""Modifiers of a place in the body."""
