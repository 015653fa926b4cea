"""Reading the factors and base units of anesthesia, and what a publication makes of them."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportkit.cli import main_group
from reportkit.inputs.anesthesia import read_base_units, read_factors
from reportkit.inputs.layout import LayoutError
from shared_data import SHARED, needs

FACTORS = (
    b"Contractor,Locality,Locality Name,National Anes CF of 20.3178\n"
    b"01112 ,05 ,ANY CITY*,21.44 \n"
    b"3102 ,0 ,ANY DESERT,20.04 \n"
    b"02102 ,01 ,ANY ICE,free \n"
    b",,,\n"
)
TEXT = (
    b"01112       05    ANY CITY                                               2144\n"
    b"03102       00    ANY DESERT                                             2004\n"
)
UNITS = b"CPT Code,Descriptor,2025 Base Unit\n00104,,4\n01220,,4\n01999,,\n"


def test_the_national_factor_is_the_name_of_a_column() -> None:
    found = read_factors("rvu25d.zip/ANES2025.csv", FACTORS)
    assert (found.release, found.national) == ("RVU25D", Decimal("20.3178"))
    assert [(row.locality, row.name, row.factor) for row in found.localities] == [
        ("0111205", "ANY CITY", Decimal("21.44")),
        ("0310200", "ANY DESERT", Decimal("20.04")),
    ]
    assert [row.reason for row in found.refused] == ["factor `free` is not a number"]


def test_the_text_gives_factors_in_cents_and_no_national_one() -> None:
    found = read_factors("ANES2025.txt", TEXT)
    assert (found.release, found.national) == ("2025", None)
    assert [row.factor for row in found.localities] == [Decimal("21.44"), Decimal("20.04")]


OF_2026 = (
    b"Contractor,Locality,Locality Name,Qualifying APM National Anes CF (with 2.5% statutory "
    b"increase) of 20.599835,Non-Qualifying APM National Anes CF (with 2.5% Statutory increase)  "
    b"of 20.49754\n01112 ,05 ,ANY CITY*,21.88,21.77\n"
)


@pytest.mark.parametrize(
    "content",
    [
        OF_2026,
        b"01112       05    ANY CITY                                         2188  2177\n",
    ],
)
def test_from_2026_on_there_are_two_factors(content: bytes) -> None:
    found = read_factors("ANES2026.csv", content)
    (place,) = found.localities
    assert (place.name, place.factor, place.qualifying) == (
        "ANY CITY",
        Decimal("21.77"),
        Decimal("21.88"),
    )
    national = (found.national, found.qualifying)
    assert national in {(Decimal("20.49754"), Decimal("20.599835")), (None, None)}
    assert (found.national is None) == content.startswith(b"01112")


def test_a_line_that_is_no_record_is_refused_and_not_passed_over() -> None:
    found = read_factors("ANES2025.txt", b"A notice\n" + TEXT + b"03102  ANY DESERT  20.04\n")
    assert (len(found.localities), [row.line for row in found.refused]) == (2, [4])


def test_a_name_without_a_year_needs_a_release() -> None:
    with pytest.raises(LayoutError, match="a year in the file's name"):
        read_factors("factors.csv", FACTORS)
    assert read_factors("factors.csv", FACTORS, "RVU24AR").release == "RVU24AR"


def test_base_units_are_read_by_code() -> None:
    found = read_base_units("units.csv", UNITS)
    assert found.units == {"00104": Decimal(4), "01220": Decimal(4)}
    assert [row.codes for row in found.refused] == [("01999",)]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return made(tmp_path)


def made(folder: Path) -> Path:
    (folder / "report").mkdir(parents=True)
    (folder / "report/project.yaml").write_text("", "utf-8")
    sound = FACTORS.replace(b"02102 ,01 ,ANY ICE,free \n", b"")
    (folder / "ANES2025.csv").write_bytes(sound)
    (folder / "ANES2024.csv").write_bytes(sound.replace(b"20.3178", b"20.7739"))
    (folder / "ANES2026.csv").write_bytes(OF_2026)
    (folder / "units.csv").write_bytes(UNITS)
    return folder


def imported(project: Path, name: str, *more: str) -> Result:
    options = ["--project", str(project), *more]
    return CliRunner().invoke(main_group, ["import", "anesthesia", str(project / name), *options])


def test_factors_are_written_with_the_units_of_the_code(project: Path) -> None:
    done = imported(project, "ANES2025.csv", "01220", "--base-units", str(project / "units.csv"))
    assert done.exit_code == 0, done.output
    text = (project / "report/01220/input.yaml").read_text("utf-8")
    assert '\nanesthesia:\n  release: "2025"\n  base_units: 4\n  national_factor: 20.3178\n' in text
    assert "ANES2025.csv + units.csv" in text


def test_units_of_a_release_stay_when_its_factors_come_again(project: Path) -> None:
    imported(project, "ANES2025.csv", "01220", "--base-units", str(project / "units.csv"))
    imported(project, "ANES2025.csv", "01220")
    assert "  base_units: 4\n" in (project / "report/01220/input.yaml").read_text("utf-8")


def test_releases_give_the_same_bytes_in_every_order(tmp_path: Path) -> None:
    texts = set()
    for number, names in enumerate(permutations(("ANES2024.csv", "ANES2025.csv"))):
        project = made(tmp_path / str(number))
        for name in names:
            assert imported(project, name, "01220").exit_code == 0
        texts.add((project / "report/01220/input.yaml").read_text("utf-8"))
    (text,) = texts
    assert '{release: "2024", base_units: null, national_factor: 20.7739}' in text


def test_localities_are_written_all_or_not_at_all(project: Path) -> None:
    (project / "ANES2023.csv").write_bytes(FACTORS)
    done = imported(project, "ANES2023.csv", "01220")
    assert "ANES2023.csv:4: row refused: factor `free` is not a number" in str(done.exception)
    assert not (project / "report/01220").exists()
    named = imported(project, "ANES2023.csv", "01220", "--locality", "0310200")
    assert named.exit_code == 0, named.output


def test_both_factors_of_2026_are_written(project: Path) -> None:
    imported(project, "ANES2025.csv", "01220")
    imported(project, "ANES2026.csv", "01220")
    text = (project / "report/01220/input.yaml").read_text("utf-8")
    assert "  national_factor: 20.49754\n" in text
    assert "  qualifying_factor: 20.599835\n" in text
    assert "factor: 21.77, qualifying: 21.88}" in text
    assert '{release: "2025", base_units: null, national_factor: 20.3178}' in text


def test_a_code_that_is_none_of_anesthesia_is_refused(project: Path) -> None:
    done = imported(project, "ANES2025.csv", "57511")
    assert str(done.exception) == "57511 is no code for anesthesia"


def test_a_code_without_base_units_in_their_file_is_refused(project: Path) -> None:
    done = imported(project, "ANES2025.csv", "00100", "--base-units", str(project / "units.csv"))
    assert str(done.exception) == "units.csv has no readable row for 00100"


def test_localities_are_those_that_are_named(project: Path) -> None:
    imported(project, "ANES2025.csv", "01220", "--locality", "0310200")
    text = (project / "report/01220/input.yaml").read_text("utf-8")
    assert "ANY DESERT" in text
    assert "ANY CITY" not in text
    done = imported(project, "ANES2025.csv", "01220", "--locality", "0310299")
    assert str(done.exception) == "ANES2025.csv has no locality 0310299"


@needs(SHARED / "data/public/anes")
def test_both_forms_of_the_published_factors_agree() -> None:
    folder = SHARED / "data/public/anes"
    table = read_factors("ANES2025.csv", (folder / "ANES2025.csv").read_bytes())
    text = read_factors("ANES2025.txt", (folder / "ANES2025.txt").read_bytes())
    assert (table.refused, text.refused, table.national) == ((), (), Decimal("20.3178"))
    assert len(table.localities) == 109
    assert {(row.locality, row.factor) for row in table.localities} == {
        (row.locality, row.factor) for row in text.localities
    }
