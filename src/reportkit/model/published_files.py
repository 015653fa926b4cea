"""Name the public files that provided data comes from, as a citation does: publisher and title.

Source: the files themselves, and the pages from which CMS, NCHS and NUCC give them out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_CMS = "Centers for Medicare & Medicaid Services"
PUBLISHED_FILES: Final[Mapping[str, str]] = {
    "mpfs": f"{_CMS}, National Physician Fee Schedule Relative Value File",
    "mue": f"{_CMS}, medically unlikely edits",
    "asc": f"{_CMS}, addenda of ambulatory surgical center payment",
    "ncci": f"{_CMS}, procedure-to-procedure edits",
    "opps": f"{_CMS}, addendum B of hospital outpatient payment",
    "clfs": f"{_CMS}, Clinical Laboratory Fee Schedule",
    "asp": f"{_CMS}, payment limits of Medicare Part B drugs",
    "anesthesia": f"{_CMS}, conversion factors and base units of anesthesia",
    "dmepos": f"{_CMS}, fee schedule of equipment and supplies (DMEPOS)",
    "add_ons": f"{_CMS}, table of add-on codes",
    "telehealth": f"{_CMS}, list of telehealth services",
    "utilization": f"{_CMS}, Medicare Physician & Other Practitioners, by Geography and Service",
    "billed_modifiers": f"{_CMS}, Physician/Supplier Procedure Summary",
    "validity": f"{_CMS}, HCPCS Level II file",
    "coverage": f"{_CMS}, Medicare Coverage Database",
    "sites": f"{_CMS}, place of service codes",
    "diagnoses": "National Center for Health Statistics, ICD-10-CM",
    "taxonomies": "National Uniform Claim Committee, Health Care Provider Taxonomy",
    "rates": "Price files of hospitals and payers",
    "allowed_amounts": "Price files of hospitals",
}
"""Key of input.yaml to the file that an import of it reads."""
