"""Killed at any moment, a build and a site leave what stood there or what was to come, whole.

The moments are drawn from a seed, but for the one behind the exchange of folders, which is too
short to be met. `make faults` draws twenty for each, of builds with PDFs on all cores; here a few
are drawn, of builds of one web page.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import reportkit.catalogue.site
import reportkit.render.pdf  # noqa: F401 -- imported here, forks need not
from faults import leftovers
from forked import run_forked, start_forked
from forked import wait_for as ended
from processes import wait_for
from reportkit.files import whole
from reportkit.files.exchange import exchange
from small_project import copy_project, edit

IN_FULL = bool(os.environ.get("REPORTKIT_ALL_FAULTS"))
MOMENTS = 20 if IN_FULL else 3
CODES = ("57511", "57513") if IN_FULL else ("57511",)
BUILD = ("build", "--jobs", "2") if IN_FULL else ("build", "--pdf", "none")
SITE = ("site", "--no-search")
UNITS = {BUILD: tuple(f"build/{code}" for code in CODES), SITE: ("build/site",)}
"""What each command writes that is whole by itself."""


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project as it was built before, `before`, and as it is to be, `after`."""
    folder = tmp_path_factory.mktemp("states")
    before = copy_project(folder / "before", *CODES[1:])
    for command in (BUILD, SITE):
        assert run_forked(before, *command).code == 0
    for code in CODES:
        edit(
            before / f"sections/{code}/summary.yaml",
            "until its cells die",
            "until all its cells die",
        )
    shutil.copytree(before, folder / "built")
    assert run_forked(folder / "built", *BUILD).code == 0
    shutil.copytree(folder / "built", folder / "after")
    assert run_forked(folder / "after", *SITE).code == 0
    return folder


STARTS = {BUILD: "before", SITE: "built"}
"""The state from which each command starts."""


@pytest.mark.parametrize("command", [BUILD, SITE], ids=["build", "site"])
def test_at_any_moment_all_or_nothing_is_done_and_the_next_run_ends_it(
    states: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    start, after = states / STARTS[command], states / "after"
    done = set()
    for number, moment in enumerate(moments(copied(start, tmp_path / "timed"), command)):
        project = copied(start, tmp_path / f"killed {number}")
        kill_at(project, command, moment)
        for unit in UNITS[command]:
            now, earlier, later = (files(place / unit) for place in (project, start, after))
            assert earlier != later
            assert now in (earlier, later), f"{unit} after {moment:.3f} s"
            done.add(now == later)
        assert run_forked(project, *command).code == 0
        for unit in UNITS[command]:
            assert files(project / unit) == files(after / unit), f"{unit} after {moment:.3f} s"
        assert leftovers(project) == []
        shutil.rmtree(project)
    print(f"{command[0]}: killed {MOMENTS} times, {sorted(done)}")  # noqa: T201 -- for make faults


def dies_behind_its_exchange() -> None:
    """Let a run end at once when what it made stands where what was made before did."""

    def exchange_and_die(one: Path, other: Path) -> bool:
        done = exchange(one, other)
        os.kill(os.getpid(), signal.SIGKILL)
        return done

    vars(whole)["exchange"] = exchange_and_die


@pytest.mark.parametrize("command", [BUILD, SITE], ids=["build", "site"])
def test_behind_the_exchange_what_was_to_come_stands_and_the_next_run_ends_it(
    states: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    project = copied(states / STARTS[command], tmp_path / "project")
    killed = run_forked(project, *command, first=dies_behind_its_exchange)
    # A publication is put in its place by a worker, whose end the command tells.
    assert (killed.code, "its process was ended" in killed.err) in ((-9, False), (2, True))
    first = UNITS[command][0]
    assert files(project / first) == files(states / "after" / first)
    assert run_forked(project, *command).code == 0
    for unit in UNITS[command]:
        assert files(project / unit) == files(states / "after" / unit)
    assert leftovers(project) == []


def moments(project: Path, command: tuple[str, ...]) -> Iterator[float]:
    """Moments of a run in seconds from its start, as long as it takes when nobody ends it."""
    start = time.monotonic()
    assert run_forked(project, *command).code == 0
    whole = time.monotonic() - start
    drawn = random.Random(57511)  # noqa: S311 -- no secret
    return (drawn.uniform(0, whole) for _ in range(MOMENTS))


def kill_at(project: Path, command: tuple[str, ...], moment: float) -> None:
    """Start a command and end it at a moment, with no chance to put anything in order."""
    running = start_forked(project, *command)
    time.sleep(moment)
    os.kill(running.child, signal.SIGKILL)
    assert ended(running).code in (0, -signal.SIGKILL)
    # Its workers end when they see that it is gone.
    wait_for(lambda: "" if any(works_in(project)) else "ended")


def works_in(folder: Path) -> Iterator[int]:
    """The processes that work in a folder."""
    for process in Path("/proc").iterdir():
        if process.name.isdecimal():
            try:
                here = (process / "cwd").readlink()
            except OSError:
                continue
            if here == folder:
                yield int(process.name)


def copied(start: Path, folder: Path) -> Path:
    shutil.copytree(start, folder)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
