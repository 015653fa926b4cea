"""Tell apart the modifiers of surgery: what was done, by whom, when, and related to what."""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.aspects.aspect import CLINICIANS, Aspect, combined, value

_MEDICOS: Final = ("médico", "médica", "clínico", "cirujano", "cirujana", "profesional")

SURGERY: Final[dict[str, Aspect]] = {
    "work": Aspect(
        {
            "more": value(
                "22",
                "beyond usual",
                "beyond the usual",
                "far beyond",
                "well beyond",
                *combined("far well much", ("above",)),
                *("above what is usual", "above the usual", "above normal", "more work"),
                *combined("substantially much far", ("greater", "harder", "longer", "more effort")),
                "harder than",
                "longer than",
                "greater than",
            ),
            "less": value(
                "52",
                *("less than the service", "less than usual"),
                "less than the usual",
                *("less work", "easier than", "shorter than", "fewer steps", "smaller than"),
                "reduced",
                *("in part", "left out", "part was left out"),
                *combined("half part", ("of the procedure", "of the operation", "of the service")),
            ),
        }
    ),
    "reason for less": Aspect(
        {
            "by choice": value(
                "52",
                "by choice",
                "of choice",
                "clinician chose",
                "physician chose",
                "surgeon chose",
                "clinician's choice",
                "physician's choice",
                "discretion",
                "elected",
                "electively",
            ),
            "for safety": value(
                "53 73 74",
                "for safety",
                "for the patient's safety",
                "safety of the patient",
                "at risk",
                "risk to the patient",
                "danger",
                "dangerous",
                "endangered",
                "threatened",
                "well-being",
            ),
        }
    ),
    "stopped": Aspect(
        {
            "before anesthesia": value(
                "73",
                "before anesthesia",
                "before the anesthesia",
                "before any anesthesia",
                "before induction",
                "prior to anesthesia",
                "prior to induction",
                "before the administration of anesthesia",
                "prior to the administration of anesthesia",
            ),
            "after anesthesia": value(
                "74",
                "after anesthesia",
                "after the anesthesia",
                "after induction",
                "after the administration of anesthesia",
                "once anesthesia",
                "under anesthesia",
            ),
        }
    ),
    "repeated by": Aspect(
        {
            "same": value("76", *combined("same", CLINICIANS), *combined("mismo misma", _MEDICOS)),
            "another": value(
                "77",
                *combined("another different second other", CLINICIANS),
                *combined("otro otra distinto distinta", _MEDICOS),
                *(
                    "someone else",
                    "a colleague",
                    "another practice",
                    "different practice",
                    "another group",
                ),
            ),
        },
        neutral=(
            "or other qualified health care professional",
            "or another qualified health care professional",
            "or other professional",
        ),
    ),
    "plan": Aspect(
        {
            "planned": value(
                "58",
                *("planned", "staged", "foreseen", "anticipated", "follow-on"),
                *("planificado", "planificada", "previsto", "prevista"),
            ),
            "unplanned": value(
                "78",
                *("unplanned", "not planned", "unforeseen", "unexpected", "complication"),
                *("no planificado", "no planificada", "imprevisto", "imprevista", "complicación"),
                *combined(
                    "has-to-go-back has-to-return must-return must-go-back",
                    ("to the operating room",),
                ),
            ),
        }
    ),
    "distinct from the other": Aspect(
        {
            "distinct": value("59 XE XP XS XU", "distinct", "separate", "independent"),
            "part": value(
                "",
                *combined(
                    "belongs-to part-of included-in contained-in",
                    ("another", "the other", "the main procedure", "the first"),
                ),
            ),
        }
    ),
    "place of the second": Aspect(
        {
            "another": value(
                "59 XE XP XS",
                *combined(
                    "separate different another distinct other",
                    (
                        "site",
                        "sites",
                        "session",
                        "sessions",
                        "lesion",
                        "lesions",
                        "encounter",
                        "encounters",
                        "structure",
                        "structures",
                        "organ",
                        "organs",
                    ),
                ),
            ),
            "same": value(
                "",
                *combined("same", ("site or session", "sites or sessions", "lesion", "structure")),
                *combined("same", ("cut", "incision", "nerve", "joint", "site")),
            ),
        }
    ),
    "again": Aspect(
        {
            "another": value(
                "51",
                "further procedure",
                "second procedure",
                "two procedures",
                "several procedures",
            ),
            "repeated": value(
                "76 77 91",
                *combined("same", ("operation is repeated", "procedure is repeated")),
                *combined("repeats", ("the same operation", "the same procedure", "the operation")),
                *combined("repeated on", ("the next day", "the following day", "another day")),
            ),
            "alone": value(
                "", *combined("only sole", ("procedure of the day", "procedure of the session"))
            ),
        }
    ),
    "edit": Aspect(
        {
            "open": value(
                "59 XE XP XS XU",
                *combined("permits allows", ("a modifier", "modifiers", "one")),
                "indicator 1",
            ),
            "closed": value(
                "",
                *combined("permits allows", ("no modifier", "no modifiers", "none")),
                "indicator 0",
            ),
        }
    ),
    "narrower": Aspect(
        {
            "none": value(
                "59",
                *combined("no", ("narrower", "more specific", "other modifier", "better")),
                "nothing narrower",
                "nothing more specific",
            ),
            "some": value(
                "", *combined("every any a each", ("narrower modifier", "more specific modifier"))
            ),
        }
    ),
    "moment": Aspect(
        {
            "after": value(
                "24 58 78 79",
                "days after",
                "within the global period",
                "postoperative",
            ),
            "before": value("", "days before", "weeks before", "before the global period"),
        }
    ),
    "distinct by": Aspect(
        {
            "encounter": value(
                "XE", *combined("separate another different", ("encounter", "session", "visit"))
            ),
            "practitioner": value("XP", *combined("separate another different", CLINICIANS)),
            "structure": value(
                "XS",
                *combined(
                    "separate another different",
                    ("structure", "organ", "site", "lesion", "wound"),
                ),
            ),
            "overlap": value("XU", "not overlap", "non-overlapping", "unusual"),
        }
    ),
    "error": Aspect(
        {
            "body part": value("PA", "wrong part", "wrong body part", "wrong side"),
            "patient": value("PB", "wrong patient"),
            "procedure": value("PC", "wrong surgery", "wrong procedure", "wrong operation"),
        }
    ),
}
"""Aspects of modifiers of surgery and of the visits around it."""
