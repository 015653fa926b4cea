"""A skipped test is told of, and fails in CI."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from small_project import ROOT

IN_A_TEST = "import pytest\n\ndef test_one():\n    pytest.skip('no such tool')\n"
WHOLE_FILE = "import pytest\n\npytest.skip('no such tool', allow_module_level=True)\n"
EXPECTED_TO_FAIL = "import pytest\n\n@pytest.mark.xfail\ndef test_one():\n    assert False\n"


def run_tests(folder: Path, text: str, ci: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_it.py").write_text(text, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tests"), "CI": ci}
    command = [sys.executable, "-m", "pytest", "-p", "skips", "-rs", "test_it.py"]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("text", [IN_A_TEST, WHOLE_FILE])
def test_ci_takes_a_skipped_test_for_a_failed_one(tmp_path: Path, text: str) -> None:
    outcome = run_tests(tmp_path, text, ci="true")
    assert outcome.returncode != 0
    assert "no test may be skipped in CI. Skipped: no such tool" in outcome.stdout


def test_elsewhere_the_reason_is_told(tmp_path: Path) -> None:
    outcome = run_tests(tmp_path, IN_A_TEST, ci="")
    assert outcome.stdout.count("no such tool") == 1


def test_a_test_that_is_expected_to_fail_is_not_skipped(tmp_path: Path) -> None:
    assert run_tests(tmp_path, EXPECTED_TO_FAIL, ci="true").returncode == 0
