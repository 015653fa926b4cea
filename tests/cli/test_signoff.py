"""A signature holds for the content that was signed, and for no other."""

from __future__ import annotations

from pathlib import Path

from reportkit.workspace.content import content_sha256
from reportkit.workspace.workspace import read_workspace
from shipped import copy_project, edit, run


def sign(project: Path) -> None:
    """Sign the content as it is now."""
    (publication,) = read_workspace(project, ["57511"]).publications
    (project / "report/57511/signoff.yaml").write_text(
        "reportkit: signoff/1\n"
        "signatures:\n"
        "  - role: coding-reviewer\n"
        "    name: A. Reviewer\n"
        "    signed: 2026-11-23T09:30:00+00:00\n"
        "    meaning: Reviewed for coding accuracy.\n"
        f'    content_sha256: "{content_sha256(publication)}"\n',
        "utf-8",
    )


def test_an_edit_of_one_word_voids_a_signature(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    sign(project)
    assert run(project, "check").returncode == 0
    edit(project / "sections/57511/summary.yaml", "nothing is cut out", "nothing is removed")
    outcome = run(project, "check")
    assert outcome.returncode == 1
    assert "error[void-signature] the signature of `A. Reviewer` is void" in outcome.stdout


def test_a_waiver_is_no_content(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    sign(project)
    path = project / "report/57511/waivers.yaml"
    path.write_text(f"# read again\n{path.read_text('utf-8')}", "utf-8")
    assert run(project, "check").returncode == 0
