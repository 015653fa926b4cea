"""Say which sex and age the patient of a code has, and whether the code has sides.

Only what follows from the code itself stands here; a code without an entry says nothing. Source:
the sections of CPT by organ, the ages in its codes, and the age limits of CMS's code editor.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from reportkit.model.code_families.ranges import Ranges, ranges

Sex = Literal["female", "male"]

_SEXES: Final[dict[Sex, Ranges]] = {
    "female": ranges(
        "00940-00952 01958-01969 56405-58999 59000-59899 76801-76828 76830-76831 81025 82731 "
        "88141-88155 88164-88167 88174-88175 G0101 G0123-G0124 G0141-G0148 P3000-P3001 Q0091 "
        "S0610-S0613 S4011-S4022 H1000-H1005"
    ),
    "male": ranges("00920-00938 54000-55899 76870 84152-84154 G0102-G0103 S0800"),
}


def sex_of(code: str) -> Sex | None:
    """The sex of the organ a code is for; None where both have it."""
    return next((sex for sex, codes in _SEXES.items() if code in codes), None)


@dataclass(frozen=True, slots=True)
class Ages:
    """Ages in whole years, ends included; `highest` is None where there is no end."""

    lowest: int
    highest: int | None

    def __contains__(self, age: int) -> bool:
        return self.lowest <= age and (self.highest is None or age <= self.highest)


_AGES: Final[tuple[tuple[Ranges, Ages], ...]] = (
    (ranges("01958-01969 59000-59899 76801-76828"), Ages(9, 64)),
    (ranges("99381 99391 99460-99465 99468-99469 99477-99479 54160 49491-49496"), Ages(0, 0)),
    (ranges("99471-99472"), Ages(0, 2)),
    (ranges("99475-99476"), Ages(2, 5)),
    (ranges("36400-36406"), Ages(0, 2)),
    (ranges("36410"), Ages(3, None)),
    (ranges("99382 99392"), Ages(1, 4)),
    (ranges("99383 99393"), Ages(5, 11)),
    (ranges("99384 99394"), Ages(12, 17)),
    (ranges("99385 99395"), Ages(18, 39)),
    (ranges("99386 99396"), Ages(40, 64)),
    (ranges("99387 99397"), Ages(65, None)),
    (ranges("90460-90461"), Ages(0, 18)),
    (ranges("42820 42825 42830 42835"), Ages(0, 11)),
    (ranges("42821 42826 42831 42836"), Ages(12, None)),
    (ranges("49500-49501"), Ages(0, 4)),
    (ranges("49505-49507"), Ages(5, None)),
)


def ages_of(code: str) -> Ages | None:
    """The ages a code is for; None where it is for all."""
    return next((ages for codes, ages in _AGES if code in codes), None)


_PAIRED: Final = ranges(
    "10004-19499 20100-20999 23000-24999 25000-26989 26990-29999 31000-31297 32035-32999 "
    "35001-37799 38300-38308 38500-38555 38700-38790 40700-40761 42300-42699 49491-49557 "
    "50010-50980 54500-54699 58900-58960 60200-60225 64400-64999 65091-68850 69000-69979 "
    "71100-71111 73000-73725 75600-75898 77046-77067 92002-92287 93880-93990 95860-95913"
)
_UNPAIRED: Final = ranges(
    "33016-33877 33910-33999 38100-38129 39000-39599 43020-43999 44005-46999 47000-48999 "
    "51020-51530 51550-51999 53000-53899 54000-54450 55801-55899 57150-58294 58540-58563 "
    "59000-59899 80047-89398 90460-90480 90785-90899 99202-99499"
)


def paired(code: str) -> bool | None:
    """Whether a code is for a part the body has two of; None where codes of its kind differ.

    The fee schedule's bilateral indicator, where it is at hand, says it of the code itself.
    """
    if code in _PAIRED:
        return True
    return False if code in _UNPAIRED else None


_BY_SIDE: Final = ranges(
    "C9257 J0177-J0179 J1095-J1096 J2503 J2777-J2779 J2781-J2782 J3299-J3300 J3398 J7310-J7316 "
    "J7318 J7320-J7329 J7331-J7332 J7351 J7355 J9035 Q5124 Q5128 Q5147 Q5149-Q5150 Q5153 Q5155"
)


def given_by_side(code: str) -> bool:
    """Whether a drug is put into an eye or a joint, so that its line says which.

    Contractors ask for it (articles on aflibercept, A53387, and on drugs for knees).
    """
    return code in _BY_SIDE


_OBSTETRIC_PACKAGES: Final = ranges("59400 59510 59610 59618")


def is_obstetric_package(code: str) -> bool:
    """Whether a code takes in the visits before the birth, the delivery and the care after it."""
    return code in _OBSTETRIC_PACKAGES


_GROWN: Final = ranges(
    "23470-23474 27125-27138 27437-27447 27486-27487 "
    "43644-43645 43770-43775 43842-43848 43886-43888 54400-54417 55200-55250 55700-55899 "
    "57452-57820 58100-58579 58600-58615 58970-58976"
)


def is_of_infants(code: str) -> bool:
    """Whether a code may be of an infant: none of the cervix, of prostates, of being with child."""
    ages = ages_of(code)
    return code not in _GROWN and (ages is None or 0 in ages)


SMALL_INFANT_EXEMPT: Final = ranges(
    "30540 30545 31520 33470 33502-33503 33505-33506 33610-33611 33619 33647 33670 33690 33694 "
    "33730 33732 33735-33736 33750 33755 33762 33778 33786 33922 36415 36420 36450 36456 36460 "
    "36510 36660 39503 43313-43314 43520 43831 44055 44126-44128 46070 46705 46715-46716 46730 "
    "46735 46740 46742 46744 47700-47701 49215 49491-49492 49495-49496 49600 49605-49606 "
    "49610-49611 53025 54000 54150 54160 63700 63702 63704 63706 65820"
)
"""Codes that are for small infants already, so that modifier 63 does not go on them."""
