"""Tables with the faults that published files have: read all the same, or refused by name."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cms_samples import DATA, GPCI, MUE, PFS, content, table, written
from hypothesis import given
from hypothesis import strategies as st

from reportkit.cannot_run import CannotRun
from reportkit.cli.import_ import import_data
from reportkit.inputs import archive
from reportkit.inputs import workbook as workbooks
from reportkit.inputs.asc import read_asc_aa, read_asc_ff
from reportkit.inputs.cells import BadCell, day
from reportkit.inputs.csv_records import records
from reportkit.inputs.gpci import read_gpci
from reportkit.inputs.hcpcs import read_hcpcs
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.pfs import read_pfs
from reportkit.inputs.table import read_rows
from reportkit.inputs.text import transcode
from workbooks import MAIN, workbook

AA = """\
Addendum AA -- ASC Covered Surgical Procedures for CY 2022,,,,,,
,,,,,,
HCPCS Code,,Short Descriptor,Subject to Multiple Procedure Discounting, {0} Payment Indicator,\
 {0} Payment Weight  , {0} Payment Rate{1}
57511,,,Y,P3,," $1,131.16 "
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "report").mkdir(parents=True)
    (folder / "report" / "project.yaml").write_text("reportkit: project/1\n")
    return folder


def run(project: Path, *arguments: str | Path) -> Result:
    given = [*map(str, arguments), "--project", str(project)]
    return CliRunner().invoke(import_data, given)


def refusal(project: Path, *arguments: str | Path) -> CannotRun:
    stop = run(project, *arguments).exception
    assert isinstance(stop, CannotRun)
    return stop


def cells(text: str | bytes) -> list[tuple[str, ...]]:
    raw = text.encode() if isinstance(text, str) else text
    return [row.cells for row in read_rows("t.csv", raw)]


def zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, held in files.items():
            opened.writestr(name, held)
    return packed.getvalue()


def test_a_line_of_another_encoding_leaves_the_others_as_they_are() -> None:
    text = "caf\u00e9,a\n".encode() + b"caf\xe9,b\n" + b"A4341\xff,c\n" + b"\xa0\x81x,d\n"
    assert cells(text) == [("café", "a"), ("café", "b"), ("A4341", "c"), ("x", "d")]


def test_blanks_of_every_kind_around_a_cell_are_dropped() -> None:
    assert cells("\ufeffG0465\u00a0,\u00a0\t,A4341\ufffd \n\x1a") == [("G0465", "", "A4341")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('a,5" tube,b\nc,d,e\n', [["a", '5" tube', "b"], ["c", "d", "e"]]),
        ('a,"5 in,b\nc,d,e\n', [["a", "5 in", "b"], ["c", "d", "e"]]),
        ('"a, b","5 in,c\nd,e,f\n', [["a, b", "5 in", "c"], ["d", "e", "f"]]),
        ('a,"over\ntwo lines",b\n', [["a", "over\ntwo lines", "b"]]),
        ('a,b,c\n1,"x,2\n3,y",4\n', [["a", "b", "c"], ["1", "x,2\n3,y", "4"]]),
        ('a,"""lesser of"" applied",b\n', [["a", '"lesser of" applied', "b"]]),
    ],
)
def test_a_stray_quote_changes_its_own_row_only(text: str, rows: list[list[str]]) -> None:
    assert [record.cells for record in records(text.splitlines(keepends=True))] == rows


@given(st.text('ab,"\n\r', max_size=40), st.text("xy,", min_size=1, max_size=8))
def test_whatever_comes_before_a_sound_row_can_be_parted_from_it(before: str, row: str) -> None:
    lines = [line + "\n" for line in before.splitlines()]
    lines += ["\n"] * 21
    found = list(records([*lines, row + "\n"]))
    assert found[-1].cells == row.split(",")
    assert found[-1].line == len(lines) + 1


def test_a_row_may_leave_out_the_columns_at_its_end_that_are_not_read() -> None:
    rows = table(PFS)
    at = next(index for index, row in enumerate(rows) if row[0] == "57511")
    rows[at] = [*rows[at], "", ""]
    assert read_pfs(PFS, written(rows)) == read_pfs(PFS, content(PFS))
    rows[at] = rows[at][:20]
    found = read_pfs(PFS, written(rows))
    assert [(row.codes, row.reason) for row in found.refused] == [
        (("57511",), "the row has 20 of 31 columns and none for `ASST SURG`; it may be cut off")
    ]


@pytest.mark.parametrize("month", ["January 2022", "Jan 2022", "JAN  2022"])
def test_months_may_be_long_or_short_and_names_of_columns_hold_blanks(month: str) -> None:
    found = read_asc_aa("aa.csv", AA.format(month, " ").encode())
    assert (found.quarter, found.rows["57511"].payment_rate) == ("2022Q1", Decimal("1131.16"))


def test_the_quarter_is_taken_from_an_option_where_columns_name_the_year_alone(
    project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "aa.txt"
    path.write_text(AA.format("CY 2021", "").replace(",", "\t").replace("\t131", ",131"))
    stop = refusal(project, "asc", path, "57511")
    assert stop.hint == "name it with --release, for example --release 2025Q4"
    for option in (("--release", "2021Q1"), ("--as-of", "2021-01-01")):
        assert run(project, "asc", path, "57511", *option).exit_code == 0
        text = (project / "report/57511/input.yaml").read_text()
        assert '  release: "2021Q1"' in text
        assert "  payment_rate: 1131.16" in text


def test_zeros_that_a_spreadsheet_dropped_from_localities_are_put_back() -> None:
    text = (
        "Medicare Administrative Contractor,State,Locality Number,Locality Name,"
        "2022 PW GPCI (with 1.0 Floor),2022 PE GPCI,2022 MP GPCI\n"
        "10112,AL,0,ALABAMA,1,0.888,0.921\n2102,AK,1,ALASKA*,1.5,1.118,0.614\n"
    )
    found = read_gpci("gpci.csv", text.encode())
    assert [(each.locality, each.name) for each in found.localities] == [
        ("1011200", "ALABAMA"),
        ("0210201", "ALASKA"),
    ]


def test_localities_are_written_all_or_not_at_all(project: Path, tmp_path: Path) -> None:
    rows = table(GPCI)
    rows[-1][4] = "?"
    path = tmp_path / GPCI
    path.write_bytes(written(rows))
    stop = refusal(project, "pfs", DATA / PFS, "57511", "--gpci", path)
    assert "the localities are written all or not at all" in str(stop)
    assert stop.hint == "correct the row, or name the localities with --locality"
    assert not (project / "report/57511").exists()
    named = ("--gpci", path, "--locality", "0111255")
    assert run(project, "pfs", DATA / PFS, "57511", *named).exit_code == 0


def test_the_record_layout_of_the_hcpcs_file_is_read() -> None:
    line = "{:5}00100{}{:80}{:28}{:149}{:8}{:8}{:8}N"
    text = "Notice of the owners\xa0\n" + "\n".join(
        (
            line.format("G0101", "3", "", "", "", "19980101", "19980101", ""),
            line.format("G0101", "4", "", "", "", "", "", ""),
            line.format("   A1", "7", "", "", "", "20020701", "20020701", "20191231"),
        )
    )
    found = read_hcpcs("HCPC.txt", text.encode("cp1252"))
    assert [
        (each.code, each.kind, str(each.added), str(each.terminated))
        for each in found.codes.values()
    ] == [
        ("G0101", "procedure", "1998-01-01", "None"),
        ("A1", "modifier", "2002-07-01", "2019-12-31"),
    ]


def test_a_workbook_gives_what_its_csv_gives() -> None:
    rows = [[_number(cell) for cell in row] for row in table(PFS)]
    packed = workbook({"Notes": [["read me"]], "Values": rows})
    plain, found = read_pfs(PFS, content(PFS)), read_pfs("PPRRVU2025_Oct.xlsx", packed)
    assert found.release == plain.release
    assert [
        (row.code, row.modifier, row.work_rvu, row.payment("facility")) for row in found.rows
    ] == [(row.code, row.modifier, row.work_rvu, row.payment("facility")) for row in plain.rows]


def test_a_workbook_that_unpacks_to_too_much_or_is_damaged_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packed = workbook({"Values": [["a"]]})
    with pytest.raises(LayoutError, match="a workbook, found one that cannot be read"):
        list(read_rows("t.xlsx", zipped({"xl/workbook.xml": b"<workbook"})))
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 100)
    with pytest.raises(LayoutError, match=r"it unpacks to .* bytes, and 100 are the most"):
        list(read_rows("t.xlsx", packed))


CELL = '<c r="{}"><v>1</v></c>'
FAR = {
    "a cell at the other end": f'<row r="1">{CELL.format("A1")}{CELL.format("XFD1048576")}</row>',
    "cells without names": (
        f'<row r="1">{CELL.format("XFD1")}</row><row r="1048576"><c><v>1</v></c></row>'
    ),
    "a row beyond all rows": f'<row r="1">{CELL.format("A99999999999999999999")}</row>',
    "a column beyond all columns": f'<row r="1">{CELL.format("ZZZZZZZZZZ1")}</row>',
    "a name in small letters": f'<row r="1">{CELL.format("xfd1048576")}</row>',
    "a name behind a long attribute": (
        f'<row r="1"><c s="{"1" * 300}" r="XFD1048576"><v>1</v></c></row>'
    ),
    "a name behind a mark": '<row r="1"><c a=">" r="XFD1048576"><v>1</v></c></row>',
    "a name behind blanks": '<row r="1"><c r = "XFD1048576"><v>1</v></c></row>',
    "a cell with a prefix": '<row r="1"><a-b:c r="XFD1048576"><v>1</v></a-b:c></row>',
}


@pytest.mark.parametrize("cells", FAR.values(), ids=FAR)
def test_a_workbook_with_room_for_billions_of_cells_is_refused(cells: str) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook({"Values": [["a"]]}))) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    with pytest.raises(LayoutError, match=CANNOT_BE_READ):
        list(read_rows("t.xlsx", zipped({**parts, "xl/worksheets/sheet1.xml": sheet.encode()})))


CANNOT_BE_READ = r"t\.xlsx: expected a workbook, found one that cannot be read"
TEXTS = {
    "a text that many cells hold": ("", "a" * 1_000_000, 2_000),
    "more texts than there is memory": (' count="9" uniqueCount="99999999999"', "a", 1),
}


@pytest.mark.parametrize(("counts", "text", "times"), TEXTS.values(), ids=TEXTS)
def test_a_workbook_whose_texts_fill_the_memory_is_refused(
    counts: str, text: str, times: int
) -> None:
    with pytest.raises(LayoutError, match=CANNOT_BE_READ):
        list(read_rows("t.xlsx", with_texts(counts, text, times)))


def with_texts(counts: str, text: str, times: int) -> bytes:
    """A workbook with this text in so many cells, which stands once in the list of its texts."""
    with zipfile.ZipFile(io.BytesIO(workbook({"Values": [["a"]]}))) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    cells = "".join(f'<row><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, times + 1))
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData></worksheet>'
    texts = f'<sst xmlns="{MAIN}"{counts}><si><t>{text}</t></si></sst>'
    relation = f'<Relationship Id="rId9" Type="{SHARED}" Target="sharedStrings.xml"/>'
    relations = "xl/_rels/workbook.xml.rels"
    return zipped(
        {
            **parts,
            "xl/worksheets/sheet1.xml": sheet.encode(),
            "xl/sharedStrings.xml": texts.encode(),
            relations: parts[relations].replace(b"</Rel", f"{relation}</Rel".encode()),
        }
    )


SHARED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
DAYS = {"beyond all days": "1e300", "without end": "inf", "before all days": "-9e18"}


def test_days_may_be_written_as_spreadsheets_and_letters_do() -> None:
    for text in (
        "20261001", "2026-10-01", "2026/10/1", "10/1/2026", "10-01-2026", "1-Oct-2026",
        "01 OCT 2026", "October 1, 2026", "Oct. 1, 2026", "10/01/2026 12:00:00 AM",
    ):  # fmt: skip
        assert day("day", text) == date(2026, 10, 1), text
    for none in ("1/10/26", "Octember 1, 2026", "2026-13-01", "31-Feb-2026", "1 of October 2026"):
        with pytest.raises(BadCell):
            day("day", none)


def test_a_file_that_is_cut_off_above_a_code_says_where(project: Path, tmp_path: Path) -> None:
    path = tmp_path / PFS
    path.write_bytes(content(PFS).partition(b"\n57511,")[0][:-40])
    done = run(project, "pfs", path, "57511")
    assert str(done.exception) == f"{PFS} has no readable row for 57511"
    assert "it may be cut off" in done.stderr


def test_all_codes_of_a_file_that_is_cut_off_are_not_written(project: Path, tmp_path: Path) -> None:
    whole = content(PFS)
    path = tmp_path / PFS
    for cut in (whole.rstrip()[:-9], whole.rstrip()[:-60]):
        path.write_bytes(cut)
        stop = refusal(project, "pfs", path, "--all")
        assert "the file ends inside a row, so that codes may be missing" in str(stop)
        assert stop.hint == "download it again; if it is whole, end it with a line break"
    assert [each.name for each in (project / "report").iterdir()] == ["project.yaml"]
    path.write_bytes(whole)
    assert run(project, "pfs", path, "--all", "--dry-run").exit_code == 0


@pytest.mark.parametrize("number", DAYS.values(), ids=DAYS)
def test_a_number_that_is_no_day_is_refused(number: str) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook({"Values": [["a"]]}))) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    style = '<cellXfs><xf numFmtId="46"/></cellXfs>'
    relation = f'<Relationship Id="rId9" Type="{STYLES}" Target="styles.xml"/>'
    relations = "xl/_rels/workbook.xml.rels"
    sheet = f'<row r="1"><c r="A1" s="0"><v>{number}</v></c></row>'
    changed = {
        relations: parts[relations].replace(b"</Rel", f"{relation}</Rel".encode()),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">{style}</styleSheet>'.encode(),
        "xl/worksheets/sheet1.xml": (
            f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>'.encode()
        ),
    }
    with pytest.raises(LayoutError, match=CANNOT_BE_READ):
        list(read_rows("t.xlsx", zipped({**parts, **changed})))


STYLES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"


def test_the_table_asked_for_is_taken_out_of_an_archive(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "rvu25d.zip"
    files = {PFS: content(PFS), "PPRRVU2025_Oct.txt": b"57511", "a/" + GPCI: content(GPCI)}
    path.write_bytes(zipped({"inner.zip": zipped(files)}))
    done = run(project, "pfs", path, "--gpci", path, "--locality", "0111255", "57511")
    assert done.exit_code == 0, done.output
    text = (project / "report/57511/input.yaml").read_text()
    assert f"rvu25d.zip/inner.zip/{PFS} + rvu25d.zip/inner.zip/{GPCI}" in text
    stop = refusal(project, "asc", path, "57511")
    assert "expected an archive with a file for `reportkit import asc`, found GPCI2025.csv" in str(
        stop
    )


def test_an_archive_with_two_files_of_a_kind_names_both(project: Path, tmp_path: Path) -> None:
    path = tmp_path / "both.zip"
    path.write_bytes(zipped({"PPRRVU_a.csv": content(PFS), "PPRRVU_b.csv": content(PFS)}))
    stop = refusal(project, "pfs", path, "57511")
    assert str(stop) == (
        "both.zip: expected one file for `reportkit import pfs`, found PPRRVU_a.csv, PPRRVU_b.csv"
    )
    assert stop.hint == "unpack the archive and give one of them"


def test_archives_are_unpacked_within_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = zipped({"a": b"0" * 1000, "b": b"0"})
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    with pytest.raises(LayoutError, match="at most 1,000 bytes unpacked, found 1,001"):
        list(archive.members("z.zip", packed))
    monkeypatch.setattr(archive, "MOST_MEMBERS", 1)
    with pytest.raises(LayoutError, match="at most 1 files, found 2"):
        list(archive.members("z.zip", packed))
    with pytest.raises(LayoutError, match="one that cannot be unpacked"):
        list(archive.members("z.zip", packed[:40]))


def test_another_encoding_is_read_where_it_is_named(project: Path, tmp_path: Path) -> None:
    path = tmp_path / PFS
    for encoding in ("utf-16-le", "utf-16-be"):
        path.write_bytes(content(PFS).decode("utf-8-sig").encode(encoding))
        stop = refusal(project, "pfs", path, "57511")
        assert stop.hint == f"if it is text, add --encoding {encoding}"
        assert run(project, "pfs", path, "57511", "--encoding", encoding).exit_code == 0
    with pytest.raises(LayoutError, match="an encoding by its name, found `latin-99`"):
        transcode("t", b"x", "latin-99")
    with pytest.raises(LayoutError, match="expected text in ascii"):
        transcode("t", b"\xff", "ascii")


def test_the_sheet_that_is_read_is_named_where_there_are_others(
    project: Path, tmp_path: Path
) -> None:
    rows = [line.split(",") for line in content(PFS).decode("utf-8-sig").splitlines()]
    path = tmp_path / PFS.replace(".csv", ".xlsx")
    path.write_bytes(workbook({"Notes": [["read me"]], "Data": rows, "O\u202eld": [["x"]]}))
    said = run(project, "pfs", path, "57511").output
    assert f"{path.name}: sheet Data is read, and not Notes, O\ufffdld" in said
    path.write_bytes(workbook({"Data": rows}))
    assert "sheet" not in run(project, "pfs", path, "57511").output


@pytest.mark.parametrize(
    ("rows", "name", "hint"),
    [
        (
            "Addendum BB -- ASC\nHCPCS Code,,Jan 2025 Payment Rate\n",
            "addendum BB",
            "import asc FILE --bb",
        ),
        ("Addendum DD1 -- ASC\nIndicator,Meaning\n", "addendum DD1", "no import reads this"),
        (",Addendum B.-- OPPS\nHCPCS Code,SI,APC\n", "addendum B of the outp", "import opps"),
        ("2025 Clinical Diagnostic Laboratory Fee Schedule\nYEAR,HCPCS,MOD\n", "CLFS", "clfs"),
        ("HCPCS Code,Short Description,HCPCS Code Dosage\n", "Part B drugs", "import asp"),
        (
            "Contractor,Locality,Locality Name,National Anes CF of 20\n",
            "anesthesia",
            "import anesthesia",
        ),
        ("HCPCS,MOD,PROCSTAT,CARRIER\n", "outpatient cap by locality", "pfs FILE --amounts"),
    ],
)
def test_another_known_file_is_refused_by_what_it_is(rows: str, name: str, hint: str) -> None:
    for read in (read_asc_aa, read_asc_ff, read_pfs):
        with pytest.raises(LayoutError) as stop:
            read("file.csv", rows.encode())
        assert name in stop.value.found
        assert hint in (stop.value.hint or "")


def test_what_is_no_known_file_is_refused_with_its_columns() -> None:
    with pytest.raises(LayoutError, match="expected columns `RECID`, `TERM DT`") as stop:
        read_hcpcs("x.csv", b"HCPC,ADD DT,X\nG0101,1,2\n")
    assert stop.value.hint == "use the file as published, with all its header rows"
    with pytest.raises(LayoutError, match="expected the HCPCS file"):
        read_hcpcs("x.csv", content(MUE))


def _number(cell: str) -> str | float:
    return float(cell) if "." in cell and cell.replace(".", "").isdigit() else cell
