"""What is found alike in many publications is told once, and waived once for the house."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from made import make_html
from reportkit.publish.evidence import read_evidence
from small_project import copy_project, edit, run

CODES = ("57511", "57505", "57520")
LONG = " ".join(["It"] + ["goes on"] * 24) + "."
SAID = ("--reason", "The manual says it so.", "--owner", "Lead editor", "--expiry", "2027-01-31")
DAY = {"SOURCE_DATE_EPOCH": "1793577600"}  # 2026-11-02
SUMMARY = "sections/57511/summary.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Three publications with one sentence that is too long in each."""
    root = copy_project(tmp_path, *CODES[1:])
    for code in CODES:
        path = root / f"sections/{code}/summary.yaml"
        edit(path, "definition: >\n", f"definition: >\n  {LONG}\n")
    return root


def checked(project: Path) -> Any:
    return json.loads(run(project, "check", "--format", "json", **DAY).stdout)


def long_ones(project: Path) -> list[bool]:
    """Whether each finding of the long sentence is waived."""
    return [
        one["waived"] is not None
        for one in checked(project)["findings"]
        if one["rule"] == "long-sentence"
    ]


def test_equal_findings_are_told_once_with_their_number(project: Path) -> None:
    said = run(project, "check", "--alike", "--select", "long-sentence", **DAY).stdout
    first, place, end = said.splitlines()
    assert first.startswith("     3  warning[long-sentence] ")
    assert place.startswith("        in 3 publications, first at sections/57505/summary.yaml:")
    assert end == "3 open findings that say 1 thing"


def test_one_waiver_holds_for_all_and_ends_with_what_it_waived(project: Path) -> None:
    place = f"{SUMMARY}#definition"
    done = run(project, "waive", "long-sentence", place, "--everywhere", *SAID, **DAY)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("wrote report/waivers.yaml: `")
    assert "of long-sentence accepted everywhere until 2027-01-31" in done.stdout
    assert long_ones(project) == [True, True, True]
    assert "The manual says it so." in run(project, "check", "--show-waived", **DAY).stdout

    edit(project / "sections/57505/summary.yaml", "It goes on", "It goes on and on")
    assert long_ones(project) == [False, True, True]
    assert long_ones_open(project, "57505")

    expired = {"SOURCE_DATE_EPOCH": "1830000000"}
    said = run(project, "check", "57511", **expired).stdout
    assert "warning[expired-waiver] the waiver of long-sentence expired on 2027-01-31" in said
    assert "report/waivers.yaml:" in said


def long_ones_open(project: Path, code: str) -> bool:
    found = json.loads(run(project, "check", code, "--format", "json", **DAY).stdout)["findings"]
    return any(one["rule"] == "long-sentence" and one["waived"] is None for one in found)


def test_a_waiver_of_the_house_that_fits_nothing_is_told(project: Path) -> None:
    run(project, "waive", "long-sentence", f"{SUMMARY}#definition", "--everywhere", *SAID, **DAY)
    for code in CODES:
        edit(project / f"sections/{code}/summary.yaml", LONG, "It ends.")
    said = run(project, "check", "--alike", **DAY).stdout
    assert "the waiver of the house for long-sentence `" in said
    assert "` until 2027-01-31 fits nothing; delete it" in said


def mended(project: Path) -> Path:
    """The project with a waiver of the house for what nobody finds any more."""
    run(project, "waive", "long-sentence", f"{SUMMARY}#definition", "--everywhere", *SAID, **DAY)
    for code in CODES:
        edit(project / f"sections/{code}/summary.yaml", LONG, "It ends.")
    return project


IDLE = "warning[unused-waiver] the waiver of long-sentence fits nothing in any publication"


def test_a_check_of_all_finds_once_that_a_waiver_of_the_house_fits_nothing(project: Path) -> None:
    mended(project)
    for _ in ("anew", "recalled"):
        said = run(project, "check", "--fail-on", "warning", **DAY)
        assert (said.returncode, said.stdout.count(IDLE)) == (1, 1)
        assert "--> report/waivers.yaml:8:14  waivers[0].finding" in said.stdout
        assert "all ready to publish: no. 0 errors, 1 warning" in said.stdout
    (one,) = (one for one in checked(project)["findings"] if one["rule"] == "unused-waiver")
    assert (one["rule"], one["publication"]) == ("unused-waiver", "")
    every = run(project, "check", *CODES, **DAY).stdout
    assert IDLE in every


def test_who_checks_one_publication_is_not_told_of_others(project: Path) -> None:
    mended(project)
    edit(project / "sections/57505/summary.yaml", "It ends.", LONG)
    assert IDLE not in run(project, "check", "57511", **DAY).stdout
    assert IDLE not in run(project, "check", **DAY).stdout


def test_nobody_knows_what_a_waiver_fits_in_files_that_cannot_be_read(project: Path) -> None:
    mended(project)
    (project / SUMMARY).write_text("a: [", "utf-8")
    assert IDLE not in run(project, "check", **DAY).stdout
    assert IDLE not in run(project, "check", "--format", "concise", **DAY).stdout


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("long-sentence", "unprovided-payer", "refused-waiver"),
        ("long-sentence", "long-sentense", "unknown-rule-named"),
        ("reason: The manual says it so.", "reason: tbd", "unexplained-waiver"),
    ],
)
def test_a_waiver_of_the_house_obeys_the_rules_of_every_waiver(
    project: Path, old: str, new: str, rule: str
) -> None:
    run(project, "waive", "long-sentence", f"{SUMMARY}#definition", "--everywhere", *SAID, **DAY)
    edit(project / "report/waivers.yaml", old, new)
    outcome = run(project, "check", "57511", **DAY)
    assert f"error[{rule}]" in outcome.stdout
    assert "warning[long-sentence]" in outcome.stdout


def test_what_is_published_carries_it_without_its_reason(project: Path) -> None:
    run(project, "waive", "long-sentence", f"{SUMMARY}#definition", "--everywhere", *SAID, **DAY)
    carried = read_evidence(make_html(project).encode()).files["report/waivers.yaml"]
    assert b"long-sentence" in carried
    assert b"The manual says it so." not in carried


def test_two_things_at_one_place_are_named_one_by_one(project: Path) -> None:
    edit(project / SUMMARY, LONG, f"{LONG} {LONG.replace('goes on', 'stays and stays')}")
    done = run(project, "waive", "long-sentence", SUMMARY, "--everywhere", *SAID, **DAY)
    assert done.returncode == 2
    assert f"long-sentence finds 2 things at {SUMMARY}" in done.stderr
    assert not (project / "report/waivers.yaml").exists()
