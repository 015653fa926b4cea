"""Reading the schedules by which Medicare pays hospitals, laboratories and for drugs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportkit.cli import main_group
from reportkit.inputs.asp import read_asp
from reportkit.inputs.clfs import read_clfs
from reportkit.inputs.known_files import KNOWN_FILES
from reportkit.inputs.layout import LayoutError
from reportkit.inputs.opps import read_opps
from reportkit.inputs.schedule import day_issued
from reportkit.model.schedules import LaboratoryRate

OPPS_NAME = "508 version of October 2025 Web Addendum B.10.31.25.csv"
OPPS = (
    b",Addendum B.-- OPPS Payment by HCPCS Code for CY 2025,,,,,,,,,,,\n"
    b",A notice that stands\xff above the header.,,,,,,,,,,,\n"
    b"HCPCS Code,Short Descriptor,SI,APC ,Relative Weight,Payment Rate,"
    b"National Unadjusted Copayment,Minimum Unadjusted Copayment,IRA Coinsurance percentage ,"
    b"Adjusted Beneficiary Copayment,"
    b"Drug and Device Pass-Through Expiration during Calendar Year,Note,* Indicates a Change\n"
    b"57511,,T,5412,3.4057,$304.190,.,$60.84,,,,,\n"
    b'J9999,,K,1690 , ,"$1,137.991",.,$227.60,17.508%,$199.24,,Inflation-adjusted coinsurance,*\n'
    b"0553U ,,A ,,, ,,,,,,,\n"
    b"A4341\xff,,N,,, ,,,,,,,\n"
    b"99999,,Z9,,, ,,,,,,,\n"
)
CLFS_NAME = "CLFS 2025 Q1V1.csv"
CLFS = (
    b"2025 Clinical Diagnostic Laboratory Fee Schedule ,,,,,,,,\n"
    b'"A notice\xa0above, with a comma",,,,,,,,\n'
    b"YEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE,SHORTDESC,LONGDESC,EXTENDED LONGDESC\n"
    b"2025,80053,,20250101,N,00010.56,,,\n"
    b"2025,80053,QW,20250101,N,10.56,,,\n"
    b"2025,0001U,,20250101,L,00000.00,,,\n"
)
CLFS_TEXT = (
    b"HDR~A notice\n"
    b"HDR~and another one.      \n"
    b"2025~80053~  ~20250101~N~00010.56~descriptor                              \n"
    b"2025~80053~QW~20250101~N~00010.56~descriptor                              \n"
    b"2025~0001U~  ~20250101~L~00000.00~descriptor                              \n"
)
ASP_NAME = "section 508 version of Oct 2025 ASP Pricing File 091725.csv"
ASP = (
    b"Payment Allowance Limits for Medicare Part B Drugs,,,,,,,,,,\n"
    b",,,,,,,,,,\n"
    b'"Effective October 1, 2025 through December 31, 2025",,,,,,,,,,\n'
    b"HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Co-insurance Percentage,"
    b"Vaccine AWP%,Vaccine Limit,Blood AWP%,Blood limit,Clotting Factor,Notes\n"
    b"J1100,,1 MG,0.094,20.000,,,,,,\n"
    b"J9325,,1\xa0MILLION PFU,81.2,15.06,,,,,,Inflation-adjusted coinsurance\n"
    b'A9606,,1 MICROCURIE,N/A,20.000,,,,,,"first line\nsecond line"\n'
)
OLDER_ASP = (
    b"Payment Allowance Limits for Medicare Part B Drugs\n"
    b'"Effective January 1, 2022 through March 31, 2022"\n'
    b"HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,Vaccine AWP%,Vaccine Limit,"
    b"Blood AWP%,Blood limit,Clotting Factor,Notes\n"
    b"J1100,,1 MG,0.131,,,,,,\n"
)


def test_addendum_b_is_read_with_the_blanks_marks_and_forms_of_its_cells() -> None:
    found = read_opps(OPPS_NAME, OPPS)
    assert (found.release, sorted(found.rows)) == ("2025Q4", ["0553U", "57511", "A4341", "J9999"])
    surgery, drug = found.rows["57511"], found.rows["J9999"]
    assert (surgery.status_indicator, surgery.apc) == ("T", "5412")
    assert (surgery.payment_rate, surgery.copayment) == (Decimal("304.19"), None)
    assert surgery.released == date(2025, 10, 31)
    assert (drug.apc, drug.payment_rate) == ("1690", Decimal("1137.991"))
    assert (drug.coinsurance, drug.adjusted_copayment) == (Decimal("0.17508"), Decimal("199.24"))
    assert found.rows["0553U"].payment_rate is None
    (refused,) = found.refused
    assert refused.codes == ("99999",)
    assert refused.reason.startswith("status `Z9` is not one of A, B, C")


def test_the_noise_of_a_spreadsheet_is_no_part_of_an_amount() -> None:
    found = read_opps(OPPS_NAME, OPPS.replace(b"$60.84", b"0.15000000000000002"))
    assert found.rows["57511"].minimum_copayment == Decimal("0.15")


def test_addendum_b_needs_a_quarter_from_its_name_or_an_option() -> None:
    with pytest.raises(LayoutError, match="a quarter in the file's name"):
        read_opps("addendum-b.csv", OPPS)
    assert read_opps("addendum-b.csv", OPPS, "2025Q4").release == "2025Q4"


@pytest.mark.parametrize(
    ("name", "content"), [(CLFS_NAME, CLFS), ("CLFS 2025 Q1V1.txt", CLFS_TEXT)]
)
def test_laboratory_rates_are_the_same_as_csv_and_as_text(name: str, content: bytes) -> None:
    found = read_clfs(name, content)
    assert found.release == "2025Q1"
    assert found.rows["80053"].rates == (
        LaboratoryRate(modifier=None, national=True, rate=Decimal("10.56")),
        LaboratoryRate(modifier="QW", national=True, rate=Decimal("10.56")),
    )
    local = LaboratoryRate(modifier=None, national=False, rate=None)
    assert found.rows["0001U"].rates == (local,)
    assert found.refused == ()


def test_a_payment_limit_keeps_its_fractions_of_a_cent() -> None:
    found = read_asp(ASP_NAME, ASP)
    assert found.release == "2025Q4"
    assert found.rows["J1100"].payment_limit == Decimal("0.094")
    assert found.rows["J1100"].coinsurance == Decimal("0.2")
    assert found.rows["J9325"].dosage == "1 MILLION PFU"
    assert (found.rows["A9606"].payment_limit, found.rows["A9606"].note) == (
        None,
        "first line second line",
    )


def test_payment_limits_of_before_2023_say_no_share_of_the_patient() -> None:
    found = read_asp("Jan 2022 ASP.csv", OLDER_ASP)
    assert (found.release, found.rows["J1100"].coinsurance) == ("2022Q1", None)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Web Addendum B.07.25.25.csv", date(2025, 7, 25)),
        ("2023_January_Web_Addendum_B.12212022.xlsx", date(2022, 12, 21)),
        ("Jan 2025 ASP Pricing File updated 030725.csv", date(2025, 3, 7)),
        ("section 508 version of January 2026 limits.csv", None),
        ("July 2025.99.99.25.csv", None),
    ],
)
def test_a_name_says_the_day_of_issue(name: str, day: date | None) -> None:
    assert day_issued(name) == day


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return made(tmp_path)


def made(folder: Path) -> Path:
    """A project without publications."""
    (folder / "report").mkdir(parents=True)
    (folder / "report/project.yaml").write_text("", "utf-8")
    return folder


def files(folder: Path) -> Iterator[tuple[str, Path, str]]:
    """The command, file and code of each import of three schedules, some in two issues."""
    first = "508 version of July 2025 Web Addendum B.06.26.25.csv"
    named = (
        ("opps", OPPS_NAME, OPPS, "57511"),
        ("opps", first, OPPS.replace(b"$304.190", b"$300.00"), "57511"),
        ("opps", first.replace("06.26", "07.25"), OPPS.replace(b"$304.190", b"$301"), "57511"),
    )
    for command, name, content, code in named:
        path = folder / name
        path.write_bytes(content)
        yield command, path, code


def imported(*arguments: object) -> Result:
    return CliRunner().invoke(main_group, ["import", *map(str, arguments)], catch_exceptions=False)


def test_quarters_and_their_issues_give_the_same_bytes_in_every_order(tmp_path: Path) -> None:
    given = tuple(files(tmp_path))
    texts = set()
    for place, order in enumerate(permutations(given)):
        folder = made(tmp_path / str(place))
        for command, path, code in order:
            done = imported(command, path, code, "--project", folder)
            assert done.exit_code == 0, done.output
        texts.add((folder / "report/57511/input.yaml").read_text("utf-8"))
    (text,) = texts
    assert "  payment_rate: 304.19\n" in text
    assert text.index("opps.history.2025Q3.2025-06-26:") < text.index("opps.history.2025Q3:")


def test_each_schedule_is_written_with_its_origin(project: Path) -> None:
    for command, name, content, code in (
        ("clfs", CLFS_NAME, CLFS, "80053"),
        ("asp", ASP_NAME, ASP, "J1100"),
    ):
        (project / name).write_bytes(content)
        done = imported(command, project / name, code, "--project", project)
        assert "1 of 1 input written" in done.output
        text = (project / "report" / code / "input.yaml").read_text("utf-8")
        assert f"\n{command}:\n  release: " in text
        assert f"source: cms-{command}" in text


def test_a_code_that_is_not_in_the_schedule_is_refused_and_another_file_named(
    project: Path,
) -> None:
    path = project / CLFS_NAME
    path.write_bytes(CLFS)
    done = CliRunner().invoke(main_group, ["import", "clfs", str(path), "57511"])
    assert str(done.exception).startswith("CLFS 2025 Q1V1.csv has no readable row for 57511")
    done = CliRunner().invoke(main_group, ["import", "asp", str(path), "57511"])
    assert "the laboratory fee schedule (CLFS)" in str(done.exception)


def test_every_command_that_a_hint_names_takes_a_file() -> None:
    for known in KNOWN_FILES:
        if known.command is not None:
            words = [word for word in known.command.split() if word != "FILE"]
            options = [word for word in words if word.startswith("--")]
            helped = CliRunner().invoke(main_group, ["import", words[0], "--help"])
            assert helped.exit_code == 0, known.command
            assert all(option in helped.output for option in options), known.command
