"""Do the same work on many publications: here, or in processes of their own, several at a time.

Publications share nothing. A process is replaced after some of them, as libraries keep memory. One
whose process dies is told and stops no other.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.process import BaseProcess
from typing import Final, TypeVar

T = TypeVar("T")

A_PROCESS: Final = 200
"""Publications a process works on before another takes its place."""
AHEAD: Final = 8
"""Publications handed to each process at once, so that none waits and few outcomes pile up."""


def work_apart(
    work: Callable[[str], T], ended: Callable[[str], T], codes: Sequence[str], jobs: int
) -> Iterator[T]:
    """What `work` makes of each code in another process, in the order given.

    `ended` says what came of a code whose process died. Such a death breaks off what is worked on
    beside it: what comes first of that is worked on alone, so that it is known whose process dies,
    and the rest together again.
    """
    left = tuple(codes)
    while left:
        for outcome in _together(work, left, jobs):
            left = left[1:]
            yield outcome
        if left:
            yield _alone(work, ended, left[0])
            left = left[1:]


def _together(work: Callable[[str], T], codes: Sequence[str], jobs: int) -> Iterator[T]:
    """Work in several processes, in the order given, until one of them dies."""
    number = min(jobs, len(codes))
    with _workers(number) as pool, suppress(BrokenProcessPool):
        ahead: deque[Future[T]] = deque()
        for code in codes:
            ahead.append(pool.submit(work, code))
            if len(ahead) >= number * AHEAD:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


def _alone(work: Callable[[str], T], ended: Callable[[str], T], code: str) -> T:
    for outcome in list(_together(work, [code], 1)):
        return outcome
    return ended(code)


@contextmanager
def _workers(number: int) -> Iterator[ProcessPoolExecutor]:
    """Processes to work in, which end with this one, however it ends."""
    pool = ProcessPoolExecutor(
        max_workers=number,
        mp_context=get_context("spawn"),
        max_tasks_per_child=A_PROCESS,
        initializer=_end_with_parent,
    )
    try:
        yield pool
    except BaseException:
        for process in active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
