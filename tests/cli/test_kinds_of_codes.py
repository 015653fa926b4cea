"""Reports of nine kinds of codes, made by imports alone: each is printed by what pays it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
from click.testing import CliRunner

from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import Document, Facts, KeyFacts, Section, Table
from reportkit.cli import main_group
from reportkit.workspace.workspace import read_workspace
from small_project import ROOT, SMALL

FEES = ROOT / "tests/inputs/data/PPRRVU2025_Oct.csv"
GPCI = ROOT / "tests/inputs/data/GPCI2025.csv"
MADE_OF = {
    "71046": ("0509T", "A", "XXX"),
    "70553": ("70496", "A", "XXX"),
    "99213": ("99211", "A", "XXX"),
    "01220": ("00100", "J", "XXX"),
    "45378": ("44388", "A", "000"),
    "59400": ("11004", "A", "MMM"),
    "80053": ("0001F", "X", "XXX"),
    "36415": ("0001F", "X", "XXX"),
    "J1100": ("0001F", "E", "XXX"),
}
"""Code to the row of the sample it is made of, with its status and global period."""
STATUS, GLOBAL = 3, 14
FILES = {
    "2025 October Web Addendum B.csv": (
        "Addendum B.-- OPPS Payment by HCPCS Code,,,,,,,\n"
        "HCPCS Code,Short Descriptor,SI,APC,Relative Weight,Payment Rate,"
        "National Unadjusted Copayment,Minimum Unadjusted Copayment\n"
        "71046,,Q3,5521,1,$88.00,.,$17.60\n70553,,Q3,5572,4,$360.00,.,$72.00\n"
        "99213,,B,,,,,\n01220,,N,,,,,\n45378,,T,5311,10,$911.00,.,$182.20\n59400,,B,,,,,\n"
        "80053,,Q4,,,,,\n36415,,Q4,,,,,\nJ1100,,N,,,,,\n"
    ),
    "CLFS 2025 Q4.csv": (
        "Clinical Diagnostic Laboratory Fee Schedule,,,,,,\n"
        "YEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE,SHORTDESC\n"
        "2025,80053,,20251001,N,10.56,\n2025,80053,QW,20251001,N,10.56,\n"
        "2025,36415,,20251001,N,9.09,\n"
    ),
    "ASP October 2025.csv": (
        "Payment Allowance Limits for Medicare Part B Drugs,,,,\n"
        '"Effective October 1, 2025 through December 31, 2025",,,,\n'
        "HCPCS Code,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,Notes\n"
        "J1100,1 MG,0.094,20.000,\n"
    ),
    "ANES2025.csv": (
        "Contractor,Locality,Locality Name,National Anes CF of 20.3178\n01112,05,ANY CITY,21.44\n"
    ),
    "units.csv": "CPT Code,Base Units\n01220,4\n",
}


def fees() -> str:
    """The sample's file with rows of the nine codes."""
    rows = list(csv.reader(io.StringIO(FEES.read_text("utf-8-sig"), newline="")))
    head = next(place for place, row in enumerate(rows) if row[0] == "HCPCS") + 1
    assert rows[head - 1][GLOBAL] == "DAYS"
    made = rows[:head]
    for code, (source, status, period) in MADE_OF.items():
        for row in rows[head:]:
            if row[0] == source:
                changed = [code, *row[1:STATUS], status, *row[STATUS + 1 : GLOBAL], period]
                made.append([*changed, *row[GLOBAL + 1 :]])
    written = io.StringIO(newline="")
    csv.writer(written).writerows(made)
    return written.getvalue()


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """The document of each code after every import; nothing was written by hand."""
    folder: Path = tmp_path_factory.mktemp("nine")
    (folder / "report").mkdir()
    settings = (SMALL / "report/project.yaml").read_text("utf-8")
    (folder / "report/project.yaml").write_text(settings, "utf-8")
    for name, text in (FILES | {"PPRRVU2025_Oct.csv": fees()}).items():
        (folder / name).write_text(text, "utf-8")
    for command in (
        ("pfs", "PPRRVU2025_Oct.csv", *MADE_OF, "--gpci", str(GPCI)),
        ("opps", "2025 October Web Addendum B.csv"),
        ("clfs", "CLFS 2025 Q4.csv"),
        ("asp", "ASP October 2025.csv"),
        ("anesthesia", "ANES2025.csv", "--base-units", str(folder / "units.csv")),
    ):
        name, file, *more = command
        words = ["import", name, str(folder / file), *more, "--project", str(folder)]
        done = CliRunner().invoke(main_group, words)
        assert done.exit_code == 0, (words, done.output, done.exception)
    publications = read_workspace(folder, sorted(MADE_OF)).publications
    return {one.code: assemble(one, NullTranslations()) for one in publications}


def sections(parts: tuple[Section, ...]) -> Iterator[Section]:
    for part in parts:
        yield part
        yield from sections(part.subsections)


def tables(document: Document) -> Iterator[Table]:
    for part in sections(document.sections):
        yield from (made for made in part.blocks if isinstance(made, Table))
    yield from (made for made in document.opening if isinstance(made, Table))


def cells(table: Table) -> list[list[str]]:
    return [[getattr(cell, "text", "") for cell in row.cells] for row in table.rows]


def paid(document: Document) -> list[str]:
    """What the key facts say that Medicare pays."""
    (facts,) = [made for made in document.opening if isinstance(made, KeyFacts)]
    return [fact.value.text for fact in facts.facts if fact.label == "Medicare pays"]


@pytest.mark.parametrize("code", sorted(MADE_OF))
def test_no_figure_is_a_zero_that_is_none_and_no_row_or_column_is_dashes_alone(
    documents: dict[str, Document], code: str
) -> None:
    for table in tables(documents[code]):
        rows = cells(table)
        assert "$0.00" not in {cell for row in rows for cell in row}, table.id
        assert "$0.00–$0.00" not in {column.title for column in table.columns}, table.id
        for row in rows:
            assert set(row[1:]) - {"—", ""}, (table.id, row)
        for place, column in enumerate(table.columns):
            if column.kind == "figure" and table.id != "paid":
                assert {row[place] for row in rows} - {"—"}, (table.id, column.title)
    for part in sections(documents[code].sections):
        for facts in (made for made in part.blocks if isinstance(made, Facts)):
            assert "—" not in {getattr(value, "text", "") for _, value in facts.pairs}, part.id


@pytest.mark.parametrize("code", ["71046", "70553"])
def test_imaging_is_priced_by_its_parts_in_a_hospital(
    documents: dict[str, Document], code: str
) -> None:
    (payment,) = [cells(made) for made in tables(documents[code]) if made.id == "payment"]
    facility = {row[0]: row[-1] for row in payment if row[1] == "Facility"}
    assert facility["Whole service"] == "Paid with 26 only"
    assert facility["Technical part (TC)"] == "In what the facility is paid"
    assert facility["Professional part (26)"].startswith("$")
    assert "Not priced here" not in {cell for row in payment for cell in row}


@pytest.mark.parametrize(
    ("code", "amounts"),
    [
        ("80053", ["$10.56"]),
        ("36415", ["$9.09"]),
        ("J1100", ["$0.094"]),
        ("01220", ["$162.54"]),
        ("99213", []),
    ],
)
def test_what_another_schedule_pays_is_said_first(
    documents: dict[str, Document], code: str, amounts: list[str]
) -> None:
    assert paid(documents[code]) == amounts


def test_care_of_a_pregnancy_has_no_row_for_a_setting_without_a_price(
    documents: dict[str, Document],
) -> None:
    (opening,) = [made for made in documents["59400"].opening if isinstance(made, Table)]
    assert "Non-facility" not in {row[0] for row in cells(opening)}
    assert "plot" not in {column.kind for column in opening.columns}


def test_an_endoscopy_has_its_row_for_one_that_is_broken_off(
    documents: dict[str, Document],
) -> None:
    (payment,) = [cells(made) for made in tables(documents["45378"]) if made.id == "payment"]
    assert "Service broken off (53)" in {row[0] for row in payment}
