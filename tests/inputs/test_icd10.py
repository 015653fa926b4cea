"""`reportkit import icd10`: official titles, and a refusal of what cannot stand on a claim."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from cms_samples import DATA

from reportkit.cannot_run import CannotRun
from reportkit.cli.import_ import import_data
from reportkit.inputs.icd10 import Entry, Unusable, read_icd10, shipped_release
from reportkit.model.icd10 import excludes, exclusions
from small_project import copy_project, run

TABULAR = DATA / "icd10cm_tabular_2027.xml"
CODES = DATA / "icd10cm_codes_2027.txt"
ORDER = DATA / "icd10cm_order_2027.txt"
ROWS = """\
diagnoses:  # chosen by the client
  - {code: N87.0, basis: histology, support: informational, source: cms-pfs}  # mild
  - {code: N87.1, title: Typed in, basis: histology, support: covered, source: cms-pfs}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A report with two diagnoses, one of them without a title."""
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


def release_before(folder: Path) -> tuple[str | Path, ...]:
    """The release of the year before, which has another title and one code more."""
    tabular, codes = folder / "tabular_2026.xml", folder / "codes_2026.txt"
    other = TABULAR.read_text("utf-8").replace("<version>2027", "<version>2026")
    more = "<diag><name>N87.9</name><desc>Dysplasia, unspecified</desc></diag><diag>"
    other = other.replace("<diag>\n          <name>N87.0", f"{more}<name>N87.0")
    tabular.write_text(other, "utf-8")
    listed = CODES.read_text("utf-8").replace("Mild dysplasia, as this release calls it", "Mild")
    codes.write_text(f"{listed}N879    Dysplasia, unspecified\n", "utf-8")
    return release(tabular, codes)


def text_of(project: Path) -> str:
    return (project / "report/57511/input.yaml").read_text("utf-8")


def rows_of(text: str) -> str:
    return text.split("\ndiagnoses:")[1].split("\ntaxonomies:")[0]


def test_titles_come_from_the_release_and_the_rest_stays_as_entered(project: Path) -> None:
    done = icd10(project, *release())
    assert done.exit_code == 0, done.output
    text = text_of(project)
    assert "diagnoses:  # chosen by the client\n" in text
    (mild,) = (line for line in text.splitlines() if line.endswith("# mild"))
    assert 'title: "Mild dysplasia, as this release calls it"' in mild
    assert "basis: histology, support: informational, source: cms-pfs" in mild
    assert 'excludes1: ["R87.61-", "D06.-", "O00-O9A"], release: "FY2027", looked_up: ' in mild
    assert "title: Typed in" not in text
    assert '    release: "FY2027"\n' in text
    assert f"    file: {TABULAR.name} + {CODES.name}" in text.replace('"', "")
    assert "as_of: 2026-10-01" in text
    assert "field: diagnoses" not in text


def test_what_differs_from_the_release_before_is_said(project: Path, tmp_path: Path) -> None:
    assert icd10(project, *release_before(tmp_path)).exit_code == 0
    done = icd10(project, *release())
    assert 'diagnoses[N87.0].title: "Mild" -> "Mild dysplasia, as this' in done.output
    assert 'diagnoses[N87.0].release: "FY2026" -> "FY2027"' in done.output
    assert "diagnoses[N87.1].title" not in done.output


def test_the_package_carries_a_release_of_its_own(project: Path) -> None:
    assert icd10(project).exit_code == 0
    text = text_of(project)
    assert "title: Mild cervical dysplasia" in text
    assert "release: FY2026 April" in text
    assert "as_of: 2026-04-01" in text
    assert 'file: "simple-icd-10-cm-' in text


SHIPPED = {
    "Z66": "Do not resuscitate",
    "QA0.0101": "SCN2A-related neurodevelopmental disorder",
    "S82.001B": "Unspecified fracture of right patella, "
    "initial encounter for open fracture type I or II",
}
"""A code that is a block of its own, one that begins with two letters, one with a note."""


@pytest.mark.long
def test_what_the_package_carries_is_what_the_order_file_says() -> None:
    """Counts and titles are those of the order file of FY2026; April brought no code.

    It reads the whole of ICD-10-CM, which takes seconds.
    """
    release = read_icd10(*shipped_release())
    codes = dict(release.claimable())
    assert (len(codes), sum(codes.values())) == (98_186, 74_719)
    for code, claimable in codes.items():
        dotted = f"{code[:3]}.{code[3:]}" if code[3:] else code
        assert isinstance(release.entry(dotted), Entry if claimable else Unusable), dotted
    found = {code: release.entry(code) for code in SHIPPED}
    assert {code: each.title for code, each in found.items() if isinstance(each, Entry)} == SHIPPED


def test_the_order_file_serves_as_the_list_of_codes(project: Path) -> None:
    edit(project, "  - {code: N87.0", "  - {code: S82.1XXB")
    edit(project, "  - {code: N87.1", "  - {code: Z66")
    assert icd10(project, *release(codes=ORDER)).exit_code == 0
    by_order = text_of(project)
    assert 'tibia, initial encounter for open fracture type I or II"' in by_order
    assert "title: Do not resuscitate" in by_order
    assert 'excludes1: ["S88.-"]' in by_order
    assert icd10(project, *release()).exit_code == 0
    assert rows_of(text_of(project)) == rows_of(by_order)


@pytest.mark.parametrize("codes", [ORDER, CODES])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_list_of_another_encoding_and_other_ends_of_lines_is_read(
    project: Path, tmp_path: Path, codes: Path, end: bytes
) -> None:
    path = tmp_path / codes.name
    french = codes.read_bytes().replace(b"Moderate cervical", b"Mod\xe9rate cervical")
    path.write_bytes(french.replace(b"\n", end))
    assert icd10(project, *release(codes=path)).exit_code == 0
    assert "Modérate cervical dysplasia" in text_of(project)


def test_the_title_of_the_list_goes_before_that_of_the_tabular_list(
    project: Path, tmp_path: Path
) -> None:
    path = tmp_path / ORDER.name
    path.write_bytes(ORDER.read_bytes().replace(b" Moderate cervical", b" Middling cervical"))
    assert icd10(project, *release(codes=path)).exit_code == 0
    assert "title: Middling cervical dysplasia" in text_of(project)


def test_the_release_of_april_is_named_where_the_file_does_not(project: Path) -> None:
    done = icd10(project, *release(), "--release", "FY2027 April")
    assert "ICD-10-CM FY2027 April, which holds from 2027-04-01 to 2027-09-30" in done.output
    assert "    release: FY2027 April\n" in text_of(project)
    assert "as_of: 2027-04-01" in text_of(project)


@pytest.mark.parametrize("name", ["FY2026", "2027", "FY2027 May"])
def test_a_release_that_is_not_that_of_the_file_is_refused(project: Path, name: str) -> None:
    done = icd10(project, *release(), "--release", name)
    assert f"expected the tabular list of {name}, found one of FY2027" in str(done.exception)


def test_a_release_without_files_is_refused(project: Path) -> None:
    done = icd10(project, "--release", "FY2027")
    assert str(done.exception) == "--release names the release of two files, and none is named"


@pytest.mark.parametrize("files", [(), release()])
def test_without_the_package_there_is_a_hint(
    project: Path, monkeypatch: pytest.MonkeyPatch, files: tuple[str | Path, ...]
) -> None:
    monkeypatch.setattr("reportkit.cli.needed.find_spec", lambda name: None)
    done = icd10(project, *files)
    assert isinstance(done.exception, CannotRun)
    assert str(done.exception) == "the package simple-icd-10-cm is not installed"
    assert done.exception.hint == "pip install simple-icd-10-cm, where reportkit is installed"


def test_what_cannot_stand_on_a_claim_is_refused_and_nothing_written(project: Path) -> None:
    edit(project, "  - {code: N87.0", "  - {code: N87")
    edit(project, "  - {code: N87.1", "  - {code: N87.9")
    before = text_of(project)
    done = icd10(project, *release())
    assert isinstance(done.exception, CannotRun)
    assert str(done.exception) == "2 diagnoses cannot stand on a claim; nothing is written"
    first = before[: before.index("{code: N87,")].count("\n") + 1
    assert done.output.splitlines() == [
        f"report/57511/input.yaml:{first}: diagnoses[0].code: N87 is a heading in ICD-10-CM "
        "FY2027, not a code for a claim; write one of N87.0, N87.1",
        f"report/57511/input.yaml:{first + 1}: diagnoses[1].code: N87.9 is not in ICD-10-CM "
        "FY2027; write one of N87.0, N87.1",
    ]
    assert text_of(project) == before


MISTYPED = {
    "N870": "N870 is not in ICD-10-CM FY2027; write N87.0\n",
    "n87.0": "n87.0 is not in ICD-10-CM FY2027; write N87.0\n",
    "N87.00": "N87.00 is not in ICD-10-CM FY2027; write N87.0\n",
    "S82.1": "S82.1 is a heading in ICD-10-CM FY2027, not a code for a claim; "
    "write one of S82.1XXA, S82.1XXB\n",
    "K35": "K35 is not in ICD-10-CM FY2027\n",
    "14": "14 is not in ICD-10-CM FY2027\n",
}


@pytest.mark.parametrize(("code", "said"), MISTYPED.items())
def test_a_mistyped_code_is_told_what_may_be_meant(project: Path, code: str, said: str) -> None:
    edit(project, "  - {code: N87.0", f'  - {{code: "{code}"')
    assert f"diagnoses[0].code: {said}" in icd10(project, *release()).output


def test_a_code_that_has_ended_is_told_from_a_mistyped_one(project: Path, tmp_path: Path) -> None:
    edit(project, "  - {code: N87.0", "  - {code: N87.9")
    assert icd10(project, *release_before(tmp_path)).exit_code == 0
    before = text_of(project)
    done = icd10(project, *release())
    assert "N87.9 is not in ICD-10-CM FY2027, and was a code for a claim in FY2026" in done.output
    assert text_of(project) == before


def test_a_row_without_a_code_is_refused(project: Path) -> None:
    edit(project, "  - {code: N87.0,", "  - {")
    done = icd10(project, *release())
    assert str(done.exception) == "1 diagnosis cannot stand on a claim; nothing is written"
    assert "diagnoses[0] has no code" in done.output


def test_a_row_that_lacks_what_people_enter_is_refused(project: Path) -> None:
    edit(project, "  - {code: N87.0, basis: histology,", "  - {code: N87.0,")
    done = icd10(project, *release())
    assert "diagnoses[0] is not as it should be: basis" in str(done.exception)


def zipped(*paths: Path) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for path in paths:
            archive.writestr(path.name, path.read_bytes())
    return content.getvalue()


def test_both_files_are_found_in_one_archive(project: Path, tmp_path: Path) -> None:
    both = tmp_path / "release.zip"
    both.write_bytes(zipped(TABULAR, ORDER))
    done = icd10(project, *release(tabular=both, codes=both))
    assert done.exit_code == 0, done.output
    assert f'file: "release.zip/{TABULAR.name} + release.zip/{ORDER.name}"' in text_of(project)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (zipped(ORDER), "expected an archive with a file for `reportkit import icd10 --tabular`"),
        (TABULAR.read_bytes()[:900], "what cannot be read as such (ParseError)"),
        (TABULAR.read_bytes()[:60], "expected XML, found a text that is not"),
        (TABULAR.read_bytes().replace(b'"utf-8"', b'"tf-8"'), "an encoding that nothing reads"),
        (TABULAR.read_bytes().replace(b">2027<", ">²<".encode()), "another root"),
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
        (b"N\x008\x007\x000\x00", "found UTF-16 without a mark"),
        (b"", "expected a list of codes, found an empty file"),
        (zipped(TABULAR), "expected an archive with a file for `reportkit import icd10 --codes"),
        (b"N870 Mild\n<html>\n", "4 that differ: N871, S821, S889, Z66"),
        (b"1\nA00-B99\n", ":1: expected a code and its title on each line, found chapters alone"),
        (b"code,title\nN870,Mild\n", ":1: expected a code and its title on each line"),
        (CODES.read_bytes()[:85], "the codes of the tabular list, found 3 that differ: S821, S889"),
        (
            ORDER.read_bytes()[:330],
            "the codes of the tabular list, found 3 that differ: S821, S889, Z66",
        ),
        (ORDER.read_bytes().replace(b"Z66 ", b"Y97 "), "found 2 that differ: Y97, Z66"),
    ],
)
def test_a_list_of_codes_that_does_not_fit_changes_nothing(
    project: Path, tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "codes.txt"
    path.write_bytes(content)
    before = text_of(project)
    done = icd10(project, *release(codes=path))
    assert isinstance(done.exception, CannotRun)
    assert said in str(done.exception)
    assert text_of(project) == before


DAMAGED = [
    (b"N871    1", b"N871    0"),
    (b"N871    1", b"N871   1 "),
    (b"N871    1", b"N87?    1"),
    (b"N871    1", b"N879    1"),
    (b"00003 N871", b"\xff\x00003N871"),
]


@pytest.mark.parametrize(("old", "new"), DAMAGED)
def test_a_damaged_line_of_the_list_costs_its_own_code_alone(
    project: Path, tmp_path: Path, old: bytes, new: bytes
) -> None:
    path = tmp_path / "codes.txt"
    path.write_bytes(ORDER.read_bytes().replace(old, new))
    before = text_of(project)
    done = icd10(project, *release(codes=path))
    assert str(done.exception).startswith("codes.txt:3: row of N871 refused: ")
    assert text_of(project) == before
    edit(project, "  - {code: N87.1", "  - {code: Z66")
    done = icd10(project, *release(codes=path))
    assert done.exit_code == 0, done.output
    assert "codes.txt:3: row refused: " in done.output
    assert "title: Do not resuscitate" in text_of(project)


@pytest.mark.parametrize("codes", [ORDER, CODES])
def test_a_list_that_begins_with_a_damaged_line_is_read(
    project: Path, tmp_path: Path, codes: Path
) -> None:
    path = tmp_path / "codes.txt"
    path.write_bytes(b"?\n" + codes.read_bytes())
    done = icd10(project, *release(codes=path))
    assert done.exit_code == 0, done.output
    assert "codes.txt:1: row refused: `?` " in done.output


def test_a_code_on_a_line_that_cannot_be_read_is_not_said_to_be_none(
    project: Path, tmp_path: Path
) -> None:
    edit(project, "  - {code: N87.1", "  - {code: S82.1XXB")
    path = tmp_path / "codes.txt"
    path.write_bytes(CODES.read_bytes().replace(b"S821XXB ", b"?8?1XXB "))
    done = icd10(project, *release(codes=path))
    said = "S82.1XXB is not in ICD-10-CM FY2027, but line 4 of its list cannot be read"
    assert said in done.output


def test_one_file_of_two_is_not_a_release(project: Path) -> None:
    done = icd10(project, "--tabular", TABULAR)
    assert str(done.exception) == "a release is two files, and one of them is named"


def test_a_sample_list_stays_a_sample(project: Path) -> None:
    edit(
        project,
        "provenance:\n",
        "provenance:\n  diagnoses: {source: x, as_of: 2026-11-01, sample: true}\n",
    )
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
    assert "disagreeing-release" not in said
    assert 'icd10cm: "FY2027"' in (project / "report/57511/report.yaml").read_text("utf-8")
    assert "unchecked-diagnosis" not in said
    outcome = run(project, "build", "--draft", "--pdf", "none")
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
    "without brackets H90.-": ("H90.-",),
    "a range without brackets Q67.0-Q67.4": ("Q67.0-Q67.4",),
    "one bracket too many (J91.0))": ("J91.0",),
    "two ranges (A00-R94 and T80-T88.6, T88.8)": ("A00-R94", "T80-T88.6", "T88.8"),
    "deficiency of vitamin B12": (),
    "coronary artery disease (CAD)": (),
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
