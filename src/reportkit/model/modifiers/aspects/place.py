"""Tell apart the modifiers of places in the body, by side, eyelid, digit and artery."""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.aspects.aspect import PAIRED, Aspect, combined, value

_BOTH = ("both feet", *(f"both {part}s" for part in PAIRED if part != "foot"))
PLACE: Final[dict[str, Aspect]] = {
    "side": Aspect(
        {
            "left": value(
                "LT E1 E2 FA F1 F2 F3 F4 TA T1 T2 T3 T4",
                "left",
                "left-sided",
                "left side",
                *("izquierdo", "izquierda", "lado izquierdo"),
            ),
            "right": value(
                "RT E3 E4 F5 F6 F7 F8 F9 T5 T6 T7 T8 T9",
                "right",
                "right-sided",
                "right side",
                *("derecho", "derecha", "lado derecho"),
            ),
            "one": value(
                "LT RT",
                *("one side", "a single side", "unilateral", "unilaterally", "one side only"),
                *(f"one {part} only" for part in PAIRED),
                *(f"one {part} alone" for part in PAIRED),
                *(f"a single {part}" for part in PAIRED),
            ),
            "both": value(
                "50",
                *("both sides", "ambos lados", "los dos lados"),
                "bilateral",
                "bilaterally",
                *combined("left right", ("and right", "and left", "and the right", "and the left")),
                *combined("left right", ("and on the right", "and on the left")),
                "each side",
                "the two sides",
                *_BOTH,
            ),
        },
        neutral=(
            "what is left",
            "what was left",
            "is left",
            "was left",
            "left out",
            "left over",
            "left behind",
            "right after",
            "right away",
            "right before",
            "right to",
            "one side alone",
            *combined("if when where", _BOTH),
        ),
    ),
    "eyelid": Aspect(
        {
            "upper": value("E1 E3", "upper"),
            "lower": value("E2 E4", "lower"),
        }
    ),
    "limb": Aspect(
        {
            "hand": value("FA F1 F2 F3 F4 F5 F6 F7 F8 F9", "hand", "finger", "fingers", "thumb"),
            "foot": value("TA T1 T2 T3 T4 T5 T6 T7 T8 T9", "foot", "toe", "toes"),
        },
        neutral=("on the other hand", "at hand", "by hand"),
    ),
    "digit": Aspect(
        {
            "first": value("FA F5 TA T5", "thumb", "great toe", "big toe", "first digit", "hallux"),
            "second": value(
                "F1 F6 T1 T6", "second digit", "second finger", "second toe", "index finger"
            ),
            "third": value(
                "F2 F7 T2 T7", "third digit", "third finger", "third toe", "middle finger"
            ),
            "fourth": value(
                "F3 F8 T3 T8", "fourth digit", "fourth finger", "fourth toe", "ring finger"
            ),
            "fifth": value(
                "F4 F9 T4 T9",
                "fifth digit",
                "fifth finger",
                "fifth toe",
                "little finger",
                "little toe",
                "small finger",
                "small toe",
            ),
        }
    ),
    "artery": Aspect(
        {
            "circumflex": value("LC", "circumflex"),
            "anterior descending": value("LD", "anterior descending", "lad"),
            "left main": value("LM", "left main"),
            "right": value("RC", "right coronary", "rca"),
            "ramus": value("RI", "ramus", "intermedius", "intermediate"),
        }
    ),
}
"""Aspects of modifiers that name a place in the body."""
