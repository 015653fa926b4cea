"""Files of layouts that importers once got wrong, where they are at hand, with the right values."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reportkit.cli import main_group
from reportkit.inputs.icd10 import Entry, SourceText, Unusable, read_icd10
from reportkit.source.rewrite import read_mapping
from reportkit.source.values import plain
from shared_data import SHARED, needs
from small_project import copy_project

CASES = SHARED / "cases" / "import"
pytestmark = needs(CASES)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path / "project")


def imported(project: Path, *arguments: str) -> Result:
    named = [str(CASES / word) if (CASES / word).is_file() else word for word in arguments]
    return CliRunner().invoke(main_group, ["import", *named, "--project", str(project)])


def data(project: Path, code: str = "57511") -> dict[str, Any]:
    text = (project / f"report/{code}/input.yaml").read_text("utf-8")
    return plain(read_mapping(text))  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("file", "rates"),
    [
        ("01-hpt-cp1252.csv", [("PPO", "118.39", "118.39", 1)]),
        ("02-hpt-short-rows.csv", [("PPO", "118.39", "118.39", 1)]),
        ("04-hpt-wide-no-plan-in-header.csv", [("PPO", "118.39", "118.39", 1)]),
        ("05-hpt-code-type-cpt-hcpcs.csv", [("PPO", "118.39", "118.39", 1)]),
        ("06-hpt-dollar-sign.csv", [("PPO", "1118.39", "1118.39", 1)]),
        ("07-hpt-two-prices.csv", [("PPO", "100.00", "900.00", 1)]),
        (
            "09-hpt-modifier-code-as-text.json",
            [("PPO", "118.39", "118.39", 1), ("PPO -50", "177.59", "177.59", 1)],
        ),
        (
            "10-tic-place-of-service.json",
            [("PPO at 11", "192.14", "192.14", 1), ("PPO at 22", "143.94", "143.94", 1)],
        ),
    ],
)
def test_prices_of_a_file_are_read_each_in_its_own_bucket(
    project: Path, file: str, rates: list[tuple[str, str, str, int]]
) -> None:
    done = imported(project, "rates", file, "57511", "--source", "cms-pfs")
    assert done.exit_code == 0, done.output
    found = []
    for rate in data(project)["rates"]:
        name = "".join(
            (
                rate["plan"],
                *(f" -{word}" for word in rate["modifiers"]),
                *(f" at {place}" for place in rate.get("places", ())),
            )
        )
        assert rate["p50"] is None
        found.append((name, str(rate["low"]), str(rate["high"]), rate["n"]))
    assert found == rates


@pytest.mark.parametrize("order", [("QPP", "nonQPP"), ("nonQPP", "QPP")])
def test_both_factors_of_2026_stand_side_by_side(project: Path, order: tuple[str, ...]) -> None:
    for whom in order:
        imported(project, "pfs", f"13-pfs-two-factors/PPRRVU2026_Jul_{whom}.csv", "57511")
    fees = data(project)["mpfs"]
    second = fees["qualifying"]
    keys = ("conversion_factor", "nonfacility_payment", "facility_payment")
    assert [str(fees[key]) for key in keys] == ["33.4009", "190.05", "131.60"]
    assert [str(second[key]) for key in keys] == ["33.5675", "191.00", "132.26"]


def test_an_older_release_goes_into_the_history(project: Path) -> None:
    folder = "14-pfs-older-after-newer"
    for name in ("PPRRVU2026_Jul_nonQPP.csv", "PPRRVU2025_Oct.csv"):
        imported(project, "pfs", f"{folder}/{name}", "57511")
    fees = data(project)["mpfs"]
    (before,) = fees["history"]
    assert (fees["release"], str(fees["nonfacility_payment"])) == ("RVU26C", "190.05")
    assert (before["release"], str(before["nonfacility_payment"])) == ("RVU25D", "192.14")


def test_parts_of_imaging_and_its_cap_are_read(project: Path) -> None:
    imported(project, "pfs", "18-pfs-components/PPRRVU2025_Oct.csv", "74170")
    fees = data(project, "74170")["mpfs"]
    parts = {part["modifier"]: part for part in fees["components"]}
    assert str(fees["nonfacility_payment"]) == "241.30"
    assert str(parts["26"]["nonfacility_payment"]) == "63.40"
    assert str(parts["TC"]["nonfacility_payment"]) == "177.91"
    imported(project, "pfs", "16-pfs-contractor-priced-with-cap/PPRRVU2025_Oct.csv", "70170")
    priced = data(project, "70170")["mpfs"]
    assert (priced["status"], priced["nonfacility_payment"]) == ("C", None)
    assert priced["opps_cap"]["nonfacility_pe_rvu"] == Decimal("7.57")


def test_localities_whose_zeros_a_spreadsheet_dropped_are_read(tmp_path: Path) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report/project.yaml").write_text("", "utf-8")
    imported(tmp_path, "pfs", "19-PPRRVU22_JAN.csv", "57511", "--gpci", "19-gpci-2022.csv")
    places = {place["locality"]: place for place in data(tmp_path)["mpfs"]["localities"]}
    alabama = places["1011200"]
    indices = [alabama[key] for key in ("work_gpci", "pe_gpci", "mp_gpci")]
    assert indices == [Decimal(1), Decimal("0.888"), Decimal("0.921")]
    assert len(places) == 6


@pytest.mark.parametrize(
    ("file", "quarter", "rate"),
    [
        ("20-asc-aa-2022q1.csv", "2022Q1", "131.16"),
        ("21-asc-aa-2021q1.txt", "2021Q1", "118.64"),
    ],
)
def test_center_rates_of_older_layouts_are_read(
    tmp_path: Path, file: str, quarter: str, rate: str
) -> None:
    (tmp_path / "report").mkdir()
    (tmp_path / "report/project.yaml").write_text("", "utf-8")
    done = imported(tmp_path, "asc", file, "57511", "--quarter", quarter)
    assert done.exit_code == 0, done.output
    center = data(tmp_path)["asc"]
    assert (center["release"], center["payment_indicator"]) == (quarter, "P3")
    assert str(center["payment_rate"]) == rate


def test_the_record_layout_of_the_hcpcs_file_is_read(project: Path) -> None:
    done = imported(project, "hcpcs", "23-HCPC2026_OCT_ANWEB.txt", "G0101", "A1")
    assert "G0101: valid procedure" in done.output
    assert "A1: valid modifier" in done.output


def test_an_order_file_is_read() -> None:
    names = ("icd10cm_tabular_2027.xml", "icd10cm_order_2027.txt")
    tabular, codes = (SourceText(name, (CASES / "24-icd10" / name).read_bytes()) for name in names)
    release = read_icd10(tabular, codes)
    assert release.refused == ()
    assert isinstance(release.entry("S52.501A"), Entry)
    assert isinstance(release.entry("S52.501"), Unusable)
