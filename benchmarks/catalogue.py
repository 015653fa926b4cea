"""Make a project of many publications for a benchmark, all of them valid and no two of one code."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from reportkit.model.code_families.organs import parts_of

SMALL = Path(__file__).resolve().parent.parent / "tests" / "small"
CODE = "57511"


def make_catalogue(folder: Path, publications: int) -> Path:
    """Write the small project of the tests so many times, each with a code of its own."""
    (folder / "report").mkdir(parents=True)
    for path in (SMALL / "report").glob("*.*"):
        shutil.copy(path, folder / "report")
    for code in islice(_codes(), publications):
        _copy(folder, code)
    return folder


def _codes() -> Iterator[str]:
    """Codes of which nothing says that they are for another part of the body."""
    return (code for code in map(str, range(20000, 100000)) if parts_of(code) is None)


def _copy(folder: Path, code: str) -> None:
    for part in ("report", "sections"):
        target = folder / part / code
        target.mkdir(parents=True)
        for path in (SMALL / part / CODE).iterdir():
            (target / path.name).write_text(path.read_text("utf-8").replace(CODE, code), "utf-8")
    report = folder / "report" / code / "report.yaml"
    digest = hashlib.sha256((report.parent / "input.yaml").read_bytes()).hexdigest()
    report.write_text(report.read_text("utf-8").replace("HASH_OF_INPUT", digest), "utf-8")
