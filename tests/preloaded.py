"""Run reportkit in a process of its own that has its modules loaded already.

Most of what a short command costs is to load Python modules, and to do for the first time what
`warmed` does. A server process does so once; every run is a fork of it, which has seen no other
run.
"""

from __future__ import annotations

import multiprocessing
import os
import pkgutil
import signal
import subprocess
import sys
import tempfile
import types
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from multiprocessing import forkserver
from multiprocessing.process import BaseProcess
from pathlib import Path
from unittest.mock import patch

from reportkit import cli, contain, rules
from reportkit.cli import clock

TIMEOUT_S = 120
CLOCK = "CLOCK_OF_THIS_MACHINE"
"""Set in the environment of a run: what the machine's clock says then, in seconds since 1970."""
MODULES = [
    f"{package.__name__}.{module.name}"
    for package in (cli, rules)
    for module in pkgutil.iter_modules(package.__path__)
]
_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(["pytest", "reportkit.render.pdf", *MODULES, "warmed"])
_from_this_process = False


def run_in_forks() -> None:
    """Let runs be forks of this very process, with whatever was changed in its code."""
    global _from_this_process
    _from_this_process = True


def run_preloaded(
    folder: Path, arguments: Sequence[str], environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """Exit code and output of a command that runs in a folder with an environment."""
    with tempfile.TemporaryDirectory() as place:
        out, err = Path(place, "out"), Path(place, "err")
        process = start_preloaded(folder, arguments, environment, out, err)
        process.join(TIMEOUT_S)
        if process.exitcode is None:
            process.kill()
            raise subprocess.TimeoutExpired(["reportkit", *arguments], TIMEOUT_S)
        return subprocess.CompletedProcess(
            ["reportkit", *arguments],
            process.exitcode,
            out.read_text("utf-8"),
            err.read_text("utf-8"),
        )


def start_preloaded(
    folder: Path,
    arguments: Sequence[str],
    environment: Mapping[str, str],
    out: Path,
    err: Path,
) -> BaseProcess:
    """A command that runs in a folder with an environment, and writes to two files or pipes."""
    added = filter(None, environment.get("PYTHONPATH", "").split(os.pathsep))
    path = ["", *added, *_installed()]
    process = _process()(
        target=_main, args=(folder, tuple(arguments), dict(environment), path, out, err)
    )
    process.start()
    return process


def _process() -> Callable[..., BaseProcess]:
    if _from_this_process:
        return multiprocessing.get_context("fork").Process
    _start_server()
    return _SERVER.Process


@cache
def _start_server() -> None:
    """Start the server where it finds the modules of the tests, and those under test."""
    places = (str(Path(__file__).parent), os.environ.get("PYTHONPATH", ""))
    with patch.dict(os.environ, PYTHONPATH=os.pathsep.join(filter(None, places))):
        forkserver.ensure_running()


@cache
def _installed() -> tuple[str, ...]:
    """Where Python looks for modules when nothing else is asked of it."""
    command = [sys.executable, "-c", "import sys; print(*sys.path[1:], sep='\\n')"]
    clean = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    outcome = subprocess.run(command, env=clean, capture_output=True, text=True, check=True)
    return tuple(outcome.stdout.splitlines())


def _main(
    folder: Path,
    arguments: tuple[str, ...],
    environment: dict[str, str],
    path: list[str],
    out: Path,
    err: Path,
) -> None:
    """What the forked process does: become a fresh `reportkit`, and run."""
    for number, file in ((1, out), (2, err)):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600), number)
    buffering = 1 if environment.get("PYTHONUNBUFFERED") else -1
    sys.stdout, sys.stderr = (
        open(number, "w", buffering, closefd=False)  # noqa: SIM115 -- as long as the process
        for number in (1, 2)
    )
    if seconds := environment.pop(CLOCK, None):
        moment = datetime.fromtimestamp(int(seconds), UTC)
        clock.time_of_record = lambda: moment
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    # A process that was started in the background would not hear of Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.argv = ["reportkit", *arguments]
    sys.path[:] = path
    if "PYTHONOPTIMIZE" not in environment:
        # What is contained has its modules loaded, too; tests/hostile starts it as users do.
        contain.PROCESSES = multiprocessing.get_context("fork")
    # Processes that reportkit starts load this module again: here pytest's, there none.
    sys.modules["__main__"] = types.ModuleType("__main__")
    cli.main()
