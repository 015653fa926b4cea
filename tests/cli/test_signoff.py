"""A signature holds for the content that was signed, and for no other."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from signing_people import AUTHOR, CODER
from small_project import copy_project, edit, run

SUMMARY = "sections/57511/summary.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


@pytest.fixture
def approved(project: Path) -> Path:
    """A project, signed by two and approved."""
    sign(project, *AUTHOR)
    sign(project, *CODER)
    edit(project / "report/57511/report.yaml", "status: draft", "status: approved")
    return project


def sign(project: Path, *said: str) -> subprocess.CompletedProcess[str]:
    outcome = run(project, "sign", "57511", *said)
    assert outcome.returncode == 0, outcome.stderr
    return outcome


def pages(project: Path) -> list[str]:
    reader = PdfReader(project / "build/57511/57511.pdf")
    return [page.extract_text() for page in reader.pages]


def test_signing_says_what_is_signed_and_what_is_missing(project: Path) -> None:
    first = sign(project, *AUTHOR).stdout
    assert "of 6 files\n  ready to publish: yes." in first
    assert "still missing for approval: the signature of a reviewer" in first
    assert "write `status: approved` in report.yaml" in sign(project, *CODER).stdout
    assert run(project, "check").returncode == 0


def test_comments_and_signatures_before_it_stay(project: Path) -> None:
    path = project / "report/57511/signoff.yaml"
    sign(project, *AUTHOR)
    before = "# Signed at the quarterly meeting.\n" + path.read_text("utf-8") + "# End.\n"
    path.write_text(before, "utf-8")
    sign(project, *CODER)
    after = path.read_text("utf-8")
    assert after.startswith(before.removesuffix("# End.\n"))
    assert after.endswith("# End.\n")
    assert after.count("role:") == 2


def test_an_edit_of_one_word_voids_signatures_and_says_which(approved: Path) -> None:
    assert run(approved, "check", "--fail-on", "warning").returncode == 0
    edit(approved / SUMMARY, "nothing is cut out", "nothing is removed")
    outcome = run(approved, "check", "--fail-on", "warning")
    assert outcome.returncode == 1
    assert f"the signature of `Ann Writer` is void: {SUMMARY} changed" in outcome.stdout
    assert f"the signature of `Bo Coder` is void: {SUMMARY} changed" in outcome.stdout
    assert "warning[unsigned-approval] the status is `approved`" in outcome.stdout


def test_an_edit_returns_an_approved_report_to_review_on_every_page(approved: Path) -> None:
    assert run(approved, "build").returncode == 0
    assert all("Approved" in page for page in pages(approved)[1:])
    assert "Jo Press" not in "".join(pages(approved))
    signers = r"Signed by Ann Writer \(\w+ \d+, \d{4}, recorded, not signed\) and Bo Coder \("
    assert re.search(signers, " ".join(" ".join(pages(approved)).split()))
    assert "Bo Coder" in pages(approved)[-1]
    edit(approved / SUMMARY, "nothing is cut out", "nothing is removed")
    assert run(approved, "build").returncode == 0
    assert all("In review: this version is not in force." in page for page in pages(approved))
    assert "Nobody yet" in "".join(pages(approved))


def test_signing_again_restores_the_approval(approved: Path) -> None:
    edit(approved / SUMMARY, "nothing is cut out", "nothing is removed")
    sign(approved, *AUTHOR)
    assert "the report is approved" in sign(approved, *CODER).stdout
    assert run(approved, "check", "--fail-on", "warning").returncode == 0


def test_the_state_waivers_and_house_settings_are_no_content(approved: Path) -> None:
    edit(approved / "report/57511/report.yaml", "status: approved", "status: published")
    for name in ("57511/waivers.yaml", "project.yaml"):
        path = approved / "report" / name
        path.write_text(f"# read again\n{path.read_text('utf-8')}", "utf-8")
    assert run(approved, "check", "--fail-on", "warning").returncode == 0


def test_a_signature_is_not_older_than_what_it_signs(approved: Path) -> None:
    path = approved / "report/57511/signoff.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r'signed: "[^"]*"', "signed: 2026-11-22T09:00:00+00:00", text), "utf-8")
    outcome = run(approved, "check")
    assert outcome.returncode == 1
    said = "is dated 2026-11-22, and part of what it signs is from 2026-11-23"
    for name in ("Ann Writer", "Bo Coder"):
        assert f"error[misdated-signature] the signature of `{name}` {said}" in outcome.stdout


REFUSED = (
    ((*CODER[:3], "ann WRITER", *CODER[4:]), "signs as coding-reviewer and as author"),
    ((*CODER[:3], "Lead Reviewer", *CODER[4:]), "is not the name of a person"),
    ((*CODER[:5], "Reviewed."), "does not say what the signature stands for"),
    ((*CODER[:5], "Written from the provided data."), "speaks of how the report is made"),
    (AUTHOR, "has signed this content as author already"),
)


@pytest.mark.parametrize(("said", "reason"), REFUSED)
def test_a_signature_with_a_fault_is_not_written(
    project: Path, said: tuple[str, ...], reason: str
) -> None:
    sign(project, *AUTHOR)
    path = project / "report/57511/signoff.yaml"
    before = path.read_bytes()
    outcome = run(project, "sign", "57511", *said)
    assert (outcome.returncode, path.read_bytes()) == (2, before)
    assert reason in outcome.stderr


def test_a_report_with_errors_cannot_be_signed(project: Path) -> None:
    edit(project / SUMMARY, "importance:", "importence:")
    outcome = run(project, "sign", "57511", *AUTHOR)
    assert outcome.returncode == 2
    assert "and cannot be signed" in outcome.stderr
    assert not (project / "report/57511/signoff.yaml").exists()
