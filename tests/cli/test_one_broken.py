"""A publication that cannot be read stops no other, whichever command takes several."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from small_project import copy_project, edit, run

BROKEN, OTHERS = "57513", ("57511", "57520")
REPORT, DATA = f"report/{BROKEN}/report.yaml", f"report/{BROKEN}/input.yaml"
SECTION = f"sections/{BROKEN}/summary.yaml"
FEES = str(Path(__file__).parents[1] / "inputs/data/PPRRVU2025_Oct.csv")


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def no_text(path: Path) -> None:
    path.write_bytes(b"reportkit: x\n\xff\xfe\xff")


def no_yaml(path: Path) -> None:
    path.write_bytes(b"a: [b\n")


WAYS: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "a report of no text": (REPORT, no_text, "is not UTF-8"),
    "data in a folder": (DATA, folder, "a folder stands where the file should be"),
    "data of no form": (DATA, no_yaml, ""),
    "a section of no text": (SECTION, no_text, "is not UTF-8"),
    "a section in a pipe": (SECTION, pipe, "a pipe or a device stands where the file should be"),
    "a section in a loop": (SECTION, loop, "the file cannot be read: too many levels of symbolic"),
}
"""The file that cannot be read, what stands in its place, and what is said of it."""

Done = Callable[[Path, str], bool]


def said(text: str) -> Done:
    """The others are done if this stands in what was printed, once for each."""
    return lambda _, output: all(text.format(code) in output for code in OTHERS)


def written(path: str) -> Done:
    """The others are done if their file is there."""
    return lambda project, _: all((project / path.format(code)).is_file() for code in OTHERS)


def one_line(text: str) -> Done:
    """What is said of all the others together."""
    return lambda _, output: text in output


EVERY = (REPORT, DATA, SECTION)
COMMANDS: dict[tuple[str, ...], tuple[Done, tuple[str, ...]]] = {
    ("check",): (said("{} ready to publish: yes"), EVERY),
    ("build", "--pdf", "none"): (written("build/{0}/{0}.html"), EVERY),
    ("agree",): (one_line("57520 and 57511 apart"), EVERY),
    ("review",): (written("build/review/{}.html"), EVERY),
    ("migrate",): (said("lifted report/{}/input.yaml"), EVERY),
    ("migrate", "--diff"): (said("+++ report/{}/input.yaml"), EVERY),
    ("format",): (said("formatted report/{}/input.yaml"), EVERY),
    ("format", "--check"): (said("not in the layout: report/{}/input.yaml"), EVERY),
    ("format", "--diff"): (said("+++ report/{}/input.yaml"), EVERY),
    ("fix",): (said("{} ready to publish: yes"), EVERY),
    ("gaps",): (said("{} Freezing"), (REPORT, DATA)),
    ("gaps", "--format", "json"): (said('"report": "{}"'), (REPORT, DATA)),
    ("gaps", "--by", "supplier", "--xlsx", "x"): (written("x/data-team.xlsx"), (REPORT, DATA)),
    ("import", "refresh"): (said("{}: "), (REPORT, DATA)),
    ("impact", FEES): (one_line("57511: "), (DATA,)),
    ("texts",): (one_line("0 house texts"), EVERY),
}
"""How each command shows that it has done the others, and the files that its answer rests on."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("sound"), BROKEN, OTHERS[1])


@pytest.fixture
def project(sound: Path, tmp_path: Path) -> Path:
    """Three publications."""
    place = tmp_path / "project"
    shutil.copytree(sound, place)
    return place


def older(project: Path) -> None:
    """Make the data of the others as it was when nobody had heard of taxonomies."""
    for code in OTHERS:
        path = project / f"report/{code}/input.yaml"
        edit(path, "taxonomies: null\n", "")
        text = path.read_text("utf-8")
        start = text.index("  - field: taxonomies")
        path.write_text(text[:start] + text[text.index("  - field", start + 1) :], "utf-8")


def untidy(project: Path) -> None:
    """Put empty lines behind the data of the others."""
    for code in OTHERS:
        path = project / f"report/{code}/input.yaml"
        path.write_text(f"{path.read_text('utf-8')}\n\n", "utf-8")


PREPARED = {"migrate": older, "format": untidy}
"""What gives a command something to do."""


@pytest.mark.parametrize(("path", "way", "why"), WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command)[:20])
def test_one_that_cannot_be_read_stops_no_other_and_is_named(
    project: Path, command: tuple[str, ...], path: str, way: Callable[[Path], object], why: str
) -> None:
    PREPARED.get(command[0], lambda _: None)(project)
    way(project / path)
    outcome = run(project, *command)
    output = outcome.stdout + outcome.stderr
    done, rests_on = COMMANDS[command]
    assert "Traceback" not in output
    assert done(project, outcome.stdout), output
    assert outcome.returncode == (path in rests_on), output
    assert (path in output, why in output) == (
        (True, True) if path in rests_on else (False, not why)
    )


SINGLE = (("statements",), ("claims",), ("challenge",))
"""Commands that answer of one publication as far as they can."""


@pytest.mark.parametrize("command", SINGLE, ids=" ".join)
def test_an_answer_without_a_section_says_so(project: Path, command: tuple[str, ...]) -> None:
    pipe(project / SECTION)
    outcome = run(project, *command, BROKEN)
    assert (outcome.returncode, bool(outcome.stdout)) == (1, True)
    assert outcome.stderr == (
        f"not read: {SECTION}: a pipe or a device stands where the file should be\n"
    )


def test_an_answer_that_was_kept_does_not_hide_it(project: Path) -> None:
    pipe(project / SECTION)
    assert [run(project, "agree").returncode for _ in range(2)] == [1, 1]


def before(project: Path) -> None:
    """The three publications as an edition before."""
    shutil.copytree(project, project / "before")


VANISHED: dict[tuple[str, ...], tuple[Done, int]] = {
    ("check",): (said("{} ready to publish: yes"), 1),
    ("build", "--pdf", "none"): (written("build/{0}/{0}.html"), 1),
    ("review",): (written("build/review/{}.html"), 0),
    ("diff", "before"): (said("{} 1.0"), 2),
    ("gaps",): (said("{}"), 0),
}
"""How each command does the others where a file is not there yet, and its exit code."""


@pytest.mark.parametrize("command", VANISHED, ids=lambda command: command[0])
def test_one_without_a_report_stops_no_other(project: Path, command: tuple[str, ...]) -> None:
    before(project)
    (project / REPORT).unlink()
    outcome = run(project, *command)
    done, code = VANISHED[command]
    assert "Traceback" not in outcome.stderr
    assert done(project, outcome.stdout), outcome.stdout + outcome.stderr
    assert outcome.returncode == code, outcome.stdout + outcome.stderr


@pytest.mark.parametrize(("path", "way", "_"), WAYS.values(), ids=WAYS)
def test_one_that_cannot_be_compared_stops_no_other(
    project: Path, path: str, way: Callable[[Path], object], _: str
) -> None:
    before(project)
    way(project / path)
    outcome = run(project, "diff", "before")
    assert outcome.returncode == 2
    assert all(f"{code} 1.0" in outcome.stdout for code in OTHERS)
    assert f"{Path(path).name} of an edition of {BROKEN} cannot be read" in outcome.stderr


@pytest.mark.parametrize("way", [folder, pipe, loop, no_text])
def test_a_page_that_cannot_be_read_stops_no_site(
    project: Path, way: Callable[[Path], object]
) -> None:
    assert run(project, "build", "--pdf", "none").returncode == 0
    way(project / f"build/{BROKEN}/{BROKEN}.html")
    outcome = run(project, "site", "--no-search")
    output = outcome.stdout + outcome.stderr
    assert "Traceback" not in output
    assert all((project / f"build/site/{code}").exists() for code in OTHERS), output
    assert outcome.returncode == 1, output
    assert f"{BROKEN}.html" in output


def test_each_that_cannot_be_compared_is_named(project: Path) -> None:
    before(project)
    for code in (BROKEN, OTHERS[1]):
        (project / f"sections/{code}/summary.yaml").write_bytes(b"a: [b\n")
    outcome = run(project, "diff", "before")
    assert "57511 1.0" in outcome.stdout
    for code in (BROKEN, OTHERS[1]):
        assert f"summary.yaml of an edition of {code} cannot be read" in outcome.stderr
