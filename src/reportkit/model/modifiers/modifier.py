"""Hold what is known of one modifier, and build the tables of a family."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

System = Literal["CPT", "HCPCS"]
Line = Literal[
    "procedure", "second-procedure", "companion-e-m", "column-two", "anesthesia", "laboratory"
]
Setting = Literal["professional", "facility", "both"]
Family = Literal[
    "ambulance",
    "anemia drug",
    "anesthesia",
    "anesthesia by the surgeon",
    "assistant",
    "bidding program",
    "care program",
    "clinical study",
    "clinician",
    "components",
    "coronary artery",
    "decision support",
    "dialysis",
    "distinct service",
    "dressing",
    "drug discount",
    "drug route",
    "drug supply",
    "drug wastage",
    "equipment",
    "equipment rental",
    "eye care",
    "eyelid",
    "facility",
    "finger",
    "foot care",
    "functional limitation",
    "funding",
    "global period",
    "habilitation",
    "hospice",
    "image",
    "infant",
    "laboratory",
    "level of care",
    "non-coverage",
    "oxygen",
    "patients served",
    "payment circumstance",
    "physical status",
    "policy condition",
    "prevention",
    "prosthesis level",
    "quality measure",
    "reduced or stopped",
    "repeated or further",
    "shortage area",
    "side",
    "skin substitute",
    "split care",
    "surgeons",
    "surgical error",
    "teaching",
    "telehealth",
    "therapy assistant",
    "therapy plan of care",
    "time of day",
    "toe",
    "unusual work",
    "vaccine",
    "visit",
]


@dataclass(frozen=True, slots=True)
class Modifier:
    """A modifier and where it belongs."""

    system: System
    family: Family
    meaning: str
    """In own words, lower case, never the licensed descriptor."""
    lines: frozenset[Line]
    """Lines of the claim that may carry it."""
    setting: Setting
    ended: date | None = None
    """The last day of service it was valid; None while it is in force."""


VISIT: Final = frozenset[Line](["companion-e-m"])
OWN: Final = frozenset[Line](["procedure"])
"""The line of the very service that the modifier describes."""
PROCEDURE: Final = frozenset[Line](["procedure", "second-procedure", "column-two"])
FURTHER: Final = frozenset[Line](["second-procedure", "column-two"])
ANY: Final = PROCEDURE | VISIT
ANESTHESIA: Final = frozenset[Line](["anesthesia", "procedure"])
LABORATORY: Final = frozenset[Line](["laboratory", "procedure", "second-procedure"])


def cpt(
    family: Family,
    lines: frozenset[Line],
    meanings: Mapping[str, str],
    setting: Setting = "professional",
) -> dict[str, Modifier]:
    """The CPT modifiers of one family, from their codes and meanings."""
    return {
        code: Modifier("CPT", family, meaning, lines, setting) for code, meaning in meanings.items()
    }


def hcpcs(
    family: Family,
    lines: frozenset[Line],
    meanings: Mapping[str, str],
    setting: Setting = "both",
) -> dict[str, Modifier]:
    """The level II modifiers of one family, from their codes and meanings."""
    return {
        code: Modifier("HCPCS", family, meaning, lines, setting)
        for code, meaning in meanings.items()
    }


def ended(modifiers: Mapping[str, Modifier], last_day: date) -> dict[str, Modifier]:
    """The same modifiers, no longer valid after a day."""
    return {
        code: Modifier(
            known.system, known.family, known.meaning, known.lines, known.setting, last_day
        )
        for code, known in modifiers.items()
    }
