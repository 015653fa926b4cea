"""The walks of CONTRIBUTING.md, each made in a copy of the repository."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checkout import Checkout, checkout
from small_project import ROOT, accept_input, copy_project, edit

pytestmark = pytest.mark.long

EXAMPLES = "src/reportkit/report/key_examples.yaml"
PFS = ROOT / "tests/inputs/data/PPRRVU2025_Oct.csv"


def listed(walk: str, list_name: str, name: str = "") -> set[str]:
    """The files in a list of a walk, for a rule or a section of that name."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (chapter,) = re.findall(rf"^## {walk}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    (items,) = re.findall(rf"^{list_name}:\n\n((?:- .*\n)+)", chapter, re.MULTILINE)
    paths = re.findall(r"`(.*?)`", items)
    spelled = [re.sub(r"<\w*-\w*>", name, path) for path in paths]
    return {re.sub(r"<\w+>", name.replace("-", "_"), path) for path in spelled}


@pytest.fixture
def copy(tmp_path: Path) -> Checkout:
    return checkout(tmp_path / "checkout")


def test_a_rule(copy: Checkout) -> None:
    name = "late-word"
    written = listed("A rule", "You write", name)
    copy.reportkit("dev", "new-rule", name, "--topic", "style")
    assert copy.changed() == written
    assert "assert 'Say here' not in" in copy.failures("tests/rules", "-k", name)

    for path in written:
        text = (copy.folder / path).read_text("utf-8")
        copy.write(path, text.replace("Say here", "This is"))
    assert copy.failures("tests/rules", "-k", name, "--update-snapshots") == ""
    copy.reportkit("rules", "--write-docs", "docs/rules")
    assert copy.failures("tests/rules", "-k", name) == ""
    assert copy.changed() == written | listed("A rule", "Commands write", name)


def test_a_dataset(copy: Checkout, tmp_path: Path) -> None:
    make_dataset(copy)
    assert copy.changed() == listed("A dataset", "You write", "waiting-times")
    assert copy.failures("tests/rules", "-k", "unrecorded-gap") == ""
    document_keys(copy, "A dataset", "waiting-times")

    older = copy_project(tmp_path / "older")
    built = copy.reportkit("build", at=older)
    assert "the input does not say whether `waiting_times` is provided" in built
    assert "0 errors, 1 warning" in built
    page = (older / "build/57511/57511.html").read_text("utf-8")
    assert "The report does not say how long patients wait." in page
    copy.reportkit("migrate", at=older)
    assert "0 errors, 0 warnings" in copy.reportkit("check", at=older)

    project = copy_project(tmp_path / "project")
    data = project / "report/57511/input.yaml"
    origin = "  waiting_times: {source: client, as_of: 2026-11-23}\n"
    edit(data, "provenance:\n", f"provenance:\n{origin}")
    edit(data, "\nmissing:\n", "\nwaiting_times: [{setting: facility, days: 12}]\nmissing:\n")
    accept_input(project)
    listing = project / "report/57511/report.yaml"
    edit(listing, "  - policy-updates\n", "  - policy-updates\n  - waiting-times\n")
    assert "0 errors, 0 warnings" in copy.reportkit("build", at=project)
    page = (project / "build/57511/57511.html").read_text("utf-8")
    assert re.search(r'<span class="caption">Waiting times</span>.*?acility.*?12', page, re.DOTALL)


def document_keys(copy: Checkout, walk: str, name: str = "") -> None:
    """Write the page on keys, which asks of each that it is explained and has an example."""
    copy.reportkit("dev", "keys", "--write", "docs/files")
    assert copy.failures("tests/test_documents.py", "-k", "key") == ""
    written = listed(walk, "You write", name) | listed(walk, "Commands write", name)
    assert copy.changed() == written


def make_dataset(copy: Checkout) -> None:
    """Waiting times, with a section of their own."""
    copy.edit(
        "src/reportkit/model/input.py",
        ("class ProvidedInput(Record):\n", f"{WAITING_TIME}\n\nclass ProvidedInput(Record):\n"),
        (
            "    validity: Validity | None = None\n",
            "    waiting_times: tuple[WaitingTime, ...] | None = None\n"
            '    """How long patients wait."""\n'
            "    validity: Validity | None = None\n",
        ),
    )
    copy.edit(
        "src/reportkit/model/datasets.py",
        (
            '        DatasetKind(\n            "validity",\n',
            f'{KIND}        DatasetKind(\n            "validity",\n',
        ),
        (
            '    DataSection(\n        "policy-updates",\n',
            f'{SECTION}    DataSection(\n        "policy-updates",\n',
        ),
    )
    copy.write("src/reportkit/assemble/sections/waiting_times.py", MAKER)
    specimen = copy.folder / "src/reportkit/check/specimen/input.yaml"
    specimen.write_text(specimen.read_text("utf-8") + GAP, "utf-8")
    copy.edit(
        EXAMPLES,
        ("\nProvidedInput:", "\nWaitingTime: {setting: facility, days: 12}\nProvidedInput:"),
    )


WAITING_TIME = '''\
class WaitingTime(Record):
    """Days until an appointment, in one setting."""

    setting: Literal["facility", "nonfacility"]
    """Where the appointment is."""
    days: int
    """How many days it takes on average."""
'''
KIND = """\
        DatasetKind(
            "waiting_times",
            label=N_("Waiting times"),
            section="waiting-times",
            asked_of="scheduling team",
            absence="The report does not say how long patients wait.",
            rows={"": ("setting",)},
        ),
"""
SECTION = """\
    DataSection(
        "waiting-times",
        title=N_("Waiting times"),
        topic=N_("waiting times"),
        dataset="waiting_times",
        stand_in="billing-overview",
    ),
"""
MAKER = '''\
"""Edition in, waiting times out: days until an appointment."""

from __future__ import annotations

from reportkit.assemble.document import Block, Column, Plain
from reportkit.assemble.edition import Edition, record_row
from reportkit.assemble.labels import section_title, word
from reportkit.assemble.part import Part, gaps_of, table


def waiting_times(edition: Edition) -> Part:
    """The table of waiting times."""
    title = section_title(edition, "waiting-times")
    blocks: tuple[Block, ...] = ()
    if edition.input.waiting_times is not None:
        columns = (Column(edition.say("Setting")), Column(edition.say("Days"), "figure"))
        rows = (
            record_row("waiting_times", "input.waiting_times", row,
                       Plain(word(edition, row.setting)), Plain(str(row.days)))
            for row in edition.input.waiting_times
        )
        blocks = table(edition, "waiting-times-table", title, columns, rows, "waiting_times")
    return Part("waiting-times", title, (*blocks, *gaps_of(edition, "waiting-times")))
'''
GAP = (
    "  - {field: waiting_times, section: billing-overview, reason: not_provided, "
    "needed_from: data team, effect: no waiting time is shown, since: 2026-11-01}\n"
)


def test_a_column(copy: Checkout, tmp_path: Path) -> None:
    make_column(copy)
    assert copy.changed() == listed("A column", "You write")
    document_keys(copy, "A column")

    project = copy_project(tmp_path / "project")
    edit(
        project / "sections/57511/summary.yaml",
        "nothing is cut out",
        "nothing is cut out in family {{ input.mpfs.imaging_family }}",
    )
    assert "imaging_family` is null: it was not provided" in copy.reportkit("check", at=project)
    copy.reportkit("import", "pfs", str(PFS), "57511", at=project)
    assert 'imaging_family: "99"' in (project / "report/57511/input.yaml").read_text("utf-8")
    assert "imaging_family" not in copy.reportkit("check", at=project)


def make_column(copy: Checkout) -> None:
    """The family of diagnostic imaging that a code is in."""
    copy.edit(
        "src/reportkit/model/fees.py",
        (
            "    endoscopic_base: str | None = None\n",
            '    imaging_family: str | None = None\n    """The family of imaging."""\n'
            "    endoscopic_base: str | None = None\n",
        ),
    )
    copy.edit(EXAMPLES, ("\nMpfs: {", '\nMpfs: {imaging_family: "99", '))
    copy.edit(
        "src/reportkit/inputs/pfs.py",
        ("        endoscopic_base=row.endoscopic_base,\n",
         "        imaging_family=row.imaging_family,\n"
         "        endoscopic_base=row.endoscopic_base,\n"),
        ("    opps_cap: OppsCap | None\n",
         "    opps_cap: OppsCap | None\n    imaging_family: str | None\n"),
        ('        "endoscopic_base": ("ENDO BASE", "ENDOSCOPIC BASE"),\n',
         '        "endoscopic_base": ("ENDO BASE", "ENDOSCOPIC BASE"),\n'
         '        "imaging_family": ("DIAGNOSTIC IMAGING FAMILY INDICATOR",),\n'),
        ("        opps_cap=_cap(text),\n",
         "        opps_cap=_cap(text),\n"
         '        imaging_family=text.get("imaging_family") or None,\n'),
    )  # fmt: skip
