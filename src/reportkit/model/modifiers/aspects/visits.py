"""Tell apart the modifiers of visits and of what follows an operation, related to it or not."""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.aspects.aspect import PAIRED, Aspect, combined, value

_OF_THE_WOUND = (
    *("of the wound", "after the operation", "after surgery", "that brings", "that takes"),
    *("brings the patient back", "takes the patient back"),
)
_THE_OPERATION = ("the operation", "the surgery", "the procedure", "the operated side")
VISITS: Final[dict[str, Aspect]] = {
    "relation": Aspect(
        {
            "related": value(
                "58 78",
                "related",
                "same problem",
                *combined("same", PAIRED),
                "same condition",
                "same disease",
                "same reason",
                *combined("very", ("problem", "condition", "disease")),
                *("problem that was operated on", "disease that was operated on"),
                *combined("return visit", ("after a complication", "because of a complication")),
                *("complication", "staged", "stage of the first", "step of the first"),
                *combined(
                    "return returns for", ("for bleeding", "for infection", "for a complication")
                ),
                *combined(
                    "routine usual normal",
                    ("wound check", "check of the wound", "follow-up", "aftercare"),
                ),
                *(
                    *("wound check", "check the wound", "checks the wound", "wound heals"),
                    "suture removal",
                    "because of bleeding",
                    "for bleeding",
                    "for infection",
                ),
                *combined("bleeding infection hematoma", _OF_THE_WOUND),
                *combined("visit belongs", ("to the operation", "to the surgery")),
                *combined("part belongs", ("of the aftercare", "to the aftercare")),
                *combined("has had", ("to do with the operation", "to do with the procedure")),
                *combined(
                    "about concerns caused-by due-to because-of follows-from", _THE_OPERATION
                ),
                *("follows from the first", "comes from the first", "caused by the first"),
                *("relacionado con", "relacionada con", "causado por", "causada por"),
            ),
            "unrelated": value(
                "24 79 FT GW AY",
                "unrelated",
                "not related",
                "is not for",
                "but not for",
                "nothing to do with",
                "no relation",
                *("sin relación", "no relacionado", "no relacionada", "ajeno a", "ajena a"),
                *combined("other opposite second fellow contralateral", PAIRED),
                *combined("another different new separate", ("problem", "condition", "disease")),
            ),
        }
    ),
    "work of the visit": Aspect(
        {
            "its own": value(
                "25", "separate", "significant", "beyond", "work of its own", "more than the usual"
            ),
            "usual": value(
                "",
                *combined("usual routine customary", ("check", "work", "visit", "care")),
                *combined("part", ("of the procedure", "of a procedure", "of another")),
                *("part of the operation", "belongs to the procedure", "goes with the procedure"),
                *("no more than the usual work", "nothing more than the usual work"),
                *("about the aftercare", "for the aftercare"),
                *(
                    "no work of its own",
                    "nothing beyond the procedure",
                    "not separate",
                    "inseparable",
                ),
                "included in the procedure",
            ),
        },
        neutral=(
            *combined("visit", ("that goes with the procedure", "that belongs to the procedure")),
            *combined("beyond exceeds", ("the usual work", "usual work", "the usual care")),
            "more than the usual work",
            "in addition to the usual work",
        ),
        is_told_of_others=True,
    ),
    "goes on": Aspect(
        {
            "the visit": value("24 25 57", *combined("on to", ("the visit", "that visit"))),
            "the procedure": value(
                "",
                *combined("on to", ("the procedure of the same day", "the procedure that is done")),
                *("goes on the procedure", "appended to the procedure"),
            ),
        }
    ),
    "visit": Aspect(
        {
            "after surgery": value(
                "24",
                "postoperative period",
                "after the operation",
                "after surgery",
                "inside the period",
                "within the global period",
                "during the global period",
                "inside the global period",
                *combined("days weeks months", ("after an operation", "after a procedure")),
            ),
            "same day": value(
                "25",
                *combined("on", ("the day of the visit", "the day of the procedure")),
            ),
            "decision": value(
                "57",
                "decided on",
                "decision for surgery",
                "decision for major surgery",
                "decision to operate",
                "decided to operate",
                *("decision for a major operation", "decision for an operation"),
            ),
        },
        neutral=(
            *combined("and", ("after surgery", "after the operation", "after an operation")),
            "the day after the operation",
        ),
    ),
}
"""Aspects of modifiers of visits and of returns after an operation."""
