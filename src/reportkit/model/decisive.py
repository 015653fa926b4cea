"""List the values that decide on a claim: what may stand on it, how often, whether it is paid.

All other values tell of the code: amounts, counts, names. Which edits and indicators decide is what
CMS says of the columns of its files, in the records of `model.input`.
"""

from __future__ import annotations

from typing import Final

DECISIVE: Final[dict[str, frozenset[str]]] = {
    "report": frozenset({"topics", "sections"}),
    "input": frozenset({
        "payers",
        "sites", "sites.pos",
        "modifiers",
        "mpfs", "mpfs.status", "mpfs.global_days", "mpfs.multiple_procedure", "mpfs.bilateral",
        "mpfs.assistant_surgeon", "mpfs.co_surgeon", "mpfs.team_surgery", "mpfs.pc_tc",
        "mpfs.nonfacility_na", "mpfs.facility_na",
        "mue", "mue.practitioner", "mue.practitioner.units", "mue.practitioner.mai",
        "mue.outpatient_hospital", "mue.outpatient_hospital.units", "mue.outpatient_hospital.mai",
        "asc", "asc.payment_indicator", "asc.multiple_procedure_discount",
        "add_ons", "add_ons.edits", "add_ons.edits.kind", "telehealth",
        "ncci", "ncci.pairs", "ncci.pairs.indicator", "ncci.pairs.deleted",
        "related_codes", "related_codes.relation",
        "diagnoses", "diagnoses.support", "diagnoses.excludes1",
        "taxonomies",
        "coverage", "coverage.stance", "coverage.prior_authorization", "coverage.criteria",
        "coverage.diagnoses",
        "validity", "validity.added", "validity.terminated",
    }),
    "billing-overview": frozenset({"service_type", "purpose"}),
    "clinical-context": frozenset({"workflow.included"}),
    "coding-specifications": frozenset({
        "modifiers.code", "modifiers.appended_to", "excluded_modifiers.code",
        "companion_services.modifiers",
    }),
}  # fmt: skip
"""Key of a file to the paths of such values; the path of a list stands for each of its rows."""

RESTRICTING: Final = frozenset({"mue", "ncci"})
"""Keys of data of which a new row takes something from a claim (CMS NCCI edits)."""
