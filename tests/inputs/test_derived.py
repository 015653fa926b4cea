"""What an import renews in report.yaml, so that no error is one that it made."""

from __future__ import annotations

import hashlib
import re
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cms_samples import DATA, MUE, MUE_HOSPITAL, PFS, content

from reportkit.cli.import_ import import_data
from reportkit.source.rewrite import read_mapping
from reportkit.source.values import plain
from small_project import run as reportkit

FEES = (
    "Centers for Medicare & Medicaid Services, National Physician Fee Schedule Relative Value File"
)
CENTERS = "Centers for Medicare & Medicaid Services, addenda of ambulatory surgical center payment"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "report").mkdir(parents=True)
    (folder / "report" / "project.yaml").write_text("reportkit: project/1\n")
    return folder


def run(project: Path, *arguments: str | Path) -> Result:
    done = CliRunner().invoke(import_data, [*map(str, arguments), "--project", str(project)])
    assert done.exit_code == 0, done.output
    return done


def file(project: Path, name: str = "report") -> Path:
    return project / f"report/57511/{name}.yaml"


def report(project: Path) -> dict[str, object]:
    return plain(read_mapping(file(project).read_text("utf-8")))  # type: ignore[no-any-return]


def edit(project: Path, old: str, new: str) -> None:
    text = file(project).read_text("utf-8")
    assert old in text
    file(project).write_text(text.replace(old, new), "utf-8")


def older(folder: Path, name: str, year: str, factor: str) -> Path:
    """The sample of the fee schedule as that of another year."""
    text = content(PFS).decode("utf-8-sig").replace("2025 National", f"20{year} National")
    text = text.replace("09/11/2025", f"12/15/20{int(year) - 1}").replace("32.3465", factor)
    path = folder / name
    path.write_text(text.replace("October Release", "January Release"), "utf-8")
    return path


def test_sources_code_sets_day_and_hash_follow_the_data(project: Path) -> None:
    run(project, "pfs", DATA / PFS, "57511")
    run(project, "ncci", "--mue", DATA / MUE, "--mue", DATA / MUE_HOSPITAL, "57511")
    run(project, "asc", DATA / "ASC_AA_2026Q3.csv", "57511")
    found = report(project)
    assert found["data_as_of"] == "2026-07-01"
    assert found["code_sets"] == {
        "cpt": None,
        "hcpcs": None,
        "icd10cm": None,
        "ncci": "2024Q3",
        "mpfs": "RVU25D",
    }
    digest = hashlib.sha256(file(project, "input").read_bytes()).hexdigest()
    assert found["input_sha256"] == digest
    sources = found["sources"]
    assert isinstance(sources, tuple)
    assert [(each["id"], each["citation"]) for each in sources] == [
        ("cms-asc", f"{CENTERS}, release 2026Q3 (ASC_AA_2026Q3.csv)"),
        (
            "cms-mue",
            "Centers for Medicare & Medicaid Services, medically unlikely edits, "
            f"release 2024Q3 ({MUE_HOSPITAL} + {MUE})",
        ),
        ("cms-pfs", f"{FEES}, release RVU25D (PPRRVU2025_Oct.csv)"),
    ]


def test_an_import_leaves_no_error_that_it_made(project: Path) -> None:
    run(project, "pfs", DATA / PFS, "57511")
    before = reportkit(project, "check", "--format", "text").stdout
    run(project, "asc", DATA / "ASC_AA_2025Q4.csv", "--ff", DATA / "ASC_FF_2025Q4.csv", "57511")
    run(project, "asc", DATA / "ASC_AA_2026Q3.csv", "--ff", DATA / "ASC_FF_2026Q3.csv", "57511")
    after = reportkit(project, "check", "--format", "text").stdout
    errors = [
        {line for line in said.splitlines() if line.startswith("error[")}
        for said in (before, after)
    ]
    assert errors[1] <= errors[0]


def test_a_source_with_several_releases_is_cited_with_each(project: Path, tmp_path: Path) -> None:
    run(project, "pfs", DATA / PFS, "57511")
    run(project, "pfs", older(tmp_path, "PPRRVU23_JAN.csv", "23", "33.8872"), "57511")
    sources = report(project)["sources"]
    assert isinstance(sources, tuple)
    (source,) = sources
    assert source["citation"] == (
        f"{FEES}, release RVU23A (PPRRVU23_JAN.csv), release RVU25D (PPRRVU2025_Oct.csv)"
    )


def test_a_citation_that_people_wrote_keeps_its_words(project: Path) -> None:
    run(project, "asc", DATA / "ASC_AA_2025Q4.csv", "57511")
    edit(
        project,
        f'"{CENTERS}, release 2025Q4 (ASC_AA_2025Q4.csv)"',
        '"CMS, center rates (addendum AA) of 2025Q4, from October 2025"',
    )
    run(project, "asc", DATA / "ASC_AA_2026Q3.csv", "57511")
    text = file(project).read_text("utf-8")
    assert "CMS, center rates (addendum AA) of 2026Q3, from July 2026" in text


def test_names_of_releases_that_people_wrote_stay_while_they_agree(project: Path) -> None:
    run(project, "pfs", DATA / PFS, "57511")
    edit(project, 'mpfs: "RVU25D"', 'mpfs: "RVU25D of October 2025"')
    edit(project, "cpt: null", 'cpt: "2025"')
    run(project, "asc", DATA / "ASC_AA_2025Q4.csv", "57511")
    assert report(project)["code_sets"] == {
        "cpt": "2025",
        "hcpcs": None,
        "icd10cm": None,
        "ncci": None,
        "mpfs": "RVU25D of October 2025",
    }


@pytest.mark.parametrize(("named", "then"), [("2025", "2026"), ("2024", "2024"), (None, None)])
def test_the_year_of_cpt_goes_with_the_fee_schedule_it_was_of(
    project: Path, tmp_path: Path, named: str | None, then: str | None
) -> None:
    run(project, "pfs", DATA / PFS, "57511")
    if named is not None:
        edit(project, "cpt: null", f'cpt: "{named}"')
    newer = older(tmp_path, "PPRRVU2026_Jan_nonQPP.csv", "26", "33.4009")
    run(project, "pfs", newer, "57511")
    code_sets = report(project)["code_sets"]
    assert isinstance(code_sets, dict)
    assert (code_sets["cpt"], code_sets["mpfs"]) == (then, "RVU26A")


def test_what_is_not_published_yet_is_not_dated_before_its_data_was_read(project: Path) -> None:
    run(project, "pfs", DATA / PFS, "57511")
    today = report(project)["published"]
    for status, published in (("draft", today), ("published", "2025-10-01")):
        text = file(project).read_text("utf-8")
        text = text.replace(f"published: {today}", "published: 2025-10-01")
        file(project).write_text(text.replace("status: draft", f"status: {status}"), "utf-8")
        quarter = "2025Q4" if status == "draft" else "2026Q3"
        run(project, "asc", DATA / f"ASC_AA_{quarter}.csv", "57511")
        assert report(project)["published"] == published


def test_every_order_of_four_years_gives_the_same_files(tmp_path: Path) -> None:
    files = [
        older(tmp_path, "PPRRVU22_JAN.csv", "22", "34.6062"),
        older(tmp_path, "PPRRVU23_JAN.csv", "23", "33.8872"),
        DATA / PFS,
        older(tmp_path, "PPRRVU2026_Jan_nonQPP.csv", "26", "33.4009"),
    ]
    found = set()
    for number, order in enumerate(permutations(files)):
        folder = tmp_path / str(number)
        (folder / "report").mkdir(parents=True)
        (folder / "report" / "project.yaml").write_text("reportkit: project/1\n")
        for path in order:
            run(folder, "pfs", path, "57511", "70496")
        written = sorted((folder / "report").glob("*/*.yaml"))
        found.add(tuple(path.read_bytes() for path in written))
    assert len(found) == 1
    (texts,) = found
    assert b"release: RVU26A" in texts[0] or b'release: "RVU26A"' in texts[0]


def test_a_report_that_cannot_be_read_is_named_and_nothing_is_written(project: Path) -> None:
    run(project, "pfs", DATA / PFS, "57511")
    before = file(project, "input").read_bytes()
    file(project).write_text("id: [", "utf-8")
    done = CliRunner().invoke(
        import_data, ["asc", str(DATA / "ASC_AA_2025Q4.csv"), "57511", "--project", str(project)]
    )
    assert str(done.exception).startswith("report/57511/report.yaml: line 1: ")
    assert file(project, "input").read_bytes() == before


def test_refresh_renews_every_report_from_its_data_and_then_nothing(project: Path) -> None:
    run(project, "pfs", DATA / PFS, "57511", "11004")
    path = project / "report/57511/report.yaml"
    before = path.read_text("utf-8")
    edited = re.sub('input_sha256: ".*"', 'input_sha256: "0"', before)
    assert edited != before
    path.write_text(edited.replace('mpfs: "RVU25D"', 'mpfs: "RVU24A"'), "utf-8")
    done = run(project, "refresh")
    assert "  report.yaml: code_sets, input_sha256" in done.output
    assert "0 of 2 inputs written, 0 changes, 1 report renewed" in done.output
    assert path.read_text("utf-8") == before
    assert run(project, "refresh").output.endswith("0 of 2 inputs written, 0 changes\n")


def test_refresh_closes_gaps_that_have_data(project: Path) -> None:
    run(project, "pfs", DATA / PFS, "57511")
    path = project / "report/57511/input.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("\nservice_line: null", "\nservice_line: Gynecology"), "utf-8")
    done = run(project, "refresh", "57511")
    assert "  missing[service_line]: 6 values -> null" in done.output
    assert "  report.yaml: input_sha256" in done.output


def test_a_report_without_its_form_is_named_and_left_as_it_is(project: Path) -> None:
    run(project, "pfs", DATA / PFS, "57511")
    path = project / "report/57511/report.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^published: .*", "published: soon", text), "utf-8")
    done = CliRunner().invoke(import_data, ["refresh", "--project", str(project)])
    assert done.exit_code == 1
    assert done.stderr == (
        "left as it is: report/57511/report.yaml: what it says of its dates and sources has not "
        "its form\n"
    )
