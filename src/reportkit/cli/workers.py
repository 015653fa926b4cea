"""Do the same work on many publications: here, or in processes of their own, several at a time.

Publications share nothing. A process is replaced after many of them, as libraries keep memory. One
whose process dies, takes too long or too much memory is told with the cause and stops no other.
"""

from __future__ import annotations

import os
import resource
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.process import BaseProcess
from typing import Any, Final, Literal

from reportkit.cannot_run import CannotRun
from reportkit.cli.collecting import OF_MANY, collect_seldom
from reportkit.cli.work import S, T, Work
from reportkit.files.disk import reason

Method = Literal["fork", "spawn"]
CAN_FORK: Final = sys.platform == "linux"
"""Whether a process may copy this one, which spares one publication what modules take to load.

Elsewhere what the system's libraries hold does not survive that; several processes are never
copied, as the threads that serve the first would be in the way of the next.
"""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one publication may take, and how many one process."""

    seconds: float = 600
    """Of the clock."""
    megabytes: int = 4_000
    """Of memory that its process writes to, where the system keeps to such a limit."""
    publications: int = 2_000
    """That a process works on before another takes its place; to start one takes seconds."""


LIMITS: Final = Limits()
PRINTING: Final = Limits(publications=200)
"""Of processes that lay out pages, whose libraries keep more."""
AHEAD: Final = 8
"""Publications handed to each process at once, so that none waits and few outcomes pile up."""


def work_apart(
    work: Work[Any, Any, T], codes: Sequence[str], jobs: int, limits: Limits = LIMITS
) -> Iterator[T]:
    """What comes of each code in another process, in the order given.

    Of a code whose process died it is told why. Such a death breaks off what is worked on
    beside it: what comes first of that is worked on alone, so that it is known whose process
    dies, and the rest together again.
    """
    left = tuple(codes)
    while left:
        for outcome in _together(work, left, jobs, limits):
            left = left[1:]
            yield outcome
        if left:
            yield _alone(work, left[0], limits)
            left = left[1:]


def limited(work: Callable[[S], T], subject: S, seconds: float) -> T:
    """Work in this process, which ends if it takes too long: no library can be asked to stop."""
    watch = threading.Timer(seconds, os._exit, (1,))
    watch.daemon = True
    watch.start()
    try:
        return work(subject)
    finally:
        watch.cancel()


def _together(
    work: Work[Any, Any, T], codes: Sequence[str], jobs: int, limits: Limits
) -> Iterator[T]:
    """Work in several processes, in the order given, until one of them dies."""
    number = min(jobs, len(codes))
    method: Method = "fork" if len(codes) == 1 and CAN_FORK else "spawn"
    with _workers(number, limits, method) as pool, suppress(BrokenProcessPool):
        ahead: deque[Future[T]] = deque()
        for code in codes:
            with _starting():
                ahead.append(pool.submit(limited, work.here, code, limits.seconds))
            if len(ahead) >= number * AHEAD:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


def _alone(work: Work[Any, Any, T], code: str, limits: Limits) -> T:
    start = time.monotonic()
    for outcome in list(_together(work, [code], 1, limits)):
        return outcome
    if time.monotonic() - start >= limits.seconds:
        return work.ended(code, f"it took more than {limits.seconds:g} seconds")
    return work.ended(code, "its process was ended; is there enough memory?")


@contextmanager
def _workers(number: int, limits: Limits, method: Method) -> Iterator[ProcessPoolExecutor]:
    """Processes to work in, which end with this one, however it ends."""
    with _starting():
        pool = ProcessPoolExecutor(
            max_workers=number,
            mp_context=get_context(method),
            max_tasks_per_child=None if method == "fork" else limits.publications,
            initializer=_prepare,
            initargs=(limits,),
        )
    try:
        yield pool
    except BaseException:
        for process in active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _starting() -> Iterator[None]:
    """Say in one message that the system gives no process to work in."""
    try:
        yield
    except (OSError, NotImplementedError) as fault:
        why = reason(fault) if isinstance(fault, OSError) else "it shares no memory"
        raise CannotRun(
            f"this machine lets reportkit start no process: {why}",
            "let the user have more processes, and a folder /dev/shm to write to",
        ) from fault


def _prepare(limits: Limits) -> None:
    """Limit the memory of this process, and let it end with its parent."""
    collect_seldom(OF_MANY)
    _limit_memory(limits.megabytes * 1_000_000)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _limit_memory(most: int) -> None:
    """Let no more memory be written to, where the system keeps to that: Linux does."""
    # Not RLIMIT_AS: the library that draws reserves far more addresses than it writes to.
    with suppress(ValueError, OSError):
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
