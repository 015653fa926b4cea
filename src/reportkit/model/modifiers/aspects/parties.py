"""Tell apart the modifiers of services that several parties give, each a part."""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.aspects.aspect import Aspect, combined, value

_OTHERS = (
    *("another clinician", "another physician", "another surgeon", "another practice", "another"),
    *("a colleague", "somebody else", "someone else", "another group", "another party"),
)
_READS = combined(
    "reads interprets", ("images", "the images", "the pictures", "the study", "the tracing")
)
_MAKES = (
    *combined("owns own", ("the machine", "the equipment", "the scanner", "the device")),
    *combined(
        "takes took makes made taking", ("the images", "the pictures", "the films", "the tracing")
    ),
)
PARTIES: Final[dict[str, Aspect]] = {
    "part of the care": Aspect(
        {
            "surgery": value(
                "54",
                "surgery alone",
                "surgery only",
                "operation alone",
                "operation only",
                *combined("operation surgery", ("without the care after", "without care after")),
                "surgical care only",
                "surgical care alone",
            ),
            "after": value(
                "55",
                *("care after", "sees the patient afterwards", "sees the patient after"),
                *combined("takes took take", ("over the follow-up", "over the care")),
                "care after surgery",
                "care after the operation",
                *combined("everything all", ("after the operation", "after surgery")),
                "postoperative care",
                "postoperative management",
                "follow-up care",
            ),
            "before": value(
                "56",
                "care before",
                "care before surgery",
                "care before the operation",
                *combined("everything all", ("before the operation", "before surgery")),
                "preoperative care",
                "preoperative management",
            ),
        },
        neutral=(
            "without the care after",
            "without care after",
            "without postoperative care",
            "without the postoperative care",
            "without follow-up care",
            "without the follow-up care",
            "without preoperative care",
        ),
        is_shared=True,
    ),
    "role in the care": Aspect(
        {
            "operates": value(
                "54",
                *("only operates", "operates only", "operates and leaves", "does not see"),
                *combined(
                    "leaves hands hand left handed transfers transfer",
                    ("the care", "the aftercare", "over the care", "the follow-up"),
                ),
                *(
                    f"{who} {what} the care"
                    for who in (*_OTHERS, "colleague", "somebody")
                    for what in ("takes over", "took over", "takes on")
                ),
            ),
            "whole": value(
                "",
                *combined(
                    "keeps does gives provides takes",
                    ("the whole care", "all of the care", "all the care", "the complete care"),
                ),
                *("whole package", "operation and the care after it", "surgery and the aftercare"),
            ),
            "looks after": value(
                "55",
                *combined("takes took", ("over the care", "over the aftercare", "on the care")),
                *combined("looks looked", ("after the patient in", "after the patient once")),
                *("only looks after", "only sees the patient after"),
                *combined("sees saw", ("the patient afterwards",)),
                *combined("did does has", ("not operate", "not operated", "not do the operation")),
                *(f"{who} {what}" for who in _OTHERS for what in ("operated", "operates")),
                *(f"was done by {who}" for who in _OTHERS),
            ),
        },
        is_told_of_others=True,
    ),
    "component": Aspect(
        {
            "interpretation": value(
                "26",
                *("interpretation", "interpreting", "interprets", "interpret", "interpreted"),
                *("professional component", "professional part", "professional share", "reading"),
                *combined(
                    "reads read reader", ("the images", "images", "of the images", "the study")
                ),
            ),
            "technical": value(
                "TC",
                *(
                    "technical component",
                    "technical part",
                    "technical share",
                    "equipment",
                    "technician",
                    "machine",
                ),
                *combined(
                    "takes took taking", ("the images", "images", "the views", "the pictures")
                ),
            ),
        },
        neutral=(
            "without the technical part",
            "without the technical component",
            "without the equipment",
            "without the interpretation",
            "without the professional part",
            "without the professional component",
            "without interpretation",
        ),
        is_shared=True,
    ),
    "role in the study": Aspect(
        {
            "reads": value(
                "26",
                *("only reads", "reads only", "only interprets", "interprets only"),
                *combined("only", ("writes the interpretation", "writes the report")),
                *_READS,
            ),
            "makes": value(
                "TC",
                *_MAKES,
                *("bills for the pictures alone", "runs the machine"),
            ),
            "both": value(
                "",
                *(f"{makes} and {reads}" for makes in _MAKES for reads in ("reads", "interprets")),
                *(f"{reads} and {makes}" for makes in _MAKES for reads in ("reads", "interprets")),
            ),
        },
        neutral=tuple(
            f"{who} {what}"
            for who in (*_OTHERS, "hospital", "facility", "center", "clinic", "party")
            for what in (*_MAKES, *_READS)
        ),
        is_told_of_others=True,
    ),
    "number of surgeons": Aspect(
        {
            "two": value("62", "two surgeons", "co-surgeon", "co-surgeons"),
            "team": value("66", "team of surgeons", "surgical team", "surgeons as a team"),
            "assistant": value("80 81 82 AS", "assistant", "assistants", "assisted", "assists"),
        },
        neutral=("physician assistant", "physician assistants"),
    ),
    "second surgeon": Aspect(
        {
            "there": value(
                "54 55 56 62 66 77 80 81 82 AS GC XP",
                *("second surgeon", "two surgeons", "both surgeons", "co-surgeon"),
            ),
            "alone": value("", "by a single surgeon", "by one surgeon alone"),
        }
    ),
    "assistant": Aspect(
        {
            "whole": value("80", "whole operation", "entire operation"),
            "small part": value("81", "small part", "minimum", "minimal"),
            "no resident": value(
                "82", "no resident", "no qualified resident", "resident was not available"
            ),
            "not a physician": value(
                "AS",
                "not a physician",
                "physician assistant",
                "nurse practitioner",
                "clinical nurse specialist",
            ),
        }
    ),
}
"""Aspects of who gives which part: the operation or the care after it, images or their reading."""
