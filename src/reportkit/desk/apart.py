"""Run a function in a process of its own, which has its libraries loaded before it is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Lock
from typing import Final, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

LONGEST: Final = 60.0
"""Seconds for one call."""
CALLS_A_PROCESS: Final = 50
"""The libraries keep memory, so that a process is replaced after some calls."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a call has no answer, in words."""

    why: str


class Apart(Generic[P, T]):
    """A process for one function of a module, one call at a time; it ends with this one."""

    def __init__(self, function: Callable[P, T], longest: float = LONGEST) -> None:
        self._function = function
        self._longest = longest
        self._alone = Lock()
        self._running: tuple[BaseProcess, Connection] | None = None
        self._left = 0

    def make_ready(self) -> None:
        """Start the process, if none is running or busy; this does not wait for it."""
        if self._alone.acquire(blocking=False):
            try:
                self._started()
            finally:
                self._alone.release()

    def call(self, *arguments: P.args, **named: P.kwargs) -> T | Failed:
        """What the function returns, or why it does not."""
        with self._alone:
            pipe = self._started()
            self._left -= 1
            try:
                pipe.send((arguments, named))
                if pipe.poll(self._longest):
                    answer: T = pipe.recv()
                    return answer
                failed = Failed(f"it took more than {self._longest:g} seconds")
            except (EOFError, OSError):
                failed = Failed("the process was ended; is there enough memory?")
            self.close()
            return failed

    def close(self) -> None:
        """End the process."""
        if self._running is not None:
            process, pipe = self._running
            self._running = None
            process.kill()
            process.join()
            pipe.close()

    def _started(self) -> Connection:
        if self._running is not None and self._left > 0 and self._running[0].is_alive():
            return self._running[1]
        self.close()
        context = get_context("spawn")
        here, there = context.Pipe()
        process = context.Process(target=_answer, args=(self._function, there), daemon=True)
        process.start()
        there.close()
        self._running, self._left = (process, here), CALLS_A_PROCESS
        return here


def _answer(function: Callable[..., object], there: Connection) -> None:
    """What runs in the process: it ends when nobody is there to ask it any more."""
    while True:
        try:
            arguments, named = there.recv()
        except (EOFError, KeyboardInterrupt):
            return
        there.send(function(*arguments, **named))
