"""Tell apart the modifiers of tests, therapy, telehealth, drugs and equipment."""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.aspects.aspect import Aspect, combined, value

_THRESHOLDS = (
    *("the threshold", "the yearly threshold", "the annual threshold", "that threshold"),
    *("the yearly amount", "the annual amount", "the yearly limit", "the cap"),
)
_PAYMENTS = ("the payment", "the fee", "what medicare pays", "what is paid", "the amount")
SERVICE: Final[dict[str, Aspect]] = {
    "laboratory": Aspect(
        {
            "outside": value(
                "90",
                *combined("outside reference another other", ("laboratory", "lab")),
                *combined("sent done performed run", ("out", "elsewhere", "outside")),
            ),
            "inside": value(
                "",
                *combined("own same", ("laboratory", "lab", "analyzer", "machine")),
                *("in-house", "on the premises", "on site"),
                *combined(
                    "practice clinic office physician",
                    (
                        "ran the test itself",
                        "did the test itself",
                        "does the test itself",
                        "runs the test itself",
                    ),
                ),
                *combined("ran runs did does performs performed", ("it itself", "the test itself")),
            ),
            "repeated": value(
                "91", *("repeated", "repeat", "repeats", "again", "second time", "run twice")
            ),
            "kit": value("92", "kit", "portable", "single-use"),
            "waived": value("QW", "waived", "waiver", "clia"),
        },
        is_told_of_others=True,
    ),
    "reason to repeat": Aspect(
        {
            "a further result": value(
                "91",
                *combined("second further later new", ("result", "value", "reading")),
                "course of the treatment",
            ),
            "a fault": value(
                "",
                *combined(
                    "faulty failed doubtful lost wrong", ("result", "first result", "run", "sample")
                ),
                *combined(
                    "machine device analyzer instrument equipment",
                    ("failed", "broke down", "stopped", "gave an error"),
                ),
                *combined(
                    "first sample result run", ("run failed", "was spoiled", "was lost", "failed")
                ),
                *combined("result test", ("is confirmed", "that is confirmed")),
                *combined(
                    "confirm check verify",
                    ("the result", "the first result", "a result", "a faulty first result"),
                ),
                *combined(
                    "fault error failure", ("of the device", "of the equipment", "in the run")
                ),
                *("clotted", "hemolyzed", "spilled", "malfunction", "quality control", "mix-up"),
                *("too little blood", "technical problem", "technical problems"),
            ),
        }
    ),
    "complexity of the laboratory": Aspect(
        {
            "waived": value("QW", "waived"),
            "higher": value(
                "", *combined("high moderate", ("complexity",)), "not waived", "non-waived"
            ),
        }
    ),
    "discipline": Aspect(
        {
            "physical": value("GP CQ", "physical therapy", "physical therapist", "physiotherapy"),
            "occupational": value("GO CO", "occupational therapy", "occupational therapist"),
            "speech": value(
                "GN",
                "speech therapy",
                "speech therapist",
                "speech-language",
                "speech language",
                *("speech", "swallowing"),
            ),
        }
    ),
    "skills": Aspect(
        {
            "new": value("96", "habilitative", "habilitation", "first time"),
            "regained": value("97", "rehabilitative", "rehabilitation", "regain", "regained"),
        }
    ),
    "connection": Aspect(
        {
            "sound alone": value(
                "93 FQ",
                "sound alone",
                "audio only",
                "audio-only",
                "audio alone",
                *(
                    "sound without picture",
                    *combined("call visit", ("without a picture", "without picture")),
                    "sound without a picture",
                    "sound only",
                    "voice alone",
                    "voice only",
                ),
                *("audio without video", "without any picture", "sound and no picture"),
                "telephone",
                *("phone", "phone call"),
            ),
            "sound and picture": value(
                "95 GT FR",
                "sound and picture",
                "audio and video",
                "audio-video",
                "audiovisual",
                *(
                    "sound with picture",
                    "picture and sound",
                    "screen and sound",
                    "a camera",
                    "by camera",
                ),
                "video",
            ),
            "in person": value(
                "", "in person", "face to face", "visit in the office", "seen in the office"
            ),
            "stored": value(
                "GQ", "stored", "store-and-forward", "store and forward", "asynchronous"
            ),
        },
        neutral=(
            "without video",
            "no video",
            "not video",
            "instead of video",
            "without a picture",
            "not by telephone",
        ),
    ),
    "container": Aspect(
        {
            "single": value("JW JZ", "single-dose", "single-use", "single dose"),
            "multiple": value("", "multi-dose", "multiple-dose", "multidose"),
        }
    ),
    "change of payment": Aspect(
        {
            "lower": value("FX FY CT 52 73", *combined("lowers reduces cuts", _PAYMENTS)),
            "higher": value("22", *combined("raises increases lifts", _PAYMENTS)),
        }
    ),
    "drug left over": Aspect(
        {
            "discarded": value(
                "JW",
                *(
                    "discarded",
                    "discards",
                    "wasted",
                    "wastage",
                    "waste",
                    "thrown away",
                    "poured away",
                    "thrown out",
                    "went to waste",
                    "threw away",
                ),
                *combined(
                    "part rest remainder some", ("is left", "was left", "remains", "remained")
                ),
                *("left over", "leftover", "unused rest"),
            ),
            "none": value(
                "JZ",
                *combined("none nothing zero", ("discarded", "was discarded", "wasted")),
                *combined("nothing", ("is thrown away", "was thrown away", "is discarded")),
                "no drug discarded",
                "no drug was discarded",
                "no amount discarded",
                "no amount was discarded",
                "not discarded",
                "no waste",
                "no wastage",
                "nothing was wasted",
                *combined(
                    "is was are were",
                    ("finished", "used up", "used in full", "emptied", "given in full"),
                ),
                *combined("whole entire full", ("vial", "container", "contents")),
                *combined(
                    "nothing none", ("is left", "was left", "remains", "remained", "left over")
                ),
            ),
        }
    ),
    "route": Aspect(
        {
            "vein": value("JA", "intravenous", "intravenously", "vein"),
            "skin": value("JB", "subcutaneous", "subcutaneously", "under the skin"),
            "dialysate": value("JE", "dialysate", "dialysis fluid"),
        }
    ),
    "months of supply": Aspect(
        {
            "one": value("JK", "one month", "one-month", "a month"),
            "three": value("JL", "three months", "three-month"),
        }
    ),
    "graft": Aspect(
        {
            "used": value("JC", "used as a graft", "as a graft"),
            "not used": value("JD", "not used as a graft", "not as a graft"),
        }
    ),
    "acquired": Aspect(
        {
            "new": value("NU", "new equipment", "new item", "bought new"),
            "used": value("UE", "used equipment", "used item", "second-hand"),
            "rented": value("RR", "rented", "rental", "rent"),
        }
    ),
    "replaced": Aspect(
        {
            "item": value("RA", "replacement of the item", "whole item", "item was replaced"),
            "part": value("RB", "replacement of a part", "a part was replaced"),
        }
    ),
    "threshold": Aspect(
        {
            "beyond": value(
                "KX",
                *combined("beyond above over past", _THRESHOLDS),
                *combined("exceeds exceeded passed passes reached crossed", _THRESHOLDS),
            ),
            "below": value(
                "",
                *combined("below under within before", _THRESHOLDS),
                *("from the first visit", "from the first session", "from the start of the year"),
                *(
                    "not yet reached",
                    "has not been reached",
                    "is not reached",
                    "not yet been reached",
                ),
                *combined(
                    "first", ("visit of the year", "session of the year", "claim of the year")
                ),
            ),
        }
    ),
    "resident": Aspect(
        {
            "in part": value("GC", "in part by a resident"),
            "alone": value("GE", "resident alone", "primary care exception"),
        }
    ),
    "substitute": Aspect(
        {
            "reciprocal": value("Q5", "reciprocal"),
            "for the time": value("Q6", "paid for the time", "fee-for-time", "locum tenens"),
        }
    ),
    "study": Aspect(
        {
            "investigational": value("Q0", "investigational"),
            "routine": value("Q1", "routine"),
        }
    ),
    "off-campus department": Aspect(
        {
            "excepted": value("PO", "excepted"),
            "not excepted": value("PN", "not excepted", "non-excepted", "nonexcepted"),
        }
    ),
    "X-ray": Aspect(
        {
            "film": value("FX", "film"),
            "computed": value(
                "FY", *("computed radiography", "cassette", "computer plate", "imaging plate")
            ),
            "digital": value(
                "",
                "digital",
                "digital detector",
                "digital radiography",
                "digital images",
                "digitally",
            ),
        }
    ),
    "PET scan": Aspect(
        {
            "first plan": value("PI", "initial", "first plan", "first treatment"),
            "later plan": value("PS", "subsequent", "later plan", "later treatment"),
        }
    ),
    "measure left out": Aspect(
        {
            "medical": value("1P", "medical reasons", "medical reason"),
            "patient": value("2P", "patient's reasons", "patient reasons", "patient declined"),
            "system": value("3P", "system reasons", "reasons of the system"),
            "no reason": value(
                "8P", "without a reason", "no reason", "reason not given", "not otherwise specified"
            ),
        }
    ),
    "client": Aspect(
        {
            "present": value("HR", "with the client", "with client", "client present"),
            "absent": value(
                "HS", "without the client", "without client", "client not present", "client absent"
            ),
        }
    ),
    "cause of anemia": Aspect(
        {
            "chemotherapy": value("EA", "from chemotherapy"),
            "radiotherapy": value("EB", "from radiotherapy", "from radiation"),
            "neither": value("EC", "neither chemotherapy nor radiotherapy", "from neither"),
        }
    ),
    "patients": Aspect(
        {
            "two": value("UN", "two patients"),
            "three": value("UP", "three patients"),
            "four": value("UQ", "four patients"),
            "five": value("UR", "five patients"),
            "six or more": value("US", "six patients", "six or more patients"),
        }
    ),
}
"""Aspects of the other modifiers."""
