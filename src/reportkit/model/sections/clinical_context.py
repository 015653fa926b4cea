"""Clinical context: sections/<code>/clinical-context.yaml."""

from typing import Literal

from reportkit.model.base import Count, Notes, Prose, Record

Evidence = Literal["histology", "cytology", "imaging", "laboratory", "clinical"]


class Patient(Record):
    """An invented patient; never a real one, not even without a name."""

    age: Count
    """In years."""
    sex: Literal["female", "male", "intersex"] | None
    """Sex of the invented patient; `null` where it does not matter."""
    presentation: Prose
    """Why the patient comes: complaint, history, or an earlier finding."""


class Vignette(Record):
    """A made-up case that shows the code in use; printed as illustrative."""

    illustrative: bool
    """Always `true`: the case is invented, and readers are told so."""
    patient: Patient
    """Who is treated."""
    findings: Prose
    """What was found in this patient, and by which test."""
    evidence: Evidence
    """What the diagnosis rests on."""
    procedure: Prose
    """What is done, as the record of the service would tell it."""
    code: str
    """The code of the report, as the case is billed."""
    site: str
    """Id of a provided site."""


class Step(Record):
    """One step of the usual workflow."""

    text: Prose
    """What is done in this step, as one sentence."""
    included: bool = False
    """True if the step is part of the code and not billed by itself."""


class Guideline(Record):
    """A guideline by its body, title and year."""

    body: str
    """The society or agency that issued it."""
    title: str
    """Its title, as issued."""
    year: int
    """The year it was issued: `2024`."""
    source: str
    """Id of a source listed in report.yaml."""


class ClinicalContext(Record):
    """When the service is given, to whom, and how it runs."""

    reportkit: Literal["clinical-context/1"]
    """The form of the file: `clinical-context/1`."""
    indications: Prose
    """For which conditions the service is given, and for which it is not."""
    vignette: Vignette
    """One invented case that shows the code in use."""
    workflow: tuple[Step, ...]
    """The steps of the usual visit, in order."""
    follow_up: Prose
    """What happens after the service, and when."""
    guidelines: tuple[Guideline, ...] | None
    """What the text follows; `null` with a record of the gap where none was provided."""
    notes: Notes = ()
    """For editors; never published."""
