"""What `reportkit dev new-rule` refuses; what it writes is tried in tests/test_walks.py."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from reportkit import rules
from reportkit.cannot_run import CannotRun
from reportkit.cli.new_rule import new_rule


def refusal(name: str, topic: str = "style") -> CannotRun:
    stop = CliRunner().invoke(new_rule, [name, "--topic", topic]).exception
    assert isinstance(stop, CannotRun)
    return stop


@pytest.mark.parametrize("name", ["Late-Word", "late_word", "late--word", "9-words", "not", ""])
def test_a_name_is_small_words_with_hyphens(name: str) -> None:
    assert str(refusal(name)) == f"`{name}` is no name of a rule"


def test_a_name_is_given_once() -> None:
    stop = refusal("small-cell")
    assert (str(stop), stop.hint) == (
        "a rule is named small-cell already",
        "`reportkit explain small-cell` shows it",
    )


def test_a_topic_is_one_that_is_there() -> None:
    stop = refusal("late-word", "stile")
    assert (str(stop), stop.hint) == ("no topic is named stile", "did you mean style?")
    assert "style" in refusal("late-word", "xyz").hint


def test_rules_are_not_written_into_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "__path__", [str(tmp_path / "lib/reportkit/rules")])
    assert str(refusal("late-word")) == (
        "this reportkit is installed as a package, without its tests"
    )


def test_a_file_that_is_there_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tests/rules").mkdir(parents=True)
    (tmp_path / "tests/rules/late-word.yaml").write_text("mine\n", "utf-8")
    monkeypatch.setattr(rules, "__path__", [str(tmp_path / "src/reportkit/rules")])
    assert str(refusal("late-word")) == "tests/rules/late-word.yaml is there already"
    assert (tmp_path / "tests/rules/late-word.yaml").read_text("utf-8") == "mine\n"
    assert not (tmp_path / "src").exists()
