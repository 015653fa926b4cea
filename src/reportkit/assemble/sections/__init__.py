"""The sections of a publication, one file each: an Edition in, a Part out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reportkit.assemble.edition import Edition
from reportkit.assemble.part import Part
from reportkit.assemble.sections.billing_overview import billing_overview
from reportkit.assemble.sections.clinical_context import clinical_context
from reportkit.assemble.sections.code_parameters import code_parameters
from reportkit.assemble.sections.coding_specifications import coding_specifications
from reportkit.assemble.sections.data_gaps import data_gaps
from reportkit.assemble.sections.diagnoses import diagnoses
from reportkit.assemble.sections.medicare_payment import medicare_payment
from reportkit.assemble.sections.notices import notices
from reportkit.assemble.sections.payer_coverage import payer_coverage
from reportkit.assemble.sections.policy_updates import policy_updates
from reportkit.assemble.sections.rate_benchmarks import rate_benchmarks
from reportkit.assemble.sections.related_codes import related_codes
from reportkit.assemble.sections.revision_history import revision_history
from reportkit.assemble.sections.sources import sources
from reportkit.assemble.sections.summary import summary
from reportkit.assemble.sections.taxonomies import taxonomies
from reportkit.assemble.sections.utilization import utilization

MAKERS: Final[dict[str, Callable[[Edition], Part]]] = {
    "summary": summary,
    "billing-overview": billing_overview,
    "clinical-context": clinical_context,
    "coding-specifications": coding_specifications,
    "code-parameters": code_parameters,
    "related-codes": related_codes,
    "diagnoses": diagnoses,
    "taxonomies": taxonomies,
    "medicare-payment": medicare_payment,
    "rate-benchmarks": rate_benchmarks,
    "utilization": utilization,
    "payer-coverage": payer_coverage,
    "policy-updates": policy_updates,
    "data-gaps": data_gaps,
    "sources": sources,
    "notices": notices,
    "revision-history": revision_history,
}
"""Section id to the function that makes the section."""
