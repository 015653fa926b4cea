"""`reportkit agree` shows both places at which two publications contradict each other."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from signing_people import AUTHOR, CODER
from small_project import accept_input, copy_project, edit, run

ADVICE = "sections/{code}/coding-specifications.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Two publications that agree, as their titles differ."""
    project = copy_project(tmp_path / "project", "57513")
    edit(project / "report/57513/report.yaml", "title: ", "title: Again, ")
    for code, other in (("57511", "57513"), ("57513", "57511")):
        provided = project / f"report/{code}/input.yaml"
        text = provided.read_text("utf-8")
        start = text.index("related_codes:")
        end = text.index("\n", start)
        assert not text[end + 1].isspace(), text[start : end + 20]
        row = f'{{code: "{other}", code_system: CPT, relation: family, note: Near.}}'
        provided.write_text(f"{text[:start]}related_codes: [{row}]{text[end:]}", "utf-8")
        accept_input(project, code)
    return project


def agree(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return run(project, "agree", *options, XDG_STATE_HOME=str(project.parent / "state"))


def put_elsewhere(project: Path) -> None:
    edit(
        project / ADVICE.format(code="57513"),
        "appended_to: second-procedure",
        "appended_to: procedure",
    )


def test_publications_that_agree_are_told_so(project: Path) -> None:
    outcome = agree(project, "--fail-on", "info")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    summary = "2 publications held against each other: 0 errors, 0 warnings, 0 notes, 0 waived\n"
    assert outcome.stdout == summary


def test_both_places_are_shown_and_check_says_nothing(project: Path) -> None:
    before = agree(project)
    put_elsewhere(project)
    outcome = agree(project, "--fail-on", "warning", "--format", "json")
    assert (before.returncode, outcome.returncode) == (0, 1)
    findings = json.loads(outcome.stdout)["findings"]
    assert [(finding["rule"], finding["file"]) for finding in findings] == [
        ("differing-modifier-line", ADVICE.format(code="57511")),
        ("differing-modifier-line", ADVICE.format(code="57513")),
    ]
    assert [finding["related"][0]["file"] for finding in findings] == [
        ADVICE.format(code="57513"),
        ADVICE.format(code="57511"),
    ]
    assert "differing-modifier-line" not in run(project, "check").stdout


def test_a_reason_is_a_waiver_and_is_no_unused_one(project: Path) -> None:
    put_elsewhere(project)
    waived = run(project, "waive", "differing-modifier-line", ADVICE.format(code="57513"),
                 "--reason", "The second procedure of this code is never the lower one.",
                 "--owner", "Lead editor", "--expiry", "2099-01-31")  # fmt: skip
    assert waived.returncode == 0, waived.stderr
    assert "1 finding of differing-modifier-line accepted" in waived.stdout
    outcome = agree(project, "--fail-on", "warning")
    assert outcome.stdout.count("warning[differing-modifier-line]") == 1
    assert "The second procedure of this code is never the lower one" in outcome.stdout
    assert outcome.stdout.endswith("0 errors, 1 warning, 0 notes, 1 waived\n")
    assert "unused-waiver" not in run(project, "check", "57513").stdout


def test_what_is_kept_is_told_again_and_follows_every_edit(project: Path) -> None:
    assert agree(project).returncode == 0
    put_elsewhere(project)
    first = agree(project)
    assert first.stdout == agree(project).stdout
    assert "differing-modifier-line" in first.stdout
    edit(
        project / ADVICE.format(code="57511"),
        "appended_to: second-procedure",
        "appended_to: procedure",
    )
    assert "differing-modifier-line" not in agree(project).stdout


def test_a_publication_that_cannot_be_read_hides_no_other(project: Path) -> None:
    put_elsewhere(project)
    (project / "sections/57511/summary.yaml").write_text("[")
    assert "differing-modifier-line" in agree(project).stdout


def test_a_text_of_the_house_is_found_until_a_report_prints_it(project: Path) -> None:
    consent = project / "report/texts/consent.yaml"
    consent.parent.mkdir()
    consent.write_text("reportkit: text/1\nwordings:\n  - text: The patient agrees first.\n")
    findings = json.loads(agree(project, "--format", "json").stdout)["findings"]
    assert [(finding["rule"], finding["file"], finding["line"]) for finding in findings] == [
        ("unused-house-text", "report/texts/consent.yaml", 2)
    ]
    summary = project / "sections/57513/summary.yaml"
    written = summary.read_text("utf-8")
    summary.write_text(written.replace("importance:", "importanse:"), "utf-8")
    assert json.loads(agree(project, "--format", "json").stdout)["findings"] == []
    summary.write_text(written.rstrip() + " {{ text.consent }}\n", "utf-8")
    assert json.loads(agree(project, "--format", "json").stdout)["findings"] == []


def advise_57513(project: Path) -> None:
    """Let the report of 57511 advise a line of the other code."""
    advice = project / ADVICE.format(code="57511")
    text = advice.read_text("utf-8")
    start = text.index("companion_services:")
    end = text.find("\n", start)
    assert text[start:end] != "companion_services: []"
    row = "  - name: Destruction by laser, CPT 57513\n    modifiers: []\n    note: Often.\n"
    advice.write_text(f"{text[: end + 1]}{row}{text[end + 1 :]}", "utf-8")


def test_a_companion_is_held_to_the_data_of_its_own_code_as_it_is_now(project: Path) -> None:
    advise_57513(project)
    assert "denied-companion" not in agree(project).stdout
    paid = (project / "report/57513/input.yaml").read_text("utf-8")
    edit(project / "report/57513/input.yaml", "status: A", "status: B")
    denied = agree(project)
    assert denied.returncode == 1
    assert "the claim 57513 with 57511 is denied by the data of 57513: status B" in denied.stdout
    (project / "report/57513/input.yaml").write_text(paid, "utf-8")
    assert "denied-companion" not in agree(project).stdout
    checked = run(project, "claims", "57511").stdout
    assert "57513 with 57511" in checked


def test_what_contradicts_another_report_is_not_released(project: Path) -> None:
    advise_57513(project)
    provided = project / "report/57511/input.yaml"
    edit(provided, "  mpfs: {", "  related_codes: {source: cms-pfs, as_of: 2025-10-01}\n  mpfs: {")
    text = provided.read_text("utf-8")
    start = text.index("  - field: related_codes")
    provided.write_text(text[:start] + text[text.index("  - field: diagnoses") :], "utf-8")
    accept_input(project)
    stated = run(project, "statements", "57511", "--ungrounded").stdout
    ids = re.findall(r"^[0-9a-f]{8}", stated, re.MULTILINE)
    read = run(project, "accept", "57511", *ids, "--by", "A. Coder", "--role", "author")
    assert read.returncode == 0, read.stderr
    edit(project / "report/57511/report.yaml", "status: draft", "status: approved")
    for said in (AUTHOR, CODER):
        signed = run(project, "sign", "57511", *said)
        assert signed.returncode == 0, signed.stderr
    data = project / "report/57513/input.yaml"
    edit(data, "status: A", "status: B")
    refused = run(project, "release", "57511")
    assert refused.returncode == 1
    assert "error[denied-companion]" in refused.stdout
    told = "57511 is not released: it contradicts another report, as `reportkit agree` tells\n"
    assert refused.stderr == told
    assert not (project / "editions").exists()
    edit(data, "status: B", "status: A")
    outcome = run(project, "release", "57511")
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
