"""Copy the small project of the tests to a folder where a test may break it."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "small"


def copy_project(folder: Path) -> Path:
    """A copy of tests/small, whose report knows its input by the hash."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    digest = hashlib.sha256((folder / "report/57511/input.yaml").read_bytes()).hexdigest()
    edit(folder / "report/57511/report.yaml", "HASH_OF_INPUT", digest)
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Replace one text that has to be there exactly once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), "utf-8")


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run reportkit as its users do, as a process of its own."""
    command = [sys.executable, "-c", "from reportkit.cli import main; main()", *arguments]
    inherited = {key: value for key, value in os.environ.items() if key != "FORCE_COLOR"}
    return subprocess.run(
        command,
        cwd=folder,
        env=inherited | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
