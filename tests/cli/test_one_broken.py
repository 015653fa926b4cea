"""A publication that cannot be read stops no other, whichever command takes several."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from small_project import copy_project, run

BROKEN, OTHERS = "57513", ("57511", "57520")
REPORT = f"report/{BROKEN}/report.yaml"


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


WAYS: dict[str, Callable[[Path], object]] = {
    "no YAML": lambda path: path.write_bytes(b"a: [b\n"),
    "no text": lambda path: path.write_bytes(b"\xff\xfe\xff"),
    "a folder": folder,
    "a pipe": pipe,
    "a loop of links": loop,
    "vanished": Path.unlink,
}
"""What stands in the place of a report.yaml."""

Done = Callable[[Path, str], bool]


def said(text: str) -> Done:
    """The others are done if this stands in what was printed, once for each."""
    return lambda _, output: all(text.format(code) in output for code in OTHERS)


def written(path: str) -> Done:
    """The others are done if their file is there."""
    return lambda project, _: all((project / path.format(code)).is_file() for code in OTHERS)


COMMANDS: dict[tuple[str, ...], tuple[Done, int]] = {
    ("check",): (said("{} ready to publish: yes"), 1),
    ("build", "--pdf", "none"): (written("build/{0}/{0}.html"), 1),
    ("review",): (written("build/review/{}.html"), 0),
    ("diff", "before"): (said("{} 1.0"), 2),
    ("gaps",): (said("{}"), 0),
}
"""How each command shows that it has done the others, and its exit code."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("sound"), BROKEN, OTHERS[1])


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_one_that_cannot_be_read_stops_no_other(
    sound: Path, tmp_path: Path, command: tuple[str, ...], way: Callable[[Path], object]
) -> None:
    project = tmp_path / "project"
    shutil.copytree(sound, project)
    shutil.copytree(sound, project / "before")
    way(project / REPORT)
    outcome = run(project, *command)
    done, code = COMMANDS[command]
    assert "Traceback" not in outcome.stderr
    assert done(project, outcome.stdout), outcome.stdout + outcome.stderr
    assert outcome.returncode == code, outcome.stdout + outcome.stderr
    if code:
        assert "report.yaml" in outcome.stdout + outcome.stderr
        assert BROKEN in outcome.stdout + outcome.stderr


def test_each_that_cannot_be_compared_is_named(sound: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(sound, project)
    shutil.copytree(sound, project / "before")
    for code in (BROKEN, OTHERS[1]):
        (project / f"sections/{code}/summary.yaml").write_bytes(b"a: [b\n")
    outcome = run(project, "diff", "before")
    assert "57511 1.0" in outcome.stdout
    for code in (BROKEN, OTHERS[1]):
        assert f"summary.yaml of an edition of {code} cannot be read" in outcome.stderr
