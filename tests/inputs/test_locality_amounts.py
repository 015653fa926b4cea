"""Amounts that CMS works out for each locality are held against ours."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cms_samples import DATA, GPCI, PFS

from reportkit.cli import main_group
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.locality_amounts import read_locality_amounts

PLACE = "0111255"
AMOUNTS = (
    '"2025","01112","55","57511","  ","0000199.33","0000146.66"," ","0","A","0","0000000.00"\n'
    '"2025","01112","55","70496","26","0000081.12","0000081.12"," ","0","A","0","0000000.00"\n'
    '"TRL- ALL RIGHTS RESERVED."\n'
)
CAPS = (
    "HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE\n"
    "70496,TC,A,1112,55,194.29,194.29\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "report").mkdir()
    (tmp_path / "report/project.yaml").write_text("", "utf-8")
    return tmp_path


def imported(project: Path, name: str, text: str, *more: str) -> Result:
    (project / name).write_text(text, "utf-8")
    words = ["import", "pfs", str(DATA / PFS), "57511", "70496", "--amounts", str(project / name)]
    indices = ["--gpci", str(DATA / GPCI), "--locality", PLACE]
    given = [*words, *(more or indices), "--project", str(project)]
    return CliRunner().invoke(main_group, given)


def test_the_notices_below_the_amounts_are_no_rows() -> None:
    found = read_locality_amounts("PFREV25C.txt", AMOUNTS.encode())
    assert (found.of, found.year, len(found.rows), found.refused) == ("payment", "2025", 2, ())
    whole, reading = found.rows
    assert (whole.locality, whole.modifier, whole.facility) == (PLACE, "", Decimal("146.66"))
    assert (reading.code, reading.modifier) == ("70496", "26")


@pytest.mark.parametrize(
    ("name", "text", "held"), [("PFREV25C.txt", AMOUNTS, 4), ("OPPSCAP_Oct.csv", CAPS, 2)]
)
def test_amounts_that_are_ours_are_counted(project: Path, name: str, text: str, held: int) -> None:
    done = imported(project, name, text)
    assert done.exit_code == 0, done.exception
    assert f"{name}: {held} amounts are those worked out here" in done.output


def test_an_amount_that_differs_stops_the_import(project: Path) -> None:
    done = imported(project, "PFREV25C.txt", AMOUNTS.replace("199.33", "199.34"))
    assert str(done.exception) == (
        "PFREV25C.txt: 1 amount of 4 differ, first 57511 in 0111255 (nonfacility): 199.34 there, "
        "199.33 here"
    )
    assert not (project / "report/57511").exists()


def test_amounts_of_another_year_or_without_indices_are_refused(project: Path) -> None:
    done = imported(project, "PFREV24A.txt", AMOUNTS.replace("2025", "2024"))
    assert "PFREV24A.txt is of 2024, PPRRVU2025_Oct.csv of 2025" in str(done.exception)
    done = imported(project, "PFREV25C.txt", AMOUNTS, "--dry-run")
    assert str(done.exception) == "--amounts needs the file of indices"


def test_another_file_is_refused_by_its_name() -> None:
    with pytest.raises(LayoutError, match="found the relative value file"):
        read_locality_amounts(PFS, (DATA / PFS).read_bytes())
