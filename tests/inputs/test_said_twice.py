"""What a file says twice: of its release by text, name and option, and of a code in two rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cms_samples import GPCI, PFS, content
from sound_tables import SOUND
from test_policies import packed

from reportkit.cannot_run import CannotRun
from reportkit.cli import main_group
from reportkit.inputs.add_ons import read_add_ons
from reportkit.inputs.asp import read_asp
from reportkit.inputs.clfs import read_clfs
from reportkit.inputs.dmepos import read_dmepos
from reportkit.inputs.gpci import read_gpci
from reportkit.inputs.hcpcs import read_hcpcs
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.ncci_ptp import read_ptp
from reportkit.inputs.opps import read_opps
from reportkit.inputs.pfs import read_pfs
from reportkit.inputs.psps import read_psps
from reportkit.inputs.telehealth import read_telehealth
from reportkit.inputs.utilization import read_utilization
from reportkit.source.rewrite import read_mapping
from reportkit.source.values import plain

TABLES = {table.command: table for table in SOUND}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "report").mkdir(parents=True)
    (folder / "report/project.yaml").write_text("reportkit: project/1\n", "utf-8")
    return folder


def imported(project: Path, command: str, name: str, table: bytes, *words: str) -> Result:
    path = project.parent / name
    path.write_bytes(table)
    given = ["import", *command.split(), str(path), *words, "--project", str(project)]
    return CliRunner().invoke(main_group, given)


def held(project: Path, code: str, key: str) -> object:
    text = (project / f"report/{code}/input.yaml").read_text("utf-8")
    return plain(read_mapping(text))[key]


@pytest.mark.parametrize(
    ("command", "code", "other", "said"),
    [
        ("pfs", "57511", "RVU26A", "RVU25D"),
        ("asc", "57511", "2026Q1", "2025Q4"),
        ("opps", "57511", "2026Q1", "2025"),
        ("clfs", "80053", "2026Q1", "2025"),
        ("asp", "J1100", "2026Q1", "2025Q4"),
        ("dmepos", "E0776", "2026Q1", "2025Q1"),
        ("telehealth", "99213", "2025", "2026"),
    ],
)
def test_a_release_that_the_text_denies_is_not_written(
    project: Path, command: str, code: str, other: str, said: str
) -> None:
    table = TABLES[command]
    done = imported(project, command, table.name, table.content, code, "--release", other)
    assert isinstance(done.exception, CannotRun)
    assert said in str(done.exception)
    assert other[-2:] in str(done.exception) or other in str(done.exception)
    assert not (project / "report" / code).exists()


@pytest.mark.parametrize(
    ("command", "name"),
    [("opps", "2026 January Web Addendum B.csv"), ("clfs", "CLFS 2026 Q1V1.csv")],
)
def test_a_name_that_the_text_denies_is_not_the_release(
    project: Path, command: str, name: str
) -> None:
    table = TABLES[command]
    done = imported(project, command, name, table.content, table.wanted)
    assert isinstance(done.exception, CannotRun)
    assert "2026" in str(done.exception)
    assert "2025" in str(done.exception)


def test_the_columns_of_a_year_do_not_stand_for_another() -> None:
    aa = TABLES["asc"].content.replace(b"October 2025 ", b"CY 2025 ")
    for name in ("ASC_AA_2024Q1.csv", "ASC_AA_2026Q1.csv"):
        with pytest.raises(LayoutError, match="as its name says, found one of 2025"):
            TABLES["asc"].read(name, aa)
    assert TABLES["asc"].read("ASC_AA_2025Q1.csv", aa)


def test_a_quarter_names_a_release_of_the_fee_schedule(project: Path) -> None:
    untitled = content(PFS).replace(b"October Release", b"")
    done = imported(project, "pfs", "fees.csv", untitled, "57511", "--quarter", "2025Q4")
    assert done.exit_code == 0, done.output
    fees = held(project, "57511", "mpfs")
    assert isinstance(fees, dict)
    assert fees["release"] == "RVU25D"


def test_the_name_of_a_file_counts_before_that_of_its_archive(project: Path) -> None:
    geo, psps = TABLES["utilization"], TABLES["psps"]
    for table, key, year in ((geo, "utilization", 2024), (psps, "billed_modifiers", "2024")):
        archive = packed({table.name: table.content})
        done = imported(project, table.command, "download 2026.zip", archive, "57511")
        assert done.exit_code == 0, done.output
        rows = held(project, "57511", key)
        found = rows[0]["year"] if isinstance(rows, tuple) else rows["release"]  # type: ignore[index]
        assert found == year
    assert read_opps("2026Q1.zip/2025Q4.csv", TABLES["opps"].content).release == "2025Q4"
    assert read_utilization("D22.zip/Geo_2024.csv", geo.content).release == "2024"
    assert read_psps("PSPS_2023.zip/psps.csv", psps.content).release == "2023"
    sides = ("practitioner.zip/ccioph-v302r0-f1.csv", "hospital.zip/ccipra-v302r0-f1.csv")
    settings = [read_ptp(name, TABLES["ncci --ptp"].content).setting for name in sides]
    assert settings == ["outpatient-hospital", "practitioner"]


@pytest.mark.parametrize("title", ["Updated 11/26/2025: ", "In force from 2025-11-26: "])
def test_a_day_in_the_title_of_a_list_is_not_its_year(title: str) -> None:
    plain_title = TABLES["telehealth"].content.replace(b"for CY 2026", b"of 2026")
    for table in (TABLES["telehealth"].content, plain_title):
        assert read_telehealth("list.csv", title.encode() + table).release == "2026"
    with pytest.raises(LayoutError, match="a title that names the year"):
        read_telehealth("list.csv", plain_title.replace(b"of 2026", b"of 2025 and 2026"))


@pytest.mark.parametrize("month", ["October", "Oct.", "OCT"])
def test_titles_name_their_month_in_short_or_long(month: str) -> None:
    asp = TABLES["asp"].content.replace(b"October", month.encode())
    assert read_asp("limits.csv", asp).release == "2025Q4"
    fees = TABLES["dmepos"].content.replace(b"January", month.encode())
    assert read_dmepos("fees.csv", fees).release == "2025Q4"


def test_a_pair_with_two_indicators_in_force_is_refused() -> None:
    table = TABLES["ncci --ptp"].content
    both = read_ptp("ccipra-v302r0.csv", table + b"57511,57452,,20021001,*,1,some words\n")
    assert [(row.line, row.codes) for row in both.refused] == [(6, ("57511", "57452"))]
    ended = read_ptp("ccipra-v302r0.csv", table + b"57511,57452,,20021001,20240101,1,some words\n")
    assert ended.refused == ()


def test_a_pair_of_what_is_no_code_is_refused_whoever_asks() -> None:
    table = TABLES["ncci --ptp"].content + b"100,1996,,20021001,*,0,some words\n"
    asked = read_ptp("ccipra-v302r0.csv", table, {"00100"})
    assert [row.line for row in asked.refused] == [6]
    lower = read_ptp("ccipra-v302r0.csv", table.replace(b"57511", b"g0101"), {"G0101"})
    assert {pair.column_1 for pair in lower.pairs} == {"G0101"}


@pytest.mark.parametrize("days", ["2026091,2026091", "2026100,2026091"])
def test_an_add_on_that_was_taken_back_was_never_paid_beside_its_code(days: str) -> None:
    row = f"1,22614,,22630,,{days},some words\n".encode()
    found = read_add_ons("AOC_V2026Q2.csv", TABLES["addons"].content + row)
    assert [edit.primary for edit in found.rows["22614"].edits] == ["22612"]
    held_still = row.replace(b",2026091,some", b",2026120,some").replace(b"2026100", b"2026091")
    found = read_add_ons("AOC_V2026Q2.csv", TABLES["addons"].content + held_still)
    assert [edit.primary for edit in found.rows["22614"].edits] == ["22612", "22630"]


def test_the_order_of_two_modifiers_makes_no_second_fee() -> None:
    rows = b"E0776,RR,KF,D,IN,0,0,9.00,0,w\nE0776,KF,RR,D,IN,0,0,8.00,0,w\n"
    found = read_dmepos("DMEPOS.csv", TABLES["dmepos"].content + rows)
    assert [row.codes for row in found.refused] == [("E0776",)]
    twice = TABLES["dmepos"].content.replace(b"AL (R)", b"al(nr)")
    with pytest.raises(LayoutError, match=r"one column `al\(nr\)`, found it twice"):
        read_dmepos("DMEPOS.csv", twice)


def test_a_row_with_another_conversion_factor_is_refused() -> None:
    lines = content(PFS).splitlines(keepends=True)
    table = b"".join(
        line.replace(b"32.3465", b"33.2875") if line.startswith(b"57511") else line
        for line in lines
    )
    found = read_pfs(PFS, table)
    assert [row.codes for row in found.refused] == [("57511",)]
    assert "57511" not in found.by_code()
    assert len(found.by_code()) == len(read_pfs(PFS, content(PFS)).by_code()) - 1


def test_a_code_of_two_addenda_is_refused(project: Path) -> None:
    other = project.parent / "ASC_BB_2025Q4.csv"
    other.write_bytes(TABLES["asc FILE --bb"].content.replace(b"71046", b"57511"))
    aa = TABLES["asc"]
    done = imported(project, "asc", aa.name, aa.content, "57511", "--bb", str(other))
    assert str(done.exception) == (
        f"{aa.name} + ASC_BB_2025Q4.csv:4: row of 57511 refused: {aa.name} has the code, too"
    )


def test_a_locality_or_taxonomy_with_two_rows_is_refused_where_it_is_named(project: Path) -> None:
    indices = project.parent / GPCI
    indices.write_bytes(content(GPCI) + b"01112,CA,55,CHICO,1.5,1.093,0.56\n")
    words = ("57511", "--gpci", str(indices), "--locality", "0111255")
    done = imported(project, "pfs", PFS, content(PFS), *words)
    assert "row of 0111255 refused: line 6 has other values" in str(done.exception)
    nucc = TABLES["nucc"]
    twice = nucc.content + b"207V00000X,A group,Other,,some words,,Other,Individual\n"
    imported(project, "pfs", PFS, content(PFS), "57511")
    done = imported(project, "nucc", nucc.name, twice, "57511", "--taxonomy", "207v00000x")
    assert "row of 207V00000X refused: line 2 has other values" in str(done.exception)


def test_a_code_that_ends_before_it_begins_is_refused() -> None:
    table = TABLES["hcpcs"].content.replace(
        b"G0102,00100,3,some words,20000101,20040101,",
        b"g0102,00100,3,some words,20000101,20040101,19990101",
    )
    found = read_hcpcs("HCPC2025_OCT.csv", table)
    assert [(row.codes, "lies before" in row.reason) for row in found.refused] == [
        (("G0102",), True)
    ]
    sound = read_hcpcs("HCPC2025_OCT.csv", table.replace(b"19990101", b"20190101"))
    assert str(sound.codes["G0102"].terminated) == "2019-01-01"


def test_columns_behind_those_of_the_laboratory_text_may_follow() -> None:
    text = b"HDR~Codes\n2025~80053~  ~20250101~N~00010.56~some~more~\n"
    assert str(read_clfs("CLFS 2025 Q1V1.txt", text).rows["80053"].rates[0].rate) == "10.56"


def test_indices_that_no_locality_has_are_refused() -> None:
    for text in (b"0", b"1021"):
        table = content(GPCI).replace(b"1,0.869,0.575", b"1,0.869," + text)
        found = read_gpci(GPCI, table)
        assert [row.codes for row in found.refused] == [("1011200",)]
