"""The fee schedule of several years on the real files, held against CMS's own amounts."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import permutations

from reportkit.inputs.gpci import Gpci, locality_payment, read_gpci
from reportkit.inputs.payment import Indices, Units, payment
from reportkit.inputs.pfs import PfsFile, PfsRow, mpfs, read_pfs
from reportkit.model.input import Provenance
from reportkit.model.payment_systems import CONTRACTOR
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


def rows_of(name: str) -> Iterator[Sequence[str]]:
    with (PUBLIC / name).open(encoding="cp1252", newline="") as file:
        yield from csv.reader(file)


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


def test_payments_in_localities_are_those_that_cms_works_out() -> None:
    known = fees(2).by_code()
    held = 0
    for row in rows_of("PFREV25C.txt"):
        if len(row) < len(_AMOUNTS):
            continue  # A notice stands below the rows.
        paid = locality_payment(known[row[3]], localities()[row[1] + row[2]])
        assert str(paid.nonfacility_payment) == row[5].lstrip("0"), row
        held += 1
    assert held > 100


def test_caps_in_localities_are_those_that_cms_works_out() -> None:
    """Of contractor-priced imaging, the work in the cap is that of its professional part."""
    known = fees(2).by_code()
    held = 0
    for code, modifier, _, carrier, place, facility, office in list(rows_of("OPPSCAP_Oct.csv"))[1:]:
        index, rows = localities().get(carrier + place), known.get(code, ())
        row = next((row for row in rows if row.modifier == modifier.strip()), None)
        # The file names localities that the file of indices leaves to another contractor's number.
        if index is None or row is None or row.opps_cap is None:
            continue
        indices = Indices(index.work, index.practice_expense, index.malpractice)
        for printed, expense in (
            (facility, row.opps_cap.facility_pe_rvu),
            (office, row.opps_cap.nonfacility_pe_rvu),
        ):
            units = Units(_work(row, rows), expense, row.opps_cap.mp_rvu)
            assert payment(units, None, row.conversion_factor, indices) == Decimal(printed), code
            held += 1
    assert held > 30_000


_AMOUNTS = ("year", "carrier", "locality", "code", "modifier", "nonfacility", "facility")
"""The first columns of CMS's amounts."""


def _work(row: PfsRow, rows: Sequence[PfsRow]) -> Decimal:
    if row.modifier or row.status != CONTRACTOR:
        return row.work_rvu
    return next((part.work_rvu for part in rows if part.modifier == "26"), row.work_rvu)
