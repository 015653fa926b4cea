"""A build on a cluster writes what a build here writes, whatever becomes of its workers."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from distributed import Client

from processes import wait_for
from small_project import copy_project, run

pytestmark = pytest.mark.long
CODES = ("57511", "57513", "57520")
RULE = """
import os, time
from pathlib import Path
from reportkit.check.rule import rule

@rule("error", "house rules")
def slow_at_first(publication):
    '''The first process that comes to it waits to be ended.

    Why:
        To see what happens.

    Bad:
        # summary
        relevance: It is there.

    Good:
        # summary (absent)
    '''
    if publication.code == "57513" and not Path({marker!r}).exists():
        Path({marker!r}).write_text(str(os.getpid()))
        time.sleep(600)
    yield from ()
"""


NO_PROJECT = """
import os, sys

def refuse(event, arguments):
    if event == "open" and "/project/" in os.path.realpath(str(arguments[0])):
        raise PermissionError(f"{arguments[0]} is not on the machine of a worker")

sys.addaudithook(refuse)
"""
"""Stands for a machine that has no disk in common with that of the project."""


@contextmanager
def started(*command: str, folder: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process of Python's `distributed` in a folder, for as long as it is needed."""
    with subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.dask_{command[0]}", *command[1:]],
        cwd=folder,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a scheduler on this machine, without workers, and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ("--host", "127.0.0.1", "--port", str(port), "--no-dashboard", "--no-jupyter")
    with started("scheduler", *options, folder=folder) as process:
        yield f"tcp://127.0.0.1:{port}", process


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The address of a scheduler on this machine, without workers."""
    with served(tmp_path) as (address, _):
        yield address


@contextmanager
def workers(
    scheduler: str, folder: Path, number: int, **environment: str
) -> Iterator[Sequence[subprocess.Popen[bytes]]]:
    """Processes that work for a scheduler in a folder of their own; no project is there to open."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(NO_PROJECT)
    places = (str(folder), *filter(None, (os.environ.get("PYTHONPATH"),)))
    environment["PYTHONPATH"] = os.pathsep.join(places)
    options = ("--no-nanny", "--no-dashboard", "--nthreads", "1", "--host", "127.0.0.1")
    with ExitStack() as stack:
        crew = [
            stack.enter_context(
                started("worker", scheduler, *options, folder=folder, **environment)
            )
            for _ in range(number)
        ]
        with Client(scheduler) as client:  # type: ignore[no-untyped-call]
            client.wait_for_workers(number)
        yield crew


def made(project: Path) -> dict[str, bytes]:
    """Everything that was built, by its path."""
    return {
        str(path.relative_to(project)): path.read_bytes()
        for path in (project / "build").rglob("*")
        if path.is_file() and ".cache" not in path.parts
    }


def slow_build(project: Path, marker: Path, scheduler: str) -> subprocess.Popen[str]:
    """A build of three publications, of which the second waits once a worker has it."""
    copy_project(project, *CODES[1:])
    (project / "report/rules").mkdir()
    rule = project / "report/rules/slow_at_first.py"
    rule.write_text(RULE.format(marker=str(marker)))
    settings = project / "report/project.yaml"
    settings.write_text(
        settings.read_text("utf-8") + "python_rules: [report/rules/slow_at_first.py]\n", "utf-8"
    )
    command = [sys.executable, "-c", "from reportkit.cli import main; main()", "build",
               "--trust-project-rules", "--scheduler", scheduler]  # fmt: skip
    return subprocess.Popen(
        command, cwd=project, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_a_worker_that_is_killed_costs_nothing(tmp_path: Path, scheduler: str) -> None:
    marker, home, project = tmp_path / "working", tmp_path / "workers", tmp_path / "project"
    with workers(scheduler, home, 2) as crew, slow_build(project, marker, scheduler) as build:
        victim = int(wait_for(marker.read_text))
        assert victim in {worker.pid for worker in crew}
        os.kill(victim, signal.SIGKILL)
        told, said = build.communicate(timeout=100)
    assert (build.returncode, said) == (0, ""), said
    for code in CODES:
        for name in (f"{code}.html", f"{code}.pdf"):
            assert told.count(f"wrote build/{code}/{name}\n") == 1
    assert not list(home.rglob("*.html"))
    afar = made(project)
    (project / "build").rename(tmp_path / "built afar")
    assert run(project, "build", "--trust-project-rules").returncode == 0
    assert made(project) == afar


def test_a_scheduler_that_dies_is_one_message_and_what_was_written_is_kept(tmp_path: Path) -> None:
    marker, project = tmp_path / "working", tmp_path / "project"
    with ExitStack() as stack:
        address, process = stack.enter_context(served(tmp_path))
        stack.enter_context(workers(address, tmp_path / "workers", 1))
        build = stack.enter_context(slow_build(project, marker, address))
        wait_for(marker.read_text)
        wait_for(lambda: (project / "build/57511/57511.pdf").exists() or "")
        process.kill()
        _, said = build.communicate(timeout=100)
    assert build.returncode == 2
    assert said == (
        f"reportkit: the cluster at {address} was lost: its scheduler is gone\n"
        "  = help: start it again and build again: what was written is kept\n"
    )
    assert (project / "build/57511/57511.html").is_file()
    assert not (project / "build/57520").exists()


def test_what_was_built_afar_is_not_built_again(tmp_path: Path, scheduler: str) -> None:
    project = copy_project(tmp_path / "project", CODES[1])
    state = {"XDG_STATE_HOME": str(tmp_path / "state")}
    with workers(scheduler, tmp_path / "workers", 1):
        first = run(project, "build", "--scheduler", scheduler, **state)
    assert first.returncode == 0, first.stderr
    # The workers are gone: nothing is left for them to do.
    again = run(project, "build", "--explain", "--scheduler", scheduler, **state)
    left = "is left as it is: nothing changed"
    assert again.stdout.splitlines()[:2] == [f"57511 {left}", f"57513 {left}"]
    with (project / "sections/57511/summary.yaml").open("a", encoding="utf-8") as stream:
        stream.write("# a word to colleagues\n")
    page = (project / "build/57511/57511.html").read_bytes()
    assert run(project, "build", **state).returncode == 0
    assert (project / "build/57511/57511.html").read_bytes() == page


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("127.0.0.1:8786", "127.0.0.1:8786 is no address of a scheduler"),
        ("tcp://127.0.0.1:1", "no scheduler answers at tcp://127.0.0.1:1"),
        ("tcp://", "no scheduler answers at tcp://"),
    ],
)
def test_a_scheduler_that_is_not_there_is_one_message(
    tmp_path: Path, address: str, said: str
) -> None:
    outcome = run(copy_project(tmp_path / "project"), "build", "--scheduler", address)
    assert outcome.returncode == 2
    assert outcome.stderr.startswith(f"reportkit: {said}\n")


def test_a_cluster_without_workers_is_one_message(tmp_path: Path, scheduler: str) -> None:
    outcome = run(copy_project(tmp_path / "project"), "build", "--scheduler", scheduler)
    assert outcome.returncode == 2
    assert outcome.stderr.startswith(f"reportkit: the scheduler at {scheduler} has no workers\n")


def test_workers_of_other_versions_are_refused(tmp_path: Path, scheduler: str) -> None:
    project = copy_project(tmp_path / "project")
    with workers(scheduler, tmp_path / "workers", 1, PYTHONOPTIMIZE="1"):
        outcome = run(project, "build", "--scheduler", scheduler)
    assert outcome.returncode == 2
    assert "would not make the same: python-optimization is 1 there and 0 here" in outcome.stderr
    assert "  = help: install the same versions on all machines" in outcome.stderr
    assert not (project / "build/57511").exists()
