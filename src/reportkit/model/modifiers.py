"""The modifiers reportkit knows: whose they are, what they say, which line carries them.

Meanings are in own words, never the licensed descriptor. Source: CMS's list of modifiers,
claims processing manual chapter 12 and global surgery booklet. The list is not complete:
HCPCS has some 400 more, so a modifier that is not here is a question and not an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

System = Literal["CPT", "HCPCS"]
Line = Literal[
    "procedure", "second-procedure", "companion-e-m", "column-two", "anesthesia", "laboratory"
]
Setting = Literal["professional", "facility", "both"]


@dataclass(frozen=True, slots=True)
class Modifier:
    """A modifier and where it belongs."""

    system: System
    meaning: str
    lines: frozenset[Line]
    """Lines of the claim that may carry it."""
    setting: Setting


_VISIT: Final = frozenset[Line](["companion-e-m"])
_PROCEDURE: Final = frozenset[Line](["procedure", "second-procedure", "column-two"])
_FURTHER: Final = frozenset[Line](["second-procedure", "column-two"])
_ANY: Final = _PROCEDURE | _VISIT
_ANESTHESIA: Final = frozenset[Line](["anesthesia", "procedure"])
_LABORATORY: Final = frozenset[Line](["laboratory", "procedure", "second-procedure"])


def _cpt(meaning: str, lines: frozenset[Line], setting: Setting = "professional") -> Modifier:
    return Modifier("CPT", meaning, lines, setting)


def _hcpcs(meaning: str, lines: frozenset[Line], setting: Setting = "both") -> Modifier:
    return Modifier("HCPCS", meaning, lines, setting)


MODIFIERS: Final[dict[str, Modifier]] = {
    "22": _cpt("work well beyond usual", _PROCEDURE),
    "23": _cpt("general anesthesia where none is usual", _ANESTHESIA),
    "24": _cpt("an unrelated visit inside the postoperative period", _VISIT),
    "25": _cpt("a separate and significant visit on the day of a procedure", _VISIT, "both"),
    "26": _cpt("the interpretation without the technical part", _PROCEDURE),
    "27": _cpt("more than one outpatient hospital visit that day", _VISIT, "facility"),
    "32": _cpt("required by a third party", _ANY, "both"),
    "33": _cpt("a preventive service", _ANY),
    "47": _cpt("regional or general anesthesia by the surgeon", _PROCEDURE),
    "50": _cpt("both sides", _PROCEDURE, "both"),
    "51": _cpt("a further procedure in the same session", _FURTHER),
    "52": _cpt("done in part by choice", _PROCEDURE, "both"),
    "53": _cpt("begun and stopped for safety", _PROCEDURE),
    "54": _cpt("surgery without the care after it", _PROCEDURE),
    "55": _cpt("care after surgery alone", _PROCEDURE),
    "56": _cpt("care before surgery alone", _PROCEDURE),
    "57": _cpt("the visit that decided on major surgery", _VISIT),
    "58": _cpt("a planned or follow-on procedure inside the period", _PROCEDURE, "both"),
    "59": _cpt("a distinct service for which nothing narrower fits", _PROCEDURE, "both"),
    "62": _cpt("two surgeons of different skills", _PROCEDURE),
    "63": _cpt("an infant under 4 kg", _PROCEDURE),
    "66": _cpt("a team of surgeons", _PROCEDURE),
    "73": _cpt("stopped by the facility before anesthesia", _PROCEDURE, "facility"),
    "74": _cpt("stopped by the facility after anesthesia", _PROCEDURE, "facility"),
    "76": _cpt("repeated by the same clinician", _PROCEDURE, "both"),
    "77": _cpt("repeated by another clinician", _PROCEDURE, "both"),
    "78": _cpt("an unplanned return for a related problem", _PROCEDURE),
    "79": _cpt("an unrelated procedure inside the period", _PROCEDURE),
    "80": _cpt("an assistant at surgery", _PROCEDURE),
    "81": _cpt("an assistant for a small part of the surgery", _PROCEDURE),
    "82": _cpt("an assistant where no resident was to be had", _PROCEDURE),
    "90": _cpt("sent to an outside laboratory", _LABORATORY, "both"),
    "91": _cpt("a laboratory test repeated on purpose", _LABORATORY, "both"),
    "92": _cpt("a test with a portable kit", _LABORATORY, "both"),
    "93": _cpt("by telephone or other sound alone", _ANY),
    "95": _cpt("by live sound and picture", _ANY),
    "96": _cpt("habilitative", _ANY),
    "97": _cpt("rehabilitative", _ANY),
    "99": _cpt("more modifiers than fit on the line", _ANY, "both"),
    "P1": _cpt("healthy patient under anesthesia", _ANESTHESIA),
    "P2": _cpt("mild disease under anesthesia", _ANESTHESIA),
    "P3": _cpt("severe disease under anesthesia", _ANESTHESIA),
    "P4": _cpt("life-threatening disease under anesthesia", _ANESTHESIA),
    "P5": _cpt("not expected to live without the operation", _ANESTHESIA),
    "P6": _cpt("organ donor after brain death", _ANESTHESIA),
    "1P": _cpt("measure left out for medical reasons", _ANY),
    "2P": _cpt("measure left out for the patient's reasons", _ANY),
    "3P": _cpt("measure left out for reasons of the system", _ANY),
    "8P": _cpt("measure left out without a reason", _ANY),
    "AA": _hcpcs("anesthesia by the anesthesiologist in person", _ANESTHESIA, "professional"),
    "AS": _hcpcs("an assistant at surgery who is not a physician", _PROCEDURE, "professional"),
    "GA": _hcpcs("advance notice required and on file", _ANY),
    "GC": _hcpcs("done in part by a resident", _ANY, "professional"),
    "GX": _hcpcs("advance notice given by choice", _ANY),
    "GY": _hcpcs("excluded by statute", _ANY),
    "GZ": _hcpcs("expected to be denied, no notice on file", _ANY),
    "KX": _hcpcs("a condition of the payer is met", _ANY),
    "LT": _hcpcs("left side", _PROCEDURE),
    "PN": _hcpcs("off-campus hospital department, not excepted", _ANY, "facility"),
    "PO": _hcpcs("off-campus hospital department, excepted", _ANY, "facility"),
    "PT": _hcpcs("colorectal screening that became diagnostic", _PROCEDURE),
    "QK": _hcpcs("medical direction of two to four anesthesias", _ANESTHESIA, "professional"),
    "QX": _hcpcs("nurse anesthetist with medical direction", _ANESTHESIA, "professional"),
    "QY": _hcpcs("medical direction of one nurse anesthetist", _ANESTHESIA, "professional"),
    "QZ": _hcpcs("nurse anesthetist without direction", _ANESTHESIA, "professional"),
    "RT": _hcpcs("right side", _PROCEDURE),
    "SG": _hcpcs("service of a surgical center", _PROCEDURE, "facility"),
    "TC": _hcpcs("the technical part alone", _PROCEDURE),
    "XE": _hcpcs("a separate encounter", _PROCEDURE),
    "XP": _hcpcs("a separate practitioner", _PROCEDURE),
    "XS": _hcpcs("a separate structure", _PROCEDURE),
    "XU": _hcpcs("an unusual service that does not overlap", _PROCEDURE),
}
"""Modifier to what is known of it."""

NEEDS_GLOBAL: Final[dict[str, frozenset[str]]] = {
    "57": frozenset({"000", "010", "XXX", "ZZZ"}),
    "22": frozenset({"XXX", "ZZZ"}),
    **dict.fromkeys(("24", "54", "55"), frozenset({"000", "XXX", "ZZZ"})),
    **dict.fromkeys(("58", "78", "79"), frozenset({"XXX", "ZZZ"})),
}
"""Modifier to the global periods it does not go with (CMS global surgery booklet).

58, 78 and 79 go on a second procedure within the days of a first: the period that counts is the
first one's, so that they go with a code whose own period is 000.
"""

NEEDS_INDICATOR: Final[dict[str, tuple[str, frozenset[str]]]] = {
    "50": ("bilateral", frozenset("13")),
    "LT": ("bilateral", frozenset("123")),
    "RT": ("bilateral", frozenset("123")),
    "51": ("multiple_procedure", frozenset("123")),
    "62": ("co_surgeon", frozenset("12")),
    "66": ("team_surgery", frozenset("12")),
    **dict.fromkeys(("80", "81", "82", "AS"), ("assistant_surgeon", frozenset("02"))),
    "26": ("pc_tc", frozenset("16")),
    "TC": ("pc_tc", frozenset("1")),
}
"""Modifier to the indicator of the fee schedule it depends on and the values it goes with."""

OPENS_PAIR: Final[frozenset[str]] = frozenset(
    {
        *("24", "25", "57", "58", "78", "79"),
        *("27", "59", "91", "XE", "XP", "XS", "XU"),
        *("LT", "RT", "LC", "LD", "LM", "RC", "RI"),
        *(f"E{eyelid}" for eyelid in "1234"),
        *(f"{side}{digit}" for side in "FT" for digit in "A123456789"),
    }
)
"""Modifiers with which both codes of a pair at indicator 1 are paid.

Source: NCCI policy manual for Medicare, chapter 1: those of global surgery, others, anatomy.
"""
