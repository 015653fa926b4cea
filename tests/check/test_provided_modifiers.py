"""Modifiers the fee schedule rules out, provided for a publication."""

from __future__ import annotations

from datetime import date

import pytest

from reportkit.check.engine import check
from reportkit.rules import all_rules
from reportkit.workspace.workspace import read_workspace
from small_project import copy_project, edit

PROVIDED = 'modifiers: ["22", "51", "52", "53", "59"]'
REFUSED = 'modifiers: ["50", "57", "62", "80", "26", "RT"]'


@pytest.fixture(scope="module")
def refusals(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    root = copy_project(tmp_path_factory.mktemp("project"))
    edit(root / "report/57511/input.yaml", PROVIDED, REFUSED)
    found = check(read_workspace(root, ["57511"]), all_rules(), date(2026, 11, 23))
    return [f.message for f in found.findings if f.rule.startswith("modifier-against-")]


@pytest.mark.parametrize(
    ("modifier", "indicator"),
    [
        ("50", "bilateral indicator 0"),
        ("57", "global period 010"),
        ("62", "co-surgeon indicator 0"),
        ("80", "assistant at surgery indicator 1"),
        ("26", "PC/TC indicator 0"),
        ("RT", "bilateral indicator 0"),
    ],
)
def test_a_refusal_quotes_indicator_and_release(
    refusals: list[str], modifier: str, indicator: str
) -> None:
    said = [each for each in refusals if each.startswith(f"modifier {modifier} ")]
    assert len(said) == 1
    assert f"{indicator} in RVU25D means" in said[0]
