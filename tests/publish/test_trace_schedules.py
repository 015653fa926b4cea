"""Figures of hospitals', laboratories' and drugs' schedules are confirmed by their files."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from gettext import NullTranslations
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner, Result

from kinds_of_codes import FILES, fees
from kinds_written import written_whole
from reportkit.assemble.assemble import assemble
from reportkit.cannot_run import CannotRun
from reportkit.cli import main_group
from reportkit.inputs.layout import LayoutError
from reportkit.publish.printed_figures import read_figures
from reportkit.publish.public_data import read_public
from reportkit.publish.trace import Traced, trace
from reportkit.render.html import render_html
from reportkit.render.theme import load_theme
from reportkit.workspace.workspace import read_workspace
from shared_data import SHARED, needs

PUBLIC = SHARED / "data/public"
QUARTERS = {
    "DMEPOS_JUL.csv": ("July 2025 Fee Schedule", "12.10"),
    "DMEPOS_OCT.csv": ("October 2025 Fee Schedule", "12.34"),
}
"""The file of each quarter, with its title and what is paid in one of its states."""
EQUIPMENT = """\
DMEPOS Fee Schedule,,,,,,,,,,,
{title},,,,,,,,,,,
HCPCS,Mod,Mod2,JURIS,CATG,Ceiling,Floor,AL (NR),AL (R),AK (NR),AK (R),Description
J1100,,,D,SU,20.00,10.00,{paid},15.01,19.99,0.00,
J1100,KD,,D,SU,3.00,2.00,2.50,2.50,2.75,0.00,
"""
SCHEDULES = {
    "71046": ("opps", "2025 October Web Addendum B.csv"),
    "80053": ("clfs", "CLFS 2025 Q4.csv"),
    "J1100": ("asp", "ASP October 2025.csv"),
}
"""Code to the schedule that pays it, and the file that it was made of."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written_whole(tmp_path_factory.mktemp("nine"))


def page(folder: Path, code: str) -> bytes:
    (publication,) = read_workspace(folder, [code]).publications
    return render_html(assemble(publication, NullTranslations()), load_theme()).encode()


def traced(content: bytes, code: str, files: Iterable[tuple[str, bytes]]) -> tuple[Traced, ...]:
    return trace(read_figures("a.html", content), read_public(code, files))


def of_schedule(found: Iterable[Traced], dataset: str) -> list[Traced]:
    return [figure for figure in found if f"{dataset}." in figure.figure.field]


@pytest.mark.parametrize(("code", "schedule"), SCHEDULES.items())
def test_every_figure_of_a_schedule_is_confirmed_and_an_altered_one_is_named(
    project: Path, code: str, schedule: tuple[str, str]
) -> None:
    dataset, name = schedule
    files = [(name, FILES[name].encode()), ("PPRRVU2025_Oct.csv", fees().encode())]
    content = page(project, code)
    found = of_schedule(traced(content, code, files), dataset)
    assert found
    assert {figure.verdict for figure in found} == {"confirmed"}
    raw = next(figure.figure.raw for figure in found if figure.figure.shown.startswith("$"))
    altered = content.replace(f'value="{raw}"'.encode(), b'value="77.77"')
    refuted = [figure for figure in traced(altered, code, files) if figure.verdict == "refuted"]
    assert of_schedule(refuted, dataset) == refuted != []


def equipment() -> list[tuple[str, bytes]]:
    return [
        (name, EQUIPMENT.format(title=title, paid=paid).encode())
        for name, (title, paid) in QUARTERS.items()
    ]


def test_fees_of_equipment_are_confirmed_in_every_column(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(project, folder)
    for name, content in equipment():
        (tmp_path / name).write_bytes(content)
        imported(folder, "dmepos", tmp_path / name, "J1100")
    content = page(folder, "J1100")
    found = of_schedule(traced(content, "J1100", equipment()), "dmepos")
    assert {figure.figure.field for figure in found} >= {
        "dmepos.rates[].amounts.lowest",
        "dmepos.rates[KD].amounts.highest",
        "dmepos.rates[KD].ceiling",
        "dmepos.rates[].amounts[1].nonrural",
        "dmepos.rates[].amounts[1].states",
        "dmepos.history[2025Q3].rates[].amounts.lowest",
    }
    assert {figure.verdict for figure in found} == {"confirmed"}
    altered = content.replace(b'value="12.10"', b'value="12.11"')
    refuted = [one for one in traced(altered, "J1100", equipment()) if one.verdict == "refuted"]
    assert [one.figure.field for one in refuted] == [
        "dmepos.history[2025Q3].rates[].amounts.lowest"
    ]


def test_an_archive_is_unpacked_and_a_release_is_taken_where_files_do_not_say_it(
    project: Path, tmp_path: Path
) -> None:
    (tmp_path / "01220.html").write_bytes(page(project, "01220"))
    with ZipFile(tmp_path / "RVU25D.zip", "w") as packed:
        packed.writestr("PPRRVU25_OCT.csv", fees())
        packed.writestr("ANES.csv", FILES["ANES2025.csv"])
        packed.writestr("readme.txt", "What is in here.")
    (tmp_path / "ANES.csv").write_text(FILES["ANES2025.csv"], "utf-8")
    (tmp_path / "units.csv").write_text(FILES["units.csv"], "utf-8")

    def told(*data: str) -> Result:
        words = [word for name in data for word in ("--data", str(tmp_path / name))]
        return CliRunner().invoke(main_group, ["trace", str(tmp_path / "01220.html"), *words])

    assert " confirmed, 0 refuted, " in told("RVU25D.zip", "units.csv").output
    unnamed = told("ANES.csv")
    assert isinstance(unnamed.exception, CannotRun)
    assert "--release RVU25D" in unnamed.exception.hint
    words = ["--data", str(tmp_path / "ANES.csv"), "--release", "2025Q4", "--release", "RVU25D"]
    named = CliRunner().invoke(main_group, ["trace", str(tmp_path / "01220.html"), *words])
    assert named.exit_code == 0, named.output
    with ZipFile(tmp_path / "other.zip", "w") as packed:
        packed.writestr("readme.txt", "What is in here.")
    assert "found readme.txt" in str(told("other.zip").exception)


def test_the_units_and_factors_of_anesthesia_are_confirmed(project: Path) -> None:
    files = [(name, FILES[name].encode()) for name in ("ANES2025.csv", "units.csv")]
    content = page(project, "01220")
    found = of_schedule(traced(content, "01220", files), "anesthesia")
    assert {figure.figure.field for figure in found} == {
        "anesthesia.base_units",
        "anesthesia.national_factor",
        "anesthesia.base_units, anesthesia.national_factor, of an hour",
        "anesthesia.localities[0111205].factor",
    }
    assert {figure.verdict for figure in found} == {"confirmed"}
    altered = content.replace(b'value="21.44"', b'value="21.45"')
    refuted = [one for one in traced(altered, "01220", files) if one.verdict == "refuted"]
    # It stands in its row and at the end of the scale of the pictures.
    assert [one.figure.field for one in refuted] == ["anesthesia.localities[0111205].factor"] * 2


FEES, INDICES = SHARED / "data/cms/PPRRVU2025_Oct.csv", SHARED / "data/cms/GPCI2025.csv"


@needs(PUBLIC)
@pytest.mark.parametrize(
    ("code", "names"),
    [
        (
            "71046",
            (
                "Section 508 version of July 2025 Web Addendum B.06.26.25.csv",
                "508 version of October 2025 Web Addendum B.10.31.25.csv",
            ),
        ),
        ("80053", ("CLFS 2025 Q1V1.csv",)),
        (
            "J1100",
            (
                "section 508 version of Oct 2025 ASP Pricing File 091725.csv",
                "section 508 version of January 2026 Medicare Part B Payment Limit File 121725.csv",
            ),
        ),
    ],
)
def test_the_published_files_confirm_every_figure_made_of_them(
    project: Path, tmp_path: Path, code: str, names: tuple[str, ...]
) -> None:
    dataset, small = SCHEDULES[code]
    files = [PUBLIC / dataset / name for name in names]
    folder = tmp_path / "copy"
    shutil.copytree(project, folder)
    imported(folder, "pfs", FEES, code, "--gpci", INDICES)
    for file in files:
        imported(folder, dataset, file, code)
    given = [(file.name, file.read_bytes()) for file in (FEES, INDICES, *files)]
    if dataset == "clfs":
        # The quarter of the small file is the newer one.
        given.append((small, FILES[small].encode()))
    found = traced(page(folder, code), code, given)
    fields = ("mpfs.", f"{dataset}.")
    ours = [figure for figure in found if any(field in figure.figure.field for field in fields)]
    assert [figure for figure in ours if figure.verdict != "confirmed"] == []
    assert [figure for figure in found if figure.verdict == "refuted"] == []
    assert of_schedule(ours, dataset)


def imported(folder: Path, *words: object) -> None:
    done = CliRunner().invoke(main_group, ["import", *map(str, words), "--project", str(folder)])
    assert done.exit_code == 0, done.output


def test_a_file_that_no_figure_is_traced_to_is_refused_with_those_that_are() -> None:
    table = b"Code,Grouping,Classification,Specialization,Section\n207V00000X,,Care,,Individual\n"
    with pytest.raises(LayoutError, match="found the taxonomy of providers") as stop:
        read_public("57511", [("nucc.csv", table)])
    assert "CLFS, ASP, DMEPOS, ANES" in str(stop.value.hint)
