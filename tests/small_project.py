"""Copy the small project of the tests to a folder where a test may break it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from preloaded import run_preloaded

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests" / "small"


def copy_project(folder: Path, *codes: str) -> Path:
    """A copy of tests/small, whose report knows its input by the hash.

    Beside its publication of 57511 stands another of each of the codes, with the same words.
    """
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    for code in codes:
        for path in (folder / "report/57511", folder / "sections/57511"):
            shutil.copytree(path, path.with_name(code))
            for file in path.with_name(code).iterdir():
                file.write_text(file.read_text("utf-8").replace("57511", code), "utf-8")
    for code in ("57511", *codes):
        digest = hashlib.sha256((folder / f"report/{code}/input.yaml").read_bytes()).hexdigest()
        edit(folder / f"report/{code}/report.yaml", "HASH_OF_INPUT", digest)
    return folder


@cache
def small_files() -> Mapping[str, bytes]:
    """The files of tests/small by their paths; its report knows its input by the hash."""
    files = {
        path.relative_to(SMALL).as_posix(): path.read_bytes()
        for path in sorted(SMALL.rglob("*.yaml"))
    }
    digest = hashlib.sha256(files["report/57511/input.yaml"]).hexdigest().encode()
    report = "report/57511/report.yaml"
    return {**files, report: files[report].replace(b"HASH_OF_INPUT", digest)}


def edit(path: Path, old: str, new: str) -> None:
    """Replace one text that has to be there exactly once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path, old)
    path.write_text(text.replace(old, new), "utf-8")


def accept_input(folder: Path, code: str = "57511") -> None:
    """Record the hash of input.yaml in report.yaml, as an editor does after reading it."""
    digest = hashlib.sha256((folder / "report" / code / "input.yaml").read_bytes()).hexdigest()
    path = folder / "report" / code / "report.yaml"
    text = re.sub(r"input_sha256: \w+", f"input_sha256: {digest}", path.read_text("utf-8"))
    path.write_text(text, "utf-8")


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run reportkit as its users do, as a process of its own."""
    inherited = {key: value for key, value in os.environ.items() if key != "FORCE_COLOR"}
    return run_preloaded(folder, arguments, inherited | environment)
