"""Place of service codes and the rate each is paid at.

Source: CMS place of service code set; facility or non-facility as in 42 CFR 414.22 and the
fee schedule's own assignment. The 52 assigned codes; the others are unassigned.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class PlaceOfService:
    """Where a service is given, and which of Medicare's two rates applies there."""

    name: str
    setting: Literal["facility", "nonfacility"]


PLACES_OF_SERVICE: Final[dict[str, PlaceOfService]] = {
    "01": PlaceOfService("Pharmacy", "nonfacility"),
    "02": PlaceOfService("Telehealth not at home", "facility"),
    "03": PlaceOfService("School", "nonfacility"),
    "04": PlaceOfService("Homeless shelter", "nonfacility"),
    "05": PlaceOfService("IHS free-standing", "nonfacility"),
    "06": PlaceOfService("IHS provider-based", "facility"),
    "07": PlaceOfService("Tribal 638 free-standing", "nonfacility"),
    "08": PlaceOfService("Tribal 638 provider-based", "facility"),
    "09": PlaceOfService("Prison", "nonfacility"),
    "10": PlaceOfService("Telehealth at home", "nonfacility"),
    "11": PlaceOfService("Office", "nonfacility"),
    "12": PlaceOfService("Home", "nonfacility"),
    "13": PlaceOfService("Assisted living", "nonfacility"),
    "14": PlaceOfService("Group home", "nonfacility"),
    "15": PlaceOfService("Mobile unit", "nonfacility"),
    "16": PlaceOfService("Temporary lodging", "nonfacility"),
    "17": PlaceOfService("Walk-in retail clinic", "nonfacility"),
    "18": PlaceOfService("Worksite", "nonfacility"),
    "19": PlaceOfService("Off campus-outpatient hospital", "facility"),
    "20": PlaceOfService("Urgent care", "nonfacility"),
    "21": PlaceOfService("Inpatient hospital", "facility"),
    "22": PlaceOfService("On campus-outpatient hospital", "facility"),
    "23": PlaceOfService("Emergency room", "facility"),
    "24": PlaceOfService("Ambulatory surgical center", "facility"),
    "25": PlaceOfService("Birthing center", "nonfacility"),
    "26": PlaceOfService("Military treatment", "facility"),
    "27": PlaceOfService("Outreach site/street", "nonfacility"),
    "31": PlaceOfService("SNF", "facility"),
    "32": PlaceOfService("Nursing facility", "nonfacility"),
    "33": PlaceOfService("Custodial care", "nonfacility"),
    "34": PlaceOfService("Hospice", "facility"),
    "41": PlaceOfService("Ambulance land", "facility"),
    "42": PlaceOfService("Ambulance air/water", "facility"),
    "49": PlaceOfService("Independent clinic", "nonfacility"),
    "50": PlaceOfService("FQHC", "nonfacility"),
    "51": PlaceOfService("Inpatient psychiatric", "facility"),
    "52": PlaceOfService("Psychiatric partial hospitalization", "facility"),
    "53": PlaceOfService("Community mental health center", "facility"),
    "54": PlaceOfService("ICF/IID", "nonfacility"),
    "55": PlaceOfService("Residential substance abuse", "nonfacility"),
    "56": PlaceOfService("Psychiatric residential", "facility"),
    "57": PlaceOfService("Non-residential substance abuse", "nonfacility"),
    "58": PlaceOfService("Opioid treatment", "nonfacility"),
    "60": PlaceOfService("Mass immunization", "nonfacility"),
    "61": PlaceOfService("Inpatient rehabilitation", "facility"),
    "62": PlaceOfService("Outpatient rehabilitation", "nonfacility"),
    "65": PlaceOfService("ESRD", "nonfacility"),
    "66": PlaceOfService("PACE center", "nonfacility"),
    "71": PlaceOfService("Public health clinic", "nonfacility"),
    "72": PlaceOfService("Rural health clinic", "nonfacility"),
    "81": PlaceOfService("Independent laboratory", "nonfacility"),
    "99": PlaceOfService("Other", "nonfacility"),
}
"""Two-digit code to its place."""
