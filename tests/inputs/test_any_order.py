"""The same files in any order give the same bytes, whichever import reads them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path

import pytest
from click.testing import CliRunner
from cms_samples import GPCI, PFS, content
from sound_tables import SOUND
from test_policies import ARTICLES, CODES, DIAGNOSES, export

from reportkit.cli import main_group
from small_project import copy_project


@dataclass(frozen=True, slots=True)
class Given:
    """A file as it is given to an import."""

    command: str
    """With `FILE` where the file goes."""
    name: str
    table: bytes
    beside: Given | None = None
    """A second file that the command names by its name."""

    def beside_it(self, name: str, table: bytes) -> Given:
        """This file with another one that its command names."""
        return replace(self, beside=Given("", name, table))

    def words(self, folder: Path) -> list[str]:
        """The arguments behind `reportkit import`."""
        paths = {"FILE": folder / self.name}
        paths["FILE"].write_bytes(self.table)
        if self.beside is not None:
            paths[self.beside.name] = folder / self.beside.name
            paths[self.beside.name].write_bytes(self.beside.table)
        return [str(paths.get(word, word)) for word in self.command.split()]


def with_file(first: Given, option: str, second: Given) -> Given:
    """Two files that one command takes."""
    return replace(first, command=f"{first.command} {option} {second.name}", beside=second)


def given(command: str, name: str, table: bytes, *changes: tuple[str, str]) -> Given:
    """A file with parts of its text exchanged, each of which has to be there."""
    for old, new in changes:
        assert old.encode() in table, (command, old)
        table = table.replace(old.encode(), new.encode())
    return Given(command, name, table)


DATA = Path(__file__).parent / "data"


def sound(command: str) -> bytes:
    return next(table.content for table in SOUND if table.command == command)


CENTERS = given("asc FILE", "ASC_AA_2025Q4.csv", content("ASC_AA_2025Q4.csv"))
EARLIER = given(
    "asc FILE",
    "ASC_AA_2025Q3.csv",
    content("ASC_AA_2025Q4.csv"),
    ("October 2025", "July 2025"),
)
ANCILLARY = given("", "BB_2025Q4.csv", sound("asc FILE --bb"))
EXCLUDED = given("", "2025Q4-EE.csv", sound("asc FILE --ee"))

FILES: dict[str, tuple[str, tuple[Given, ...]]] = {
    "pfs": (
        "57511",
        (
            given("pfs FILE", PFS, content(PFS)),
            given(
                "pfs FILE",
                "PPRRVU2025_Jul.csv",
                content(PFS),
                ("October Release", "July Release"),
                ("09/11/2025", "06/11/2025"),
            ),
            given("pfs FILE", "PPRRVU24.csv", content(PFS), ("2025", "2024")),
        ),
    ),
    "asc": (
        "57511",
        (
            given("asc FILE", "ASC_AA_2025Q4.csv", content("ASC_AA_2025Q4.csv")),
            given("asc FILE", "ASC_AA_2026Q3.csv", content("ASC_AA_2026Q3.csv")),
            given(
                "asc FILE",
                "ASC_AA_2025Q3.csv",
                content("ASC_AA_2025Q4.csv"),
                ("October 2025", "July 2025"),
            ),
        ),
    ),
    "asc with offsets": (
        "57511",
        (
            CENTERS,
            with_file(CENTERS, "--ff", given("", "2025Q4_FF.csv", content("ASC_FF_2025Q4.csv"))),
            with_file(
                given("asc FILE", "ASC_AA_2026Q3.csv", content("ASC_AA_2026Q3.csv")),
                "--ff",
                given("", "2026Q3_FF.csv", content("ASC_FF_2026Q3.csv")),
            ),
        ),
    ),
    "asc of ancillary services": (
        "71046",
        (
            with_file(CENTERS, "--bb", ANCILLARY),
            with_file(
                EARLIER,
                "--bb",
                given("", "BB_2025Q3.csv", ANCILLARY.table, ("October", "July"), ("141", "140")),
            ),
        ),
    ),
    "asc of excluded procedures": (
        "59400",
        (
            with_file(CENTERS, "--ee", EXCLUDED),
            with_file(EARLIER, "--ee", replace(EXCLUDED, name="2025Q3-EE.csv")),
        ),
    ),
    "pfs with localities": (
        "57511",
        (
            with_file(
                given("pfs FILE", PFS, content(PFS)), "--gpci", given("", GPCI, content(GPCI))
            ),
            given(
                "pfs FILE",
                "PPRRVU2025_Jul.csv",
                content(PFS),
                ("October Release", "July Release"),
                ("09/11/2025", "06/11/2025"),
            ),
            given("pfs FILE", "PPRRVU24.csv", content(PFS), ("2025", "2024")),
        ),
    ),
    "ncci --ptp --setting": (
        "57511",
        tuple(
            given(f"ncci --ptp FILE --setting {setting}", name, sound("ncci --ptp"))
            for setting, name in (
                ("practitioner", "pairs-2024Q3.csv"),
                ("practitioner", "pairs-2026Q4.csv"),
                ("outpatient-hospital", "ccioph-v302r0-f1.csv"),
            )
        ),
    ),
    "ncci --ptp of names without a setting": (
        "57511",
        tuple(
            given(f"ncci --ptp FILE --setting {setting}", name, sound("ncci --ptp"))
            for setting, name in (
                ("practitioner", "pairs-2024Q3.csv"),
                ("practitioner", "pairs-2026Q4.csv"),
                ("outpatient-hospital", "a-2026Q4.csv"),
                ("outpatient-hospital", "z-2025Q1.csv"),
            )
        ),
    ),
    "opps": (
        "57511",
        (
            given("opps FILE", "2025 October Web Addendum B.csv", sound("opps")),
            given(
                "opps FILE",
                "2025 July Web Addendum B.csv",
                sound("opps"),
                ("$304.190", "$301.10"),
            ),
            given("opps FILE", "2026 January Web Addendum B.csv", sound("opps"), ("2025", "2026")),
        ),
    ),
    "clfs": (
        "80053",
        (
            given("clfs FILE", "CLFS 2025 Q1V1.csv", sound("clfs")),
            given("clfs FILE", "CLFS 2025 Q3V1.csv", sound("clfs"), ("10.56", "10.60")),
            given("clfs FILE", "CLFS 2026 Q1V1.csv", sound("clfs"), ("2025", "2026")),
        ),
    ),
    "asp": (
        "J1100",
        (
            given("asp FILE", "ASP Pricing File 091725.csv", sound("asp")),
            given(
                "asp FILE",
                "ASP Pricing File 061725.csv",
                sound("asp"),
                ("October 1, 2025 through December 31", "July 1, 2025 through September 30"),
                ("0.094", "0.1"),
            ),
            given(
                "asp FILE",
                "ASP Pricing File 121725.csv",
                sound("asp"),
                (
                    "October 1, 2025 through December 31, 2025",
                    "January 1, 2026 through March 31, 2026",
                ),
            ),
        ),
    ),
    "anesthesia": (
        "01220",
        (
            given("anesthesia FILE", "ANES2025.csv", sound("anesthesia")),
            given("anesthesia FILE", "ANES2024.csv", sound("anesthesia"), ("20.3178", "20.7739")),
            given("anesthesia FILE", "ANES2023.csv", sound("anesthesia"), ("20.3178", "21.1249")),
        ),
    ),
    "dmepos": (
        "E0776",
        (
            given("dmepos FILE", "DMEPOS_JAN.csv", sound("dmepos")),
            given("dmepos FILE", "DMEPOS_OCT.csv", sound("dmepos"), ("January", "October")),
            given("dmepos FILE", "DMEPOS_APR.csv", sound("dmepos"), ("January", "April")),
        ),
    ),
    "ncci --mue": (
        "57511",
        tuple(
            given(
                "ncci --mue FILE",
                f"MCR_MUE_{side}Services_Eff_{day}.csv",
                sound("ncci --mue").replace(b"Practitioner Services", title.encode()),
            )
            for side, title in (
                ("Practitioner", "Practitioner Services"),
                ("OutpatientHospital", "Outpatient Hospital Services"),
            )
            for day in ("07-01-2024", "10-01-2024")
        ),
    ),
    "ncci --ptp": (
        "57511",
        tuple(
            given("ncci --ptp FILE", f"{side}-v{version}r0-f1.csv", sound("ncci --ptp"))
            for side in ("ccipra", "ccioph")
            for version in ("302", "311")
        ),
    ),
    "addons": (
        "22614",
        (
            given("addons FILE", "AOC_V2026Q2-MCR.csv", sound("addons")),
            given("addons FILE", "AOC_V2026Q1-MCR.csv", sound("addons"), ("22612", "22630")),
            given("addons FILE", "AOC_V2025Q4-MCR.csv", sound("addons"), ("22612", "22633")),
        ),
    ),
    "telehealth": (
        "99213",
        (
            given("telehealth FILE", "list.csv", sound("telehealth")),
            given("telehealth FILE", "older.csv", sound("telehealth"), ("2026", "2025")),
            given("telehealth FILE", "oldest.csv", sound("telehealth"), ("2026", "2024")),
        ),
    ),
    "utilization": (
        "57511",
        tuple(
            given("utilization FILE", f"MUP_PHY_R26_P05_V10_D{year}_Geo.csv", sound("utilization"))
            for year in (22, 23, 24)
        ),
    ),
    "psps": (
        "57511",
        tuple(
            given("psps FILE", f"PSPS_{year}.csv", sound("psps"), ("100", f"1{year - 2000}"))
            for year in (2022, 2023, 2024)
        ),
    ),
    "hcpcs": (
        "G0102",
        (
            given("hcpcs FILE --write", "HCPC2025_OCT_ANWEB.csv", sound("hcpcs")),
            given("hcpcs FILE --write", "HCPC2025_JUL_ANWEB.csv", sound("hcpcs")),
            given("hcpcs FILE --write", "HCPC2026_JAN_ANWEB.csv", sound("hcpcs")),
        ),
    ),
    "nucc": (
        "57511",
        tuple(
            given(
                "nucc FILE --taxonomy 207V00000X",
                f"nucc_taxonomy_{release}.csv",
                sound("nucc"),
                ("A group", f"Group {release}"),
            )
            for release in ("241", "250", "251")
        ),
    ),
}


def articles(*changes: tuple[str, str]) -> bytes:
    """An export of the coverage database, with parts of its tables exchanged."""
    tables = {
        "article": ARTICLES, "article_x_hcpc_code": CODES, "article_x_icd10_covered": DIAGNOSES
    }  # fmt: skip
    for old, new in changes:
        assert any(old in table for table in tables.values()), old
        tables = {name: table.replace(old, new) for name, table in tables.items()}
    return export(**tables)


def diagnosis_release(year: int) -> Given:
    """The two files of a release of ICD-10-CM, with a title of its own."""
    listed = (DATA / "icd10cm_codes_2027.txt").read_bytes()
    title = b"Mild dysplasia, as this release calls it"
    assert title in listed
    tabular = (DATA / "icd10cm_tabular_2027.xml").read_bytes()
    return given(
        f"icd10 --tabular FILE --codes-file codes_{year}.txt",
        f"tabular_{year}.xml",
        tabular,
        ("<version>2027", f"<version>{year}"),
    ).beside_it(f"codes_{year}.txt", listed.replace(title, title + b" in %d" % year))


PAYERS = "payers: [{id: north, name: North Health, kind: insurer}]\n"
MEDICARE = "payers: [{id: medicare, name: Medicare, kind: government programme}]\n"

ENTERED: dict[str, tuple[str, tuple[Given, ...]]] = {
    "rates": (
        PAYERS,
        tuple(
            given(
                "rates FILE --source prices",
                f"prices-{month}.json",
                (DATA / "rates_in_network.json").read_bytes(),
                ("2026-04-01", f"2026-{month}-01"),
                ("101.0", f"101.{month}"),
            )
            for month in ("03", "04", "05")
        ),
    ),
    "coverage": (
        MEDICARE,
        tuple(
            Given(f"coverage FILE --as-of {day}", f"current-{day}.zip", articles(*changes))
            for day, changes in (
                ("2024-01-10", (("revised", "first"), ("2024-02-01 00", "2023-12-01 00"))),
                ("2026-01-10", (("N87.1", "N87.0"),)),
                ("2026-03-10", (("57642", "57643"),)),
            )
        ),
    ),
    "icd10": (
        "diagnoses:\n"
        "  - {code: N87.0, basis: histology, support: informational, source: cms-pfs}  # mild\n",
        tuple(diagnosis_release(year) for year in (2025, 2026, 2027)),
    ),
}
"""Kinds that build on what people entered: it, and the files."""


OF_ONE_CODE = (
    given("pfs FILE", PFS, content(PFS)),
    given("asc FILE", "ASC_AA_2025Q4.csv", content("ASC_AA_2025Q4.csv")),
    given("opps FILE", "2025 October Web Addendum B.csv", sound("opps")),
    given("utilization FILE", "MUP_PHY_R26_P05_V10_D24_Geo.csv", sound("utilization")),
)


@pytest.mark.parametrize("kind", FILES)
def test_releases_of_one_file_give_the_same_bytes_in_every_order(tmp_path: Path, kind: str) -> None:
    code, files = FILES[kind]
    texts = {written(tmp_path / str(place), code, order) for place, order in orders(files)}
    assert len(texts) == 1


@pytest.mark.parametrize("kind", ENTERED)
def test_files_on_what_people_entered_give_the_same_bytes_in_every_order(
    tmp_path: Path, kind: str
) -> None:
    entered, files = ENTERED[kind]
    texts = {
        written(tmp_path / str(place), "57511", order, entered) for place, order in orders(files)
    }
    assert len(texts) == 1


def test_releases_on_a_report_that_people_wrote_give_the_same_bytes_in_every_order(
    tmp_path: Path,
) -> None:
    newer = given("asc FILE", "ASC_AA_2026Q3.csv", content("ASC_AA_2026Q3.csv"))
    texts = set()
    for place, order in orders((CENTERS, newer)):
        project = copy_project(tmp_path / str(place))
        for file in order:
            words = ["import", *file.words(project), "57511", "--project", str(project)]
            done = CliRunner().invoke(main_group, words)
            assert done.exit_code == 0, (words, done.output, done.exception)
        texts.add((project / "report/57511/input.yaml").read_text("utf-8"))
    assert len(texts) == 1


def test_files_of_several_kinds_give_the_same_bytes_in_every_order(tmp_path: Path) -> None:
    texts = {written(tmp_path / str(place), "57511", order) for place, order in orders(OF_ONE_CODE)}
    assert len(texts) == 1


def orders(files: tuple[Given, ...]) -> list[tuple[int, tuple[Given, ...]]]:
    """The files in each order, with the number of the order."""
    return list(enumerate(permutations(files)))


def written(
    folder: Path, code: str, files: tuple[Given, ...], entered: str = ""
) -> tuple[str, str]:
    """The input and the report that imports make, one after the other."""
    (folder / "report").mkdir(parents=True)
    (folder / "report/project.yaml").write_text("reportkit: project/1\n", "utf-8")
    if entered:
        begin(folder, code, entered)
    for file in files:
        words = ["import", *file.words(folder), code, "--project", str(folder)]
        done = CliRunner().invoke(main_group, words)
        assert done.exit_code == 0, (words, done.output, done.exception)
    made = folder / "report" / code
    return (made / "input.yaml").read_text("utf-8"), (made / "report.yaml").read_text("utf-8")


def test_files_of_one_command_may_be_named_in_any_order(tmp_path: Path) -> None:
    pairs = [file for file in FILES["ncci --ptp"][1] if "302" in file.name]
    hospitals = [
        given("", f"{name}.csv", (DATA / "rates_hospital_tall.csv").read_bytes(), ("Example", name))
        for name in ("Eastern", "Western")
    ]
    for command, entered, files in (
        ("ncci --ptp {} --ptp {}", "", pairs),
        ("rates {} {} --source prices", PAYERS, hospitals),
    ):
        for file in files:
            (tmp_path / file.name).write_bytes(file.table)
        named = [str(tmp_path / file.name) for file in files]
        texts = {
            written(
                tmp_path / f"{command.split()[0]}-{place}",
                "57511",
                (Given(command.format(*order), "unused.csv", b""),),
                entered,
            )
            for place, order in enumerate((named, named[::-1]))
        }
        assert len(texts) == 1


def begin(folder: Path, code: str, entered: str) -> None:
    """A report of one file, with a key that people entered."""
    written(folder / "begun", code, (OF_ONE_CODE[0],))
    (folder / "report" / code).mkdir()
    for name in ("input.yaml", "report.yaml"):
        text = (folder / "begun/report" / code / name).read_text("utf-8")
        nothing = f"\n{entered.partition(':')[0]}: null\n"
        text = text.replace(nothing, f"\n{entered}")
        assert (entered in text) is (name == "input.yaml")
        (folder / "report" / code / name).write_text(text, "utf-8")
