"""`import rates`: from price files to the rates that an input is to hold."""

from __future__ import annotations

import contextlib
import hashlib
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from reportkit.cannot_run import CannotRun
from reportkit.cli.import_rates import rates
from reportkit.files.reading import FolderFiles
from reportkit.model.input import ProvidedInput
from reportkit.workspace.workspace import read_file

DATA = Path(__file__).parent / "data"
SPECIMEN = Path(__file__).parents[2] / "src/reportkit/check/specimen/input.yaml"
PAYERS = """payers:
  - {id: north, name: North Health, kind: insurer}
  - {id: south, name: South, kind: insurer, aliases: [south health]}
"""


def run(project: Path, *names: str) -> str:
    """Import as the command does; what it says."""
    with contextlib.chdir(project):
        outcome = CliRunner().invoke(rates, [*names, "--source", "prices"])
    if outcome.exception:
        raise outcome.exception
    return outcome.output


def written(project: Path, code: str) -> ProvidedInput:
    found = read_file(FolderFiles(project), f"report/{code}/input.yaml", ProvidedInput).model
    assert isinstance(found, ProvidedInput)
    return found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of two codes; only the first knows the payers of the price files."""
    text = SPECIMEN.read_text(encoding="utf-8")
    before, after = text.index("payers:\n"), text.index("sites:\n")
    (tmp_path / "report/57511").mkdir(parents=True)
    (tmp_path / "report/57505").mkdir()
    (tmp_path / "report/project.yaml").write_text("")
    known = text[:before] + PAYERS + text[after:]
    (tmp_path / "report/57511/input.yaml").write_text(known, encoding="utf-8")
    other = text.replace('"57511"', '"57505"')
    (tmp_path / "report/57505/input.yaml").write_text(other, encoding="utf-8")
    return tmp_path


def test_the_named_code_gets_the_rates_of_its_own_payers(project: Path) -> None:
    before = (project / "report/57505/input.yaml").read_bytes()
    text = run(project, str(DATA / "rates_hospital_tall.csv"), "57511")
    found = written(project, "57511")
    assert [(each.payer, each.n, str(each.low), str(each.high)) for each in found.rates or ()] == [
        ("north", 1, "118.39", "200.00"),
        ("north", 1, "177.50", "177.50"),
        ("south", 1, "150.00", "150.00"),
    ]
    assert "rates" not in {each.field for each in found.missing}
    assert "57511: 3 contracts in 3 buckets\n" in text
    left_out = "left out: a price per day is not a price of the service\n"
    assert f"57511: 1 of `North Health` {left_out}" in text
    assert (project / "report/57505/input.yaml").read_bytes() == before


def test_the_input_says_which_files_the_rates_are_from(project: Path) -> None:
    paths = [DATA / "rates_hospital_tall.csv", DATA / "rates_in_network.json"]
    run(project, *map(str, paths), "57511")
    origin = written(project, "57511").provenance["rates"]
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    assert (origin.source, origin.as_of) == ("prices", date(2026, 4, 1))
    assert origin.file == "rates_hospital_tall.csv + rates_in_network.json"
    assert origin.sha256 == " + ".join(hashes)


def test_importing_twice_changes_nothing_more(project: Path) -> None:
    path = project / "report/57511/input.yaml"
    run(project, str(DATA / "rates_in_network.json"))
    once = path.read_bytes()
    run(project, str(DATA / "rates_in_network.json"))
    assert path.read_bytes() == once
    assert sorted(each.name for each in path.parent.iterdir()) == ["input.yaml", "report.yaml"]


def test_a_dry_run_shows_the_changes_and_writes_nothing(project: Path) -> None:
    before = (project / "report/57511/input.yaml").read_bytes()
    text = run(project, str(DATA / "rates_in_network.json"), "--dry-run")
    assert "57511: 14 contracts in 3 buckets\n" in text
    assert "1 of 2 inputs would be written" in text
    assert (project / "report/57511/input.yaml").read_bytes() == before


def test_a_code_without_prices_keeps_its_rates(project: Path) -> None:
    before = (project / "report/57505/input.yaml").read_bytes()
    text = run(project, str(DATA / "rates_in_network.json"))
    assert len(written(project, "57511").rates or ()) == 3
    assert (project / "report/57505/input.yaml").read_bytes() == before
    assert "57505: 0 contracts in 0 buckets; rates stay as they are\n" in text


def test_a_payer_that_only_another_input_knows_is_reported_as_unknown(project: Path) -> None:
    content = (DATA / "rates_in_network.json").read_text("utf-8").replace('"57511"', '"57505"')
    (project / "prices.json").write_text(content, "utf-8")
    text = run(project, "prices.json")
    assert written(project, "57505").rates is None
    assert "57505: 12 of `north`, which is no payer of the input\n" in text


def test_nothing_is_written_if_any_file_is_refused(project: Path) -> None:
    before = (project / "report/57511/input.yaml").read_bytes()
    (project / "broken.json").write_bytes((DATA / "rates_in_network.json").read_bytes()[:900])
    with pytest.raises(CannotRun, match=r"broken\.json:\d+: expected JSON") as caught:
        run(project, str(DATA / "rates_hospital.json"), "broken.json", "57511")
    assert caught.value.hint == "fetch the file again"
    assert (project / "report/57511/input.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("parts", "found", "hint"),
    [
        (["one.csv", "more/two.json"], "found one.csv, two.json", "unpack it and give the price"),
        ([], "found an empty one", "unpack it"),
        (["xl/workbook.xml", "xl/styles.xml"], "found a workbook", "save its sheet as CSV UTF-8"),
    ],
)
def test_an_archive_that_is_not_of_one_price_file_is_told_with_what_it_holds(
    project: Path, parts: list[str], found: str, hint: str
) -> None:
    with ZipFile(project / "prices.zip", "w") as packed:
        for part in parts:
            packed.writestr(part, "x")
    with pytest.raises(CannotRun, match=found) as caught:
        run(project, "prices.zip", "57511")
    assert (caught.value.hint or "").startswith(hint)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["57511"], "no price file is named"),
        (["gone.csv", "57511"], "gone.csv cannot be read: no such file or directory"),
    ],
)
def test_files_that_are_not_there_are_named(project: Path, names: list[str], message: str) -> None:
    with pytest.raises(CannotRun, match=message):
        run(project, *names)


def test_one_name_for_two_payers_is_refused(project: Path) -> None:
    path = project / "report/57505/input.yaml"
    path.write_text(path.read_text("utf-8").replace("name: Aetna", "name: NORTH HEALTH"), "utf-8")
    with pytest.raises(CannotRun, match="is payer aetna and, in 57511, north"):
        run(project, str(DATA / "rates_hospital.json"))
