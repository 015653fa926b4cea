"""The importers on the real files, where they are at hand: every row, by count."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from reportkit.inputs.asc import read_asc_aa, read_asc_ff
from reportkit.inputs.gpci import read_gpci
from reportkit.inputs.ncci_mue import mue, read_mue
from reportkit.inputs.ncci_ptp import ncci, read_ptp
from reportkit.inputs.pfs import mpfs, read_pfs, whole_service
from reportkit.inputs.pos import pos_differences, read_pos
from reportkit.model.input import Provenance, ProvidedInput
from reportkit.provide.refresh import Dataset, code_ref, refresh_input
from reportkit.source.file import decode
from reportkit.source.load import load
from shared_data import SHARED, needs

FOLDER = SHARED / "data" / "cms"
pytestmark = needs(FOLDER)


def given(name: str) -> tuple[str, bytes]:
    return name, (FOLDER / name).read_bytes()


def test_every_row_of_the_fee_schedule_is_read_and_adds_up() -> None:
    table = read_pfs(*given("PPRRVU2025_Oct.csv"))
    assert (len(table.rows), table.refused) == (19_090, ())
    assert Counter(row.modifier for row in table.rows) == {
        "": 16_851,
        "26": 1_127,
        "TC": 1_108,
        "53": 4,
    }
    for row in table.rows:
        shared = row.work_rvu + row.mp_rvu
        assert shared + row.nonfacility_pe_rvu == row.nonfacility_total
        assert shared + row.facility_pe_rvu == row.facility_total
    assert sum(1 for row in table.rows if row.capped("nonfacility")) == 58


def test_inputs_of_all_codes_have_their_form() -> None:
    table = read_pfs(*given("PPRRVU2025_Oct.csv"))
    origin = Provenance(source="cms-pfs", as_of=table.effective, release=table.release)
    refs = [
        (rows, code_ref(code))
        for code, rows in table.by_code().items()
        if whole_service(rows) is not None
    ]
    known = [(rows, ref) for rows, ref in refs if ref is not None]
    assert len(known) == 16_029
    for rows, ref in known[::80]:
        value = mpfs(rows, table)
        text = refresh_input(None, ref, [Dataset("mpfs", value, origin)], date(2026, 1, 1)).text
        loaded = load(decode("input.yaml", text.encode())[0], ProvidedInput)
        assert loaded.problems == ()
        assert loaded.model is not None
        assert loaded.model.mpfs == value


def test_every_locality_is_read() -> None:
    table = read_gpci(*given("GPCI2025.csv"))
    assert (len({each.locality for each in table.localities}), table.refused) == (109, ())


@pytest.mark.parametrize(
    ("quarter", "centers", "offsets"), [("2025Q4", 4201, 4201), ("2026Q3", 4833, 4834)]
)
def test_every_row_of_the_addenda_is_read(quarter: str, centers: int, offsets: int) -> None:
    rates = read_asc_aa(*given(f"ASC_AA_{quarter}.csv"))
    outpatient = read_asc_ff(*given(f"ASC_FF_{quarter}.csv"))
    assert (rates.quarter, outpatient.quarter) == (quarter, quarter)
    assert (len(rates.rows), rates.refused) == (centers, ())
    assert (len(outpatient.rows), outpatient.refused) == (offsets, ())
    assert {row.payment_indicator for row in rates.rows.values() if row.payment_rate is None} <= {
        "N1",
        "J8",
        "L1",
        "D5",
    }


def test_every_unit_limit_and_pair_is_read() -> None:
    practitioner = read_mue(*given("mue_practitioner_2024-07-01.csv"))
    hospital = read_mue(*given("mue_outpatient_hospital_2024-07-01.csv"))
    assert (len(practitioner.limits), practitioner.refused) == (14_677, ())
    assert (len(hospital.limits), hospital.refused) == (14_628, ())
    assert mue("57511", practitioner, hospital) is not None
    excerpt = read_ptp(*given("ptp_practitioner_57400-57800_2024-07-01.csv"))
    own = read_ptp(*given("ptp_practitioner_57511_2024-07-01.csv"))
    assert (len(excerpt.pairs), len(own.pairs)) == (11_824, 314)
    assert excerpt.refused == own.refused == ()
    assert set(ncci("57511", excerpt).pairs) == set(ncci("57511", own).pairs)
    assert len(ncci("57511", own).pairs) == 225


def test_places_of_service_are_those_known_here() -> None:
    table = read_pos(*given("pos_codes.csv"))
    assert (len(table.places), pos_differences(table)) == (52, ())


def test_addendum_amounts_are_to_the_cent() -> None:
    rates = read_asc_aa(*given("ASC_AA_2026Q3.csv"))
    amounts = [row.payment_rate for row in rates.rows.values() if row.payment_rate is not None]
    assert {amount.as_tuple().exponent for amount in amounts} == {-2}
    assert rates.rows["57511"].payment_rate == Decimal("115.81")
