"""The sabotage fails where tests notice nothing, and succeeds where they do."""

from __future__ import annotations

import subprocess
import sys

from small_project import ROOT


def sabotaged(way: str, tests: str) -> subprocess.CompletedProcess[str]:
    """Run tests of rules, chosen as `pytest -k` does, while findings are broken."""
    command = ["pytest", "tests/rules", "-k", tests, "--sabotage", way, "--tb=no", "-rN"]
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_it_succeeds_where_the_tests_of_a_rule_notice() -> None:
    outcome = sabotaged("fixes", "small-cell")
    assert outcome.returncode == 0, outcome.stdout
    assert "fixes: 1 rules altered and noticed\n" in outcome.stdout


def test_it_fails_where_they_notice_nothing() -> None:
    outcome = sabotaged("hints", "small-cell and bad_example")
    assert outcome.returncode == 1
    assert "not noticed: small-cell\n" in outcome.stdout


def test_it_fails_where_nothing_could_be_broken() -> None:
    assert sabotaged("fixes", "rvu-sum").returncode == 1
