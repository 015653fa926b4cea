"""Rule: a step of the workflow that is part of the code, and is not marked so."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule
from reportkit.model.code_families import families_of
from reportkit.reading.codes import code_mentions
from reportkit.reading.services import services_ordered
from reportkit.reading.steps import INTEGRAL
from reportkit.reading.text import Text, section_texts
from reportkit.workspace.publication import Publication


@rule("warning", "clinical text")
def unincluded_step(publication: Publication) -> Iterator[Issue]:
    """A step of the workflow is what the code is for, or part of any surgery, and not `included`.

    Why:
        A step that is not marked as part of the code reads as one that may be billed by itself.
        Approach, local anesthesia, closure and watching the patient are paid with the procedure.

    Bad:
        # clinical-context
        workflow:
          - text: Check for bleeding and watch the patient.

    Good:
        # clinical-context
        workflow:
          - text: Check for bleeding and watch the patient.
            included: true
    """
    steps = publication.clinical.workflow
    for text in section_texts(publication):
        match text.key, text.route:
            case "clinical-context", ("workflow", int(index), "text"):
                pass
            case _:
                continue
        if steps[index].included or any(code_mentions(text)):
            continue
        reason = _reason(publication, text)
        if reason is not None:
            yield Issue(
                at("clinical-context", "workflow", index),
                f"the step is not marked as part of {publication.code}, and {reason}",
                "write `included: true`, or name the code it is billed by",
            )


def _reason(publication: Publication, text: Text) -> str | None:
    """Why a step is part of the code."""
    if "surgery" in families_of(publication.report.code) and INTEGRAL.within(text.plain):
        return "surgery is paid with it"
    if not publication.is_written("billing-overview"):
        return None
    service_type = publication.billing.service_type
    if service_type in services_ordered(text):
        return f"it tells of the {service_type} that the code is for"
    return None
