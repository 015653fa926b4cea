"""List the modifiers of surgery and other procedures.

Source: CMS, claims processing manual chapter 12 and global surgery booklet, in own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.modifier import (
    ANY,
    FURTHER,
    OWN,
    PROCEDURE,
    VISIT,
    Modifier,
    cpt,
    hcpcs,
)

PROCEDURES: Final[dict[str, Modifier]] = {
    **cpt("unusual work", OWN, {"22": "work well beyond usual"}),
    **cpt("components", OWN, {"26": "the interpretation without the technical part"}),
    **hcpcs("components", OWN, {"TC": "the technical part alone"}),
    **cpt("policy condition", ANY, {"32": "required by a third party"}, "both"),
    **cpt("prevention", ANY, {"33": "a preventive service"}),
    **cpt(
        "anesthesia by the surgeon",
        OWN,
        {"47": "regional or general anesthesia by the surgeon"},
    ),
    **cpt("side", PROCEDURE, {"50": "both sides"}, "both"),
    **cpt("repeated or further", FURTHER, {"51": "a further procedure in the same session"}),
    **cpt("reduced or stopped", OWN, {"52": "done in part by choice"}, "both"),
    **cpt("reduced or stopped", OWN, {"53": "begun and stopped for safety"}),
    **cpt(
        "split care",
        OWN,
        {
            "54": "surgery without the care after it",
            "55": "care after surgery alone",
            "56": "care before surgery alone",
        },
    ),
    **cpt(
        "global period",
        PROCEDURE,
        {"58": "a planned or follow-on procedure inside the period"},
        "both",
    ),
    **cpt(
        "distinct service",
        PROCEDURE,
        {"59": "a distinct service for which nothing narrower fits"},
        "both",
    ),
    **cpt(
        "surgeons",
        OWN,
        {"62": "two surgeons of different skills", "66": "a team of surgeons"},
    ),
    **cpt("infant", OWN, {"63": "an infant under 4 kg"}),
    **cpt(
        "reduced or stopped",
        OWN,
        {
            "73": "stopped by the facility before anesthesia",
            "74": "stopped by the facility after anesthesia",
        },
        "facility",
    ),
    **cpt(
        "repeated or further",
        PROCEDURE,
        {"76": "repeated by the same clinician", "77": "repeated by another clinician"},
        "both",
    ),
    **cpt(
        "global period",
        PROCEDURE,
        {
            "78": "an unplanned return for a related problem",
            "79": "an unrelated procedure inside the period",
        },
    ),
    **cpt(
        "assistant",
        OWN,
        {
            "80": "an assistant at surgery",
            "81": "an assistant for a small part of the surgery",
            "82": "an assistant where no resident was to be had",
        },
    ),
    **hcpcs(
        "assistant",
        OWN,
        {"AS": "an assistant at surgery who is not a physician"},
        "professional",
    ),
    **hcpcs(
        "distinct service",
        PROCEDURE,
        {
            "XE": "a separate encounter",
            "XP": "a separate practitioner",
            "XS": "a separate structure",
            "XU": "an unusual service that does not overlap",
        },
    ),
    **hcpcs("prevention", OWN, {"PT": "colorectal screening that became diagnostic"}),
    **cpt("payment circumstance", ANY, {"99": "more modifiers than fit on the line"}, "both"),
    **hcpcs(
        "surgical error",
        PROCEDURE,
        {
            "PA": "surgery on the wrong part of the body",
            "PB": "surgery on the wrong patient",
            "PC": "the wrong surgery on the patient",
        },
    ),
}
"""Modifiers of procedures."""

VISITS: Final[dict[str, Modifier]] = {
    **cpt("visit", VISIT, {"24": "an unrelated visit inside the postoperative period"}),
    **cpt(
        "visit", VISIT, {"25": "a separate and significant visit on the day of a procedure"}, "both"
    ),
    **cpt("visit", VISIT, {"27": "more than one outpatient hospital visit that day"}, "facility"),
    **cpt("visit", VISIT, {"57": "the visit that decided on major surgery"}),
    **hcpcs(
        "visit",
        VISIT,
        {
            "AI": "the physician of record who leads the stay",
            "FS": "a visit shared by a physician and another practitioner",
            "FT": "an unrelated visit on the day of another visit or inside a global period",
        },
        "professional",
    ),
}
"""Modifiers of visits."""
