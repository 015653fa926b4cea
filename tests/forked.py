"""Run reportkit in a fork of the tests: as a process of its own, without its start-up."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import warmed  # noqa: F401 -- done here, forks need not
from reportkit.cli import check  # noqa: F401


@dataclass(frozen=True)
class Outcome:
    """How a run ended, and what it printed."""

    code: int
    out: str
    err: str


def run_forked(
    folder: Path, *arguments: str, first: Callable[[], object] = lambda: None
) -> Outcome:
    """Run a command in `folder` after `first`, which can break something for it alone."""
    return wait_for(start_forked(folder, *arguments, first=first))


@dataclass(frozen=True)
class Running:
    """A run that has been started."""

    child: int
    out: io.BufferedRandom
    err: io.BufferedRandom


def start_forked(
    folder: Path, *arguments: str, first: Callable[[], object] = lambda: None
) -> Running:
    """Start a command; several can run at once."""
    out, err = tempfile.TemporaryFile(), tempfile.TemporaryFile()  # noqa: SIM115 -- closed later
    child = os.fork()
    if child == 0:
        _run(folder, arguments, first, out.fileno(), err.fileno())
    return Running(child, out, err)


def wait_for(running: Running) -> Outcome:
    """The outcome of a run, when it has ended."""
    code = os.waitstatus_to_exitcode(os.waitpid(running.child, 0)[1])
    said = []
    for stream in (running.out, running.err):
        with stream:
            stream.seek(0)
            said.append(stream.read().decode())
    return Outcome(code, *said)


def _run(
    folder: Path, arguments: tuple[str, ...], first: Callable[[], object], out: int, err: int
) -> None:
    from reportkit.cli import main

    code = 70
    try:
        os.chdir(folder)
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.stdout, sys.stderr = open(1, "w"), open(2, "w")  # noqa: SIM115
        sys.argv = ["reportkit", *arguments]
        first()
        main()
        code = 0
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 0
    except BaseException as fault:
        import traceback

        with suppress(ValueError):
            traceback.print_exception(fault, file=sys.stderr)
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):
                stream.flush()
        os._exit(code)
