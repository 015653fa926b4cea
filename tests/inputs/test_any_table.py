"""Whatever stands in a file, a reader takes or refuses it: nothing else is raised."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_anesthesia import FACTORS, TEXT, UNITS
from test_dmepos import FEES
from test_locality_amounts import AMOUNTS, CAPS
from test_policies import EXPORT, NUCC
from test_schedules import ASP, CLFS, CLFS_TEXT, OPPS
from test_services import AOC, GEO, PSPS, TELEHEALTH

from reportkit.inputs.add_ons import read_add_ons
from reportkit.inputs.anesthesia import read_base_units, read_factors
from reportkit.inputs.asp import read_asp
from reportkit.inputs.clfs import read_clfs
from reportkit.inputs.coverage import read_coverage
from reportkit.inputs.dmepos import read_dmepos
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.locality_amounts import read_locality_amounts
from reportkit.inputs.nucc import read_nucc
from reportkit.inputs.opps import read_opps
from reportkit.inputs.psps import read_psps
from reportkit.inputs.telehealth import read_telehealth
from reportkit.inputs.utilization import read_utilization

READERS: dict[str, tuple[Callable[[bytes], object], bytes]] = {
    "factors": (lambda content: read_factors("ANES2025.csv", content), FACTORS),
    "factors as text": (lambda content: read_factors("ANES2025.txt", content), TEXT),
    "base units": (lambda content: read_base_units("units.csv", content), UNITS),
    "equipment": (lambda content: read_dmepos("2025Q1.csv", content), FEES),
    "add-ons": (lambda content: read_add_ons("AOC_V2026Q2.csv", content), AOC),
    "telehealth": (lambda content: read_telehealth("2026.csv", content), TELEHEALTH),
    "utilization": (lambda content: read_utilization("2024.csv", content), GEO),
    "modifiers": (lambda content: read_psps("2024.csv", content), PSPS),
    "taxonomies": (lambda content: read_nucc("nucc_taxonomy_251.csv", content), NUCC),
    "hospitals": (lambda content: read_opps("2025Q4.csv", content), OPPS),
    "laboratories": (lambda content: read_clfs("2025Q1.csv", content), CLFS),
    "laboratories as text": (lambda content: read_clfs("2025Q1.txt", content), CLFS_TEXT),
    "drugs": (lambda content: read_asp("2025Q4.csv", content), ASP),
    "payments": (lambda content: read_locality_amounts("a.txt", content), AMOUNTS.encode()),
    "caps": (lambda content: read_locality_amounts("a.csv", content), CAPS.encode()),
    "coverage": (
        lambda content: read_coverage("a.zip", content, {"57511"}, date(2026, 1, 1)),
        EXPORT,
    ),
}


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=40)
@given(data=st.data())
def test_a_file_with_any_stretch_replaced_is_taken_or_refused(
    name: str, data: st.DataObject
) -> None:
    read, content = READERS[name]
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 40)))
    put = data.draw(st.binary(max_size=12) | st.sampled_from(PUT))
    try:
        read(content[:start] + put + content[end:])
    except LayoutError as refused:
        assert refused.found


PUT = (
    b"",
    b",,,,",
    b'"',
    b"\n",
    b"9" * 60,
    b"1e999",
    b"NaN",
    b"-1",
    b"\xff",
    b"\xa0",
    b"$1,118.39",
)
"""What files hold where something went wrong."""
