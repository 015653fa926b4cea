"""Name the places where people live, learn, work and travel."""

from __future__ import annotations

from typing import Final

LIVING: Final[dict[str, tuple[str, ...]]] = {
    "12": (
        "patient's home",
        "patients' home",
        "patient's own home",
        "patient's house",
        "patient's residence",
        "home of the patient",
        "home setting",
        "private residence",
        "private home",
        "residence of the patient",
    ),
    "10": (
        "telehealth provided in patient's home",
        "telehealth at home",
        "telehealth in the home",
        "telehealth in the patient's home",
        "telehealth to the patient's home",
        "telehealth at the patient's home",
        "video visit at home",
        "virtual visit at home",
    ),
    "13": ("assisted living facility", "assisted living center", "assisted living residence"),
    "14": ("group home",),
    "31": (
        "skilled nursing facility",
        "skilled nursing unit",
        "skilled nursing home",
        "skilled facility",
        "subacute rehabilitation unit",
    ),
    "32": ("long-term care facility", "long-term nursing facility"),
    "31 32": ("nursing home", "nursing facility"),
    "33": (
        "custodial care facility",
        "custodial facility",
        "rest home",
        "domiciliary",
        "board-and-care home",
        "residential care home",
    ),
    "54": (
        "intermediate care facility",
        "intermediate care facility for individuals with intellectual disabilities",
    ),
    "04": ("homeless shelter", "shelter for the homeless", "emergency shelter"),
    "16": ("temporary lodging", "hotel room", "campground", "cruise ship", "hostel"),
    "27": ("outreach site", "street medicine site", "homeless encampment"),
    "03": (
        "school clinic",
        "school nurse's office",
        "school-based health center",
        "school-based clinic",
        "school setting",
    ),
    "09": (
        "prison",
        "prison clinic",
        "jail",
        "correctional facility",
        "detention center",
        "reformatory",
        "prison infirmary",
    ),
    "18": (
        "worksite clinic",
        "workplace clinic",
        "place of employment",
        "employer clinic",
        "on-site employee clinic",
    ),
    "41": ("ground ambulance", "land ambulance"),
    "42": ("air ambulance", "water ambulance", "helicopter ambulance", "medevac helicopter"),
    "41 42": ("back of an ambulance",),
}
"""Places outside health care, and homes for care, by the words that name them."""
