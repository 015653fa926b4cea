"""What a new quarter touches, counted as a plain comparison of the published files counts it."""

from __future__ import annotations

import csv
import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from reportkit.inputs.asc import asc, read_asc_aa, read_asc_ff
from reportkit.inputs.quarter import first_day
from reportkit.model.input import Provenance
from reportkit.provide.grades import gravest, touches
from reportkit.provide.refresh import CodeRef, Dataset, refresh_input
from shared_data import SHARED, needs

PUBLIC, CMS = SHARED / "data/public/asc", SHARED / "data/cms"
QUARTERS = {
    "2025Q4": (CMS / "ASC_AA_2025Q4.csv", CMS / "ASC_FF_2025Q4.csv"),
    "2026Q1": (PUBLIC / "AA_2026Q1.csv", PUBLIC / "FF_2026Q1.csv"),
    "2026Q3": (CMS / "ASC_AA_2026Q3.csv", CMS / "ASC_FF_2026Q3.csv"),
}
pytestmark = needs(PUBLIC)


def plain(path: Path, columns: tuple[int, ...]) -> dict[str, tuple[object, ...]]:
    """The cells of some columns by code, amounts to the cent, read without any of our readers."""
    found = {}
    with path.open(encoding="cp1252", newline="") as file:
        for row in csv.reader(file):
            if row and re.fullmatch(r"[0-9A-Z]{5}", row[0].strip()):
                found[row[0].strip()] = tuple(value(row[column]) for column in columns)
    return found


def value(cell: str) -> object:
    text = cell.strip().replace("$", "").replace(",", "")
    if re.fullmatch(r"\d+\.\d+", text):
        return Decimal(text).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return text or None


@pytest.mark.parametrize(("old", "new"), [("2026Q1", "2026Q3"), ("2025Q4", "2026Q3")])
def test_the_codes_that_a_quarter_touches_are_those_that_differ_in_the_files(
    old: str, new: str
) -> None:
    rates = [plain(QUARTERS[quarter][0], (3, 4, 6)) for quarter in (old, new)]
    hospital = [plain(QUARTERS[quarter][1], (4, 6)) for quarter in (old, new)]
    codes = sorted(code for code in rates[0] if not code.startswith("D"))[::24]
    expected = {
        code
        for code in codes
        if code in rates[1]
        and (rates[0][code], hospital[0].get(code)) != (rates[1][code], hospital[1].get(code))
    }
    assert touched(old, new, codes) == expected


def touched(old: str, new: str, codes: list[str]) -> set[str]:
    tables = {
        quarter: (
            read_asc_aa(paths[0].name, paths[0].read_bytes(), quarter),
            read_asc_ff(paths[1].name, paths[1].read_bytes(), quarter),
        )
        for quarter, paths in QUARTERS.items()
        if quarter in (old, new)
    }
    found: set[str] = set()
    for code in codes:
        text = None
        for quarter in (old, new):
            aa, ff = tables[quarter]
            if code in aa.rows:
                origin = Provenance(source="cms-asc", as_of=first_day(quarter), release=quarter)
                dataset = Dataset("asc", asc(aa.rows[code], ff.rows.get(code), quarter), origin)
                refreshed = refresh_input(text, CodeRef(code, "CPT"), [dataset], first_day(quarter))
                if text is not None and gravest(touches("asc", refreshed.changes)):
                    found.add(code)
                text = refreshed.text
    return found
