"""`reportkit import icd10`: official titles, and a refusal of what cannot stand on a claim."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cms_samples import DATA

from reportkit.cli.import_ import import_data
from reportkit.model.icd10 import excludes, exclusions
from reportkit.workspace.cannot_run import CannotRun
from shipped import copy_project, run

TABULAR = DATA / "icd10cm_tabular_2027.xml"
CODES = DATA / "icd10cm_codes_2027.txt"
ROWS = """\
diagnoses:  # chosen by the client
  - {code: N87.0, basis: histology, support: informational, source: cms-pfs}  # mild
  - {code: N87.1, title: Typed in, basis: histology, support: covered, source: cms-pfs}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The shipped report with two diagnoses, one of them without a title."""
    folder = copy_project(tmp_path / "project")
    edit(folder, "diagnoses: null\n", ROWS)
    return folder


def edit(project: Path, old: str, new: str) -> None:
    path = project / "report/57511/input.yaml"
    text = path.read_text("utf-8")
    assert text.count(f"\n{old}") == 1
    path.write_text(text.replace(f"\n{old}", f"\n{new}"), "utf-8")


def icd10(project: Path, *arguments: str | Path) -> Result:
    given = ["icd10", "--project", project, *arguments]
    return CliRunner().invoke(import_data, [str(each) for each in given])


def release(tabular: Path = TABULAR, codes: Path = CODES) -> tuple[str | Path, ...]:
    return ("--tabular", tabular, "--codes-file", codes)


def text_of(project: Path) -> str:
    return (project / "report/57511/input.yaml").read_text("utf-8")


def test_titles_come_from_the_release_and_the_rest_stays_as_entered(project: Path) -> None:
    done = icd10(project, *release())
    assert done.exit_code == 0, done.output
    text = text_of(project)
    assert "diagnoses:  # chosen by the client\n" in text
    (mild,) = (line for line in text.splitlines() if line.endswith("# mild"))
    assert 'title: "Mild dysplasia, as this release calls it"' in mild
    assert "basis: histology, support: informational, source: cms-pfs" in mild
    assert 'excludes1: ["R87.61-", "D06.-", "O00-O9A"], release: "FY2027"}' in mild
    assert "title: Typed in" not in text
    assert '    release: "FY2027"\n' in text
    assert f"    file: {TABULAR.name} + {CODES.name}" in text.replace('"', "")
    assert "as_of: 2026-10-01" in text
    assert "field: diagnoses" not in text


def test_what_differs_from_the_release_before_is_said(project: Path) -> None:
    assert icd10(project).exit_code == 0
    done = icd10(project, *release())
    assert "diagnoses[N87.0].title: Mild cervical dysplasia -> " in done.output
    assert 'diagnoses[N87.0].release: FY2026 April -> "FY2027"' in done.output
    assert "diagnoses[N87.1].title" not in done.output


def test_the_package_carries_a_release_of_its_own(project: Path) -> None:
    assert icd10(project).exit_code == 0
    text = text_of(project)
    assert "title: Mild cervical dysplasia" in text
    assert "release: FY2026 April" in text
    assert "as_of: 2026-04-01" in text


def test_what_cannot_stand_on_a_claim_is_refused_and_nothing_written(project: Path) -> None:
    edit(project, "  - {code: N87.0", "  - {code: N87")
    edit(project, "  - {code: N87.1", "  - {code: N87.9")
    before = text_of(project)
    done = icd10(project, *release())
    assert isinstance(done.exception, CannotRun)
    assert str(done.exception) == "2 diagnoses cannot stand on a claim; nothing is written"
    assert "diagnoses[0].code: N87 is a heading in ICD-10-CM FY2027" in done.output
    assert "below it: N87.0, N87.1" in done.output
    assert "diagnoses[1].code: N87.9 is not in ICD-10-CM FY2027" in done.output
    assert text_of(project) == before


def test_a_row_that_lacks_what_people_enter_is_refused(project: Path) -> None:
    edit(project, "  - {code: N87.0, basis: histology,", "  - {code: N87.0,")
    done = icd10(project, *release())
    assert "diagnoses[0] is not as it should be: basis" in str(done.exception)


def zipped() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr(TABULAR.name, TABULAR.read_bytes())
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (zipped(), "expected the tabular XML, found a zip archive"),
        (TABULAR.read_bytes()[:900], "what cannot be read as such (ParseError)"),
        (TABULAR.read_bytes()[:60], "expected XML, found a text that is not"),
        (b"code,title\nN870,Mild\n", "expected XML, found a text that is not"),
        (TABULAR.read_bytes().replace(b"ICD10CM.tabular", b"ICD10PCS.tabular"), "another root"),
        (TABULAR.read_bytes().replace(b"<version>2027</version>", b""), "another root"),
        (TABULAR.read_bytes().replace(b"Mild", b"\xff\xfe"), "cannot be read as such"),
    ],
)
def test_a_file_that_does_not_fit_changes_nothing(
    project: Path, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "tabular_2027.xml"
    path.write_bytes(content)
    before = text_of(project)
    done = icd10(project, *release(tabular=path))
    assert isinstance(done.exception, CannotRun)
    assert said in str(done.exception)
    assert text_of(project) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xfeN\x008\x00", "expected text in UTF-8"),
        (b"N870 Mild\n<html>\n", ":2: expected a code at the start of each line, found `<html>`"),
    ],
)
def test_a_list_of_codes_that_does_not_fit_changes_nothing(
    project: Path, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "codes.txt"
    path.write_bytes(content)
    assert said in str(icd10(project, *release(codes=path)).exception)


def test_one_file_of_two_is_not_a_release(project: Path) -> None:
    done = icd10(project, "--tabular", TABULAR)
    assert str(done.exception) == "a release is two files, and one of them is named"


def test_a_sample_list_stays_a_sample(project: Path) -> None:
    edit(project, "provenance:\n",
         "provenance:\n  diagnoses: {source: x, as_of: 2026-11-01, sample: true}\n")  # fmt: skip
    assert icd10(project, *release()).exit_code == 0
    assert "sample: true" in text_of(project).split("\npayers:")[0].split("diagnoses:")[1]


def test_a_report_without_diagnoses_is_left_alone(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    before = text_of(folder)
    done = icd10(folder, *release())
    assert (done.exit_code, text_of(folder)) == (0, before)
    assert "57511: no diagnoses to look up" in done.output


def test_the_release_is_that_of_the_cover_and_the_titles_are_printed(project: Path) -> None:
    assert icd10(project, *release(), "--source", "cms-pfs").exit_code == 0
    said = run(project, "check").stdout
    assert "error[disagreeing-release] diagnoses is of release FY2027, and code_sets" in said
    assert "unchecked-diagnosis" not in said
    outcome = run(project, "build", "--draft")
    page = (project / "build/57511/57511.html").read_text("utf-8")
    assert "Mild dysplasia, as this release calls it" in page, outcome.stdout
    assert "release FY2027" in page


NOTES = {
    "carcinoma in situ (D06.-)": ("D06.-",),
    "abnormal cytology (R87.61-)": ("R87.61-",),
    "erosion (N86)": ("N86",),
    "pregnancy (O00-O9A)": ("O00-O9A",),
    "two of them (C50.-, C79.81)": ("C50.-", "C79.81"),
    "a range below codes (T36.0- - T50.9-)": ("T36.0-T50.9",),
    "only some (T36-T50 with fifth or sixth character 5)": (),
    "see body system": (),
    "in the middle (N86) of a note": (),
}


@pytest.mark.parametrize(("note", "patterns"), NOTES.items())
def test_a_note_ends_with_the_codes_it_excludes(note: str, patterns: tuple[str, ...]) -> None:
    assert exclusions(note) == patterns


@pytest.mark.parametrize(
    ("pattern", "named", "others"),
    [
        ("D06.-", ("D06.9", "D06.0"), ("D05.0", "D07.0")),
        ("R87.61-", ("R87.613", "R87.61"), ("R87.62", "R87.810")),
        ("N86", ("N86", "N86.1"), ("N85",)),
        ("R87.613", ("R87.613",), ("R87.614", "R87.61")),
        ("O00-O9A", ("O00.1", "O9A.21", "O80"), ("N99.0", "P00.0")),
        ("T36.0-T50.9", ("T36.0X1A", "T50.905"), ("T35.9", "T51.0")),
    ],
)
def test_a_pattern_names_codes(
    pattern: str, named: tuple[str, ...], others: tuple[str, ...]
) -> None:
    assert all(excludes(pattern, code) for code in named)
    assert not any(excludes(pattern, code) for code in others)
