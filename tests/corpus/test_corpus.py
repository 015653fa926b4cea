"""The defects of a report that was published, each found by the rules marked on its line."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from pathlib import Path

import pytest

from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.rules import all_rules
from reportkit.workspace.workspace import read_workspace

HERE = Path(__file__).parent
MARK = re.compile(r"[ \t]*#![ \t]*([a-z0-9*, -]+)$", re.MULTILINE)
ANY = "*"
"""Marks a line whose defect several rules may describe."""

Expected = tuple[str, int, str]


def marks() -> list[Expected]:
    """File, line and rule of every mark of the corpus."""
    found = []
    for path in sorted(HERE.rglob("*.yaml")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            for names in MARK.findall(line):
                name = path.relative_to(HERE).as_posix()
                found += [(name, number, rule.strip()) for rule in names.split(",")]
    return found


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    """What the rules find in the corpus without its marks."""
    root = tmp_path_factory.mktemp("corpus")
    texts = {
        path.relative_to(HERE): MARK.sub("", path.read_text("utf-8"))
        for path in HERE.rglob("*.yaml")
    }
    digest = hashlib.sha256(texts[Path("report/57511/input.yaml")].encode()).hexdigest()
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.replace("HASH_OF_INPUT", digest).encode())
    return check(read_workspace(root, ["57511"]), all_rules(), date(2026, 11, 2))


@pytest.mark.parametrize(
    ("file", "line", "rule"), [mark for mark in marks() if mark[2] != ANY], ids=str
)
def test_a_defect_is_found_on_its_line(findings: Findings, file: str, line: int, rule: str) -> None:
    on_line = {(f.place.file, f.place.line, f.rule) for f in findings.findings}
    assert (file, line, rule) in on_line


def test_no_error_is_found_where_nothing_is_wrong(findings: Findings) -> None:
    marked = {(file, line) for file, line, _ in marks()}
    stray = [
        (f.place.file, f.place.line, f.rule, f.message)
        for f in findings.findings
        if f.severity == "error" and (f.place.file, f.place.line) not in marked
    ]
    assert not stray


def test_every_rule_runs_on_the_corpus(findings: Findings) -> None:
    assert findings.skipped == ()
