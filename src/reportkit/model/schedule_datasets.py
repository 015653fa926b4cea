"""List what Medicare publishes of some codes only: its other schedules, add-ons, telehealth."""

from __future__ import annotations

from typing import Final

from reportkit.model.dataset_kind import ANY_CODE, DatasetKind
from reportkit.model.messages import N_

SCHEDULES: Final[tuple[DatasetKind, ...]] = (
    DatasetKind(
        "opps",
        label=N_("Outpatient hospital payment"),
        section="medicare-payment",
        asked_of="coding data team",
        absence=N_("No outpatient hospital payment by addendum B is shown."),
        rows={"history": ("release", "released")},
        release="release",
        by_medicare=True,
        always=False,
    ),
    DatasetKind(
        "clfs",
        label=N_("Laboratory payment"),
        section="medicare-payment",
        asked_of="coding data team",
        absence=N_("No laboratory payment is shown."),
        rows={
            "rates": ("modifier",),
            "history": ("release",),
            "history.rates": ("modifier",),
        },
        release="release",
        by_medicare=True,
        always=False,
    ),
    DatasetKind(
        "asp",
        label=N_("Payment limit of the drug"),
        section="medicare-payment",
        asked_of="coding data team",
        absence=N_("No payment limit of the drug is shown."),
        rows={"history": ("release", "released")},
        release="release",
        by_medicare=True,
        always=False,
    ),
    DatasetKind(
        "anesthesia",
        label=N_("Anesthesia payment"),
        section="medicare-payment",
        asked_of="coding data team",
        absence=N_("No base units and no anesthesia factor are shown."),
        rows={"localities": ("locality",), "history": ("release",)},
        release="release",
        by_medicare=True,
        always=False,
    ),
    DatasetKind(
        "dmepos",
        label=N_("Fees for equipment and supplies"),
        section="medicare-payment",
        asked_of="coding data team",
        absence=N_("No fees for equipment and supplies are shown."),
        rows={
            "rates": ("modifiers",),
            "rates.amounts": ("nonrural", "rural"),
            "history": ("release",),
            "history.rates": ("modifiers",),
            "history.rates.amounts": ("nonrural", "rural"),
        },
        release="release",
        by_medicare=True,
        always=False,
    ),
    DatasetKind(
        "add_ons",
        label=N_("Add-on codes"),
        section="related-codes",
        asked_of="coding data team",
        absence=N_("The report does not say which add-on codes go with which codes."),
        rows={"edits": ("add_on", "primary", "kind", "note")},
        codes={"edits.add_on": ANY_CODE, "edits.primary": ANY_CODE},
        release="quarter",
        code_set="ncci",
        by_medicare=True,
        always=False,
    ),
    DatasetKind(
        "telehealth",
        label=N_("Telehealth list"),
        section="medicare-payment",
        asked_of="coding data team",
        absence=N_("The report does not say whether the code is on the telehealth list."),
        release="release",
        by_medicare=True,
        always=False,
    ),
    DatasetKind(
        "billed_modifiers",
        label=N_("Modifiers that were billed"),
        section="utilization",
        asked_of="claims data team",
        absence=N_("The report does not say which modifiers were billed."),
        rows={"rows": ("modifier",)},
        codes={"rows.modifier": "modifier"},
        release="release",
        by_medicare=True,
        always=False,
    ),
)
"""None is a gap where it is absent, since each lists some codes only."""
