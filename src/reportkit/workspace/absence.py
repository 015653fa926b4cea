"""What the absence of each dataset means: dataset in, entry of the ledger of gaps out."""

from __future__ import annotations

from datetime import date

from reportkit.model.input import DATASETS


def gap(dataset: str, since: date) -> dict[str, object]:
    """The record that goes with `null` for a dataset."""
    section, needed_from, effect = _GAPS[dataset]
    return {
        "field": dataset,
        "section": section,
        "reason": "not_provided",
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
}  # fmt: skip
"""Dataset to the section that tells of it, who has it, and what its absence means."""

if _GAPS.keys() != set(DATASETS):
    raise AssertionError("every dataset needs its gap, and every gap its dataset")
