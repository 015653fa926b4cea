"""What is missing goes out in a workbook, and comes back cell by cell, whole or not at all."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from reportkit.inputs.gap_workbook import read_gap_workbook
from reportkit.inputs.layout import LayoutError
from reportkit.model.gap_forms import gap_form
from reportkit.model.input import Missing
from reportkit.report.gap_workbook import ReportGap, gap_workbook
from reportkit.workspace.workspace import read_workspace
from small_project import copy_project, edit, run
from workbooks import workbook

INPUT = "report/57511/input.yaml"
DIAGNOSES = ["report", "code", "title", "basis", "support", "source", "excludes1", "release",
             "looked_up"]  # fmt: skip
ORIGINS = ["report", "data", "source", "as_of", "release", "none"]
ORIGIN = ["57511", "diagnoses", "client", "2026-10-01", "", ""]
ROW = ["57511", "N87.1", "Dysplasia", "histology", "covered", "client", "R87.613; D06.-", "", ""]
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://example.org")', "|x")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def test_gaps_are_listed_by_report_or_by_who_can_close_them(project: Path) -> None:
    edit(
        project / INPUT,
        "field: diagnoses\n    section: diagnoses\n    reason: not_provided\n"
        "    needed_from: data team",
        "field: diagnoses\n    section: diagnoses\n"
        "    reason: not_provided\n    needed_from: clinic",
    )
    listed = run(project, "gaps", "--by", "supplier").stdout.splitlines()
    assert [line for line in listed if not line.startswith(" ")] == [
        "data team",
        "clinic",
        "9 gaps",
    ]
    assert "  diagnoses  not_provided, since 2026-11-23: 57511" in listed
    assert run(project, "gaps").stdout.startswith("57511 ")


def test_a_workbook_a_supplier_has_a_sheet_for_each_kind_of_data(project: Path) -> None:
    said = run(project, "gaps", "--by", "supplier", "--xlsx", "requests")
    assert said.stdout == "wrote requests/data-team.xlsx: 9 gaps for data team\n"
    book = CalamineWorkbook.from_path(project / "requests/data-team.xlsx")
    assert book.sheet_names == ["missing", "related_codes", "diagnoses", "taxonomies", "rates",
                                "utilization", "coverage", "policy_updates", "service_line",
                                "sources", "columns"]  # fmt: skip
    assert book.get_sheet_by_name("diagnoses").to_python()[:2] == [
        DIAGNOSES,
        ["57511", *[""] * (len(DIAGNOSES) - 1)],
    ]
    missing = book.get_sheet_by_name("missing").to_python()
    assert missing[1][2] == "ncci"
    assert "`reportkit import ncci`" in str(missing[1][-1])


def test_the_same_gaps_give_the_same_bytes() -> None:
    assert gap_workbook([a_gap()], date(2026, 11, 26)) == gap_workbook(
        [a_gap()], date(2026, 11, 26)
    )


@pytest.mark.parametrize("words", FORMULAS)
def test_no_text_is_ever_a_formula(words: str) -> None:
    content = gap_workbook([a_gap(title=words, effect=words)], date(2026, 11, 26))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheets = [packed.read(name).decode() for name in packed.namelist() if "sheet" in name]
        styles = packed.read("xl/styles.xml").decode()
    assert not any(re.search(r"<(\w+:)?f[\s/>]", sheet) for sheet in sheets)
    assert 'quotePrefix="1"' in styles
    cells = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("missing")
    assert cells.to_python()[1][1] == words


def test_what_is_filled_in_closes_the_gap_with_its_origin(project: Path) -> None:
    fill(project, {"diagnoses": [DIAGNOSES, ROW], "sources": [ORIGINS, ORIGIN]})
    done = run(project, "import", "gaps", "filled.xlsx")
    assert done.returncode == 0, done.stderr
    data = read_workspace(project, ["57511"]).publications[0].input
    assert data.diagnoses is not None
    (diagnosis,) = data.diagnoses
    assert (diagnosis.code, diagnosis.excludes1) == ("N87.1", ("R87.613", "D06.-"))
    origin = data.provenance["diagnoses"]
    assert (origin.source, origin.as_of, origin.file) == (
        "client",
        date(2026, 10, 1),
        "filled.xlsx",
    )
    assert origin.sha256
    assert "diagnoses" not in {record.field for record in data.missing}


def test_the_workbook_that_was_written_reads_back_as_nothing_filled_in(project: Path) -> None:
    run(project, "gaps", "--by", "supplier", "--xlsx", "requests")
    refused = run(project, "import", "gaps", "requests/data-team.xlsx")
    assert (refused.returncode, refused.stderr) == (
        2,
        "reportkit: nothing is filled in\n  = help: fill in a sheet of data-team.xlsx\n",
    )


def test_one_text_and_nothing_of_a_kind_are_taken_too(project: Path) -> None:
    fill(
        project,
        {
            "service_line": [["report", "service_line"], ["57511", "Gynecology"]],
            "sources": [
                ORIGINS,
                ["57511", "service_line", "client", "2026-10-01", "", ""],
                ["57511", "policy_updates", "client", "2026-10-01", "2026Q4", "yes"],
            ],
        },
    )
    done = run(project, "import", "gaps", "filled.xlsx")
    assert done.returncode == 0, done.stderr
    data = read_workspace(project, ["57511"]).publications[0].input
    assert (data.service_line, data.policy_updates) == ("Gynecology", ())
    assert data.provenance["policy_updates"].release == "2026Q4"


@pytest.mark.parametrize(
    "written",
    ["2026-10-01", "10/1/2026", "October 1, 2026", " 2026-10-01 00:00:00 ", "20261001"],
)
def test_a_day_is_taken_however_it_is_written(written: str) -> None:
    row = ["57511", "diagnoses", "client", written, "", ""]
    sheets = {"diagnoses": [DIAGNOSES, ROW], "sources": [ORIGINS, row]}
    filled = read_gap_workbook("filled.xlsx", workbook(sheets))
    assert filled.refused == []
    assert filled.origins[0].data["as_of"] == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("written", "amount"),
    [(1118.39, "1118.39"), ("1118.39", "1118.39"), ("$1,118.39", "1118.39"), ("N/A", None),
     (" - ", None), ("$ 1,118", "1118")],
)  # fmt: skip
def test_an_amount_is_taken_as_spreadsheets_write_it(written: Any, amount: str | None) -> None:
    form = gap_form("rates")
    assert form is not None
    heads = ["report", *(column.key for column in form.columns)]
    given = {
        "report": "57511", "published_by": "hospital", "payer": "Medicare", "plan": "PPO",
        "setting": "outpatient", "modifiers": "none", "billing_class": "professional",
        "negotiated_type": "other",
        "period": "2026-04", "n": "3", "low": "1", "high": "2000", "p50": written,
    }  # fmt: skip
    sheets = {"rates": [heads, [given.get(head, "") for head in heads]]}
    filled = read_gap_workbook("filled.xlsx", workbook(sheets))
    assert filled.refused == []
    (row,) = filled.rows["rates"]
    assert row.data["p50"] == (None if amount is None else Decimal(amount))


def test_a_value_of_a_list_is_taken_in_capitals(project: Path) -> None:
    row = [*ROW[:3], "Histology", "COVERED", *ROW[5:]]
    origins = [ORIGINS, [*ORIGIN[:5], ""], ["57511", "policy_updates", "client", "2026-10-01", "",
                                            "Yes"]]  # fmt: skip
    fill(project, {"diagnoses": [DIAGNOSES, row], "sources": origins})
    done = run(project, "import", "gaps", "filled.xlsx")
    assert done.returncode == 0, done.stderr
    data = read_workspace(project, ["57511"]).publications[0].input
    assert data.diagnoses is not None
    assert (data.diagnoses[0].basis, data.diagnoses[0].support) == ("histology", "covered")
    assert data.policy_updates == ()


Sheets = Mapping[str, Sequence[Sequence[Any]]]


def with_cell(column: int, value: Any) -> Sheets:
    """A whole workbook but for one cell of its row."""
    row = [*ROW]
    row[column] = value
    return {"diagnoses": [DIAGNOSES, row], "sources": [ORIGINS, ORIGIN]}


UNFIT: dict[str, tuple[Sheets, str, str]] = {
    "a value that the form does not list": (
        with_cell(3, "histolgy"), "diagnoses!D2: `basis` is `histolgy`", "did you mean histology?"),
    "a number in the place of a code": (
        with_cell(1, 100), "diagnoses!B2: `code` is a number or a day, and text is expected",
        "format the cell as text, and type it again"),
    "a cell that has to be filled in": (
        with_cell(2, ""), "diagnoses!C2: `title` is empty", "fill it in, or empty the row"),
    "a list that is empty": (
        {"sites": [["report", "id", "name", "pos", "rank", "aliases"],
                   ["57511", "ward", "Ward", "", "also", ""]],
         "sources": [ORIGINS, ["57511", "sites", "client", "2026-10-01", "", ""]]},
        "sites!D2: `pos` is empty", "write none if there are none, or fill it in"),
    "a source that the report does not list": (
        with_cell(5, "nobody"), "diagnoses!F2: no source is named `nobody`",
        "known: cms-pfs, client, handbook"),
    "a report that is not there": (
        with_cell(0, "99999"), "diagnoses!A2: no report of 99999 can be read",
        "give the code of a report"),
    "a row without a report": (
        with_cell(0, ""), "diagnoses!A2: `report` is empty", "fill it in, or empty the row"),
    "the same diagnosis twice": (
        {"diagnoses": [DIAGNOSES, ROW, ROW], "sources": [ORIGINS, ORIGIN]},
        "diagnoses!A3: the row is of diagnoses that another row tells of",
        "empty one of the two"),
    "no word of where it is from": (
        {"diagnoses": [DIAGNOSES, ROW], "sources": [ORIGINS]},
        "diagnoses!A2: nothing says where diagnoses is from",
        "fill in its row in the sheet sources"),
    "a day that is none": (
        {"diagnoses": [DIAGNOSES, ROW],
         "sources": [ORIGINS, ["57511", "diagnoses", "client", "2026-02-30", "", ""]]},
        "sources!D2: `as_of` is `2026-02-30`", "write a day as 2026-10-01"),
    "data that is there": (
        {"sites": [["report", "id", "name", "pos", "rank", "aliases"],
                   ["57511", "ward", "Ward", "21", "also", ""]],
         "sources": [ORIGINS, ["57511", "sites", "client", "2026-10-01", "", ""]]},
        "sites!A2: sites of 57511 was provided already", "empty the rows of it"),
    "rows beside the word that there are none": (
        {"diagnoses": [DIAGNOSES, ROW],
         "sources": [ORIGINS, ["57511", "diagnoses", "client", "2026-10-01", "", "yes"]]},
        "sources!F2: there are rows of diagnoses for 57511", "empty this cell or the rows"),
    "a sheet whose heads were changed": (
        {"diagnoses": [["report", "Code"], ["57511", "N87.1"]], "sources": [ORIGINS, ORIGIN]},
        "diagnoses!A1: no column is headed `code`", "leave the first row as it was"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNFIT)
def test_a_cell_that_does_not_fit_is_named_and_nothing_is_written(project: Path, case: str) -> None:
    sheets, reason, hint = UNFIT[case]
    before = (project / INPUT).read_bytes()
    fill(project, sheets)
    refused = run(project, "import", "gaps", "filled.xlsx")
    assert refused.returncode == 1
    assert f"{reason}\n  = help: {hint}\n" in refused.stderr
    assert refused.stderr.endswith("not fit; nothing was written\n")
    assert (project / INPUT).read_bytes() == before


SHEET = "xl/worksheets/sheet1.xml"
AS_FORMULAS = {
    "as Excel writes it": (SHEET, '<c r="J1"><f>1+1</f><v>2</v></c>', "sheet1.xml, J1"),
    "with other quotes": (SHEET, "<c r='J1'><f>1+1</f><v>2</v></c>", "sheet1.xml, J1"),
    "behind its value": (SHEET, '<c r="J1"><v>2</v><f>1+1</f></c>', "sheet1.xml, J1"),
    "in a cell without a name": (SHEET, "<c><f/><v>2</v></c>", "sheet1.xml, "),
    "behind a long attribute": (SHEET, f'<c s="{"1" * 900}"><f>1</f></c>', "sheet1.xml, a cell"),
    "with a prefix": (SHEET, '<x-y:c r="J1"><x-y:f>1</x-y:f><v>2</v></x-y:c>', "sheet1.xml, J1"),
    "in a part of another name": ("xl/other.bin", '<c r="J1"><f>1</f></c>', "xl/other.bin, J1"),
}


@pytest.mark.parametrize(("part", "cell", "named"), AS_FORMULAS.values(), ids=FORMULAS)
def test_a_formula_is_refused_whatever_it_gives(
    project: Path, part: str, cell: str, named: str
) -> None:
    fill(project, {"diagnoses": [DIAGNOSES, ROW], "sources": [ORIGINS, ORIGIN]})
    path = project / "filled.xlsx"
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = parts.pop(SHEET).replace(b"</row>", f"{cell}</row>".encode(), 1)
    relations = "xl/_rels/workbook.xml.rels"
    target = part.removeprefix("xl/").encode()
    parts[relations] = parts[relations].replace(b"worksheets/sheet1.xml", target)
    with zipfile.ZipFile(path, "w") as book:
        for name, content in {**parts, part: sheet}.items():
            book.writestr(name, content)
    refused = run(project, "import", "gaps", "filled.xlsx")
    assert refused.returncode == 1
    assert named in refused.stderr
    assert "a formula stands there" in refused.stderr


def test_a_part_that_unpacks_to_more_than_any_sheet_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = workbook({"diagnoses": [DIAGNOSES, ROW], "sources": [ORIGINS, ORIGIN]})
    monkeypatch.setattr("reportkit.inputs.gap_workbook.MOST_OF_A_PART", 600)
    refused = read_gap_workbook("filled.xlsx", content).refused
    assert {cell.reason for cell in refused} == {"it is larger than any sheet of gaps"}


def test_another_file_is_refused_in_one_message(project: Path) -> None:
    (project / "filled.xlsx").write_bytes(b"report,code\n57511,N87.1\n")
    refused = run(project, "import", "gaps", "filled.xlsx")
    assert refused.returncode == 2
    assert "expected a workbook of Excel, found another file" in refused.stderr


@given(cells=st.lists(st.one_of(st.text(max_size=20), st.floats(), st.integers()), max_size=9))
@settings(max_examples=60)
def test_no_cell_is_a_traceback(cells: list[Any]) -> None:
    shown = [
        cell if not isinstance(cell, str) else re.sub(r"[^ -\ud7ff]", "", cell) for cell in cells
    ]
    content = workbook({"diagnoses": [DIAGNOSES, shown], "rates": [["report"], shown]})
    try:
        filled = read_gap_workbook("x.xlsx", content)
    except LayoutError:
        return
    form = gap_form("diagnoses")
    assert form is not None
    assert all(
        set(row.data) <= {column.key for column in form.columns} for row in filled.rows["diagnoses"]
    )


def fill(folder: Path, sheets: Sheets) -> None:
    (folder / "filled.xlsx").write_bytes(workbook(sheets))


def a_gap(title: str = "Freezing", effect: str = "No diagnosis is shown.") -> ReportGap:
    record = Missing(
        field="diagnoses",
        section="diagnoses",
        reason="not_provided",
        needed_from="data team",
        effect=effect,
        since=date(2026, 11, 23),
    )
    return ReportGap("57511", title, record, ("client",))
