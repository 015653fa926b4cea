"""List the nouns behind which a name is that of a thing of medicine, and of no patient.

`Parkinson Disease`, `St. Jude valves`, the `Boston Naming Test`.
"""

from __future__ import annotations

from typing import Final

EPONYM_HEADS: Final = (
    *("angle", "approach", "blade", "cannula", "catheter", "clamp", "class"),
    *("classification", "consensus", "contracture", "criteria", "cyst", "deformity", "disease"),
    *("disorder", "dressing", "encephalitis", "esophagus", "exercise", "fever", "forceps"),
    *("fracture", "frame", "gait", "graft", "grade", "hernia", "incision", "index", "inventory"),
    *(
        "lead",
        "line",
        "lymphoma",
        "maneuver",
        "method",
        "needle",
        "node",
        "nodes",
        "nodule",
        "nodules",
        "operation",
    ),
    *("pacemaker", "palsy", "paralysis", "phenomenon", "plate", "position", "procedure"),
    *("questionnaire", "reflex", "repair", "retractor", "sarcoma", "scale", "score", "screen"),
    *(
        "screening",
        "shunt",
        "sign",
        "solution",
        "splint",
        "stain",
        "stage",
        "syndrome",
        "technique",
    ),
    *("test", "triad", "tube", "tumor", "ulcer", "valve", "valves", "wort"),
)
"""Heads of eponyms in small letters. Plurals that are verbs as well stay out: `Mrs. Lee signs`."""
