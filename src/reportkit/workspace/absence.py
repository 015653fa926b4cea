"""What the absence of a dataset or section means: its name in, entry of the ledger out."""

from __future__ import annotations

from datetime import date

from reportkit.model.input import DATASETS
from reportkit.model.sections import AUTHORED


def gap(field: str, since: date) -> dict[str, object]:
    """The record that goes with `null` for a dataset, or with a section not written yet."""
    section, needed_from, effect = _GAPS[field]
    return {
        "field": field,
        "section": section,
        "reason": "pending" if field in AUTHORED else "not_provided",
        "needed_from": needed_from,
        "effect": effect,
        "since": since,
    }


_GAPS: dict[str, tuple[str, str, str]] = {
    "payers": ("payer-coverage", "payer policy team", "No payer is named in this report."),
    "sites": ("billing-overview", "coding data team", "No site of service is named."),
    "modifiers": ("coding-specifications", "coding data team", "No modifier is shown."),
    "mpfs": ("medicare-payment", "coding data team",
             "No relative value units and no Medicare payment are shown."),
    "mue": ("code-parameters", "coding data team",
            "The report does not say how many units are likely on one day."),
    "asc": ("medicare-payment", "coding data team",
            "No ambulatory surgical center payment is shown."),
    "ncci": ("related-codes", "coding data team",
             "The report does not say which codes are bundled with this one."),
    "related_codes": ("related-codes", "coding data team",
                      "No alternative or family code is shown."),
    "diagnoses": ("diagnoses", "coding data team",
                  "The report does not say which diagnoses support the service."),
    "taxonomies": ("taxonomies", "provider data team",
                   "The report does not say which specialties bill the code."),
    "rates": ("rate-benchmarks", "price transparency team",
              "No negotiated rate of any payer is shown."),
    "utilization": ("utilization", "claims data team",
                    "The report does not say how often the service is given."),
    "coverage": ("payer-coverage", "payer policy team",
                 "No coverage position of any payer is shown."),
    "policy_updates": ("policy-updates", "payer policy team",
                       "Changes of payer policy are not tracked."),
    "service_line": ("billing-overview", "finance data team",
                     "The code is not assigned to a service line."),
    "summary": ("summary", "author", "The report has no summary."),
    "billing-overview": ("billing-overview", "author",
                         "The report does not describe what is billed."),
    "clinical-context": ("clinical-context", "author and clinical reviewer",
                         "The report does not say when the service is given."),
    "coding-specifications": ("coding-specifications", "author and coding reviewer",
                              "The report does not say how modifiers are used."),
}  # fmt: skip
"""Dataset to the section that tells of it, who has it, and what its absence means."""

if _GAPS.keys() != {*DATASETS, *AUTHORED}:
    raise AssertionError("every dataset and section needs its gap, and every gap its dataset")
