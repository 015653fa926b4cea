"""`import rates`: from price files to the rates that an input is to hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportkit.cli.import_rates import import_rates
from reportkit.inputs.rates import RateFile
from reportkit.model.input import Rate
from reportkit.workspace.workspace import CannotRun

DATA = Path(__file__).parent / "data"
SPECIMEN = Path(__file__).parents[2] / "src/reportkit/check/specimen/input.yaml"
PAYERS = """payers:
  - {id: north, name: North Health, kind: insurer}
  - {id: south, name: South, kind: insurer, aliases: [south health]}
"""


class Written:
    """Keeps what is handed over for writing."""

    def __init__(self) -> None:
        self.rates: dict[str, tuple[Rate, ...]] = {}
        self.files: tuple[RateFile, ...] = ()

    def refresh(
        self, root: Path, code: str, rates: tuple[Rate, ...], files: tuple[RateFile, ...]
    ) -> None:
        self.rates[code] = rates
        self.files = files


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
    written = Written()
    names = [str(DATA / "rates_hospital_tall.csv"), "57511"]
    text = import_rates(project, names, project, written.refresh)
    assert {each.payer for each in written.rates["57511"]} == {"north", "south"}
    assert [each.period for each in written.files] == ["2026-04"]
    assert "57511: 4 prices in 3 buckets\n" in text
    assert (
        "57511: 1 of `North Health` left out: a price per day is not a price of the service\n"
        in text
    )


def test_without_a_code_every_input_is_renewed(project: Path) -> None:
    written = Written()
    import_rates(project, [str(DATA / "rates_hospital.json")], project, written.refresh)
    assert {code: len(rates) for code, rates in written.rates.items()} == {"57505": 0, "57511": 3}


def test_a_payer_that_only_another_input_knows_is_reported_as_unknown(project: Path) -> None:
    written = Written()
    content = (DATA / "rates_in_network.json").read_text().replace('"57511"', '"57505"')
    (project / "prices.json").write_text(content)
    text = import_rates(project, ["prices.json"], project, written.refresh)
    assert written.rates["57505"] == ()
    assert "57505: 12 of `north`, which is no payer of the input\n" in text


def test_nothing_is_written_if_any_file_is_refused(project: Path) -> None:
    written = Written()
    (project / "broken.json").write_bytes((DATA / "rates_in_network.json").read_bytes()[:900])
    names = [str(DATA / "rates_hospital.json"), "broken.json", "57511"]
    with pytest.raises(CannotRun, match=r"broken\.json:\d+: expected JSON") as caught:
        import_rates(project, names, project, written.refresh)
    assert caught.value.hint == "fetch the file again"
    assert written.rates == {}


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["57511"], "no price file is named"),
        (["gone.csv", "57511"], "gone.csv cannot be read: no such file or directory"),
    ],
)
def test_files_that_are_not_there_are_named(project: Path, names: list[str], message: str) -> None:
    with pytest.raises(CannotRun, match=message):
        import_rates(project, names, project, Written().refresh)


def test_one_name_for_two_payers_is_refused(project: Path) -> None:
    path = project / "report/57505/input.yaml"
    path.write_text(path.read_text().replace("name: Aetna", "name: NORTH HEALTH"))
    with pytest.raises(CannotRun, match="is payer aetna and, in 57511, north"):
        import_rates(project, [str(DATA / "rates_hospital.json")], project, Written().refresh)
