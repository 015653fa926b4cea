"""Run a function on what is not trusted in a process of its own, with limits of time and memory.

The process reads no files but those of Python and of reportkit's libraries, opens no
connection, starts no program, writes to a folder of its own alone, and is gone with it when the
function has answered or a limit is reached. Its answer is plain data, so that nothing of it is
run here.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import multiprocessing
import os
import sys
import tempfile
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a contained function may take."""

    seconds: int
    """Of the clock and of the processor, each."""
    megabytes: int = 2_000
    """Of memory written to, libraries included."""
    readable: tuple[str, ...] = ()
    """Folders that may be read beside those of Python and its libraries."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the function returned."""

    value: Any


@dataclass(frozen=True, slots=True)
class Exceeded:
    """The function went beyond a limit, or broke the process it ran in."""

    what: Literal["time", "memory", "process"]
    said: str
    """As a clause: `it took more than 60 seconds`."""


@dataclass(frozen=True, slots=True)
class Raised:
    """The function met a fault that nobody expected."""

    fault: str
    """Its type and what it says, on one line."""


Outcome = Answer | Exceeded | Raised


PROCESSES: SpawnContext | ForkContext = multiprocessing.get_context("spawn")
"""How the process is started: anew, so that it holds nothing of this one."""


def contained(function: str, argument: object, limits: Limits) -> Outcome:
    """Run a function of one argument apart; `reportkit.cli.examine:examine` names one.

    It is named and not given, so that what it needs is imported there alone. The argument can be
    anything that pickles, the answer anything that JSON holds.
    """
    with tempfile.TemporaryDirectory(prefix="reportkit-") as scratch:
        return _run(function, argument, limits, scratch)


def _run(function: str, argument: object, limits: Limits, scratch: str) -> Outcome:
    here, there = PROCESSES.Pipe(duplex=False)
    ordered = (there, function, argument, limits, scratch)
    process = PROCESSES.Process(target=_serve, args=ordered, daemon=True)
    process.start()
    there.close()
    try:
        if not here.poll(limits.seconds):
            return Exceeded("time", f"it took more than {limits.seconds} seconds")
        return _outcome(here.recv_bytes(LARGEST_ANSWER), limits)
    except EOFError:
        process.join()
        return _died(process.exitcode, limits)
    except OSError:
        return Exceeded("memory", "its answer is too large")
    finally:
        process.kill()
        process.join()
        here.close()


LARGEST_ANSWER: Final = 200_000_000
"""Bytes of an answer at most."""
LARGEST_SCRATCH: Final = 20_000_000
"""Bytes of a file in the folder of the process at most; fonts are handed on in such files."""


def _outcome(reply: bytes, limits: Limits) -> Outcome:
    told = json.loads(reply)
    match told["kind"]:
        case "answer":
            return Answer(told["value"])
        case "memory":
            return _no_memory(limits)
        case _:
            return Raised(told["fault"])


def _no_memory(limits: Limits) -> Exceeded:
    return Exceeded("memory", f"it took more than {limits.megabytes:,} megabytes of memory")


def _died(code: int | None, limits: Limits) -> Exceeded:
    """What became of a process that ended without a word."""
    if code is not None and -code in _OUT_OF_TIME:
        return Exceeded("time", f"it took more than {limits.seconds} seconds")
    if code is not None and -code in _OUT_OF_MEMORY:
        return Exceeded("memory", "it broke the process it ran in, perhaps for want of memory")
    return Exceeded("process", "it broke the process it ran in")


_OUT_OF_TIME: Final = (24,)
"""SIGXCPU."""
_OUT_OF_MEMORY: Final = (5, 6, 9, 11)
"""SIGTRAP, SIGABRT, SIGKILL, SIGSEGV: how native libraries and the system end it."""


def _serve(
    there: Connection, function: str, argument: object, limits: Limits, scratch: str
) -> None:
    """What runs in the process: hush it, limit it, and send back what the function says."""
    _hush()
    tempfile.tempdir = scratch
    module, _, name = function.partition(":")
    run = getattr(importlib.import_module(module), name)
    _limit(limits)
    sys.dont_write_bytecode = True
    sys.addaudithook(_Guard(scratch, limits.readable))
    try:
        reply: dict[str, Any] = {"kind": "answer", "value": run(argument)}
        text = json.dumps(reply)
    except MemoryError:
        text = '{"kind": "memory"}'
    except Exception as fault:
        said = f"{type(fault).__name__}: {fault}".splitlines() or [""]
        text = json.dumps({"kind": "fault", "fault": said[0][:300]})
    with contextlib.suppress(OSError):
        there.send_bytes(text.encode())
    os._exit(0)  # what a library does on its way out is of no interest, and may take long


def _hush() -> None:
    """Let nothing that a library prints reach the terminal."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def _limit(limits: Limits) -> None:
    """Set the limits that the system knows; where it knows none, the clock alone holds."""
    try:
        import resource
    except ImportError:
        return
    bounds = (
        ("RLIMIT_CPU", limits.seconds),
        # Not RLIMIT_AS: the library that draws reserves far more addresses than it writes to.
        ("RLIMIT_DATA", limits.megabytes * 1_000_000),
        ("RLIMIT_FSIZE", LARGEST_SCRATCH),
        ("RLIMIT_CORE", 0),
    )
    for name, bound in bounds:
        kind = getattr(resource, name, None)
        if kind is not None:
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(kind, (bound, bound))


class _Guard:
    """Refuses what a function that reads bytes has no need of."""

    def __init__(self, scratch: str, readable: tuple[str, ...]) -> None:
        here = str(Path.cwd())
        libraries = [path for path in sys.path if path and path != here]
        own = str(Path(__file__).parent)
        self._scratch = os.path.realpath(scratch)
        self._readable = tuple(
            os.path.realpath(path) + os.sep
            for path in (*libraries, sys.prefix, sys.base_prefix, own, *readable)
        )

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Raise PermissionError for a file that is not Python's, a connection or a program."""
        if event == "open":
            path, mode, flags = arguments
            if isinstance(path, str | bytes):
                writes = bool(set(mode or "") - set("rbtU")) or flags & (os.O_WRONLY | os.O_RDWR)
                self._check_open(os.path.realpath(os.fsdecode(path)), writes=bool(writes))
        elif event in _CHANGES:
            if not self._is_scratch(os.path.realpath(os.fsdecode(arguments[0]))):
                raise PermissionError(f"{event} is not allowed here")
        elif event.startswith(_REFUSED):
            raise PermissionError(f"{event} is not allowed here")

    def _check_open(self, full: str, *, writes: bool) -> None:
        if self._is_scratch(full) or full == os.devnull:
            return
        if writes or not full.startswith(self._readable):
            raise PermissionError(f"{full} is not to be opened here")

    def _is_scratch(self, full: str) -> bool:
        return full == self._scratch or full.startswith(self._scratch + os.sep)


_CHANGES: Final = frozenset({"os.mkdir", "os.rmdir", "os.remove", "shutil.rmtree"})
_REFUSED: Final = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system",
    "os.rename", "os.link", "os.symlink", "os.chmod", "os.chown", "os.truncate", "shutil.copy",
    "shutil.move",
)  # fmt: skip
