"""Reading Medicare's articles with their diagnoses, and names of taxonomies."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportkit.cli import main_group
from reportkit.inputs.coverage import read_coverage
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.nucc import read_nucc
from small_project import copy_project

ARTICLES = (
    "article_id,article_version,title,article_pub_date,article_eff_date,article_end_date,status,"
    "last_updated,display_id\n"
    "57642,6,Billing of cervix care,,2023-01-01 00:00:00,,A,2023-01-01,A57642\n"
    "57642,7,Billing of cervix care \x96 revised,,2024-02-01 00:00:00,,A,2024-02-01,A57642\n"
    "57642,8,Not yet,,2025-02-01,,R,2025-02-01,A57642\n"
    "50001,1,Without diagnoses,,2024-02-01,,Active,2024-02-01,\n"
    "50002,1,Without a day,,,,A,2024-02-01,A50002\n"
)
CODES = (
    "article_id,article_version,hcpc_code_id,hcpc_code_version,hcpc_code_group,range,last_updated\n"
    "57642,6,57511,1,1,N,\n57642,7,57511,1,1,N,\n57642,8,57511,1,1,N,\n50001,1,57511,1,1,N,\n"
    "50002,1,57511,1,1,N,\n57642,7,57513,1,1,N,\n"
)
DIAGNOSES = (
    "article_id,article_version,icd10_code_id,icd10_code_version,icd10_covered_group,range,"
    "last_updated\n"
    "57642,6,N87.0,1,1,N,\n57642,7,N87.1,1,1,N,\n57642,7,D069,1,2,N,\n57642,7,N87.1,1,2,N,\n"
    "50002,1,N87.1,1,1,N,\n"
)


def export(**tables: str) -> bytes:
    """An archive in an archive, as the coverage database packs its tables."""
    inner = packed({f"{name}.csv": text.encode("latin-1") for name, text in tables.items()})
    return packed({"current_article_csv.zip": inner, "readme.pdf": b"%PDF-1.4"})


def packed(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


DAY = date(2026, 1, 1)
EXPORT = export(article=ARTICLES, article_x_hcpc_code=CODES, article_x_icd10_covered=DIAGNOSES)
EXPORT_OF_ANOTHER_ARTICLE = export(
    article=ARTICLES.replace("57642", "57643"),
    article_x_hcpc_code=CODES.replace("57642", "57643"),
    article_x_icd10_covered=DIAGNOSES.replace("57642", "57643"),
)
NUCC = (
    b"Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section\r\n"
    b"207V00000X,A group,Women's care,,,,Women's Care Physician,Individual\r\n"
    b"261QA1903X,A group,Clinic,Surgery,,,,Non-Individual\r\n"
    b"short,A group,Clinic,Surgery,,,,Individual\r\n"
)


def test_the_highest_active_version_of_an_article_gives_its_diagnoses() -> None:
    found = read_coverage("current_article.zip", EXPORT, {"57511", "57513"}, DAY).articles
    bare, article = sorted(found["57511"], key=lambda one: len(one.diagnoses))
    assert (article.number, article.version, article.effective) == (
        "A57642",
        "7",
        date(2024, 2, 1),
    )
    assert article.diagnoses == ("D06.9", "N87.1")
    assert (bare.number, bare.diagnoses) == ("A50001", ())
    assert found["57513"] == (article,)


def test_a_code_that_the_version_in_force_no_longer_names_has_no_article_of_an_older_one() -> None:
    newer = ARTICLES + "57642,9,Billing of cervix care,,2025-06-01,,A,2025-06-01,A57642\n"
    tables = export(
        article=newer,
        article_x_hcpc_code=CODES + "57642,9,57513,1,1,N,\n",
        article_x_icd10_covered=DIAGNOSES + "57642,9,N87.0,1,1,N,\n",
    )
    found = read_coverage("a.zip", tables, {"57511", "57513"}, DAY)
    assert [article.number for article in found.articles["57511"]] == ["A50001"]
    assert [(one.version, one.diagnoses) for one in found.articles["57513"]] == [("9", ("N87.0",))]
    assert "article A57642 version 9: it does not name 57511" in found.left_out
    alone = read_coverage("a.zip", tables, {"57511"}, DAY)
    assert alone.articles["57511"] == found.articles["57511"]
    assert alone.left_out == found.left_out


def test_articles_that_are_not_in_force_are_told_and_rows_that_cannot_be_read_refused() -> None:
    broken = DIAGNOSES + "57642,7,high\n57642,7,high,1,2,N,\n"
    ended = ARTICLES + "50003,1,Over,,2020-01-01,2021-01-01,A,,A50003\n"
    codes = CODES + "50003,1,57511,1,1,N,\n57642\n"
    tables = export(article=ended, article_x_hcpc_code=codes, article_x_icd10_covered=broken)
    found = read_coverage("a.zip", tables, {"57511"}, DAY)
    assert found.left_out == (
        "article A50002 version 1: it does not say since when it holds",
        "article A50003 version 1: it ended on 2021-01-01",
    )
    assert [
        (file.rpartition("/")[2], row.line, row.codes)
        for file, rows in found.refused.items()
        for row in rows
    ] == [
        ("article_x_hcpc_code.csv", 9, ()),
        ("article_x_icd10_covered.csv", 7, ("57511",)),
        ("article_x_icd10_covered.csv", 8, ("57511",)),
    ]


GROUPS = (
    "article_id,article_version,icd10_covered_group,paragraph,icd10_covered_ast,last_updated\n"
    '57642,7,1,"<p>These support 57500 and 57505-57510\n" "of the cervix</p>",,\n'
    '57642,7,2,"<p>' + "a line\n" * 60 + 'These support 57510-57513</p>",,\n'
)
ISSUED = (
    "article_id,article_version,contractor_id,contractor_type_id,contractor_version,last_updated\n"
    "57642,7,5,9,1,\n"
)
CONTRACTORS = "contractor_id,contractor_type_id,contractor_version,contractor_bus_name\n5,9,1,Any\n"
JURISDICTIONS = (
    "contractor_id,contractor_type_id,contractor_version,state_id,active_date,term_date\n"
    "5,9,1,2,2012-01-01,\n5,9,1,1,2012-01-01,\n5,9,1,3,2012-01-01,2015-01-01\n"
)
STATES = "state_id,state_abbrev,description\n1,AL,Alabama\n2,GA,Georgia\n3,TN,Tennessee\n"


def test_an_article_gives_the_diagnoses_of_the_codes_group_and_whose_claims_it_is_for(
    project: Path,
) -> None:
    tables = export(
        article=ARTICLES,
        article_x_hcpc_code=CODES,
        article_x_icd10_covered=DIAGNOSES + "57642,7,N72,1,1,N,\n",
        article_x_icd10_covered_group=GROUPS,
        article_x_contractor=ISSUED,
        contractor=CONTRACTORS,
        contractor_jurisdiction=JURISDICTIONS,
        state_lookup=STATES,
    )
    found = read_coverage("a.zip", tables, {"57511"}, DAY)
    article = found.articles["57511"][-1]
    assert article.number == "A57642"
    assert article.diagnoses == ("D06.9", "N87.1")
    assert (article.places.contractors, article.places.states) == (("Any",), ("AL", "GA"))
    done = imported(project, "coverage", "current_article.zip", tables, "57511")
    assert "57511: article A50001 lists no diagnosis for it" in done.output
    text = (project / "report/57511/input.yaml").read_text("utf-8")
    assert "lists. It holds for claims to Any in AL, GA." in text.replace("\n      ", " ")


def test_what_is_no_export_names_the_table_that_is_missing() -> None:
    with pytest.raises(LayoutError, match="an archive with the table article_x_hcpc_code"):
        read_coverage("a.zip", export(article=ARTICLES), {"57511"}, DAY)
    with pytest.raises(LayoutError, match="found no archive"):
        read_coverage("a.csv", b"a,b\n", {"57511"}, DAY)


def imported(project: Path, command: str, name: str, content: bytes, *more: str) -> Result:
    (project / name).write_bytes(content)
    words = ["import", command, str(project / name), *more, "--project", str(project)]
    return CliRunner().invoke(main_group, words)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def test_an_article_is_written_beside_the_policies_that_people_entered(project: Path) -> None:
    text = (project / "report/57511/input.yaml").read_text("utf-8")
    before = text.count("policy_id:")
    done = imported(project, "coverage", "current_article.zip", EXPORT, "57511")
    assert done.exit_code == 0, (done.output, done.exception)
    text = (project / "report/57511/input.yaml").read_text("utf-8")
    assert text.count("policy_id:") == before + 1
    assert "D06.9" in text
    assert "a diagnosis that version 7 of the article lists" in text


def test_an_article_that_the_next_export_has_no_more_goes_and_what_people_entered_stays(
    project: Path,
) -> None:
    path = project / "report/57511/input.yaml"
    before = path.read_text("utf-8").count("policy_id:")
    other = EXPORT_OF_ANOTHER_ARTICLE
    for day, content in (("2026-01-10", EXPORT), ("2026-04-10", other), ("2026-02-10", EXPORT)):
        done = imported(project, "coverage", f"{day}.zip", content, "57511", "--as-of", day)
        assert done.exit_code == 0, (done.output, done.exception)
    text = path.read_text("utf-8")
    assert text.count("policy_id:") == before + 1
    assert "A57643" in text
    assert 'file: "2026-04-10.zip"' in text


def test_two_exports_of_one_day_stand_side_by_side_whichever_comes_first(tmp_path: Path) -> None:
    newer = export(
        article=ARTICLES.replace("57642,8,Not yet,,2025-02-01,,R", "57642,10,Newer,,2025-02-01,,A"),
        article_x_hcpc_code=CODES.replace("57642,8", "57642,10"),
        article_x_icd10_covered=DIAGNOSES.replace("57642,7", "57642,10"),
    )
    day = ("--as-of", "2026-01-10")
    files = {"a.zip": EXPORT, "b.zip": EXPORT_OF_ANOTHER_ARTICLE, "c.zip": newer}
    texts = set()
    for number, order in enumerate(permutations(files)):
        project = copy_project(tmp_path / str(number))
        for name in (*order, order[0]):
            done = imported(project, "coverage", name, files[name], "57511", *day)
            assert done.exit_code == 0, (done.output, done.exception)
        texts.add((project / "report/57511/input.yaml").read_text("utf-8"))
    (text,) = texts
    assert (text.count('policy_id: "A57642"'), text.count('policy_id: "A57643"')) == (1, 1)
    assert "version 10 of the article" in text
    assert "file: a.zip + b.zip + c.zip" in text.replace('"', "")


def test_a_report_without_medicare_among_its_payers_is_told_what_to_add(project: Path) -> None:
    done = imported(project, "coverage", "current_article.zip", EXPORT, "57511", "--payer", "cms")
    assert str(done.exception) == "report/57511/input.yaml has no payer with the id cms"


def test_a_version_of_the_code_set_is_read_with_names_and_kinds() -> None:
    found = read_nucc("nucc_taxonomy_251.csv", NUCC)
    assert (found.version, found.begins) == ("25.1", date(2025, 10, 1))
    names = {code: (row.display, row.kind) for code, row in found.rows.items()}
    assert names == {
        "207V00000X": ("Women's Care Physician", "individual"),
        "261QA1903X": ("Clinic, Surgery", "organization"),
    }
    assert len(found.refused) == 1
    with pytest.raises(LayoutError, match=r"a version like 25\.1"):
        read_nucc("taxonomy.csv", NUCC)


def test_a_version_without_sections_tells_persons_from_organizations_by_the_code() -> None:
    table = (
        b"Code,Type,Classification,Specialization,Definition,Notes\r\n"
        b"207V00000X,A type,Women's care,,of a physician\x92s,\r\n"
        b"363L00000X,A type,Nursing,,,\r\n"
        b"193200000X,Group,Several,,,\r\n"
        b"261QA1903X,A type,Clinic,Surgery,,\r\n"
    )
    found = read_nucc("nucc_taxonomy_150.csv", table)
    assert (found.begins, found.refused) == (date(2015, 4, 1), ())
    assert [(row.display, row.kind) for row in found.rows.values()] == [
        ("Women's care", "individual"),
        ("Nursing", "individual"),
        ("Several", "individual"),
        ("Clinic, Surgery", "organization"),
    ]


def test_taxonomies_are_named_by_the_code_set_and_kept_when_one_is_added(project: Path) -> None:
    for taxonomy in ("207V00000X", "261QA1903X"):
        done = imported(project, "nucc", "nucc_taxonomy_251.csv", NUCC, "--taxonomy", taxonomy)
        assert done.exit_code == 0, (done.output, done.exception)
    text = (project / "report/57511/input.yaml").read_text("utf-8")
    assert "Women's Care Physician" in text
    assert "Clinic, Surgery" in text


def test_a_taxonomy_that_the_code_set_does_not_have_is_refused(project: Path) -> None:
    done = imported(project, "nucc", "nucc_taxonomy_251.csv", NUCC, "--taxonomy", "000000000X")
    assert str(done.exception) == "nucc_taxonomy_251.csv has no readable row for 000000000X"


def test_another_public_file_in_the_place_of_a_table_is_refused() -> None:
    fees = "Payment Allowance Limits for Medicare Part B Drugs\nHCPCS Code,Payment Limit\nJ1100,1\n"
    tables = export(article=fees, article_x_hcpc_code=CODES, article_x_icd10_covered=DIAGNOSES)
    told = "expected a table of the coverage database, found the payment limits"
    with pytest.raises(LayoutError, match=told):
        read_coverage("current_article.zip", tables, {"57511"}, DAY)
