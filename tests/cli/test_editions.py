"""What is released stays: the bytes, the number, and the answer to what was in force on a day."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from signing_people import AUTHOR, CODER
from small_project import ROOT, accept_input, copy_project, edit, run
from test_documents import FENCED

REPORT, SUMMARY = "report/57511/report.yaml", "sections/57511/summary.yaml"
INPUT, CHAIN = "report/57511/input.yaml", "editions/57511/editions.yaml"
TODAY = datetime.now(UTC).astimezone().date()
"""Of every signature, release and recall: the environment does not set it."""
BAD_FILE = b"a fee schedule with a column too many"
BAD_HASH = hashlib.sha256(BAD_FILE).hexdigest()
OTHER_HASH = hashlib.sha256(b"a file read beside it").hexdigest()


def at(day: str) -> dict[str, str]:
    """The environment of a command that runs on a day at noon."""
    moment = datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC)
    return {"SOURCE_DATE_EPOCH": str(int(moment.timestamp()))}


def signed(project: Path) -> None:
    for said in (AUTHOR, CODER):
        outcome = run(project, "sign", "57511", *said)
        assert outcome.returncode == 0, outcome.stderr


def released(project: Path) -> None:
    signed(project)
    outcome = run(project, "release", "57511")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def next_version(project: Path, old: str, new: str, effective: str) -> None:
    """Raise the version, with its entry in the history, to be effective from a day."""
    day = "2026-11-24"
    report = project / REPORT
    edit(report, f'version: "{old}"\nstatus', f'version: "{new}"\nstatus')
    text = report.read_text("utf-8")
    for key, value in (("published", day), ("effective", effective)):
        line = next(line for line in text.splitlines() if line.startswith(f"{key}: "))
        text = text.replace(line, f"{key}: {value}")
    report.write_text(
        f'{text.rstrip()}\n  - version: "{new}"\n    date: {day}\n    sections: [all]\n'
        "    change: Newer words.\n    reason: Newer data.\n",
        "utf-8",
    )


def editions(project: Path, *more: str, day: str = "2027-06-01") -> list[dict[str, object]]:
    outcome = run(project, "editions", "--format", "json", *more, **at(day))
    return list(json.loads(outcome.stdout)["editions"])


def frozen(project: Path) -> dict[str, bytes]:
    folder = project / "editions"
    return {
        str(path.relative_to(project)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of which version 1.0 is released, for service from December 1."""
    project = copy_project(tmp_path_factory.mktemp("first"))
    edit(project / REPORT, "status: draft", "status: approved")
    released(project)
    return project


@pytest.fixture(scope="module")
def second(first: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, with a version 1.1 that was made with the bad file, from January 1."""
    project = tmp_path_factory.mktemp("second")
    shutil.copytree(first, project, dirs_exist_ok=True)
    hashes = f', file: "A.csv + B.csv", sha256: "{BAD_HASH} + {OTHER_HASH}"}}'
    edit(project / INPUT, ", release: RVU25D}", f", release: RVU25D{hashes}")
    accept_input(project)
    next_version(project, "1.0", "1.1", "2027-01-01")
    edit(project / SUMMARY, "nothing is cut out", "nothing is removed")
    released(project)
    return project


@pytest.fixture
def copy(second: Path, tmp_path: Path) -> Path:
    shutil.copytree(second, tmp_path / "project")
    return tmp_path / "project"


def test_a_release_holds_what_a_build_makes_and_the_sources_of_it(first: Path) -> None:
    built = run(first, "build")
    assert "these are working copies; `reportkit release CODE` makes an edition" in built.stdout
    folder = first / "editions/57511/1.0"
    for name in ("57511.html", "57511.pdf"):
        assert (folder / name).read_bytes() == (first / "build/57511" / name).read_bytes()
    assert "Ann Writer" in (folder / "sources/report/57511/signoff.yaml").read_text("utf-8")
    compared = run(first, "diff", "editions/57511/1.0/sources", "build/57511/57511.pdf")
    assert compared.stdout == "57511 1.0 → 1.0\n  nothing changed\n"


def test_a_changed_word_leaves_what_is_released_and_cannot_have_its_number(
    first: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(first, project)
    before = frozen(project)
    edit(project / SUMMARY, "nothing is cut out", "nothing is removed")
    built = run(project, "build", "--pdf", "none")
    assert built.returncode == 1
    assert f"error[reused-version] version 1.0 was released on {TODAY} with other" in built.stdout
    assert run(project, "build", "--draft", "--pdf", "none").returncode == 1
    again = run(project, "release", "57511")
    assert again.returncode == 1
    assert f"version 1.0 is too low: it was released on {TODAY} with other content" in again.stderr
    assert "since 1.0 words changed (definition of summary), which calls for 1.0.1 or higher" in (
        again.stderr
    )
    assert frozen(project) == before


def test_a_version_that_is_released_has_nothing_left_to_do(first: Path) -> None:
    outcome = run(first, "release", "57511")
    assert (outcome.returncode, outcome.stderr) == (
        1,
        f"57511 is not released: version 1.0 was released on {TODAY}; nothing is left to do\n",
    )


def test_a_version_has_to_rise_as_far_as_the_changes_call_for(copy: Path) -> None:
    coding = copy / "sections/57511/coding-specifications.yaml"
    text = coding.read_text("utf-8")
    start, end = text.index('  - code: "52"'), text.index('  - code: "53"')
    coding.write_text(text[:start] + text[end:], "utf-8")
    next_version(copy, "1.1", "1.2", "2027-02-01")
    outcome = run(copy, "release", "57511")
    assert "version 1.2 is too low: since 1.1 advice was withdrawn or reversed" in outcome.stderr
    assert "which calls for 2.0 or higher" in outcome.stderr


def test_a_version_that_is_too_low_is_told_as_the_documents_show_it(copy: Path) -> None:
    edit(copy / INPUT, 'global_days: "010"', 'global_days: "090"')
    accept_input(copy)
    next_version(copy, "1.1", "1.2", "2027-02-01")
    signed(copy)
    outcome = run(copy, "release", "57511")
    shown = next(
        block
        for kind, block in FENCED.findall((ROOT / "docs/editions.md").read_text("utf-8"))
        if kind == "text"
    )
    assert outcome.stderr.startswith(" ".join(shown.split()).removesuffix("…"))


def test_the_gravest_change_is_kept_with_each_edition(second: Path) -> None:
    assert [each["change"] for each in editions(second)] == [None, "wording"]


@pytest.mark.parametrize(
    ("day", "code", "said"),
    [
        (
            "2026-11-30",
            1,
            "no edition of 57511 is in force on 2026-11-30; the first is for service "
            "from 2026-12-01",
        ),
        ("2026-12-01", 0, "57511 version 1.0 is in force on 2026-12-01: effective 2026-12-01"),
        ("2026-12-31", 0, "57511 version 1.0 is in force on 2026-12-31: effective 2026-12-01"),
        ("2027-01-01", 0, "57511 version 1.1 is in force on 2027-01-01: effective 2027-01-01"),
        ("2031-03-31", 0, "57511 version 1.1 is in force on 2031-03-31: effective 2027-01-01"),
    ],
)
def test_a_day_of_service_falls_to_one_edition(
    second: Path, day: str, code: int, said: str
) -> None:
    outcome = run(second, "asof", day, "57511")
    assert (outcome.returncode, outcome.stdout[: len(said)]) == (code, said)
    data = json.loads(run(second, "asof", day, "57511", "--format", "json").stdout)
    assert (data["edition"] is None) == (code == 1)


def test_editions_of_one_report_are_none_of_another(copy: Path) -> None:
    shutil.copytree(copy / "editions/57511", copy / "editions/57513")
    answer = run(copy, "asof", "2026-12-15", "57513")
    assert answer.returncode == 2
    assert "the files of 1.0 are those of another report than 57513" in answer.stderr
    verified = run(copy, "editions", "--verify")
    assert verified.returncode == 1
    assert "the files of 1.1 are those of another report than 57513" in verified.stdout


def test_a_bad_file_leads_to_the_editions_made_with_it_and_no_other(
    second: Path, tmp_path: Path
) -> None:
    (tmp_path / "bad.csv").write_bytes(BAD_FILE)
    for named in (BAD_HASH, OTHER_HASH, str(tmp_path / "bad.csv")):
        assert [each["version"] for each in editions(second, "--made-with", named)] == ["1.1"]
    first_input = hashlib.sha256((second / "editions/57511/1.0/sources" / INPUT).read_bytes())
    both = [each["version"] for each in editions(second, "--made-with", first_input.hexdigest())]
    assert both == ["1.0"]
    nothing = run(second, "editions", "--made-with", "0" * 64)
    assert (nothing.returncode, nothing.stdout) == (1, "")
    assert "no edition was made with 000000" in nothing.stderr


def test_a_recalled_edition_stays_and_says_why(copy: Path) -> None:
    before = {path: body for path, body in frozen(copy).items() if path != CHAIN}
    why = ("--by", "Bo Coder", "--reason", "A column of the fee schedule was shifted.")
    done = run(copy, "recall", "57511", "1.1", *why)
    assert done.returncode == 0, done.stderr
    assert {path: body for path, body in frozen(copy).items() if path != CHAIN} == before
    said = f"recalled on {TODAY} by Bo Coder: A column of the fee schedule was shifted."
    outcome = run(copy, "asof", "2027-03-31", "57511")
    assert (outcome.returncode, said in outcome.stdout) == (1, True)
    assert run(copy, "asof", "2026-12-24", "57511").returncode == 0
    listed = run(copy, "editions", **at("2027-02-01")).stdout
    assert listed == (
        f"57511 1.0  for service from 2026-12-01, released {TODAY}: superseded\n"
        f"57511 1.1  for service from 2027-01-01, released {TODAY}: recalled\n"
        f"  recalled {TODAY} by Bo Coder: A column of the fee schedule was shifted.\n"
    )
    again = run(copy, "recall", "57511", "1.1", *why)
    assert (again.returncode, f"was recalled on {TODAY} by Bo Coder" in again.stderr) == (2, True)
    assert run(copy, "recall", "57511", "3.0", *why).returncode == 2
    assert run(copy, "editions", "--verify").returncode == 0


def test_what_is_not_as_it_was_released_is_named(copy: Path) -> None:
    assert run(copy, "editions", "--verify").stdout == "2 editions as released\n"
    page, table = "editions/57511/1.0/57511.html", "editions/57511/1.1/sources/" + INPUT
    with (copy / page).open("ab") as stream:
        stream.write(b" ")
    (copy / table).unlink()
    (copy / "editions/57511/1.1/new.txt").write_text("late", "utf-8")
    outcome = run(copy, "editions", "--verify")
    assert (outcome.returncode, outcome.stdout.splitlines()) == (
        1,
        [
            f"{page} has changed since version 1.0 was released",
            f"{table} is gone, or cannot be read",
            "editions/57511/1.1/new.txt is of no edition that was released",
        ],
    )
    assert f"{page} has changed" in run(copy, "asof", "2026-12-24", "57511").stderr
    assert f"{page} has changed" in run(copy, "release", "57511").stderr


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("effective: 2026-12-01", "effective: 2026-06-01", "the entry of 1.0 was changed"),
        ("effective: 2027-01-01", "effective: 2027-06-01", "the entry of 1.1 was changed"),
    ],
)
def test_an_entry_that_was_changed_is_named_and_stops_what_rests_on_it(
    copy: Path, old: str, new: str, message: str
) -> None:
    edit(copy / CHAIN, old, new)
    assert message in run(copy, "editions", "--verify").stdout
    listed = run(copy, "editions")
    assert (listed.returncode, message in listed.stderr) == (1, True)
    checked = run(copy, "check")
    assert (checked.returncode, f"error[broken-chain] {message}" in checked.stdout) == (1, True)
    assert message in run(copy, "asof", "2027-03-31", "57511").stderr
    assert message in run(copy, "release", "57511").stderr


def test_a_list_that_cannot_be_read_is_a_finding_and_stops_the_rest(copy: Path) -> None:
    text = (copy / CHAIN).read_text("utf-8")
    (copy / CHAIN).write_text(text.replace("released:\n", "releases:\n", 1), "utf-8")
    assert "error[unknown-key]" in run(copy, "check").stdout
    for code, *command in ((1, "editions"), (2, "asof", "2027-03-31", "57511")):
        outcome = run(copy, *map(str, command))
        assert (outcome.returncode, f"{CHAIN} cannot be read" in outcome.stderr) == (code, True)
    assert run(copy, "release", "57511").returncode == 1
    assert len(list((copy / "editions/57511").iterdir())) == 3


def folder_in_its_place(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe_in_its_place(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def loop_in_its_place(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


BROKEN_LISTS = {
    "no YAML": lambda path: path.write_bytes(b"a: [b\n"),
    "no text": lambda path: path.write_bytes(b"\xff\xfe\xff"),
    "a folder": folder_in_its_place,
    "a pipe": pipe_in_its_place,
    "a loop of links": loop_in_its_place,
    "nothing": Path.unlink,
}


@pytest.mark.parametrize("broken", BROKEN_LISTS.values(), ids=BROKEN_LISTS)
def test_a_list_that_cannot_be_read_hides_no_edition_of_another_code(
    copy: Path, broken: Callable[[Path], object]
) -> None:
    other = copy / "editions/57510/editions.yaml"
    other.parent.mkdir()
    other.write_bytes((copy / CHAIN).read_bytes())
    broken(other)
    listed = run(copy, "editions")
    assert "57511" in listed.stdout
    assert "editions/57510/editions.yaml" in listed.stderr
    verified = run(copy, "editions", "--verify")
    assert "editions/57510/editions.yaml" in verified.stdout
    site = run(copy, "site", "--released", "--no-search", **at("2027-06-01"))
    assert "wrote build/site/index.html: 1 publication" in site.stdout, site.stderr
    assert "a publication is left out: editions/57510/editions.yaml" in site.stderr
    assert [outcome.returncode for outcome in (listed, verified, site)] == [1, 1, 1]


def test_a_list_that_is_gone_is_named(copy: Path) -> None:
    (copy / CHAIN).unlink()
    gone = f"{CHAIN} is gone, which lists the editions in its folder"
    outcome = run(copy, "editions", "--verify")
    assert (outcome.returncode, outcome.stdout) == (1, f"{gone}\n")
    assert gone in run(copy, "asof", "2027-03-31", "57511").stderr
    assert run(copy, "release", "57511").returncode == 1
    listed = run(copy, "editions")
    assert (listed.returncode, gone in listed.stderr) == (1, True)
    checked = run(copy, "check").stdout
    assert "error[broken-chain] editions/57511/1.0 has no entry" in checked
    assert "error[broken-chain] editions/57511/1.1 has no entry" in checked


def test_a_chain_that_was_cut_is_named(copy: Path) -> None:
    assert run(copy, "check").returncode == 0
    text = (copy / CHAIN).read_text("utf-8")
    (copy / CHAIN).write_text(text[: text.index('  - version: "1.1"')], "utf-8")
    cut = "editions/57511/1.1"
    for command, code in CUT.items():
        outcome = run(copy, *command)
        assert (outcome.returncode, cut in outcome.stdout + outcome.stderr) == (code, True), command


CUT = {
    ("check",): 1,
    ("editions",): 1,
    ("asof", "2027-03-31", "57511"): 2,
    ("release", "57511"): 1,
}


def test_a_file_that_somebody_left_beside_the_editions_hides_none(copy: Path) -> None:
    (copy / "editions/README.md").write_text("What was released.", "utf-8")
    listed = run(copy, "editions")
    assert (listed.returncode, listed.stdout.count("57511 1.")) == (0, 2)


@pytest.mark.parametrize(("by", "reason"), [("TBD", "It is wrong."), ("Bo Coder", "tbd")])
def test_a_recall_says_who_and_why(copy: Path, by: str, reason: str) -> None:
    outcome = run(copy, "recall", "57511", "1.1", "--by", by, "--reason", reason)
    assert (outcome.returncode, "needs a name and a reason" in outcome.stderr) == (2, True)
    assert run(copy, "editions", "--verify").returncode == 0


def test_an_entry_taken_out_is_noticed_at_the_next(copy: Path) -> None:
    text = (copy / CHAIN).read_text("utf-8")
    start, end = text.index('  - version: "1.0"'), text.index('  - version: "1.1"')
    (copy / CHAIN).write_text(text[:start] + text[end:], "utf-8")
    assert "what stands before 1.1 is not what stood there" in run(copy, "check").stdout


def test_editions_stay_when_the_report_is_gone(copy: Path) -> None:
    shutil.rmtree(copy / "report/57511")
    shutil.rmtree(copy / "sections/57511")
    assert run(copy, "asof", "2027-03-31", "57511").returncode == 0
    assert len(editions(copy)) == 2
    unknown = run(copy, "asof", "2027-03-31", "57512")
    assert unknown.returncode == 2
    assert "no edition of 57512 was released\n  = help: did you mean 57511?" in unknown.stderr


def test_only_what_is_approved_is_released(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    outcome = run(project, "release", "57511")
    assert outcome.returncode == 1
    assert "its status is draft, and only what is approved is released" in outcome.stderr
    edit(project / REPORT, "status: draft", "status: approved")
    outcome = run(project, "release", "57511")
    assert "it is in review: the author's signature and the signature of a" in outcome.stderr
    assert not (project / "editions").exists()


def test_a_release_has_no_warning_that_is_not_waived(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    edit(project / REPORT, "status: draft", "status: approved")
    (project / "report/57511/waivers.yaml").unlink()
    signed(project)
    outcome = run(project, "release", "57511")
    assert (outcome.returncode, "warning[stale-data]" in outcome.stdout) == (1, True)
    assert outcome.stderr == "57511 is not released: of what the check found\n"
