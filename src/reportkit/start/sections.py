"""Turn provided data into first files of the sections that authors write.

What the data says stands in them: rows of the modifier table, the code and site of the case,
and sentences that reportkit writes itself (`{{ say.… }}`). The rest is a prompt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from reportkit.findings.place import Route
from reportkit.model.absence import TO_BE_WRITTEN
from reportkit.model.input import ProvidedInput
from reportkit.model.sections import AUTHORED
from reportkit.start.prompts import Known, prompted
from reportkit.workspace.statements import sayable
from reportkit.workspace.statements.statement import Statement


def section_text(section: str, data: ProvidedInput) -> str:
    """The first text of sections/<code>/<section>.yaml."""
    sayings = {route: _prose(names, data) for route, names in SAYINGS.get(section, {}).items()}
    facts = _FACTS.get(section)
    return prompted(AUTHORED[section], {**sayings, **(facts(data) if facts else {})})


SAYINGS: Final[Mapping[str, Mapping[Route, Sequence[str]]]] = {
    "summary": {
        ("relevance",): ("payment_by_setting", "better_paid_setting"),
        ("importance",): ("hospital_payment", "center_payment"),
    },
    "billing-overview": {
        ("units",): ("unit_limit", "unit_limit_kind"),
    },
    "clinical-context": {
        ("indications",): ("diagnoses_provided",),
        ("follow_up",): ("global_period",),
    },
    "coding-specifications": {
        ("intro",): (
            "modifiers_provided",
            "multiple_procedures",
            "both_sides",
            "edits",
            "edits_by_indicator",
        ),
    },
}
"""Section to its fields of prose that begin with statements, and to their names, in order."""


def _prose(names: Sequence[str], data: ProvidedInput) -> str:
    """What is to be written, and below it what the data says of it already, a line each."""
    said = [f"{{{{ say.{name} }}}}" for name in names if _can_be_said(name, data)]
    return "\n".join([TO_BE_WRITTEN, *said])


def _can_be_said(name: str, data: ProvidedInput) -> bool:
    return isinstance(sayable(name, data), Statement)


def _clinical_facts(data: ProvidedInput) -> Known:
    sites = sorted(data.sites or (), key=lambda site: site.rank != "typical")
    return {
        ("vignette", "illustrative"): True,
        ("vignette", "code"): data.code,
        ("vignette", "site"): sites[0].id if sites else TO_BE_WRITTEN,
        ("workflow",): [{}],
    }


def _coding_facts(data: ProvidedInput) -> Known:
    rows: list[dict[str, Any]] = [{"code": code} for code in data.modifiers or ()]
    return {("modifiers",): rows}


_FACTS: Final = {"clinical-context": _clinical_facts, "coding-specifications": _coding_facts}
"""Section to what makes the values it has from the data."""
