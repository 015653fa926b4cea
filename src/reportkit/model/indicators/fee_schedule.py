"""List the fee schedule's indicators: what each value means and what it does to modifiers.

Source: CMS National Physician Fee Schedule Relative Value File, record layout RVU25D, in
own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.indicators.indicator import Indicator, Meaning
from reportkit.model.messages import N_

INDICATORS: Final[tuple[Indicator, ...]] = (
    Indicator(
        "status",
        N_("Status"),
        {
            "A": Meaning(N_("Active and paid separately")),
            "B": Meaning(N_("Always bundled into another service")),
            "C": Meaning(N_("Priced by the contractor")),
            "D": Meaning(N_("Deleted")),
            "E": Meaning(N_("Excluded from the fee schedule by regulation")),
            "F": Meaning(N_("Deleted at once")),
            "G": Meaning(N_("Not valid for Medicare, after a time of grace")),
            "H": Meaning(N_("A part of the code was deleted")),
            "I": Meaning(N_("Not valid for Medicare, which uses another code")),
            "J": Meaning(N_("Anesthesia service, priced by its own units")),
            "M": Meaning(N_("Measurement code, for reporting only")),
            "N": Meaning(N_("Not covered by Medicare")),
            "P": Meaning(N_("Bundled or excluded")),
            "R": Meaning(N_("Restricted coverage")),
            "T": Meaning(N_("Paid only if nothing else is paid that day")),
            "X": Meaning(N_("Outside the definition of physician services")),
        },
    ),
    Indicator(
        "global_days",
        N_("Global period"),
        {
            "000": Meaning(
                N_("The day of the procedure"), N_("25 on a same-day visit; 57 does not apply")
            ),
            "010": Meaning(
                N_("The day of the procedure and 10 days after"),
                N_("24, 25, 58, 78 and 79 have a meaning; 57 does not apply"),
            ),
            "090": Meaning(
                N_("The day before, the day, and 90 days after"),
                N_("24, 57, 58, 78 and 79 have a meaning"),
            ),
            "MMM": Meaning(N_("Maternity service")),
            "XXX": Meaning(
                N_("The global concept does not apply"),
                N_("24, 54, 55, 58, 78 and 79 have no meaning"),
            ),
            "YYY": Meaning(N_("The contractor sets the period")),
            "ZZZ": Meaning(N_("Added to the period of the base procedure")),
        },
    ),
    Indicator(
        "multiple_procedure",
        N_("Multiple procedures"),
        {
            "0": Meaning(N_("No reduction"), N_("51 has no effect")),
            "1": Meaning(N_("Standard reduction of the earlier scale"), N_("51 may apply")),
            "2": Meaning(N_("Standard reduction: 100%, then 50%"), N_("51 may apply")),
            "3": Meaning(N_("Endoscopy family rule"), N_("51 may apply")),
            "4": Meaning(N_("Imaging reduction"), N_("51 has no effect")),
            "5": Meaning(N_("Therapy reduction"), N_("51 has no effect")),
            "6": Meaning(N_("Cardiovascular reduction"), N_("51 has no effect")),
            "7": Meaning(N_("Ophthalmology reduction"), N_("51 has no effect")),
            "9": Meaning(N_("The concept does not apply"), N_("51 has no meaning")),
        },
    ),
    Indicator(
        "bilateral",
        N_("Bilateral procedure"),
        {
            "0": Meaning(
                N_("No bilateral adjustment: two sides are paid as one"),
                N_("50, LT and RT do not apply"),
            ),
            "1": Meaning(N_("150% when done on both sides"), N_("50 may apply")),
            "2": Meaning(N_("Valued as bilateral already"), N_("50 does not apply")),
            "3": Meaning(N_("Each side paid in full"), N_("50 may apply")),
            "9": Meaning(N_("The concept does not apply"), N_("50, LT and RT do not apply")),
        },
    ),
    Indicator(
        "assistant_surgeon",
        N_("Assistant at surgery"),
        {
            "0": Meaning(
                N_("Paid when documentation shows the need"),
                N_("80, 81, 82 and AS need documentation"),
            ),
            "1": Meaning(N_("Never paid"), N_("80, 81, 82 and AS do not apply")),
            "2": Meaning(N_("May be paid"), N_("80, 81, 82 and AS may apply")),
            "9": Meaning(N_("The concept does not apply"), N_("80, 81, 82 and AS do not apply")),
        },
    ),
    Indicator(
        "co_surgeon",
        N_("Co-surgeons"),
        {
            "0": Meaning(N_("Not permitted"), N_("62 does not apply")),
            "1": Meaning(
                N_("Paid when documentation shows the need"), N_("62 needs documentation")
            ),
            "2": Meaning(N_("Permitted for two specialties"), N_("62 may apply")),
            "9": Meaning(N_("The concept does not apply"), N_("62 does not apply")),
        },
    ),
    Indicator(
        "team_surgery",
        N_("Team surgery"),
        {
            "0": Meaning(N_("Not permitted"), N_("66 does not apply")),
            "1": Meaning(
                N_("Paid when documentation shows the need"), N_("66 needs documentation")
            ),
            "2": Meaning(N_("Permitted, paid by report"), N_("66 may apply")),
            "9": Meaning(N_("The concept does not apply"), N_("66 does not apply")),
        },
    ),
    Indicator(
        "pc_tc",
        N_("Professional and technical parts"),
        {
            "0": Meaning(
                N_("A physician service that does not split"), N_("26 and TC do not apply")
            ),
            "1": Meaning(N_("Splits into two parts"), N_("26 and TC may apply")),
            "2": Meaning(N_("Professional part only"), N_("26 and TC do not apply")),
            "3": Meaning(N_("Technical part only"), N_("26 and TC do not apply")),
            "4": Meaning(
                N_("Whole test; its parts have their own codes"), N_("26 and TC do not apply")
            ),
            "5": Meaning(N_("Incident to a physician's service"), N_("26 and TC do not apply")),
            "6": Meaning(N_("Laboratory test with interpretation"), N_("26 may apply")),
            "7": Meaning(N_("Therapy service"), N_("26 and TC do not apply")),
            "8": Meaning(
                N_("Interpretation of an inpatient's smear"), N_("26 and TC do not apply")
            ),
            "9": Meaning(N_("The concept does not apply"), N_("26 and TC do not apply")),
        },
    ),
)
"""In the order of the publication's table."""

PAID_STATUSES: Final = ("A", "R", "T")
"""Status of codes that are paid by relative values where they are covered."""

NO_CONCEPT: Final = "9"
"""Value of every indicator whose concept does not apply to the code."""

OF_VISITS: Final = N_(
    "24, 25 and 57 go on the visit and speak of another service; 54, 55, 58, 78 and 79 have no "
    "meaning"
)
"""What the global period means for a visit (CMS, claims processing manual, chapter 12)."""
