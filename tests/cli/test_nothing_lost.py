"""Whatever fails or dies while a command writes, nothing is lost, mixed or left behind.

`make faults` tries every step of every command; here some are tried.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shlex import split

import pytest
from click.testing import CliRunner

from faults import faults, leftovers
from forked import run_forked, start_forked, wait_for
from reportkit import pipeline
from reportkit.cannot_run import CannotRun
from reportkit.cli import challenge, clock, extract, import_report, main_group, releasing
from reportkit.cli.old_file import read_apart
from reportkit.contain import Answer
from reportkit.files.together import recover
from small_project import copy_project, edit

MOST = None if os.environ.get("REPORTKIT_ALL_FAULTS") else 4
FAULTY = "sections/57513/summary.yaml"
DATA = Path(__file__).parents[1] / "inputs" / "data"
WHEN = datetime(2026, 11, 23, 12, tzinfo=UTC)

SIGN = ("sign", "57511", "--role", "author", "--name", "Ann Writer",
        "--meaning", "Written and read again.")  # fmt: skip
WAIVE = ("waive", "invisible-character", FAULTY, "--reason", "The client sent it so.",
         "--owner", "Lead editor", "--expiry", "2099-01-31")  # fmt: skip
BO = ("--by", "Bo Coder", "--role", "coding-reviewer")
SOURCES = {"report/project.yaml": b"reportkit: project/1\n", "sections/57511/summary.yaml": b"--"}
COMMANDS: dict[str, tuple[str, ...]] = {
    "sign": SIGN,
    "waive": WAIVE,
    "accept": ("accept", "57511", "47ec19f1", "--by", "Ann Writer", "--role", "author"),
    "decide": (*split("decide 57511 sections/57511/summary.yaml:3 --comment 'Say who pays.'"), *BO),
    "fix": ("fix",),
    "format": ("format",),
    "migrate": ("migrate",),
    "challenge": ("challenge", "57511"),
    "import": ("import", "pfs", str(DATA / "PPRRVU2025_Oct.csv"), "57511", "11004", "99211"),
    "import report": ("import", "report", "../old.txt", "--code", "44388"),
    "import refresh": ("import", "refresh"),
    "new": ("new", "11055", "--title", "Paring of a corn"),
    "init": ("init", "../fresh", "--publisher", "Small Press"),
    "record": ("diff", "../earlier", ".", "--record", "A review."),
    "baseline": ("check", "57511", "--write-baseline", "known.json"),
    "report": ("check", "57511", "--format", "json=findings.json"),
    "extract": ("extract", "../published.html", "--into", "taken-out"),
    "theme": ("theme", "--copy", "house.css"),
    "schema": ("schema",),
    "review": ("review",),
    "build": ("build", "57511"),
    "release": ("release", "57511"),
    "recall": (*split("recall 57511 1.1 --by 'Jo Press' --reason 'Amounts of another year.'"),),
}
AFTER = {"recall": "release"}
"""What has to be done before there is anything to do."""


REVISION = """\
  - version: "1.1"
    date: 2026-11-23
    sections: [billing-overview]
    change: Another word.
    reason: A review.
"""


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project that every command finds something to do in."""
    folder = tmp_path_factory.mktemp("start")
    copy_project(folder / "earlier", "57513")
    project = copy_project(folder / "project", "57513")
    for code in ("57511", "57513"):
        # A new version of which the history does not say yet that the summary changed.
        edit(project / f"sections/{code}/summary.yaml", "its cells die", "its cells are dead")
        report = project / f"report/{code}/report.yaml"
        edit(report, '\nversion: "1.0"', '\nversion: "1.1"')
        report.write_text(report.read_text("utf-8") + REVISION, "utf-8")
    edit(project / "report/57513/input.yaml", "service_line: null\n", "")
    edit(project / FAULTY, "reports the", "reports \u200bthe")
    edit(project / FAULTY, "importance: >", "importance:   >")
    (project / "known.json").write_text("{}")
    (project / "findings.json").write_text("{}")
    (folder / "old.txt").write_text("CPT 44388\n\nSummary\n\nA colonoscopy.\n")
    (folder / "published.html").write_text("stands for a page that carries SOURCES")
    return folder


@pytest.fixture
def work(start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy to work on, at one time for all, with a quick hand at setting and reading pages."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(WHEN.timestamp())))
    monkeypatch.setattr(clock, "time_of_record", lambda: WHEN)
    monkeypatch.setattr(extract, "carried_sources", lambda _: SOURCES)
    monkeypatch.setattr(import_report, "contained", lambda _, old, __: Answer(read_apart(old)))
    monkeypatch.setattr(pipeline, "set_html", lambda *_: "<html></html>")
    monkeypatch.setattr(pipeline, "set_pdf", lambda *_: b"%PDF")
    monkeypatch.setattr(pipeline, "_texts", lambda _: ())
    monkeypatch.setattr(pipeline, "state", lambda _: "approved")
    monkeypatch.setattr(releasing, "_refusals", lambda *_: iter(()))
    monkeypatch.setattr(challenge, "challenge", lambda *_: ())
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "work"


def copy_anew(start: Path, work: Path) -> None:
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(start, work)


def files(folder: Path) -> dict[str, bytes]:
    """What stands in a folder, but for what reportkit notes for itself."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
        and not {".writing", ".cache"} & set(path.parts)
        and not path.name.startswith(".writing-")
        and not any(part.startswith(".reportkit-") for part in path.parts)
    }


def command(project: Path, *arguments: str) -> Callable[[], object]:
    def act() -> object:
        os.chdir(project)
        try:
            return main_group.main([*arguments], "reportkit", standalone_mode=False)
        except OSError as fault:
            raise CannotRun(str(fault), "as `reportkit.cli.main` tells it") from fault

    return act


@pytest.mark.parametrize("name", COMMANDS)
def test_after_any_fault_a_command_has_done_all_or_nothing(
    start: Path, work: Path, tmp_path: Path, name: str
) -> None:
    project, arguments = work / "project", COMMANDS[name]
    import_all(start, work, arguments)
    copy_anew(start, work)
    if name in AFTER:
        done(project, work, *COMMANDS[AFTER[name]])
        start = shutil.copytree(work, tmp_path / "later")
    before = files(work)
    after, twice = done(project, work, *arguments), done(project, work, *arguments)
    assert after != before
    act, tried = command(project, *arguments), 0
    for fault, step in faults(act, lambda: copy_anew(start, work), MOST):
        at = f"{name}: {fault} at step {step}"
        for unit in UNITS.get(name, ("",)):
            for path, content in part(files(work), unit).items():
                assert content in (before.get(path), after.get(path)), f"{at}, {path}"
        for folder in work.iterdir():
            recover(folder)
        for unit in UNITS.get(name, ("",)):
            now = part(files(work), unit)
            assert now in (part(before, unit), part(after, unit)), f"{at}, {unit}"
        assert done(project, work, *arguments) in (after, twice), at
        assert leftovers(work) == [], at
        tried += 1
    print(f"{name}: {tried} faults, nothing lost, mixed or left")  # noqa: T201 -- for make faults


_BUILT = ("project/build/57511/", "project/report/", "project/sections/")
_REVIEW = tuple(f"project/build/review/{name}" for name in ("57511", "57513", "index.html"))
UNITS = {
    "build": _BUILT,
    "release": _BUILT,
    "review": ("project/report/", "project/sections/", *_REVIEW),
}
"""What is all or nothing by itself; a page for reviewers says whether there is a publication."""


def part(files: dict[str, bytes], folder: str) -> dict[str, bytes]:
    return {path: content for path, content in files.items() if path.startswith(folder)}


def import_all(start: Path, work: Path, arguments: tuple[str, ...]) -> None:
    """Import what a command imports, so that its forks need not."""
    copy_anew(start, work)
    with contextlib.chdir(work / "project"):
        CliRunner().invoke(main_group, arguments)


def done(project: Path, work: Path, *arguments: str) -> dict[str, bytes]:
    """What stands there after a run; one that has nothing left to do may say so."""
    outcome = run_forked(project, *arguments)
    assert outcome.code in (0, 2), outcome.err
    assert "Traceback" not in outcome.err
    return files(work)


ROLES = ("author", "coding-reviewer", "clinical-reviewer", "compliance-reviewer")


def test_people_who_sign_at_once_have_all_signed(start: Path, work: Path) -> None:
    copy_anew(start, work)
    names = ("Ann Writer", "Bo Coder", "Cy Doctor", "Di Lawyer")
    runs = [start_forked(work / "project", "sign", "57511", "--role", role, "--name", name,
                         "--meaning", "Reviewed for what it says.")
            for role, name in zip(ROLES, names, strict=True)]  # fmt: skip
    assert [wait_for(running).code for running in runs] == [0] * 4
    text = (work / "project/report/57511/signoff.yaml").read_text("utf-8")
    assert [name for name in names if name in text] == list(names)


def test_findings_waived_at_once_are_all_waived(start: Path, work: Path) -> None:
    copy_anew(start, work)
    owners = ("Ann", "Bo", "Cy", "Di")
    runs = [start_forked(work / "project", *WAIVE[:6], owner, *WAIVE[7:]) for owner in owners]
    assert [wait_for(running).code for running in runs] == [0] * 4
    text = (work / "project/report/57513/waivers.yaml").read_text("utf-8")
    assert [owner for owner in owners if f'"{owner}"' in text] == list(owners)


def test_an_import_that_cannot_write_one_input_writes_none(start: Path, work: Path) -> None:
    copy_anew(start, work)
    project = work / "project"
    (project / "report/11004/input.yaml").mkdir(parents=True)
    before = files(work)
    outcome = run_forked(project, *COMMANDS["import"])
    assert outcome.code == 2
    assert "report/11004/input.yaml: a folder stands where the file should be" in outcome.err
    assert files(work) == before


def test_the_environment_does_not_set_the_time_of_a_signature(
    start: Path, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_anew(start, work)
    monkeypatch.undo()
    day = datetime.now(UTC) + timedelta(days=9)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(day.timestamp())))
    assert run_forked(work / "project", *SIGN).code == 0
    text = (work / "project/report/57511/signoff.yaml").read_text("utf-8")
    assert 'signed: "20' in text
    assert str(day.date()) not in text
