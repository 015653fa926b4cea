"""List the places of service that are assigned, and which Medicare rate each takes.

Source: CMS place of service code set, whose names these are but for slashes and capitals; the
rate by setting follows 42 CFR 414.22. The codes are those `reportkit.model.codes` accepts. By
which words prose names a place stands in `reportkit.model.sites`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Rate = Literal["facility", "nonfacility"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of service; `rate` says which practice expense Medicare pays there."""

    code: str
    name: str
    rate: Rate


PLACES_OF_SERVICE: tuple[Place, ...] = (
    Place("01", "Pharmacy", "nonfacility"),
    Place("02", "Telehealth provided other than in patient's home", "facility"),
    Place("03", "School", "nonfacility"),
    Place("04", "Homeless shelter", "nonfacility"),
    Place("05", "Indian Health Service free-standing facility", "nonfacility"),
    Place("06", "Indian Health Service provider-based facility", "facility"),
    Place("07", "Tribal 638 free-standing facility", "nonfacility"),
    Place("08", "Tribal 638 provider-based facility", "facility"),
    Place("09", "Prison or correctional facility", "nonfacility"),
    Place("10", "Telehealth provided in patient's home", "nonfacility"),
    Place("11", "Office", "nonfacility"),
    Place("12", "Home", "nonfacility"),
    Place("13", "Assisted living facility", "nonfacility"),
    Place("14", "Group home", "nonfacility"),
    Place("15", "Mobile unit", "nonfacility"),
    Place("16", "Temporary lodging", "nonfacility"),
    Place("17", "Walk-in retail health clinic", "nonfacility"),
    Place("18", "Place of employment or worksite", "nonfacility"),
    Place("19", "Off campus-outpatient hospital", "facility"),
    Place("20", "Urgent care facility", "nonfacility"),
    Place("21", "Inpatient hospital", "facility"),
    Place("22", "On campus-outpatient hospital", "facility"),
    Place("23", "Emergency room of a hospital", "facility"),
    Place("24", "Ambulatory surgical center", "facility"),
    Place("25", "Birthing center", "nonfacility"),
    Place("26", "Military treatment facility", "facility"),
    Place("27", "Outreach site or street", "nonfacility"),
    Place("31", "Skilled nursing facility", "facility"),
    Place("32", "Nursing facility", "nonfacility"),
    Place("33", "Custodial care facility", "nonfacility"),
    Place("34", "Hospice", "facility"),
    Place("41", "Ambulance on land", "facility"),
    Place("42", "Ambulance in the air or on water", "facility"),
    Place("49", "Independent clinic", "nonfacility"),
    Place("50", "Federally qualified health center", "nonfacility"),
    Place("51", "Inpatient psychiatric facility", "facility"),
    Place("52", "Psychiatric facility, partial hospitalization", "facility"),
    Place("53", "Community mental health center", "facility"),
    Place(
        "54",
        "Intermediate care facility for individuals with intellectual disabilities",
        "nonfacility",
    ),
    Place("55", "Residential substance abuse treatment facility", "nonfacility"),
    Place("56", "Psychiatric residential treatment center", "facility"),
    Place("57", "Non-residential substance abuse treatment facility", "nonfacility"),
    Place("58", "Non-residential opioid treatment facility", "nonfacility"),
    Place("60", "Mass immunization center", "nonfacility"),
    Place("61", "Comprehensive inpatient rehabilitation facility", "facility"),
    Place("62", "Comprehensive outpatient rehabilitation facility", "nonfacility"),
    Place("65", "End-stage renal disease treatment facility", "nonfacility"),
    Place("66", "Center of a program of all-inclusive care for the elderly (PACE)", "nonfacility"),
    Place("71", "State or local public health clinic", "nonfacility"),
    Place("72", "Rural health clinic", "nonfacility"),
    Place("81", "Independent laboratory", "nonfacility"),
    Place("99", "Other place of service", "nonfacility"),
)
"""All assigned places of service, in order."""

HOSPITALS: Final = frozenset({"19", "21", "22", "23"})
"""Places of service of a hospital: off and on campus, of inpatients, and its emergency room."""

POS: dict[str, Place] = {place.code: place for place in PLACES_OF_SERVICE}
"""Code to its place of service."""
