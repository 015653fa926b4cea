"""`reportkit fix` changes what a finding has a safe fix for, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from small_project import copy_project, edit, run

SUMMARY = "sections/57511/summary.yaml"
CLINICAL = "sections/57511/clinical-context.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Sections with wide letters, an unseen character and a comment."""
    folder = copy_project(tmp_path)
    path = folder / SUMMARY
    text = "# Kept: eｆｆort\n" + path.read_text("utf-8")
    path.write_text(text.replace("nothing is cut out", "nothing is \u200bcut oｆｆ"), "utf-8")
    return folder


def test_what_is_fixed_is_changed_in_place_and_the_rest_stays(project: Path) -> None:
    before = (project / SUMMARY).read_text("utf-8")
    outcome = run(project, "fix")
    assert outcome.returncode == 0, outcome.stderr
    assert f"fixed {SUMMARY}: 2 changes" in outcome.stdout
    after = (project / SUMMARY).read_text("utf-8")
    assert after == before.replace("\u200bcut oｆｆ", "cut off")
    assert run(project, "fix").stdout.startswith("no finding has a safe fix\n")


def test_line_ends_and_a_byte_order_mark_stay(project: Path) -> None:
    path = project / SUMMARY
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    run(project, "fix")
    assert path.read_bytes() == before.replace("\u200bcut oｆｆ".encode(), b"cut off")


def test_the_changes_can_be_seen_before_they_are_made(project: Path) -> None:
    before = (project / SUMMARY).read_bytes()
    outcome = run(project, "fix", "--diff")
    assert "cut off; " not in outcome.stdout
    assert "\n-" in outcome.stdout
    assert "cut off" in outcome.stdout.split("\n+", 1)[1]
    assert (project / SUMMARY).read_bytes() == before


def test_a_waived_finding_is_left_alone(project: Path) -> None:
    waiver = (
        "reportkit: waivers/1\nwaivers:\n  - rule: invisible-character\n"
        f"    path: {SUMMARY}\n    reason: The client sent it so.\n    owner: Lead editor\n"
        "    expiry: 2099-01-31\n"
    )
    (project / "report/57511/waivers.yaml").write_text(waiver, "utf-8")
    run(project, "fix")
    assert "\u200bcut off" in (project / SUMMARY).read_text("utf-8")


def test_a_file_that_is_no_yaml_is_left_alone(project: Path) -> None:
    path = project / SUMMARY
    path.write_text(path.read_text("utf-8") + "\n]: [", "utf-8")
    before = path.read_bytes()
    outcome = run(project, "fix")
    assert "no finding has a safe fix" in outcome.stdout
    assert path.read_bytes() == before


def test_an_age_over_89_is_fixed_where_it_stands(project: Path) -> None:
    edit(project / CLINICAL, "age: 29", "age: 93")
    run(project, "fix")
    assert "age: 89" in (project / CLINICAL).read_text("utf-8")


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """A report with three slips that may mean one thing, and one that cannot mean another."""
    folder = copy_project(tmp_path)
    edit(folder / CLINICAL, "evidence: histology", "evidence: histo")
    edit(folder / "report/57511/report.yaml", "audience: [billers]", "audience: billers")
    edit(folder / SUMMARY, "day is denied [@cms-pfs]", "day is denied [@pfs-cms-pfs]")
    edit(folder / SUMMARY, "A cold probe", "A a cold probe")
    return folder


def test_what_is_only_likely_is_told_and_changed_when_it_is_asked_for(doubtful: Path) -> None:
    outcome = run(doubtful, "fix")
    assert "3 findings with a likely fix: `reportkit fix --unsafe --diff`\n" in outcome.stdout
    assert "evidence: histo\n" in (doubtful / CLINICAL).read_text("utf-8")
    shown = run(doubtful, "fix", "--unsafe", "--diff").stdout
    assert "+  evidence: histology\n" in shown
    assert "evidence: histo\n" in (doubtful / CLINICAL).read_text("utf-8")
    outcome = run(doubtful, "fix", "--unsafe")
    assert outcome.returncode == 0, outcome.stderr
    assert "evidence: histology\n" in (doubtful / CLINICAL).read_text("utf-8")
    assert "audience: [billers]\n" in (doubtful / "report/57511/report.yaml").read_text("utf-8")
    assert "day is denied [@cms-pfs]" in (doubtful / SUMMARY).read_text("utf-8")
    again = run(doubtful, "fix", "--unsafe")
    assert again.stdout.startswith("no finding has a likely fix\n")
