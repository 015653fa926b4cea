"""Say which modifiers never go on one line of a claim together, and why.

Source: CMS, claims processing manual chapters 1, 5, 12, 17 and 20, NCCI policy manual chapter 1,
and what the modifiers themselves say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice, product
from typing import Final


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Groups of modifiers; those of different groups never go on one line."""

    groups: tuple[frozenset[str], ...]
    reason: str

    def pairs(self) -> frozenset[frozenset[str]]:
        """Every two modifiers that exclude each other."""
        return frozenset(
            frozenset(pair)
            for first, second in combinations(self.groups, 2)
            for pair in product(first, second)
        )


def _apart(reason: str, *groups: str) -> Exclusion:
    return Exclusion(tuple(frozenset(group.split()) for group in groups), reason)


def _one_of(reason: str, codes: str) -> Exclusion:
    return _apart(reason, *codes.split())


OF_DISTINCT: Final = frozenset({"XE", "XP", "XS", "XU"})
"""What says more narrowly what 59 says, so that a case of one of them is also one of 59."""

CONFUSED: Final[tuple[Exclusion, ...]] = (
    _apart("both sides are 50, one side is LT or RT", "50", "LT RT"),
    _one_of("a service is reduced by choice or stopped for safety", "52 53"),
    _one_of("a facility stops a procedure before anesthesia or after", "73 74"),
    _apart("XE, XP, XS and XU say more narrowly what 59 says", "59", "XE XP XS XU"),
    _one_of("a service is repeated by the same clinician or by another", "76 77"),
    _one_of("Medicare takes PT, other payers take 33", "33 PT"),
    _one_of("part of the drug was discarded, or none", "JW JZ"),
    _apart("a service is given in one way at a distance", "93 FQ", "95 GT", "GQ"),
    _apart("a notice was required, given by choice, or not given", "GA GU", "GX", "GZ"),
    _apart("a condition is met, or a denial is expected", "KX", "GA GY GZ"),
)
"""Exclusions that readers of a table with both may overlook, so that a row should say so."""

EVIDENT: Final[tuple[Exclusion, ...]] = (
    _one_of("one line names one side", "LT RT"),
    _one_of("a service is reduced by choice or stopped, in one way", "52 53 73 74"),
    _one_of("all of the care is the code without a modifier", "54 55 56"),
    _one_of("a procedure in the period is planned, related or unrelated", "58 78 79"),
    _one_of("two surgeons, a team and an assistant are different roles", "62 66 80 81 82 AS"),
    _one_of("both parts are the code without a modifier", "26 TC"),
    _one_of("skills are learned or regained", "96 97"),
    _one_of("one modifier says who gave or directed the anesthesia", "AA AD QK QX QY QZ"),
    _apart("G8 and G9 stand in place of QS", "QS", "G8", "G9"),
    _one_of("a patient has one physical status", "P1 P2 P3 P4 P5 P6"),
    _one_of("a service stands under one plan of care", "GN GO GP"),
    _apart("an assistant stands under a plan of the same discipline", "CO", "GN", "GP"),
    _apart("an assistant stands under a plan of the same discipline", "CQ", "GN", "GO"),
    _one_of("one assistant gives a service", "CO CQ"),
    _one_of("a drug is given by one route", "JA JB JE"),
    _one_of("a supply is for one period", "JK JL"),
    _one_of("one modifier tells of the 340B discount", "JG TB"),
    _one_of("a skin substitute is a graft or not", "JC JD"),
    _one_of("anemia has one cause", "EA EB EC"),
    _one_of("the hematocrit was over the limit or not", "ED EE"),
    _apart("statute excludes a service, or it is denied as not needed", "GA GU", "GY", "GZ"),
    _apart("CMS refuses GX beside them", "GX", "EY GL KB QL TQ"),
    _one_of("a service is for the terminal condition or not", "GV GW"),
    _one_of("a resident worked with the teacher present or without", "GC GE"),
    _one_of("a substitute has one arrangement", "Q5 Q6"),
    _one_of("a service of a study is investigational or routine", "Q0 Q1"),
    _one_of("a department is excepted or not", "PN PO"),
    _one_of("an image is on film or on a cassette", "FX FY"),
    _one_of("a scan is for the first plan or a later one", "PI PS"),
    _one_of("an item is new, used or rented", "NU UE RR"),
    _one_of("a month of rent is counted once", "KH KI KJ"),
    _one_of("an item is replaced whole or in part", "RA RB"),
    _one_of("a patient chose once", "BP BR BU"),
    _one_of("a patient has one functional level", "K0 K1 K2 K3 K4"),
    _one_of("a patient meets the criteria of one group", "N1 N2 N3"),
    _one_of("one modifier tells the flow of oxygen", "QA QB QE QF QG QR"),
    _one_of("one modifier tells the last reading", "G1 G2 G3 G4 G5"),
    _one_of("one modifier tells the access", "V5 V6 V7"),
    _one_of("one modifier tells the degree of limitation", "CH CI CJ CK CL CM CN"),
    _one_of("one modifier tells the number of wounds", "A1 A2 A3 A4 A5 A6 A7 A8 A9"),
    _one_of("one modifier tells the number of patients", "UN UP UQ UR US"),
    _one_of("one modifier tells the highest degree", "HM HN HO HP"),
    _one_of("the client is present or not", "HR HS"),
    _one_of("a measure is left out for one reason", "1P 2P 3P 8P"),
    _one_of("the order keeps to the criteria, or does not, or there are none", "ME MF MG"),
    _one_of("an ambulance is a provider's own or arranged for", "QM QN"),
)
"""Exclusions that follow from what the modifiers say."""


def alternatives(modifiers: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The modifiers as they can stand on one line: without any two that exclude each other.

    Of many that exclude each other in several ways, the first MOST_ALTERNATIVES.
    """
    return tuple(islice(_alternatives(modifiers, set()), MOST_ALTERNATIVES))


MOST_ALTERNATIVES: Final = 64
"""More than any advice means; their number doubles with every two that exclude each other."""


def _alternatives(
    modifiers: tuple[str, ...], met: set[tuple[str, ...]]
) -> Iterator[tuple[str, ...]]:
    if modifiers in met:
        return
    met.add(modifiers)
    named = [modifier for modifier in dict.fromkeys(modifiers) if modifier in _EXCLUDING]
    pair = next((pair for pair in combinations(named, 2) if frozenset(pair) in EXCLUSIVE), None)
    if pair is None:
        yield modifiers
        return
    for left_out in reversed(pair):
        yield from _alternatives(tuple(kept for kept in modifiers if kept != left_out), met)


def _reasons(exclusions: tuple[Exclusion, ...]) -> dict[frozenset[str], str]:
    return {pair: exclusion.reason for exclusion in exclusions for pair in exclusion.pairs()}


EXCLUSIVE: Final[dict[frozenset[str], str]] = _reasons((*EVIDENT, *CONFUSED))
"""Two modifiers to the reason why they never go on one line."""

_EXCLUDING: Final = frozenset[str]().union(*EXCLUSIVE)

OVERLOOKED: Final[dict[frozenset[str], str]] = _reasons(CONFUSED)
"""The same for those that readers may overlook."""
