"""Figures of hospitals', laboratories' and drugs' schedules are confirmed by their files."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from gettext import NullTranslations
from pathlib import Path

import pytest
from click.testing import CliRunner

from kinds_of_codes import FILES, fees
from kinds_written import written_whole
from reportkit.assemble.assemble import assemble
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
    assert "CLFS, ASP, MUE, PTP" in str(stop.value.hint)
