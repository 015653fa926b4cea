"""Tell apart the modifiers of anesthesia: who directs how many, and how ill the patient is."""

from __future__ import annotations

from typing import Final

from reportkit.model.modifiers.aspects.aspect import Aspect, combined, value

ANESTHESIA: Final[dict[str, Aspect]] = {
    "anesthesias at once": Aspect(
        {
            "in person": value(
                "AA",
                *("in person", "personally", "one anesthesiologist", "a single anesthesiologist"),
                *("one patient", "a single patient"),
            ),
            "not in person": value(
                "", "by a crna", "by a nurse anesthetist", "crna gives", "nurse anesthetist gives"
            ),
            "one": value(
                "QY",
                *("one nurse anesthetist", "one crna", "a single nurse anesthetist"),
                *("direction of one case", "directs one case", "direction of a single case"),
            ),
            "two to four": value(
                "QK",
                *("two to four", "two, three or four", "2 to 4"),
                *combined("directs directing", ("two", "three", "four")),
                *combined("two three four", ("cases at once", "anesthesias at once")),
            ),
            "more than four": value("AD", "more than four", "five or more", "over four"),
        },
        is_told_of_others=True,
    ),
    "presence": Aspect(
        {
            "in person": value("AA", "in person", "personally"),
            "directing": value("QK QY QX AD", "medical direction", "medically directs"),
        },
        is_told_of_others=True,
    ),
    "direction": Aspect(
        {
            "with": value(
                "QX",
                *("with medical direction", "with direction", "medically directed"),
                *("under direction", "under medical direction", "under the direction"),
                *combined(
                    "anesthesiologist physician",
                    ("directs the nurse anesthetist", "directs the crna"),
                ),
                *combined("anesthesiologist physician", ("who directs", "who directed")),
                *combined(
                    "directed steered guided supervised overseen led",
                    ("by a physician", "by a doctor", "by an anesthesiologist", "by the physician"),
                ),
            ),
            "without": value(
                "QZ",
                "without medical direction",
                "without direction",
                "not medically directed",
                "no medical direction",
                *("on their own", "works alone", "acts alone", "working alone"),
                *combined("without", ("a physician", "any physician", "an anesthesiologist")),
                "without any anesthesiologist",
                *combined("nobody no-one", ("directs", "directing", "directed")),
            ),
        }
    ),
    "monitored care": Aspect(
        {
            "deep procedure": value("G8", "deep", "markedly invasive"),
            "heart or lung": value(
                "G9", "heart or lung", "cardiopulmonary", "cardio-pulmonary", "heart disease"
            ),
        }
    ),
    "physical status": Aspect(
        {
            "healthy": value(
                "P1",
                "healthy",
                "normal patient",
                "perfectly fit",
                "fit and well",
                "no disease",
                *("no illness", "without any illness", "no illness at all", "free of disease"),
            ),
            "mild": value("P2", "mild"),
            "severe": value("P3 P4", "severe", "serious"),
            "threat to life": value(
                "P4",
                "threat to life",
                "threatens life",
                "life-threatening",
                "threatening life",
            ),
            "moribund": value(
                "P5",
                "moribund",
                "not expected to live",
                "not expected to survive",
                "dying",
            ),
            "brain-dead": value("P6", "brain-dead", "brain death", "organ donor", "donor"),
        }
    ),
}
"""Aspects of modifiers of anesthesia."""
