"""Name the columns of public files in which the values of the provided data stand.

Source: the files as CMS publishes them, and the layouts that the importers read. `or` parts the
names that one column has in two forms of a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

UNITS: Final = ("WORK RVU", "MP RVU", "CONV FACTOR")
FEES: Final[Mapping[str, tuple[str, ...]]] = {
    "status": ("STATUS CODE",),
    "work_rvu": ("WORK RVU",),
    "nonfacility_pe_rvu": ("NON-FAC PE RVU",),
    "facility_pe_rvu": ("FACILITY PE RVU",),
    "mp_rvu": ("MP RVU",),
    "nonfacility_total": ("NON-FACILITY TOTAL",),
    "facility_total": ("FACILITY TOTAL",),
    "pc_tc": ("PCTC IND",),
    "global_days": ("GLOB DAYS",),
    "preoperative": ("PRE OP",),
    "intraoperative": ("INTRA OP",),
    "postoperative": ("POST OP",),
    "multiple_procedure": ("MULT PROC",),
    "bilateral": ("BILAT SURG",),
    "assistant_surgeon": ("ASST SURG",),
    "co_surgeon": ("CO-SURG",),
    "team_surgery": ("TEAM SURG",),
    "endoscopic_base": ("ENDO BASE",),
    "conversion_factor": ("CONV FACTOR",),
    "nonfacility_payment": (UNITS[0], "NON-FAC PE RVU", *UNITS[1:]),
    "facility_payment": (UNITS[0], "FACILITY PE RVU", *UNITS[1:]),
    "modifiers_ruled_out": (
        "MULT PROC",
        "BILAT SURG",
        "ASST SURG",
        "CO-SURG",
        "TEAM SURG",
        "PCTC IND",
    ),
}
"""Field of the fee schedule to its columns in the relative value file."""
CAP: Final[Mapping[str, str]] = {
    "nonfacility_pe_rvu": "NON-FACILITY PE USED FOR OPPS PAYMENT AMOUNT",
    "facility_pe_rvu": "FACILITY PE USED FOR OPPS PAYMENT AMOUNT",
    "mp_rvu": "MP USED FOR OPPS PAYMENT AMOUNT",
}
"""Units of the outpatient cap on imaging to their columns."""
CAPS: Final[Mapping[str, tuple[str, str]]] = {
    "nonfacility_payment": (CAP["nonfacility_pe_rvu"], CAP["mp_rvu"]),
    "facility_payment": (CAP["facility_pe_rvu"], CAP["mp_rvu"]),
}
"""What a payment is made from besides where a cap may lower it."""
INDICES: Final[Mapping[str, str]] = {
    "work_gpci": "PW GPCI",
    "pe_gpci": "PE GPCI",
    "mp_gpci": "MP GPCI",
}
COLUMN_1: Final = "COLUMN 1 or HCPCS_CODE"
COLUMN_2: Final = "COLUMN 2 or PTP_COMPLEMENT"
INDICATOR: Final = "MODIFIER or PTP_MOD"
UTILIZATION: Final[Mapping[str, str]] = {
    "services": "TOT_SRVCS",
    "beneficiaries": "TOT_BENES",
    "providers": "TOT_RNDRNG_PRVDRS",
    "average_submitted": "AVG_SBMTD_CHRG",
    "average_allowed": "AVG_MDCR_ALOWD_AMT",
    "average_paid": "AVG_MDCR_PYMT_AMT",
}
BILLED: Final[Mapping[str, str]] = {
    "services": "PSPS_SUBMITTED_SERVICE_CNT",
    "denied": "PSPS_DENIED_SERVICES_CNT",
}
ALLOWED: Final[Mapping[str, str]] = {
    "count": "count",
    "p10": "10th_percentile",
    "median": "median_amount",
    "p90": "90th_percentile",
}
ASC: Final[Mapping[str, str]] = {
    "payment_indicator": "PAYMENT INDICATOR",
    "payment_rate": "PAYMENT RATE",
    "multiple_procedure_discount": "SUBJECT TO MULTIPLE PROCEDURE DISCOUNTING",
    "apc": "APC",
    "opps_payment_rate": "OPPS PAYMENT RATE",
}
OPPS: Final[Mapping[str, str]] = {
    "status_indicator": "SI",
    "apc": "APC",
    "relative_weight": "RELATIVE WEIGHT",
    "payment_rate": "PAYMENT RATE",
    "copayment": "NATIONAL UNADJUSTED COPAYMENT",
    "minimum_copayment": "MINIMUM UNADJUSTED COPAYMENT",
    "coinsurance": "IRA COINSURANCE PERCENTAGE",
    "adjusted_copayment": "ADJUSTED BENEFICIARY COPAYMENT",
}
ASP: Final[Mapping[str, str]] = {
    "dosage": "HCPCS CODE DOSAGE",
    "payment_limit": "PAYMENT LIMIT",
    "coinsurance": "CO-INSURANCE PERCENTAGE",
}
MUE: Final[Mapping[str, str]] = {
    "practitioner": "PRACTITIONER SERVICES MUE VALUES or MUE_UNITS",
    "outpatient_hospital": "OUTPATIENT HOSPITAL SERVICES MUE VALUES or MUE_UNITS",
}
