"""The wheel brings templates, fonts and the specimen, and builds in another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from small_project import ROOT, copy_project

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def reportkit(installed: Path, project: Path, *arguments: str) -> str:
    """What the reportkit of the wheel prints in a folder; it has to succeed."""
    outcome = subprocess.run(
        [sys.executable, "-c", "from reportkit.cli import main; main()", *arguments],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout


def test_the_wheel_brings_a_whole_report_to_begin_from(installed: Path, tmp_path: Path) -> None:
    reportkit(installed, tmp_path, "init", "--example")
    said = reportkit(installed, tmp_path, "check", "--fail-on", "warning")
    assert "99211 ready to publish: yes" in said
    reportkit(installed, tmp_path, "new", "11055", "--title", "Paring of a corn")
    assert "`definition`" in reportkit(installed, tmp_path, "dev", "keys", "summary")


def test_the_wheel_builds_a_publication_with_its_own_theme(installed: Path, tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    reportkit(installed, project, "build")
    assert (project / "build/57511/57511.pdf").read_bytes().startswith(b"%PDF")


def test_the_wheel_holds_no_tests_and_no_publication(installed: Path) -> None:
    names = {path.name for path in installed.iterdir()}
    assert {name for name in names if not name.endswith(".dist-info")} == {"reportkit"}
    assert (installed / "reportkit/templates/fonts").is_dir()
