"""Name the parts of old reports, and say which section or field of today each is for."""

from __future__ import annotations

from typing import Final, Literal

from reportkit.findings.place import Route

Part = Literal[
    "title",
    "code",
    "control",
    "summary",
    "relevance",
    "importance",
    "billing-overview",
    "service",
    "purpose",
    "sites",
    "units",
    "payers",
    "data",
    "imprint",
    "clinical-context",
    "indications",
    "vignette",
    "findings",
    "procedure",
    "workflow",
    "follow-up",
    "coding-specifications",
    "modifiers",
]
"""A section, a part of one that has its own field, or what is data today and no prose."""

SECTION_OF: Final[dict[Part, str]] = {
    "title": "report",
    "code": "report",
    "control": "report",
    "imprint": "report",
    **dict.fromkeys(("summary", "relevance", "importance"), "summary"),
    **dict.fromkeys(
        ("billing-overview", "service", "purpose", "sites", "units"), "billing-overview"
    ),
    **dict.fromkeys(("payers", "data"), "summary"),
    **dict.fromkeys(
        (
            "clinical-context",
            "indications",
            "vignette",
            "findings",
            "procedure",
            "workflow",
            "follow-up",
        ),
        "clinical-context",
    ),
    **dict.fromkeys(("coding-specifications", "modifiers"), "coding-specifications"),
}
"""Part to the id of the section it belongs to."""

FIELD_OF: Final[dict[Part, tuple[str, Route]]] = {
    "relevance": ("summary", ("relevance",)),
    "importance": ("summary", ("importance",)),
    "billing-overview": ("billing-overview", ("description",)),
    "units": ("billing-overview", ("units",)),
    "indications": ("clinical-context", ("indications",)),
    "findings": ("clinical-context", ("vignette", "findings")),
    "procedure": ("clinical-context", ("vignette", "procedure")),
    "follow-up": ("clinical-context", ("follow_up",)),
    "coding-specifications": ("coding-specifications", ("intro",)),
    "modifiers": ("coding-specifications", ("intro",)),
}
"""Part to the one field that its prose goes to."""

FROM_DATA: Final[dict[Part, str]] = {
    "service": "the kind of service is a choice from a list, and its words have no field",
    "purpose": "the purpose is a choice from a list, and its words have no field",
    "sites": "sites of service are printed from the data",
    "payers": "payers are printed from the data",
    "imprint": "it is of the publisher and not of the service",
    "data": "figures, coverage and codes are printed from the data",
}
"""Part that is no prose today to the reason why its words are set aside."""
