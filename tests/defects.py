"""The corpus of defects as a project in a folder, without its marks, for tests to work on."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path

from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.rules import all_rules
from reportkit.workspace.workspace import read_workspace

CORPUS = Path(__file__).parent / "corpus"
MARK = re.compile(r"[ \t]*#![ \t]*([a-z0-9*, -]+)$", re.MULTILINE)
TODAY = date(2026, 11, 2)


def write_defects(folder: Path) -> Path:
    """Write the corpus into `folder`, with a waiver of each kind."""
    texts = {
        path.relative_to(CORPUS): MARK.sub("", path.read_text("utf-8"))
        for path in CORPUS.rglob("*.yaml")
    }
    digest = hashlib.sha256(texts[Path("report/57511/input.yaml")].encode()).hexdigest()
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text.replace("HASH_OF_INPUT", digest).encode())
    return folder


def waiver(rule: str, path: str, expiry: str = "2027-01-31") -> str:
    """One entry of waivers.yaml."""
    return (
        f"  - rule: {rule}\n    path: {path}\n    reason: The client wants it so.\n"
        f"    owner: Lead editor\n    expiry: {expiry}\n"
    )


def write_waivers(folder: Path, *entries: str) -> None:
    """Write the waivers of the publication."""
    path = folder / "report/57511/waivers.yaml"
    path.write_text("reportkit: waivers/1\nwaivers:\n" + "".join(entries), "utf-8")


def findings_of(folder: Path, today: date = TODAY) -> Findings:
    """What all rules find in the project."""
    return check(read_workspace(folder, ["57511"]), all_rules(), today)
