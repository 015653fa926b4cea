"""Clinical context: sections/<code>/clinical-context.yaml."""

from typing import Literal

from reportkit.model.base import Notes, Prose, Record

Evidence = Literal["histology", "cytology", "imaging", "laboratory", "clinical"]


class Patient(Record):
    """An invented patient; never a real one, not even without a name."""

    age: int
    """In years."""
    sex: Literal["female", "male", "intersex"] | None
    presentation: Prose


class Vignette(Record):
    """A made-up case that shows the code in use; printed as illustrative."""

    illustrative: bool
    patient: Patient
    findings: Prose
    evidence: Evidence
    """What the diagnosis rests on."""
    procedure: Prose
    code: str
    site: str
    """Id of a provided site."""


class Step(Record):
    """One step of the usual workflow."""

    text: Prose
    included: bool = False
    """True if the step is part of the code and not billed by itself."""


class Guideline(Record):
    """A guideline by its body, title and year."""

    body: str
    title: str
    year: int
    source: str
    """Id of a source listed in report.yaml."""


class ClinicalContext(Record):
    """When the service is given, to whom, and how it runs."""

    reportkit: Literal["clinical-context/1"]
    indications: Prose
    vignette: Vignette
    workflow: tuple[Step, ...]
    follow_up: Prose
    guidelines: tuple[Guideline, ...] | None
    notes: Notes = ()
