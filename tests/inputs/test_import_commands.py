"""`reportkit import` on a project folder: what is written, and that a refusal writes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cms_samples import (
    CMS_MUE,
    DATA,
    GPCI,
    HCPCS,
    MUE,
    MUE_HOSPITAL,
    PFS,
    POS,
    PTP,
    content,
    with_cell,
)

from reportkit.cannot_run import CannotRun
from reportkit.cli.import_ import import_data
from reportkit.inputs.hcpcs import read_hcpcs
from reportkit.inputs.ncci_mue import read_mue
from reportkit.inputs.ncci_ptp import read_ptp
from reportkit.workspace.workspace import read_workspace


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "report").mkdir()
    (tmp_path / "report" / "project.yaml").write_text("reportkit: project/1\n")
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(import_data, [str(each) for each in arguments])


def refusal(*arguments: str | Path) -> CannotRun:
    stop = run(*arguments).exception
    assert isinstance(stop, CannotRun)
    return stop


def written(project: Path) -> list[str]:
    return sorted(
        path.relative_to(project).as_posix()
        for path in project.rglob("*.*")
        if path.name != "project.yaml" and "build" not in path.parts
    )


def test_one_code_gets_an_input_from_each_file_in_turn(project: Path) -> None:
    at = ("--project", project, "57511")
    run("pfs", DATA / PFS, "--gpci", DATA / GPCI, "--locality", "0111255", *at)
    run("asc", DATA / "ASC_AA_2025Q4.csv", "--ff", DATA / "ASC_FF_2025Q4.csv", *at)
    done = run("ncci", "--mue", DATA / MUE, "--mue", DATA / MUE_HOSPITAL, "--ptp", DATA / PTP, *at)
    assert done.exit_code == 0, done.output
    text = (project / "report" / "57511" / "input.yaml").read_text()
    for line in (
        "  nonfacility_payment: 192.14",
        "      nonfacility_payment: 199.33",
        "  payment_rate: 118.39",
        '    file: "PPRRVU2025_Oct.csv + GPCI2025.csv"',
    ):
        assert line in text.splitlines()
    assert "  - field: ncci" not in text
    assert str(DATA) not in text


def test_all_writes_every_code_but_dental_ones_and_says_what_it_leaves_out(project: Path) -> None:
    done = run("pfs", DATA / PFS, "--all", "--project", project)
    codes = (
        "0001F",
        "00100",
        "0509T",
        "11004",
        "15853",
        "44388",
        "57511",
        "70496",
        "90380",
        "99211",
    )
    assert written(project) == [
        f"report/{code}/{name}.yaml" for code in codes for name in ("input", "report")
    ]
    assert "left out: 1 code of dentists, as codes of the CDT are not covered" in done.output
    assert "has 86153 only with modifier 26" in done.output
    assert "the payment written for 1 of the codes: 70496 257.80" in done.output


def test_without_codes_the_projects_publications_are_refreshed(project: Path) -> None:
    run("pfs", DATA / PFS, "57511", "--project", project)
    done = run("asc", DATA / "ASC_AA_2026Q3.csv", "--project", project)
    assert "  missing[asc]: 6 values -> null" in done.output
    assert "1 of 1 input written" in done.output


def test_a_newer_release_of_the_fee_schedule_keeps_the_payment_before_it(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    run("pfs", DATA / PFS, "57511", "--project", project)
    path = tmp_path_factory.mktemp("files") / "PPRRVU2026_Jan.csv"
    path.write_bytes(content(PFS).replace(b"2025 National", b"2026 National"))
    newer = ("pfs", path, "57511", "--project", project, "--participants", "nonqualifying")
    done = run(*newer)
    assert "  mpfs.history: null -> 1 item" in done.output
    text = (project / "report" / "57511" / "input.yaml").read_text()
    assert '    - release: "RVU25D"\n      conversion_factor: 32.3465\n' in text
    assert "  mpfs.history.RVU25D:" in text
    assert "0 of 1 input written, 0 changes" in run(*newer).output


def test_a_factor_of_which_nothing_says_whose_it_is_is_not_written(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("files") / "PPRRVU2026_Oct.csv"
    path.write_bytes(content(PFS).replace(b"32.3465", b"33.9999").replace(b"2025", b"2026"))
    stop = refusal("pfs", path, "57511", "--project", project)
    assert "nothing says for whom the conversion factor 33.9999 holds" in str(stop)
    assert written(project) == []
    done = run("pfs", path, "57511", "--participants", "qualifying", "--project", project)
    assert done.exit_code == 0, done.output


def test_dry_run_shows_the_changes_and_writes_nothing(project: Path) -> None:
    done = run("pfs", DATA / PFS, "57511", "--project", project, "--dry-run")
    assert "1 of 1 input would be written" in done.output
    assert written(project) == []


def test_refused_row_of_a_wanted_code_stops_the_import_of_all(project: Path) -> None:
    broken = project / "pfs.csv"
    broken.write_bytes(with_cell(PFS, "57511", "5.94", "5.95"))
    stop = refusal("pfs", broken, "11004", "57511", "--project", project)
    assert "row of 57511 refused: non-facility total 5.95" in str(stop)
    assert written(project) == ["pfs.csv"]


def test_absent_code_stops_the_import_of_all(project: Path) -> None:
    stop = refusal("pfs", DATA / PFS, "57511", "57512", "--project", project)
    assert str(stop) == "PPRRVU2025_Oct.csv has no readable row for 57512"
    assert written(project) == []


def test_code_with_components_only_is_refused(project: Path) -> None:
    stop = refusal("pfs", DATA / PFS, "86153", "--project", project)
    assert str(stop) == "PPRRVU2025_Oct.csv has 86153 only with modifier 26"


def test_file_of_another_layout_is_refused_by_what_it_is(project: Path) -> None:
    stop = refusal("pfs", DATA / MUE, "57511", "--project", project)
    assert str(stop) == (
        "mue_practitioner_2024-07-01.csv:1: expected the relative value file (PPRRVU), "
        "found a table of medically unlikely edits"
    )
    assert stop.hint == "take it with `reportkit import ncci --mue`"


def test_addenda_of_two_quarters_are_refused(project: Path) -> None:
    stop = refusal("asc", DATA / "ASC_AA_2025Q4.csv", "--ff", DATA / "ASC_FF_2026Q3.csv",
                   "57511", "--project", project)  # fmt: skip
    assert str(stop) == "ASC_AA_2025Q4.csv is of 2025Q4, ASC_FF_2026Q3.csv of 2026Q3"


def test_locality_that_is_not_in_the_file_is_refused_with_one_that_is(project: Path) -> None:
    stop = refusal("pfs", DATA / PFS, "57511", "--gpci", DATA / GPCI, "--locality", "CHICO",
                   "--project", project)  # fmt: skip
    assert str(stop) == "GPCI2025.csv has no locality CHICO"
    assert "as 1011200 for ALABAMA, AL" in stop.hint


def test_two_tables_of_one_setting_are_refused(project: Path) -> None:
    stop = refusal(
        "ncci", "--mue", DATA / MUE, "--mue", DATA / CMS_MUE, "57511", "--project", project
    )
    assert "of one setting" in str(stop)


def test_code_that_leads_out_of_the_project_is_refused(project: Path) -> None:
    (project / "report" / "57511").symlink_to(project.parent)
    stop = refusal("pfs", DATA / PFS, "57511", "--project", project)
    assert "leads out of the project" in str(stop)


def test_input_that_is_not_yaml_stays_as_it_is(project: Path) -> None:
    path = project / "report" / "57511" / "input.yaml"
    path.parent.mkdir()
    path.write_text("code: [")
    stop = refusal("pfs", DATA / PFS, "57511", "--project", project)
    assert stop.hint == "`reportkit check 57511` shows what to repair"
    assert path.read_text() == "code: ["


def test_hcpcs_says_which_codes_are_valid_on_a_day() -> None:
    done = run("hcpcs", DATA / HCPCS, "G0101", "J9999", "XE", "--on", "2025-10-01")
    assert done.exit_code == 1
    assert "G0101: valid procedure on 2025-10-01" in done.output
    assert "J9999: not valid on 2025-10-01, from 1990-01-01 to 2023-12-31" in done.output


def test_hcpcs_writes_validity_when_asked_to(project: Path) -> None:
    run("hcpcs", DATA / HCPCS, "G0101", "--project", project)
    assert written(project) == []
    run("hcpcs", DATA / HCPCS, "G0101", "XE", "--write", "--project", project)
    assert written(project) == ["report/G0101/input.yaml", "report/G0101/report.yaml"]
    text = (project / "report/G0101/input.yaml").read_text()
    assert 'validity:\n  release: "2025Q4"\n  added: 1998-01-01\n  terminated: null\n' in text
    assert '  hcpcs: "2025Q4"' in (project / "report/G0101/report.yaml").read_text()
    loaded = read_workspace(project, ["G0101"]).publications[0]
    assert loaded.input.validity is not None
    assert loaded.input.provenance["validity"].release == "2025Q4"


def test_all_takes_every_code_of_files_that_describe_codes(project: Path) -> None:
    done = run("hcpcs", DATA / HCPCS, "--all", "--write", "--project", project)
    assert done.exit_code == 0, done.output
    codes = read_hcpcs(HCPCS, (DATA / HCPCS).read_bytes()).codes
    described = {code for code, entry in codes.items() if entry.kind == "procedure"}
    assert {path.split("/")[1] for path in written(project)} == described
    stop = refusal("hcpcs", DATA / HCPCS, "--all", "--project", project)
    assert stop.hint == "add --write, or name codes"
    assert refusal("hcpcs", DATA / HCPCS).hint == "name codes, or write all of them: --all --write"


def test_all_takes_every_code_with_a_limit_or_a_pair(project: Path) -> None:
    done = run("ncci", "--all", "--mue", DATA / MUE, "--ptp", DATA / PTP, "--project", project)
    assert done.exit_code == 0, done.output
    limits = read_mue(MUE, (DATA / MUE).read_bytes()).limits
    pairs = read_ptp(PTP, (DATA / PTP).read_bytes()).pairs
    paired = {code for pair in pairs for code in (pair.column_1, pair.column_2)}
    codes = {code for code in limits.keys() | paired if not code.startswith("D")}
    assert {path.split("/")[1] for path in written(project)} == codes
    assert run(
        "ncci", "57511", "--mue", DATA / MUE, "--ptp", DATA / PTP, "--project", project
    ).output.startswith("57511: 0 changes")


def test_the_cover_of_a_new_publication_names_the_quarters_of_its_edits(project: Path) -> None:
    run("ncci", "57511", "--mue", DATA / MUE, "--ptp", DATA / PTP, "--project", project)
    assert '  ncci: "2024Q3"' in (project / "report/57511/report.yaml").read_text()


def test_pos_says_how_a_table_differs() -> None:
    assert run("pos", DATA / POS).exit_code == 1


def test_content_of_the_given_file_is_what_its_hash_says(project: Path) -> None:
    import hashlib

    run("pfs", DATA / PFS, "57511", "--project", project)
    text = (project / "report" / "57511" / "input.yaml").read_text()
    assert hashlib.sha256(content(PFS)).hexdigest() in text
