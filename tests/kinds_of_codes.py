"""Make reports of nine kinds of codes by imports alone, from small files of these tests."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from click.testing import CliRunner

from reportkit.cli import main_group
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
MUE = "MCR_MUE_PractitionerServices_Eff_10-01-2025.csv"
LIMITS = (
    ("71046", 2, "3 Date of Service Edit: Clinical"),
    ("70553", 2, "3 Date of Service Edit: Clinical"),
    ("99213", 2, "3 Date of Service Edit: Clinical"),
    ("01220", 1, "2 Date of Service Edit: Policy"),
    ("45378", 1, "2 Date of Service Edit: Policy"),
    ("59400", 1, "2 Date of Service Edit: Policy"),
    ("80053", 1, "3 Date of Service Edit: Clinical"),
    ("36415", 2, "3 Date of Service Edit: Clinical"),
    ("J1100", 120, "3 Date of Service Edit: Clinical"),
)
"""Code to its limit of units on one day."""
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
    "telehealth 2025.csv": (
        "List of Medicare Telehealth Services\nCode,Short Descriptor,Status\n99213,,Permanent\n"
    ),
    "AOC_V2025Q4.csv": (
        "AOC_Edit_Type,Add-On_Code,Primary_Code,AOC_Edit_EffDT,AOC_Edit_DelDT\n"
        "1,99415,99213,2016001,\n"
    ),
    "MUP_D24_Geo.csv": (
        "Rndrng_Prvdr_Geo_Lvl,HCPCS_Cd,Place_Of_Srvc,Tot_Rndrng_Prvdrs,Tot_Benes,Tot_Srvcs,"
        "Avg_Sbmtd_Chrg,Avg_Mdcr_Alowd_Amt,Avg_Mdcr_Pymt_Amt\n"
        "National,99213,O,1200,40000,90000,150,90,70\nNational,71046,F,7,9,14,210,60,45\n"
    ),
    "PSPS_2024.csv": (
        "HCPCS_CD,HCPCS_INITIAL_MODIFIER_CD,PSPS_SUBMITTED_SERVICE_CNT,PSPS_DENIED_SERVICES_CNT\n"
        "99213,25,4000,120\n99213,,9000,200\n"
    ),
    MUE: "HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,"
    "MUE Rationale\n"
    + "".join(f"{code},{units},{mai},Clinical: Data\n" for code, units, mai in LIMITS),
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


def made_by_imports(folder: Path) -> Path:
    """A project with a report of each code after every import; nothing was written by hand."""
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
        ("telehealth", "telehealth 2025.csv"),
        ("addons", "AOC_V2025Q4.csv"),
        ("utilization", "MUP_D24_Geo.csv"),
        ("psps", "PSPS_2024.csv"),
        ("ncci", *MADE_OF, "--mue", str(folder / MUE)),
    ):
        name, file, *more = command
        given = [str(folder / file), *more] if name != "ncci" else [file, *more]
        words = ["import", name, *given, "--project", str(folder)]
        done = CliRunner().invoke(main_group, words)
        assert done.exit_code == 0, (words, done.output, done.exception)
    return folder
