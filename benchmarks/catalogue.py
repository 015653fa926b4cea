"""Make a project of many publications for a benchmark, all of them valid and no two of one code."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

SMALL = Path(__file__).resolve().parent.parent / "tests" / "small"
CODE = "57511"


def make_catalogue(folder: Path, publications: int) -> Path:
    """Write the small project of the tests so many times, each with a code of its own."""
    (folder / "report").mkdir(parents=True)
    for path in (SMALL / "report").glob("*.*"):
        shutil.copy(path, folder / "report")
    for number in range(publications):
        _copy(folder, f"{20000 + number}")
    return folder


def _copy(folder: Path, code: str) -> None:
    for part in ("report", "sections"):
        target = folder / part / code
        target.mkdir(parents=True)
        for path in (SMALL / part / CODE).iterdir():
            (target / path.name).write_text(path.read_text("utf-8").replace(CODE, code), "utf-8")
    report = folder / "report" / code / "report.yaml"
    digest = hashlib.sha256((report.parent / "input.yaml").read_bytes()).hexdigest()
    report.write_text(report.read_text("utf-8").replace("HASH_OF_INPUT", digest), "utf-8")
