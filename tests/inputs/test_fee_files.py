"""The fee schedule of several years on the real files, held against CMS's own amounts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from itertools import permutations

import pytest

from reportkit.inputs.gpci import Gpci, read_gpci
from reportkit.inputs.locality_amounts import differences, read_locality_amounts
from reportkit.inputs.pfs import PfsFile, mpfs, read_pfs
from reportkit.model.input import Provenance
from reportkit.provide.refresh import CodeRef, Dataset, refresh_input
from shared_data import SHARED, needs

CMS, PUBLIC = SHARED / "data" / "cms", SHARED / "data" / "public" / "pfs"
pytestmark = needs(PUBLIC)
YEARS = (
    PUBLIC / "PPRRVU22_JAN.csv",
    PUBLIC / "PPRRVU23_JAN.csv",
    CMS / "PPRRVU2025_Oct.csv",
    PUBLIC / "PPRRVU2026_Jul_nonQPP.csv",
)


@cache
def fees(index: int) -> PfsFile:
    return read_pfs(YEARS[index].name, YEARS[index].read_bytes())


@cache
def localities() -> dict[str, Gpci]:
    table = read_gpci("GPCI2025.csv", (CMS / "GPCI2025.csv").read_bytes())
    return {place.locality: place for place in table.localities}


def test_every_payment_of_every_year_is_its_units_times_its_factor_or_its_cap() -> None:
    for index in range(len(YEARS)):
        for row in fees(index).rows:
            for setting, expense in (
                ("nonfacility", row.nonfacility_pe_rvu),
                ("facility", row.facility_pe_rvu),
            ):
                paid = row.payment("facility" if setting == "facility" else "nonfacility")
                made = (row.work_rvu + expense + row.mp_rvu) * row.conversion_factor
                assert paid is None or paid - made <= Decimal("0.005"), row
                assert paid is None or row.opps_cap or made - paid <= Decimal("0.005"), row


def test_four_years_give_the_same_bytes_in_each_of_their_orders() -> None:
    brought = []
    for index in range(len(YEARS)):
        table = fees(index)
        value = mpfs(table.by_code()["57511"], table)
        origin = Provenance(
            source="cms-pfs",
            as_of=table.effective,
            release=table.release,
            file=table.file,
            sha256=str(index),
        )
        brought.append(Dataset("mpfs", value, origin))
    texts = set()
    for order in permutations(brought):
        text = None
        for dataset in order:
            text = refresh_input(text, CodeRef("57511", "CPT"), [dataset], date(2026, 11, 1)).text
        texts.add(text)
    (text,) = texts
    assert text is not None
    assert [line for line in text.splitlines() if "release:" in line and "- " in line] == [
        '    - release: "RVU22A"',
        '    - release: "RVU23A"',
        '    - release: "RVU25D"',
    ]


@pytest.mark.parametrize(("name", "least"), [("PFREV25C.txt", 100), ("OPPSCAP_Oct.csv", 30_000)])
def test_amounts_in_localities_are_those_that_cms_works_out(name: str, least: int) -> None:
    """The caps name localities, too, that the file of indices has under another contractor."""
    amounts = read_locality_amounts(name, (PUBLIC / name).read_bytes())
    assert amounts.refused == ()
    compared = differences(amounts, fees(2).by_code(), tuple(localities().values()))
    assert compared.differences == ()
    assert compared.held > least
