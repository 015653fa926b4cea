"""List what the values of Medicare's edits mean: units, and pairs of codes.

Source: CMS, NCCI policy manual, chapter 1, in own words.
"""

from __future__ import annotations

from typing import Final

from reportkit.model.indicators.indicator import Indicator, Meaning
from reportkit.model.messages import N_

ADJUDICATION: Final = Indicator(
    "mai",
    N_("Adjudication of the unit limit"),
    {
        "1": Meaning(
            N_("Each line of the claim is held to the limit"),
            N_("76, 77, 59 and others may put more units on another line"),
        ),
        "2": Meaning(
            N_("The day is held to the limit, by law or by what the code says"),
            N_("No modifier lifts the limit"),
        ),
        "3": Meaning(
            N_("The day is held to the limit, by what is usual in practice"),
            N_("More units are paid on appeal where they were needed"),
        ),
    },
)
"""`mai` of the medically unlikely edits."""

PAIR: Final = Indicator(
    "indicator",
    N_("Modifier indicator of a pair"),
    {
        "0": Meaning(N_("Never paid together"), N_("No modifier opens the pair")),
        "1": Meaning(
            N_("Paid together where a modifier says why"),
            N_("A modifier of the edit opens the pair"),
        ),
        "9": Meaning(N_("The pair was deleted on the day it began"), N_("No modifier is needed")),
    },
)
"""`indicator` of the procedure-to-procedure edits."""
