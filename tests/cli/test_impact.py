"""What a new public file would touch is said before anything is written."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from reportkit.provide.grades import gravest, touches
from reportkit.provide.refresh import Change
from small_project import ROOT, copy_project, edit, run

COLUMNS = (
    "HCPCS Code,Short Descriptor,SI,APC,Relative Weight,Payment Rate,"
    "National Unadjusted Copayment,Minimum Unadjusted Copayment"
)
OLD = (
    "57511,,T,5412,3.4,300.00,.,60.00",
    "57513,,T,5412,3.4,300.00,.,60.00",
    "57510,,T,5412,3.4,300.00,.,60.00",
    "57520,,T,5412,3.4,300.00,.,60.00",
    "57522,,T,5412,3.4,300.00,.,60.00",
)
NEW = (
    "57511,,T,5412,3.5,310.00,.,62.00",
    "57513,,T,5412,3.4,300.01,.,60.00",
    "57510,,J1,5412,3.4,300.00,.,60.00",
    "57520,,T,5412,3.4,300.00,.,60.00",
    "99999,,T,5412,3.4,300.00,.,60.00",
)
OTHERS = ("57510", "57513", "57520", "57522")


def addendum(folder: Path, month: str, rows: tuple[str, ...]) -> str:
    title = "Addendum B.-- OPPS Payment by HCPCS Code,,,,,,,"
    path = folder / f"{month} 2026 Web Addendum B.csv"
    path.write_text("\n".join((title, COLUMNS, *rows, "")), "utf-8")
    return path.name


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = copy_project(tmp_path, *OTHERS)
    done = run(folder, "import", "opps", addendum(folder, "July", OLD))
    assert done.returncode == 0, done.stderr
    addendum(folder, "October", NEW)
    return folder


def impact(project: Path, *more: str) -> list[str]:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    done = run(project, "impact", "October 2026 Web Addendum B.csv", *more)
    assert done.returncode == 0, done.stderr
    assert before == {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    return done.stdout.splitlines()


def test_each_report_is_graded_and_the_others_are_certified_unchanged(project: Path) -> None:
    lines = impact(project)
    assert [line for line in lines if not line.startswith(" ")] == [
        "57510: indicator",
        "57511: amount",
        "57513: rounding",
        "57522: code gone",
        "4 reports of 5 touched: 1 rounding, 1 amount, 0 new, 1 indicator, 1 code gone",
        "0 sentences, 4 waivers and 0 signatures rest on what changes",
        "certified unchanged: 1; 1 of them stand in the files with the values they have",
    ]
    assert '  indicator: opps.status_indicator "T" -> "J1"' in lines
    assert "  rounding: opps.payment_rate 300.00 -> 300.01" in lines


def test_sentences_waivers_and_signatures_that_rest_on_it_are_named(project: Path) -> None:
    section = project / "sections/57511/summary.yaml"
    edit(
        section,
        "importance: >\n",
        "importance: >\n  A hospital is paid {{ input.opps.payment_rate }}.\n",
    )
    (project / "report/57511/waivers.yaml").write_text(
        "reportkit: waivers/1\nwaivers:\n  - {rule: stale-data, path: report/57511/input.yaml, "
        "reason: The release is late., owner: Editor, expiry: 2027-01-31}\n",
        "utf-8",
    )
    signed = run(project, "sign", "57511", "--role", "author", "--name", "A. Writer",
                 "--meaning", "Written and checked.")  # fmt: skip
    assert signed.returncode == 0, signed.stderr
    lines = impact(project, "--code", "57511")
    assert any(
        line.startswith("  sentence: summary.importance: A hospital is paid") for line in lines
    )
    assert "  waiver: stale-data report/57511/input.yaml" in lines
    assert "  signature: author A. Writer" in lines
    assert "1 sentence, 1 waiver and 1 signature rest on what changes" in lines


def test_a_file_that_is_older_than_what_stands_touches_nothing(project: Path) -> None:
    addendum(project, "April", NEW)
    done = run(project, "impact", "April 2026 Web Addendum B.csv")
    assert done.stdout.startswith("0 reports of 5 touched")


def test_a_file_that_is_no_schedule_is_refused(project: Path) -> None:
    (project / "note.csv").write_text("a,b\n1,2\n", "utf-8")
    done = run(project, "impact", "note.csv")
    assert done.returncode == 2
    assert "note.csv is no file that reportkit knows" in done.stderr


def test_the_file_of_codes_is_refused_with_the_command_that_shows_its_changes(
    project: Path,
) -> None:
    shutil.copy(ROOT / "tests/inputs/data/HCPC2025_OCT_ANWEB.csv", project)
    done = run(project, "impact", "HCPC2025_OCT_ANWEB.csv")
    assert done.returncode == 2
    assert "--write --dry-run" in done.stderr


@pytest.mark.parametrize(
    ("path", "old", "new", "grade"),
    [
        ("asc.payment_rate", Decimal("118.39"), Decimal("118.40"), "rounding"),
        ("asc.payment_rate", Decimal("118.39"), Decimal("118.41"), "amount"),
        ("asc.payment_rate", None, Decimal("118.41"), "amount"),
        ("asc.payment_indicator", "P3", "G2", "indicator"),
        ("asc.multiple_procedure_discount", False, True, "indicator"),
        ("asc", None, {"release": "2026Q3"}, "new"),
        ("mpfs.work_rvu", Decimal("1.90"), Decimal("1.91"), "amount"),
        ("asp.payment_limit", Decimal("0.094"), Decimal("0.104"), "amount"),
        ("asp.coinsurance", Decimal("0.2"), Decimal("0.19"), "amount"),
        ("mpfs.conversion_factor", Decimal("33.40"), Decimal("33.41"), "amount"),
        ("anesthesia.localities[0111205].factor", Decimal("20.31"), Decimal("20.32"), "amount"),
        ("anesthesia.localities[0111205].qualifying", Decimal(20), Decimal("20.01"), "amount"),
        ("mpfs.preoperative", Decimal("0.10"), Decimal("0.11"), "amount"),
        ("clfs.rates[null].rate", Decimal("10.56"), Decimal("10.57"), "rounding"),
        ("ncci[practitioner].pairs[57511 57452 null]", None, {"indicator": "0"}, "indicator"),
    ],
)
def test_a_change_has_a_grade(path: str, old: object, new: object, grade: str) -> None:
    dataset = path.partition(".")[0].partition("[")[0]
    found = tuple(touches(dataset, [Change(path, old, new)]))
    assert [touch.grade for touch in found] == [grade]
    assert gravest(found) == grade


@pytest.mark.parametrize("path", ["asc.release", "asc.history[2026Q1].payment_rate", "mpfs.status"])
def test_names_of_releases_history_and_other_data_are_no_change(path: str) -> None:
    assert tuple(touches("asc", [Change(path, "a", "b")])) == ()


CENTERS = (
    "Addendum {which} -- ASC for CY 2026,,,,\n"
    "HCPCS Code,Subject to Multiple Procedure Discounting,{month} 2026 Payment Indicator,"
    "{month} 2026 Payment Weight,{month} 2026 Payment Rate\n{row}\n"
)


def test_what_stands_in_another_addendum_of_centers_is_not_gone(tmp_path: Path) -> None:
    folder = copy_project(tmp_path, "57513")
    aa, bb = "57511,Y,G2,3.4,200.00", "57513,,Z2,3.4,100.00"
    for month in ("January", "April"):
        for which, row in (("AA", aa), ("BB", bb if month == "January" else "57520,,Z2,1,9.00")):
            text = CENTERS.format(which=which, month=month, row=row)
            (folder / f"{month} {which}.csv").write_text(text, "utf-8")
    done = run(folder, "import", "asc", "January AA.csv", "--bb", "January BB.csv")
    assert done.returncode == 0, done.stderr
    alone = run(folder, "impact", "April AA.csv")
    assert "0 reports of 2 touched" in alone.stdout
    both = run(folder, "impact", "April AA.csv", "April BB.csv")
    assert "57513: code gone" in both.stdout.splitlines()
