"""A new kind of data with a section of its own touches three files and breaks no project.

The change is made here in a copy of the source, as somebody would make it, and tried on a project
that was written before.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from small_project import ROOT, accept_input, copy_project, edit, run

MODEL = '''\
class Opps(Record):
    """Outpatient hospital payment (CMS OPPS addendum B)."""

    release: str
    status_indicator: str
    payment_rate: Number | None


class ProvidedInput(Record):'''

KEY = """\
    service_line: str | None = None
    opps: Opps | None = None
"""

KIND = """\
            absence="The code is not assigned to a service line.",
        ),
        DatasetKind(
            "opps",
            label=N_("Outpatient hospital payment"),
            section="outpatient-payment",
            asked_of="coding data team",
            absence="No outpatient hospital payment is shown.",
            release="release",
            by_medicare=True,
        ),
"""

SECTION = '''\
    DataSection(
        "outpatient-payment",
        title=N_("Outpatient payment"),
        topic=N_("outpatient payment"),
        dataset="opps",
        stand_in="coding-specifications",
    ),
)
"""In the order in which a new report lists them."""'''

MAKER = '''\
"""Set the outpatient hospital payment of an edition as a section."""

from reportkit.assemble.document import Facts, Plain
from reportkit.assemble.edition import Edition
from reportkit.assemble.labels import section_title
from reportkit.assemble.part import Part, gaps_of


def outpatient_payment(edition: Edition) -> Part:
    """What a hospital is paid for the code."""
    opps = edition.input.opps
    pairs = () if opps is None else (("Status indicator", Plain(opps.status_indicator)),)
    blocks = (Facts("outpatient-facts", pairs),) if pairs else ()
    title = section_title(edition, "outpatient-payment")
    return Part("outpatient-payment", title, (*blocks, *gaps_of(edition, "outpatient-payment")))
'''

INPUT, REPORT = "report/57511/input.yaml", "report/57511/report.yaml"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source with the new kind of data in it."""
    folder = tmp_path_factory.mktemp("source")
    for part in ("src", "templates"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    package = folder / "src" / "reportkit"
    edit(package / "model/input.py", "class ProvidedInput(Record):", MODEL)
    edit(package / "model/input.py", "    service_line: str | None = None\n", KEY)
    before = '            absence="The code is not assigned to a service line.",\n        ),\n'
    edit(package / "model/datasets.py", before, KIND)
    end = ')\n"""In the order in which a new report lists them."""'
    edit(package / "model/datasets.py", end, SECTION)
    (package / "assemble/sections/outpatient_payment.py").write_text(MAKER, "utf-8")
    return folder / "src"


def reportkit(source: Path, folder: Path, *arguments: str) -> CompletedProcess[str]:
    return run(folder, *arguments, PYTHONPATH=str(source))


def findings(source: Path, folder: Path) -> list[tuple[str, str]]:
    outcome = reportkit(source, folder, "check", "--format", "json")
    found = json.loads(outcome.stdout)["findings"]
    return sorted((each["rule"], each["severity"]) for each in found)


def test_the_change_touches_three_files(source: Path) -> None:
    files = {path.relative_to(source) for path in source.rglob("*.py")}
    touched = {
        str(path)
        for path in files
        if not (ROOT / "src" / path).exists()
        or (ROOT / "src" / path).read_bytes() != (source / path).read_bytes()
    }
    assert touched == {
        "reportkit/model/input.py",
        "reportkit/model/datasets.py",
        "reportkit/assemble/sections/outpatient_payment.py",
    }


def test_a_project_written_before_has_one_finding_and_is_published(
    source: Path, tmp_path: Path
) -> None:
    folder = copy_project(tmp_path)
    before = findings(ROOT / "src", folder)
    assert findings(source, folder) == sorted([*before, ("undeclared-gap", "warning")])
    outcome = reportkit(source, folder, "build")
    assert outcome.returncode == 0, outcome.stdout
    page = (folder / "build/57511/57511.html").read_text("utf-8")
    assert "No outpatient hospital payment is shown." in page
    assert reportkit(source, folder, "migrate").returncode == 0
    assert findings(source, folder) == before


def test_the_new_data_is_printed_where_it_is_provided(source: Path, tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    value = 'opps: {release: 2026Q4, status_indicator: "T", payment_rate: 303.79}\n'
    path = folder / INPUT
    path.write_text(path.read_text("utf-8") + value, "utf-8")
    edit(path, "provenance:\n", "provenance:\n  opps: {source: client, as_of: 2026-10-01}\n")
    edit(folder / REPORT, "  - policy-updates\n", "  - policy-updates\n  - outpatient-payment\n")
    edit(folder / REPORT, "clinical-context, modifiers]", "modifiers, outpatient-payment]")
    accept_input(folder)
    outcome = reportkit(source, folder, "build")
    assert outcome.returncode == 0, outcome.stdout
    page = (folder / "build/57511/57511.html").read_text("utf-8")
    assert 'id="outpatient-facts"' in page
    assert "Outpatient payment" in page
