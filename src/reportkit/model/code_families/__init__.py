"""Say of a billing code what follows from the code: family, sex, ages, sides and minutes."""

from __future__ import annotations

from reportkit.model.code_families.families import FAMILIES, Family, families_of, is_visit
from reportkit.model.code_families.minutes import (
    Minutes,
    in_quarter_hours,
    minutes_of,
    quarter_hour_units,
)
from reportkit.model.code_families.patients import (
    Ages,
    ages_of,
    is_obstetric_package,
    paired,
    sex_of,
)
from reportkit.model.code_families.services import service_types_of

__all__ = [
    "FAMILIES",
    "Ages",
    "Family",
    "Minutes",
    "ages_of",
    "families_of",
    "in_quarter_hours",
    "is_obstetric_package",
    "is_visit",
    "minutes_of",
    "paired",
    "quarter_hour_units",
    "service_types_of",
    "sex_of",
]
