"""Say of a diagnosis code what follows from it: chapter, sex, ages, and the side its title names.

Source: the tabular list of ICD-10-CM, and the lists of sex and age of CMS's code editor.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from reportkit.model.code_families.patients import Ages, Sex

Side = Literal["left", "right", "both"]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of ICD-10-CM; its categories run from `first` up to `last`."""

    number: int
    first: str
    last: str
    title: str


CHAPTERS: Final[tuple[Chapter, ...]] = (
    Chapter(1, "A00", "B99", "infectious and parasitic diseases"),
    Chapter(2, "C00", "D49", "neoplasms"),
    Chapter(3, "D50", "D89", "diseases of the blood and immune system"),
    Chapter(4, "E00", "E89", "endocrine, nutritional and metabolic diseases"),
    Chapter(5, "F01", "F99", "mental and behavioral disorders"),
    Chapter(6, "G00", "G99", "diseases of the nervous system"),
    Chapter(7, "H00", "H59", "diseases of the eye"),
    Chapter(8, "H60", "H95", "diseases of the ear"),
    Chapter(9, "I00", "I99", "diseases of the circulatory system"),
    Chapter(10, "J00", "J99", "diseases of the respiratory system"),
    Chapter(11, "K00", "K95", "diseases of the digestive system"),
    Chapter(12, "L00", "L99", "diseases of the skin"),
    Chapter(13, "M00", "M99", "diseases of the musculoskeletal system"),
    Chapter(14, "N00", "N99", "diseases of the genitourinary system"),
    Chapter(15, "O00", "O9A", "pregnancy, childbirth and the puerperium"),
    Chapter(16, "P00", "P96", "conditions that began around birth"),
    Chapter(17, "Q00", "QA0", "malformations and chromosomal conditions"),
    Chapter(18, "R00", "R99", "symptoms, signs and abnormal findings"),
    Chapter(19, "S00", "T88", "injury, poisoning and other external effects"),
    Chapter(20, "V00", "Y99", "external causes"),
    Chapter(21, "Z00", "Z99", "factors that influence health and contact with services"),
    Chapter(22, "U00", "U85", "codes for special purposes"),
)
"""In the order of their numbers."""

_SEXES: Final[dict[Sex, str]] = {
    "female": """
        A34 B37.3 C51-C58 C79.6 D06 D07.0-D07.3 D25-D28 D39 E28 E89.4 F32.81 F52.5 F53 I86.3 L29.2
        N70-N98 N99.2 O00-O9A Q50-Q52 Q96-Q97 R87 S31.4 S37.4-S37.6 T19.2-T19.3 T83.3 Z01.4 Z03.7
        Z12.4 Z12.72-Z12.73 Z32-Z37 Z39 Z3A Z79.890 Z85.40-Z85.44 Z87.41-Z87.42 Z90.71-Z90.72 Z97.5
    """,
    "male": """
        B26.0 C60-C63 D07.4-D07.6 D29 D40 E29 E89.5 F52.21 F52.4 I86.1 L29.1 N40-N53 N99.11 Q53-Q55
        Q98 R86 R97.2 S31.2-S31.3 S37.82 Z12.5 Z12.71 Z41.2 Z85.45-Z85.49 Z98.52
    """,
}
_AGES: Final[tuple[tuple[str, Ages], ...]] = (
    ("O00-O9A Z33-Z37 Z39 Z3A", Ages(9, 64)),
    ("P00-P96 Z38 Z00.11 Z05", Ages(0, 0)),
    ("Z00.12", Ages(0, 17)),
    ("Z68.5", Ages(2, 19)),
    ("Z00.0 H25 M80.0 M81.0 N40 R54", Ages(15, None)),
    ("Z68.1-Z68.4", Ages(20, None)),
)


def chapter_of(code: str) -> Chapter | None:
    """The chapter a code is of; None for a code outside all."""
    category = code[:3]
    return next((c for c in CHAPTERS if c.first <= category <= c.last), None)


@lru_cache(maxsize=1024)
def diagnosis_sex(code: str) -> Sex | None:
    """The sex of the patients a diagnosis is for; None where both have it."""
    return next((sex for sex, codes in _SEXES.items() if _within(code, codes)), None)


@lru_cache(maxsize=1024)
def diagnosis_ages(code: str) -> Ages | None:
    """The ages a diagnosis is for; None where it is for all.

    A condition that began around birth keeps its code in those who still have it later.
    """
    return next((ages for codes, ages in _AGES if _within(code, codes)), None)


def title_side(title: str) -> Side | None:
    """The side an official title names: `Age-related nuclear cataract, right eye`."""
    sides = {side for side, words in _SIDES.items() if words.search(title)}
    if "both" in sides or len(sides) > 1:
        return "both"
    return next(iter(sides), None)


_SIDES: Final[dict[Side, re.Pattern[str]]] = {
    "left": re.compile(r"\bleft\b", re.IGNORECASE),
    "right": re.compile(r"\bright\b", re.IGNORECASE),
    "both": re.compile(r"\bbilateral\b", re.IGNORECASE),
}


def _within(code: str, codes: str) -> bool:
    """Whether a code is, or stands below, one of the codes and ranges of a list."""
    bare = code.replace(".", "")
    for part in codes.replace(".", "").split():
        low, _, high = part.partition("-")
        if low <= bare[: len(low)] and bare[: len(high or low)] <= (high or low):
            return True
    return False
