"""The places of service that are assigned, and which Medicare rate each takes.

Source: CMS place of service code set; the rate by setting follows 42 CFR 414.22. Names are
shortened. The codes are those `reportkit.model.codes` accepts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Rate = Literal["facility", "nonfacility"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place of service; `rate` says which practice expense Medicare pays there."""

    code: str
    name: str
    rate: Rate


PLACES_OF_SERVICE: tuple[Place, ...] = (
    Place("01", "Pharmacy", "nonfacility"),
    Place("02", "Telehealth not at home", "facility"),
    Place("03", "School", "nonfacility"),
    Place("04", "Homeless shelter", "nonfacility"),
    Place("05", "IHS free-standing", "nonfacility"),
    Place("06", "IHS provider-based", "facility"),
    Place("07", "Tribal 638 free-standing", "nonfacility"),
    Place("08", "Tribal 638 provider-based", "facility"),
    Place("09", "Prison", "nonfacility"),
    Place("10", "Telehealth at home", "nonfacility"),
    Place("11", "Office", "nonfacility"),
    Place("12", "Home", "nonfacility"),
    Place("13", "Assisted living", "nonfacility"),
    Place("14", "Group home", "nonfacility"),
    Place("15", "Mobile unit", "nonfacility"),
    Place("16", "Temporary lodging", "nonfacility"),
    Place("17", "Walk-in retail clinic", "nonfacility"),
    Place("18", "Worksite", "nonfacility"),
    Place("19", "Off campus-outpatient hospital", "facility"),
    Place("20", "Urgent care", "nonfacility"),
    Place("21", "Inpatient hospital", "facility"),
    Place("22", "On campus-outpatient hospital", "facility"),
    Place("23", "Emergency room", "facility"),
    Place("24", "Ambulatory surgical center", "facility"),
    Place("25", "Birthing center", "nonfacility"),
    Place("26", "Military treatment", "facility"),
    Place("27", "Outreach site/street", "nonfacility"),
    Place("31", "SNF", "facility"),
    Place("32", "Nursing facility", "nonfacility"),
    Place("33", "Custodial care", "nonfacility"),
    Place("34", "Hospice", "facility"),
    Place("41", "Ambulance land", "facility"),
    Place("42", "Ambulance air/water", "facility"),
    Place("49", "Independent clinic", "nonfacility"),
    Place("50", "FQHC", "nonfacility"),
    Place("51", "Inpatient psychiatric", "facility"),
    Place("52", "Psychiatric partial hospitalization", "facility"),
    Place("53", "Community mental health center", "facility"),
    Place("54", "ICF/IID", "nonfacility"),
    Place("55", "Residential substance abuse", "nonfacility"),
    Place("56", "Psychiatric residential", "facility"),
    Place("57", "Non-residential substance abuse", "nonfacility"),
    Place("58", "Opioid treatment", "nonfacility"),
    Place("60", "Mass immunization", "nonfacility"),
    Place("61", "Inpatient rehabilitation", "facility"),
    Place("62", "Outpatient rehabilitation", "nonfacility"),
    Place("65", "ESRD", "nonfacility"),
    Place("66", "PACE center", "nonfacility"),
    Place("71", "Public health clinic", "nonfacility"),
    Place("72", "Rural health clinic", "nonfacility"),
    Place("81", "Independent laboratory", "nonfacility"),
    Place("99", "Other", "nonfacility"),
)
"""All assigned places of service, in order."""

POS: dict[str, Place] = {place.code: place for place in PLACES_OF_SERVICE}
"""Code to its place of service."""
