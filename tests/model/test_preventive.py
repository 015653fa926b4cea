"""The services without a share of the patient, held to what hospitals may ask for them."""

from __future__ import annotations

import pytest

from reportkit.assemble.patient_share import asks_nothing, is_free
from reportkit.inputs.opps import read_opps
from reportkit.model.indicators.hospital import PROCEDURES
from reportkit.model.preventive import WITHOUT_SHARE
from shared_data import SHARED, needs

FOLDER = SHARED / "data/public/opps"
QUARTERS = (
    "Section 508 version of January_Web_2024_Addendum_B.04.24.24.csv",
    "Section 508 version of January 2025 Web Addendum B.12.31.24.csv",
    "508 version of October 2025 Web Addendum B.10.31.25.csv",
)
ADDENDUM = (
    b"Addendum B.-- OPPS Payment by HCPCS Code,,,,,,,\n"
    b"HCPCS Code,Short Descriptor,SI,APC,Relative Weight,Payment Rate,"
    b"National Unadjusted Copayment,Minimum Unadjusted Copayment\n"
    b"99999,,S,5522,1.2,$106.34,$0.00,$0.00\n"
    b"71046,,Q3,5521,1,$88.05,.,$17.61\n"
    b"A9999,,G,0772,,$37.50,$0.00,$0.00\n"
)


def test_a_copayment_of_zero_is_of_what_prevents_and_that_of_a_drug_is_not() -> None:
    rows = read_opps("2025Q4.csv", ADDENDUM).rows
    assert {code: asks_nothing(row) for code, row in rows.items()} == {
        "99999": True,
        "71046": False,
        "A9999": False,
    }
    assert is_free("99999", None, rows["99999"])
    assert not is_free("99999", None, None)


@needs(FOLDER)
@pytest.mark.parametrize("name", QUARTERS)
def test_the_list_agrees_with_addendum_b(name: str) -> None:
    rows = read_opps(name, (FOLDER / name).read_bytes()).rows
    free = {code for code, row in rows.items() if asks_nothing(row)}
    ours = {code for code in WITHOUT_SHARE & set(rows) if rows[code].status_indicator in PROCEDURES}
    assert free == ours
    assert free
