"""List the families of billing codes by their ranges.

A code is of several families: 45378 is surgery, digestive and endoscopy. Source: the sections
of CPT and the letters of HCPCS level II, as CMS and the AMA publish them; CMS's lists of
therapy, laboratory and drug codes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal

from reportkit.model.code_families.ranges import Ranges, ranges

Family = Literal[
    "ambulance",
    "anesthesia",
    "anesthesia of the bowel",
    "audiology",
    "breast",
    "cardiovascular",
    "category II",
    "category III",
    "chiropractic",
    "clinical laboratory",
    "computed tomography",
    "coronary intervention",
    "dental",
    "dialysis",
    "digestive",
    "digestive operation",
    "drug",
    "ear",
    "endocrine",
    "endoscopy",
    "equipment",
    "eye",
    "eye examination",
    "first visit of a stay",
    "female genital",
    "foot and leg",
    "functional limitation",
    "hand and arm",
    "hcpcs procedure",
    "imaging",
    "laboratory",
    "limb imaging",
    "limb medicine",
    "limbs",
    "lymphatic",
    "magnetic resonance",
    "male genital",
    "mammography",
    "maternity",
    "medicine",
    "mediastinum",
    "musculoskeletal",
    "nerves",
    "nervous",
    "nuclear medicine",
    "outpatient visit",
    "pathology",
    "procedure of medicine",
    "psychotherapy",
    "radiation treatment",
    "radiology",
    "respiratory",
    "screening of the bowel",
    "skin",
    "skin substitute",
    "surgery",
    "surgical pathology",
    "temporary",
    "therapy",
    "tumor scan",
    "ultrasound",
    "urinary",
    "vaccine",
    "vaccination",
    "visit",
]

FAMILIES: Final[dict[Family, Ranges]] = {
    "anesthesia": ranges("00100-01999"),
    "anesthesia of the bowel": ranges("00811-00813"),
    "surgery": ranges("10004-69990"),
    "skin": ranges("10004-19499"),
    "breast": ranges("19000-19499"),
    "musculoskeletal": ranges("20100-29999"),
    "limbs": ranges("20526 20550-20551 20600-20611 23000-28999 29000-29999"),
    "respiratory": ranges("30000-32999"),
    "cardiovascular": ranges("33016-37799"),
    "lymphatic": ranges("38100-38999"),
    "mediastinum": ranges("39000-39599"),
    "digestive": ranges("40490-49999"),
    "digestive operation": ranges("40490-44387 44409-45299 45395-45397 45400-46599 46700-49999"),
    "urinary": ranges("50010-53899"),
    "male genital": ranges("54000-55899"),
    "female genital": ranges("56405-58999"),
    "maternity": ranges("59000-59899"),
    "endocrine": ranges("60000-60699"),
    "nervous": ranges("61000-64999"),
    "nerves": ranges("64400-64999"),
    "eye": ranges("65091-68899"),
    "ear": ranges("69000-69979"),
    "endoscopy": ranges(
        "29800-29999 31231-31298 31505-31579 31615-31654 32601-32674 43180-43278 44360-44408 "
        "45300-45398 46600-46615 47552-47556 50551-50580 50951-50980 52000-52402 57420-57461 "
        "58555-58563 G0104-G0105 G0121"
    ),
    "radiology": ranges("70010-79999 R0070-R0076 G0202-G0206 G0279 G0297"),
    "imaging": ranges("70010-76999 78000-78999 R0070-R0076 G0202-G0206 G0279 G0297"),
    "limb imaging": ranges("73000-73725 75600-77022 77071-77086 78000-78999"),
    "computed tomography": ranges(
        "70450-70498 71250-71275 72125-72133 72191-72194 73200-73206 73700-73706 74150-74178 "
        "74261-74263 75571-75574 75635 76380 76497 77011-77014 77078"
    ),
    "magnetic resonance": ranges(
        "70336 70540-70559 71550-71555 72141-72159 72195-72198 73218-73225 73718-73725 "
        "74181-74185 74712-74713 75557-75565 76390-76391 76498 77021-77022 77046-77049"
    ),
    "ultrasound": ranges("76506-76999"),
    "nuclear medicine": ranges("78000-79999 G0219 G0235 G0252"),
    "tumor scan": ranges("78608 78811-78816 G0219 G0235 G0252"),
    "radiation treatment": ranges("77261-77799 G6001-G6017"),
    "mammography": ranges("77061-77067 G0202-G0206 G0279"),
    "hand and arm": ranges("23000-26989 29065-29131 29260-29280 29805-29848 73000-73225"),
    "foot and leg": ranges("26990-28999 29305-29584 29850-29915 73501-73725"),
    "laboratory": ranges(
        "80047-89398 0001U-9999U 0001M-9999M P2028-P7001 P9603-P9615 Q0111-Q0115 U0001-U0005 "
        "G0027 G0103 G0123-G0124 G0141-G0148 G0306-G0307 G0327-G0328 G0416 G0432-G0435 G0464 "
        "G0471-G0472 G0475-G0476 G0480-G0483 G0499 G0659"
    ),
    "clinical laboratory": ranges(
        "80047-80439 81000-85059 85130-86076 86140-87999 0001U-9999U 0001M-9999M U0001-U0005 "
        "G0027 G0103 G0306-G0307 G0327-G0328 G0432-G0435 G0471-G0472 G0475-G0476 G0480-G0483 "
        "G0499 G0659"
    ),
    "surgical pathology": ranges("88300-88399"),
    "pathology": ranges("80500-80506 85060 85097 86077-86079 88000-88399 G0416"),
    "medicine": ranges("90281-99199 99500-99607"),
    "limb medicine": ranges(
        "93922-93998 95851-95913 96567-96574 96900-96999 97597-97610 97760-97763"
    ),
    "procedure of medicine": ranges(
        "92502 92511 92920-92998 93312-93318 93451-93662 93724 96405-96450 96547-96574 97597-97598"
    ),
    "vaccination": ranges(
        "90460-90461 90471-90474 90480 96380-96381 0001A-0999A G0008-G0010 M0201"
    ),
    "vaccine": ranges(
        "90460-90480 96380-96381 90619-90759 91300-91399 0001A-0999A G0008-G0010 Q2034-Q2039 "
        "M0201 90476-90618"
    ),
    "psychotherapy": ranges("90785-90863 90875-90899"),
    "dialysis": ranges("90935-90999 G0491-G0492"),
    "eye examination": ranges("92002-92499"),
    "audiology": ranges("92502-92700"),
    "coronary intervention": ranges("92920-92998 93571-93572 C9600-C9608"),
    "screening of the bowel": ranges("G0104-G0106 G0120-G0122 G0328 81528 82270"),
    "therapy": ranges(
        "29000-29799 90901-90913 92507-92526 92597-92633 95851-95852 95992 96000-96004 "
        "96105-96125 97010-97799 98966-98981 G0281-G0283 G0295 G0329 G0451 G0515 G8978-G9186"
    ),
    "functional limitation": ranges("G8978-G9186"),
    "chiropractic": ranges("98940-98943"),
    "visit": ranges("99202-99499 98000-98016 92002-92014 G0402 G0438-G0439 G0463"),
    "outpatient visit": ranges(
        "92002-92014 98000-98016 99202-99215 99242-99245 99281-99292 99381-99429 G0380-G0384 "
        "G0402 G0438-G0439 G0463"
    ),
    "first visit of a stay": ranges("99221-99223 99234-99236 99304-99306"),
    "category II": ranges("0001F-9999F"),
    "category III": ranges("0001T-9999T"),
    "ambulance": ranges("A0021-A0999 S0207-S0209 T2001-T2007"),
    "drug": ranges(
        "J0000-J9999 90281-90399 A9500-A9800 C9000-C9399 P9010-P9100 Q0138-Q0181 Q0220-Q0249 "
        "Q2004-Q2057 Q3027-Q3028 Q4074-Q4082 Q5001-Q5199 Q9001-Q9999 S0012-S0198 S5000-S5001 "
        "S5550-S5571"
    ),
    "skin substitute": ranges("A2001-A2999 Q4100-Q4399 C5271-C5278"),
    "equipment": ranges(
        "A4206-A9499 A9900-A9999 B4034-B9999 E0100-E9999 K0001-K9999 L0112-L9900 Q0477-Q0515 "
        "Q4001-Q4051 V2020-V2799 V5008-V5364"
    ),
    "dental": ranges("D0000-D9999"),
    "hcpcs procedure": ranges(
        "C1000-C9999 G0000-G9999 H0001-H9999 M0000-M9999 S0000-S9999 T1000-T9999"
    ),
    "temporary": ranges("Q0035-Q0092"),
}
"""Family to the codes it has."""


@lru_cache(maxsize=4096)
def families_of(code: str) -> frozenset[Family]:
    """All families a billing code is of; none if it is of no known one."""
    return frozenset(family for family, codes in FAMILIES.items() if code in codes)


def is_visit(code: str) -> bool:
    """Whether a code is an evaluation and management service, or one of the eye."""
    return "visit" in families_of(code)
