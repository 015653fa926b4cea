"""Rules of a project: declared in its settings, or written in Python and trusted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from small_project import ROOT, copy_project, run

TERMS = """\
terms:
  - name: say-freezing
    preferred: {term: freezing, variants: [cryocautery, cryotherapy]}
    message: write freezing, not {found}
    severity: error
    bad: The cryotherapy was done.
    good: The freezing was done.
"""
RULE = '''\
"""Rules of this house."""

from reportkit.check.issue import Issue, at
from reportkit.check.rule import rule


@rule("error", "house rules")
def no_summary(publication):
    """There is a summary.

    Why:
        This rule is there for a test and finds fault with every summary that it sees.

    Bad:
        # summary
        relevance: It is there.

    Good:
        # summary (absent)
    """
    if "summary" in publication.files and publication.files["summary"].model:
        yield Issue(at("summary", "relevance"), "there is a summary")
'''


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def settle(project: Path, text: str) -> None:
    path = project / "report/project.yaml"
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def write_rule(project: Path, text: str) -> None:
    (project / "report/rules").mkdir()
    (project / "report/rules/house.py").write_text(text, "utf-8")
    settle(project, "python_rules: [report/rules/house.py]\n")


def test_a_declared_term_is_a_rule_like_any_other(project: Path) -> None:
    path = project / "sections/57511/summary.yaml"
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"(?m)^relevance: .*(\n  .*)*", "relevance: Cryotherapy heals.", text))
    settle(project, TERMS)
    outcome = run(project, "check")
    assert outcome.returncode == 1, outcome.stdout
    assert "error[say-freezing] write freezing, not Cryotherapy" in outcome.stdout
    assert "^^^^^^^^^^^" in outcome.stdout
    assert "write freezing" in run(project, "explain", "say-freezing").stdout
    assert "say-freezing" in run(project, "rules").stdout


def test_a_term_can_be_waived_and_switched_off(project: Path) -> None:
    settle(project, TERMS + 'rules:\n  say-freezing: {severity: "off", reason: For now.}\n')
    assert "say-freezing" not in run(project, "check").stdout


def test_examples_of_terms_are_run_as_tests(project: Path) -> None:
    settle(project, TERMS)
    good = run(project, "rules", "--test")
    assert good.returncode == 0, good.stdout
    path = project / "report/project.yaml"
    path.write_text(path.read_text("utf-8").replace("The freezing was", "The cryotherapy was"))
    bad = run(project, "rules", "--test")
    assert bad.returncode == 1
    assert "say-freezing finds fault with its good example" in bad.stdout


def test_python_of_a_project_is_not_run_unless_trusted(project: Path) -> None:
    write_rule(project, RULE + '\nopen("ran", "w").close()\n')
    outcome = run(project, "check")
    assert "report/rules/house.py runs code of the project" in outcome.stdout
    assert "no-summary" not in outcome.stdout
    run(project, "build", "--pdf", "none")
    run(project, "rules", "--test")
    assert not (project / "ran").exists()
    trusted = run(project, "check", "--trust-project-rules")
    assert "error[no-summary] there is a summary" in trusted.stdout
    assert (project / "ran").exists()
    assert sorted(p.name for p in (project / "report/rules").iterdir()) == ["house.py"]


def test_python_rules_have_the_same_tests(project: Path) -> None:
    write_rule(project, RULE.replace("# summary (absent)", "# summary\n        relevance: Here."))
    outcome = run(project, "rules", "--test", "--trust-project-rules")
    assert outcome.returncode == 1
    assert "no-summary finds fault with its good example: there is a summary" in outcome.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("import nothing_of_this_name", "cannot be loaded: ModuleNotFoundError"),
        ("x = 1", "holds no rule"),
        (RULE.replace("no_summary", "long_sentence"), "two rules are named long-sentence"),
        (RULE.replace("yield Issue(", "raise ValueError("), "of a project file failed: ValueError"),
    ],
)
def test_python_that_is_no_rule_stops_with_a_message(project: Path, text: str, said: str) -> None:
    write_rule(project, text)
    outcome = run(project, "check", "--trust-project-rules")
    assert outcome.returncode == 2
    assert said in outcome.stdout + outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_python_rules_come_from_their_folder_only(project: Path) -> None:
    settle(project, "python_rules: [../outside.py]\n")
    outcome = run(project, "check", "--trust-project-rules")
    assert (outcome.returncode, "is not a file report/rules/*.py" in outcome.stderr) == (2, True)


def test_an_installed_package_brings_rules(project: Path, tmp_path_factory: Any) -> None:
    packages = tmp_path_factory.mktemp("packages")
    (packages / "house_rules.py").write_text(RULE, "utf-8")
    info = packages / "house_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house-rules\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[reportkit.rules]\nhouse = house_rules\n")
    for _ in range(2):
        outcome = run(project, "check", PYTHONPATH=str(packages))
        assert "error[no-summary]" in outcome.stdout, outcome.stderr
    assert "no-summary" not in run(project, "check").stdout
    (packages / "house_rules.py").write_text(RULE.replace("there is a", "a second"), "utf-8")
    assert "a second summary" in run(project, "check", PYTHONPATH=str(packages)).stdout


def test_the_pages_of_the_rules_are_current(tmp_path: Path) -> None:
    assert run(tmp_path, "rules", "--write-docs", "pages").returncode == 0
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "pages").iterdir()}
    kept = {path.name: path.read_text("utf-8") for path in (ROOT / "docs/rules").glob("*.md")}
    stale = sorted(name for name in written | kept if written.get(name) != kept.get(name))
    assert stale == [], "run `reportkit rules --write-docs docs/rules`"
