"""Join the indicators that CMS publishes, each value with its meaning."""

from __future__ import annotations

from reportkit.model.indicators.edits import ADJUDICATION, PAIR
from reportkit.model.indicators.fee_schedule import INDICATORS, PAID_STATUSES
from reportkit.model.indicators.hospital import HOSPITAL_STATUS
from reportkit.model.indicators.indicator import Indicator, Meaning
from reportkit.model.indicators.surgical_center import CENTER_DISCOUNT, CENTER_PAYMENT

__all__ = [
    "ADJUDICATION",
    "CENTER_DISCOUNT",
    "CENTER_PAYMENT",
    "HOSPITAL_STATUS",
    "INDICATORS",
    "PAID_STATUSES",
    "PAIR",
    "Indicator",
    "Meaning",
    "indicator_of",
    "values_of",
]


def indicator_of(field: str) -> Indicator:
    """The indicator of the fee schedule that a field holds; raises KeyError for another field."""
    return {known.field: known for known in INDICATORS}[field]


def values_of(field: str) -> tuple[str, ...]:
    """The values of an indicator of the fee schedule; raises KeyError for another field."""
    return tuple(indicator_of(field).values)
