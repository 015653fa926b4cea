"""Reading add-on codes, telehealth services and counts of services, and what is printed of them."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from reportkit.cli import main_group
from reportkit.inputs.add_ons import read_add_ons
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.psps import read_psps
from reportkit.inputs.telehealth import read_telehealth
from reportkit.inputs.utilization import read_utilization
from reportkit.model.add_ons import AddOnEdit
from shared_data import SHARED, needs
from workbooks import workbook

AOC_NAME = "AOC_V2026Q2-MCR.csv"
AOC_COLUMNS = (
    "AOC_Edit_Type,Add-On_Code,AOC_DelDT,Primary_Code,Primary_Code_DelDT,AOC_Edit_EffDT,"
    "AOC_Edit_DelDT,Special_Instruction_Notes"
)
AOC_ROWS = (
    "1,22614,,22612,,2013001,,",
    "1,22614,,22630,,2013001,2025365,",
    "1,22614,,22633,,2026182,,",
    "1,22614,,22600,2026090,2013001,,",
    "2,96376,,CCCCC,,2013001,,Facilities alone may report it",
    "3,99417,,99205,,2026091,0,",
    "4,99417,,99205,,2026091,,",
    "1,99417,,99215,,2026400,,",
)
AOC = "\n".join(("A notice on codes", AOC_COLUMNS, *AOC_ROWS, "")).encode()

TELEHEALTH = (
    b"CY 2026 Final List of Medicare Telehealth Services\t\t\n"
    b"HCPCS\tShort Descriptor\tProposed Action\n"
    b"99213\t\tMaintain\n"
    b"9921\t\tMaintain\n"
)
OLDER_TELEHEALTH = (
    b"LIST OF MEDICARE TELEHEALTH SERVICES,,,\n"
    b"Code,Short Descriptor,Status,Can Audio-only Interaction Meet the Requirements?\n"
    b"99213,,Permanent,Yes\n"
    b"99214,,,No\n"
)

GEO_NAME = "MUP_PHY_R26_P05_V10_D24_Geo.csv"
GEO_COLUMNS = (
    "Rndrng_Prvdr_Geo_Lvl,Rndrng_Prvdr_Geo_Cd,Rndrng_Prvdr_Geo_Desc,HCPCS_Cd,HCPCS_Desc,"
    "HCPCS_Drug_Ind,Place_Of_Srvc,Tot_Rndrng_Prvdrs,Tot_Benes,Tot_Srvcs,Tot_Bene_Day_Srvcs,"
    "Avg_Sbmtd_Chrg,Avg_Mdcr_Alowd_Amt,Avg_Mdcr_Pymt_Amt,Avg_Mdcr_Stdzd_Amt"
)


def geo(*rows: str) -> bytes:
    return "\n".join((GEO_COLUMNS, *rows, "")).encode()


GEO = geo(
    "National,,National,99213,,N,O,1200,40000,90000.6,80000,150.123456789,90.005,70.1,71",
    "National,,National,99213,,N,F,300,9,14,12,210.5,60,45,46",
    "State,01,Alabama,99213,,N,O,30,400,900,800,150,90,70,71",
    "National,,National,57511,,N,O,8,,,,1,2,3,4",
    "National,,National,57513,,N,X,8,20,20,20,1,2,3,4",
)


def test_days_are_read_under_every_name_that_their_columns_have_had() -> None:
    names = (
        AOC_COLUMNS.replace("DelDT", "DelDT (Julian)").replace("EffDT", "EffDT (Julian)"),
        AOC_COLUMNS.replace("DelDT", "Del_DT_Julian").replace("EffDT", "Eff_DT_Julian"),
    )
    for columns in names:
        table = "\n".join(("A notice on codes", columns, *AOC_ROWS, "")).encode()
        assert read_add_ons(AOC_NAME, table).rows == read_add_ons(AOC_NAME, AOC).rows
    without = AOC.replace(b"AOC_Edit_DelDT", b"Ends")
    with pytest.raises(LayoutError, match="a column `AOC EDIT DELDT`"):
        read_add_ons(AOC_NAME, without)


def test_rows_that_are_refused_are_counted_by_their_reason(tmp_path: Path) -> None:
    project = made(tmp_path / "project")
    rows = [f"National,,National,9921{at},,N,X,8,20,20,20,1,2,3,4" for at in range(5)]
    (project / GEO_NAME).write_bytes(GEO + "\n".join([*rows, "Region,,,,,,,,,,,,,", ""]).encode())
    told = imported(project, "utilization", GEO_NAME, "99213", "--dry-run")
    assert "row of 99213 refused" in str(told.exception)
    told = imported(project, "utilization", GEO_NAME, "57511", "--dry-run")
    assert [line for line in told.output.splitlines() if "refused" in line] == [
        f"{GEO_NAME}:6: row refused: place of service `X` is not one of F, O; 5 more rows like it",
        f"{GEO_NAME}:12: row refused: level `Region` is not one of National, State",
    ]


def test_a_row_of_no_known_level_is_refused_and_no_state() -> None:
    table = GEO.replace(b"State,01", b"Region,01")
    assert [row.reason for row in read_utilization(GEO_NAME, table).refused] == [
        "level `Region` is not one of National, State",
        "place of service `X` is not one of F, O",
    ]


def test_an_entry_in_force_is_found_by_its_add_on_and_by_its_primary_code() -> None:
    found = read_add_ons(AOC_NAME, AOC)
    only = AddOnEdit(add_on="22614", primary="22612", kind="1")
    assert found.release == "2026Q2"
    assert found.rows["22614"].edits == found.rows["22612"].edits == (only,)
    assert sorted(found.rows) == ["22612", "22614", "96376", "99205", "99417"]
    (open_ended,) = found.rows["96376"].edits
    assert (open_ended.primary, open_ended.note) == (None, "Facilities alone may report it")
    assert [row.reason for row in found.refused] == [
        "type `4` is not one of 1, 2, 3",
        "effective date `2026400` is not a year and the number of a day",
    ]


def test_the_table_is_read_as_the_workbook_it_is_published_as() -> None:
    rows = [row.split(",") for row in ("A notice on codes", AOC_COLUMNS, *AOC_ROWS)]
    found = read_add_ons("AOC_V2026Q2-MCR.xlsx", workbook({"AOC": rows}))
    assert found.rows == read_add_ons(AOC_NAME, AOC).rows


def test_the_list_of_telehealth_says_its_year_and_the_standing_of_each_code() -> None:
    found = read_telehealth("list.txt", TELEHEALTH)
    assert (found.release, found.rows["99213"].status) == ("2026", "Maintain")
    assert found.rows["99213"].audio_only is None
    assert len(found.refused) == 1


def test_a_whole_list_says_of_a_code_that_it_is_not_on_it(tmp_path: Path) -> None:
    project = made(tmp_path / "project")
    entries = "".join(f"{code}\t\tPermanent\n" for code in range(99221, 99321))
    (project / "list.txt").write_text("2026 list\t\t\nHCPCS\tDescriptor\tStatus\n" + entries)
    done = imported(project, "telehealth", "list.txt", "99213")
    assert (done.exit_code, "not in list.txt: 99213; recorded as such" in done.output) == (0, True)
    assert "listed: false" in (project / "report/99213/input.yaml").read_text("utf-8")
    extract = imported(project, "telehealth", "TELEHEALTH 2026.txt", "57511")
    assert "no readable row for 57511" in str(extract.exception)


def test_a_list_without_a_year_needs_a_release() -> None:
    with pytest.raises(LayoutError, match="a title that names the year"):
        read_telehealth("list.csv", OLDER_TELEHEALTH)
    found = read_telehealth("list.csv", OLDER_TELEHEALTH, "2025")
    assert [found.rows[code].audio_only for code in ("99213", "99214")] == [True, False]


def test_counts_of_the_nation_are_read_by_place_and_small_ones_stay_suppressed() -> None:
    found = read_utilization(GEO_NAME, GEO)
    facility, office = found.rows["99213"]
    assert (found.release, office.year) == ("2024", 2024)
    assert (office.setting, office.services, office.beneficiaries) == (
        "nonfacility",
        90001,
        40000,
    )
    assert (office.average_submitted, office.average_allowed) == (
        Decimal("150.12"),
        Decimal("90.01"),
    )
    assert (facility.setting, facility.services, facility.beneficiaries) == ("facility", 14, None)
    (blank,) = found.rows["57511"]
    assert (blank.services, blank.beneficiaries, blank.providers) == (None, None, 8)
    assert [row.codes for row in found.refused] == [("57513",)]


@given(st.integers(min_value=0, max_value=2_000_000))
def test_no_count_of_1_to_10_patients_is_ever_taken(patients: int) -> None:
    row = f"National,,National,99213,,N,O,30,{patients},900,800,150,90,70,71"
    (counted,) = read_utilization(GEO_NAME, geo(row)).rows["99213"]
    assert counted.beneficiaries == (None if 1 <= patients <= 10 else patients)


PSPS = (
    b"HCPCS_CD,HCPCS_INITIAL_MODIFIER_CD,PROVIDER_SPEC_CD,PSPS_SUBMITTED_SERVICE_CNT,"
    b"PSPS_DENIED_SERVICES_CNT\n"
    b"57511,,01,100,30\n57511,59,01,20.0,4\n57511,59,02,30.0,5\n57511,22,01,4,1\n"
    b"57511,long,01,4,1\n57513,,01,9,\n"
)


def test_services_are_added_up_by_modifier_and_small_sums_are_suppressed() -> None:
    found = read_psps("PSPS_2024.csv", PSPS)
    lines = [(row.modifier, row.services, row.denied) for row in found.rows["57511"].rows]
    assert lines == [(None, 100, 30), ("59", 50, None), ("22", None, None)]
    assert found.rows["57513"].rows[0].denied is None
    assert len(found.refused) == 1
    assert found.refused[0].codes == ("57511",)
    with pytest.raises(LayoutError, match="the year of the services"):
        read_psps("psps.csv", PSPS)
    assert read_psps("psps.csv", PSPS, "2023").release == "2023"


def test_a_service_with_two_modifiers_counts_for_each() -> None:
    table = (
        b"HCPCS_CD,HCPCS_INITIAL_MODIFIER_CD,HCPCS_SECOND_MODIFIER_CD,PSPS_SUBMITTED_SERVICE_CNT,"
        b"PSPS_DENIED_SERVICES_CNT\n57511,,,100,0\n57511,59,,20,0\n57511,22,59,30,12\n"
    )
    found = read_psps("PSPS_2024.csv", table).rows["57511"].rows
    assert [(row.modifier, row.services, row.denied) for row in found] == [
        (None, 100, 0),
        ("59", 50, 12),
        ("22", 30, 12),
    ]


def made(folder: Path) -> Path:
    (folder / "report").mkdir(parents=True)
    (folder / "report/project.yaml").write_text("", "utf-8")
    for name, content in (
        (AOC_NAME, AOC),
        ("TELEHEALTH 2025.csv", OLDER_TELEHEALTH),
        ("TELEHEALTH 2026.txt", TELEHEALTH),
        (GEO_NAME, GEO),
        (GEO_NAME.replace("D24", "D23"), GEO),
    ):
        (folder / name).write_bytes(content)
    return folder


def imported(project: Path, command: str, name: str, *codes: str) -> Result:
    words = ["import", command, str(project / name), *codes, "--project", str(project)]
    return CliRunner().invoke(main_group, words)


@pytest.mark.parametrize(
    ("command", "names", "held"),
    [
        ("utilization", (GEO_NAME, GEO_NAME.replace("D24", "D23")), "year: 2023"),
        ("telehealth", ("TELEHEALTH 2025.csv", "TELEHEALTH 2026.txt"), 'release: "2026"'),
    ],
)
def test_years_give_the_same_bytes_in_every_order(
    tmp_path: Path, command: str, names: tuple[str, ...], held: str
) -> None:
    texts = set()
    for number, order in enumerate(permutations(names)):
        project = made(tmp_path / str(number))
        for name in order:
            done = imported(project, command, name, "99213")
            assert done.exit_code == 0, done.output
        texts.add((project / "report/99213/input.yaml").read_text("utf-8"))
    (text,) = texts
    assert held in text


def test_a_year_that_is_read_again_leaves_others_alone(tmp_path: Path) -> None:
    project = made(tmp_path)
    for name in (GEO_NAME, GEO_NAME.replace("D24", "D23"), GEO_NAME):
        imported(project, "utilization", name, "99213")
    text = (project / "report/99213/input.yaml").read_text("utf-8")
    assert text.count("year: 2023") == text.count("year: 2024") == 2


@pytest.mark.parametrize(
    ("command", "name", "content", "code", "row"),
    [
        ("psps", "PSPS_2024.csv", PSPS, "57511", "row of 57511 refused: modifier `long`"),
        ("addons", AOC_NAME, AOC, "99205", "row of 99205 refused: type `4`"),
    ],
)
def test_a_table_with_a_row_of_the_code_that_cannot_be_read_is_not_written_as_whole(
    tmp_path: Path, command: str, name: str, content: bytes, code: str, row: str
) -> None:
    project = made(tmp_path / "project")
    (project / name).write_bytes(content)
    done = imported(project, command, name, code)
    assert row in str(done.exception)
    assert not (project / "report" / code).exists()


@needs(SHARED / "data/public/telehealth")
def test_the_published_list_of_telehealth_is_read() -> None:
    path = SHARED / "data/public/telehealth/cy2026_list_508.excerpt.redacted.txt"
    found = read_telehealth(path.name, path.read_bytes())
    assert (found.release, len(found.rows)) == ("2026", 57)
