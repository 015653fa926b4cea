"""A shell is offered what the project holds, and a mistyped command what may be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from small_project import copy_project, run


def offered(project: Path, line: str) -> list[str]:
    """What bash is offered for the last word of a line."""
    words = line.split(" ")
    outcome = run(
        project,
        _REPORTKIT_COMPLETE="bash_complete",
        COMP_WORDS=line,
        COMP_CWORD=str(len(words) - 1),
    )
    assert not outcome.stderr, outcome.stderr
    return outcome.stdout.split()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("reportkit che", ["plain,check"]),
        ("reportkit import p", ["plain,pfs", "plain,psps", "plain,pos"]),
        ("reportkit check 5", ["plain,57511"]),
        ("reportkit sign ", ["plain,57511"]),
        ("reportkit diff HEAD --code ", ["plain,57511"]),
        ("reportkit explain unprovided-s", ["plain,unprovided-site"]),
        ("reportkit check sections/57511/su", ["plain,sections/57511/summary.yaml"]),
        ("reportkit waive stale-data report/57511/i", ["plain,report/57511/input.yaml"]),
        ("reportkit check ../elsew", ["file,../elsew"]),
        ("reportkit check --fail-on w", ["plain,warning"]),
    ],
)
def test_a_shell_is_offered_what_fits(tmp_path: Path, line: str, expected: list[str]) -> None:
    assert offered(copy_project(tmp_path), line) == expected


def test_outside_a_project_there_are_no_codes(tmp_path: Path) -> None:
    assert offered(tmp_path, "reportkit sign ") == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("chekc",), "no command is named chekc; did you mean check?"),
        (("import", "psf"), "no command is named psf; did you mean pos or pfs?"),
        (("dev", "zzz"), "no command is named zzz; known: new-rule, commands, topics, keys"),
    ],
)
def test_a_mistyped_command_is_answered_with_the_one_meant(
    tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    outcome = run(tmp_path, *arguments)
    assert outcome.returncode == 2
    assert message in outcome.stderr


def test_help_ends_with_an_example(tmp_path: Path) -> None:
    outcome = run(tmp_path, "explain", "--help")
    assert outcome.stdout.endswith("  Example:\n    reportkit explain unprovided-modifier\n")
