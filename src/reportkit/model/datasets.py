"""List every kind of provided data once, with all that the rest of the program asks about it.

A key of input.yaml, the section it is printed in, who has it, what its absence means, what
tells its rows apart, which release it is of, and which of its values are codes: each stands in
the one row of its kind, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from reportkit.model.dataset_kind import ANY_CODE, CMS, DataSection, DatasetKind
from reportkit.model.messages import N_
from reportkit.model.schedule_datasets import SCHEDULES

DATA_SECTIONS: Final[tuple[DataSection, ...]] = (
    DataSection(
        "code-parameters",
        title=N_("Code parameters"),
        topic=N_("code parameters"),
        dataset="mpfs",
        stand_in="coding-specifications",
    ),
    DataSection(
        "related-codes",
        title=N_("Related codes"),
        topic=N_("related codes"),
        dataset="related_codes",
        stand_in="coding-specifications",
    ),
    DataSection(
        "diagnoses",
        title=N_("Diagnoses"),
        topic=N_("diagnoses"),
        dataset="diagnoses",
        stand_in="clinical-context",
    ),
    DataSection(
        "taxonomies",
        title=N_("Provider taxonomies"),
        topic=N_("provider taxonomies"),
        dataset="taxonomies",
        stand_in="billing-overview",
    ),
    DataSection(
        "medicare-payment",
        title=N_("Medicare payment"),
        topic=N_("Medicare payment"),
        dataset="mpfs",
        stand_in="coding-specifications",
    ),
    DataSection(
        "rate-benchmarks",
        title=N_("Rate benchmarks"),
        topic=N_("rate benchmarks"),
        dataset="rates",
        stand_in="billing-overview",
    ),
    DataSection(
        "utilization",
        title=N_("Utilization"),
        topic=N_("utilization"),
        dataset="utilization",
        stand_in="billing-overview",
    ),
    DataSection(
        "payer-coverage",
        title=N_("Payer coverage"),
        topic=N_("payer coverage"),
        dataset="coverage",
        stand_in="summary",
    ),
    DataSection(
        "policy-updates",
        title=N_("Policy updates"),
        topic=N_("policy updates"),
        dataset="policy_updates",
        stand_in="summary",
    ),
)
"""In the order in which a new report lists them."""

KINDS: Final[dict[str, DatasetKind]] = {
    kind.key: kind
    for kind in (
        DatasetKind(
            "payers",
            label=N_("Payers"),
            section="summary",
            asked_of="payer policy team",
            absence=N_("No payer is named in this report."),
            rows={"": ("id",)},
        ),
        DatasetKind(
            "sites",
            label=N_("Sites of service"),
            section="billing-overview",
            asked_of="coding data team",
            absence=N_("No site of service is named."),
            published=f"{CMS}, place of service codes",
            rows={"": ("id",)},
        ),
        DatasetKind(
            "modifiers",
            label=N_("Modifiers"),
            section="coding-specifications",
            asked_of="coding data team",
            absence=N_("No modifier is shown."),
            rows={"": ()},
            codes={"": "modifier"},
        ),
        DatasetKind(
            "mpfs",
            label=N_("Medicare physician fee schedule values"),
            section="medicare-payment",
            asked_of="coding data team",
            absence=N_("No relative value units and no payment by them are shown."),
            published=f"{CMS}, National Physician Fee Schedule Relative Value File",
            rows={
                "localities": ("locality",),
                "localities.components": ("modifier",),
                "components": ("modifier",),
                "qualifying.components": ("modifier",),
                "history": ("release", "released"),
                "history.components": ("modifier",),
                "history.qualifying.components": ("modifier",),
            },
            release="release",
            code_set="mpfs",
            by_medicare=True,
        ),
        DatasetKind(
            "mue",
            label=N_("Medically unlikely edits"),
            section="coding-specifications",
            asked_of="coding data team",
            absence=N_("The report does not say how many units are likely on one day."),
            published=f"{CMS}, medically unlikely edits",
            rows={"history": ("quarter",)},
            release="quarter",
            code_set="ncci",
            by_medicare=True,
        ),
        DatasetKind(
            "asc",
            label=N_("Ambulatory surgical center payment"),
            section="medicare-payment",
            asked_of="coding data team",
            absence=N_("No ambulatory surgical center payment is shown."),
            published=f"{CMS}, addenda of ambulatory surgical center payment",
            rows={"history": ("release",)},
            release="release",
            by_medicare=True,
        ),
        DatasetKind(
            "ncci",
            label=N_("Procedure-to-procedure edits"),
            section="related-codes",
            asked_of="coding data team",
            absence=N_("The report does not say which codes are bundled with this one."),
            published=f"{CMS}, procedure-to-procedure edits",
            rows={"": ("setting",), "pairs": ("column_1", "column_2", "deleted")},
            codes={"pairs.column_1": ANY_CODE, "pairs.column_2": ANY_CODE},
            release="quarter",
            code_set="ncci",
            by_medicare=True,
        ),
        DatasetKind(
            "related_codes",
            label=N_("Related codes"),
            section="related-codes",
            asked_of="coding data team",
            absence=N_("No alternative or family code is shown."),
            rows={"": ("code", "relation")},
            codes={"code": "code_system"},
        ),
        DatasetKind(
            "diagnoses",
            label=N_("Diagnoses"),
            section="diagnoses",
            asked_of="coding data team",
            absence=N_("The report does not say which diagnoses support the service."),
            published="National Center for Health Statistics, ICD-10-CM",
            rows={"": ("code",)},
            codes={"code": "ICD-10-CM"},
            source="source",
            release="release",
            code_set="icd10cm",
        ),
        DatasetKind(
            "taxonomies",
            label=N_("Provider taxonomies"),
            section="taxonomies",
            asked_of="provider data team",
            absence=N_("The report does not say which specialties bill the code."),
            published="National Uniform Claim Committee, Health Care Provider Taxonomy",
            rows={"": ("code",)},
            codes={"code": "taxonomy"},
        ),
        DatasetKind(
            "rates",
            label=N_("Negotiated rates"),
            section="rate-benchmarks",
            asked_of="price transparency team",
            absence=N_("No negotiated rate of any payer is shown."),
            published="Price files of hospitals and payers",
            rows={
                "": (
                    "published_by",
                    "payer",
                    "plan",
                    "setting",
                    "billing_class",
                    "modifiers",
                    "negotiated_type",
                    "period",
                    "publisher",
                    "network",
                    "places",
                    "arrangement",
                    "additional_information",
                    "drug_unit",
                )
            },
            codes={"modifiers": "modifier"},
            payer="payer",
        ),
        DatasetKind(
            "utilization",
            label=N_("Utilization counts"),
            section="utilization",
            asked_of="claims data team",
            absence=N_("The report does not say how often the service is given."),
            published=f"{CMS}, Medicare Physician & Other Practitioners, by Geography and Service",
            rows={"": ("year", "setting")},
            by_medicare=True,
        ),
        DatasetKind(
            "coverage",
            label=N_("Payer coverage policies"),
            section="payer-coverage",
            asked_of="payer policy team",
            absence=N_("No coverage position of any payer is shown."),
            published=f"{CMS}, Medicare Coverage Database",
            rows={"": ("payer", "policy_id")},
            codes={"diagnoses": "ICD-10-CM"},
            payer="payer",
        ),
        DatasetKind(
            "policy_updates",
            label=N_("Policy updates"),
            section="policy-updates",
            asked_of="payer policy team",
            absence=N_("Changes of payer policy are not tracked."),
            rows={"": ("payer", "date", "change")},
            payer="payer",
            source="source",
        ),
        DatasetKind(
            "service_line",
            label=N_("Service line"),
            section="billing-overview",
            asked_of="finance data team",
            absence=N_("The code is not assigned to a service line."),
        ),
        DatasetKind(
            "validity",
            label=N_("Validity of the code"),
            section="code-parameters",
            asked_of="coding data team",
            absence=N_("The report does not say on which days the code may be billed."),
            published=f"{CMS}, HCPCS Level II file",
            release="release",
            code_set="hcpcs",
            always=False,
        ),
        DatasetKind(
            "allowed_amounts",
            label=N_("Amounts allowed, as hospitals state them"),
            section="rate-benchmarks",
            asked_of="price transparency team",
            absence=N_("No hospital's own statistics of what payers allowed are shown."),
            published="Price files of hospitals",
            rows={
                "": (
                    "hospital",
                    "payer",
                    "plan",
                    "setting",
                    "billing_class",
                    "modifiers",
                    "methodology",
                    "period",
                    "median",
                    "p10",
                    "p90",
                    "count",
                )
            },
            codes={"modifiers": "modifier"},
            payer="payer",
            always=False,
        ),
        *SCHEDULES,
    )
}
"""Key of input.yaml to its kind, in the order in which a new file gives them."""

DATASETS: Final[tuple[str, ...]] = tuple(key for key, kind in KINDS.items() if kind.always)
"""The keys of which each has a value or is a named gap."""

PAYERS_AT: Final = tuple(f"{kind.key}.{kind.payer}" for kind in KINDS.values() if kind.payer)
"""Paths in input.yaml of the ids of payers."""

SOURCES_AT: Final = tuple(f"{kind.key}.{kind.source}" for kind in KINDS.values() if kind.source)
"""Paths in input.yaml of the ids of sources, beside those under `provenance:`."""

CODES_AT: Final = {
    f"{kind.key}.{path}".rstrip("."): system
    for kind in KINDS.values()
    for path, system in kind.codes.items()
}
"""Path in input.yaml of a code to its code system, or to the field beside it that names it."""

_STAND_INS = {section.id: section.stand_in for section in DATA_SECTIONS}


def told_in(kind: DatasetKind, listed: Container[str]) -> str:
    """The section of a report, of those it lists, that tells of the absence of a dataset."""
    return kind.section if kind.section in listed else _STAND_INS.get(kind.section, kind.section)
