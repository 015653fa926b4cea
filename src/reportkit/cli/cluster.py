"""Do the same work on a Dask cluster: bytes go to its workers, what they made comes back.

No disk is shared. What a worker makes is a function of what it is sent, so that work whose worker
is lost is done by another, and what was done twice is still taken once: only this process
writes.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from distributed import Client, Future, KilledWorker, wait
from distributed.comm.core import CommClosedError

from reportkit.cannot_run import CannotRun
from reportkit.cli.work import STOPS, S, T, Work, cause
from reportkit.cli.workers import AHEAD, LIMITS, Limits, limited
from reportkit.publish.environment import changes

if TYPE_CHECKING:
    from reportkit.publish.manifest import Environment

ANSWERS_WITHIN: Final = 10
"""Seconds in which a scheduler has to answer, and to have a worker."""
LOOKED_AT_EVERY: Final = 20
"""Seconds after which it is looked whether any worker is left."""


def work_afar(
    work: Work[Any, Any, T],
    codes: Sequence[str],
    address: str,
    tell: Callable[[], Environment],
    limits: Limits = LIMITS,
) -> Iterator[T]:
    """What comes of each code on the cluster of a scheduler, in the order given.

    `tell` says all that what is made depends on, where it is called. Raises CannotRun for a
    scheduler that is not there, has no workers or is lost, and for workers with other versions.
    """
    with _client(address) as client:
        _wait_for_workers(client, address)
        _compare(client, tell)
        most = AHEAD * _number_of_workers(client)
        ahead: deque[Callable[[], T]] = deque()
        for code in codes:
            ahead.append(_sent(client, work, code, limits.seconds))
            if len(ahead) >= most:
                yield ahead.popleft()()
        while ahead:
            yield ahead.popleft()()


@contextmanager
def _client(address: str) -> Iterator[Client]:
    if not address.startswith(("tcp://", "tls://")):
        raise CannotRun(f"{address} is no address of a scheduler", "name it as tcp://host:8786")
    # What they would log stands in the one message that is raised.
    for name in ("distributed", "distributed.client", "tornado.application"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        client = Client(address, timeout=ANSWERS_WITHIN)
    except (OSError, ValueError) as error:
        raise CannotRun(
            f"no scheduler answers at {address}",
            "start one with `dask scheduler`, and name the address it prints",
        ) from error
    try:
        with client:
            yield client
    except (_LostError, CancelledError, CommClosedError) as lost:
        why = "no worker is left" if isinstance(lost, _LostError) else "its scheduler is gone"
        raise CannotRun(
            f"the cluster at {address} was lost: {why}",
            "start it again and build again: what was written is kept",
        ) from lost


class _LostError(Exception):
    """Nobody is left who could do the work."""


def _wait_for_workers(client: Client, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=ANSWERS_WITHIN)
    except TimeoutError as error:
        raise CannotRun(
            f"the scheduler at {address} has no workers", f"start some with `dask worker {address}`"
        ) from error


def _compare(client: Client, tell: Callable[[], Environment]) -> None:
    """Refuse workers that would make something else of the same sources."""
    here = tell()
    for worker, there in sorted(client.run(tell, on_error="return").items()):
        if isinstance(there, Exception):
            raise CannotRun(
                f"the worker {worker} cannot run reportkit: {there}",
                "install the same reportkit there",
            )
        for change in changes(there, here):
            raise CannotRun(
                f"the worker {worker} would not make the same: {change.name} is "
                f"{change.then} there and {change.now} here",
                "install the same versions on all machines",
            )


def _number_of_workers(client: Client) -> int:
    return len(client.scheduler_info()["workers"])


def _sent(client: Client, work: Work[S, Any, T], code: str, seconds: float) -> Callable[[], T]:
    """A function that waits for what comes of a code, which is sent."""
    try:
        sources = work.gather(code)
    except STOPS as stop:
        return partial(work.ended, code, cause(stop))
    future = client.submit(_make, work.make, sources, seconds, pure=False)
    return partial(_received, client, work, code, future)


def _received(client: Client, work: Work[Any, Any, T], code: str, future: Future[Any]) -> T:
    try:
        return work.put(_made(client, future))
    except KilledWorker:
        return work.ended(
            code, "every process that worked on it was ended; is there enough memory, and time?"
        )
    except CommClosedError:
        raise
    except STOPS as stop:
        return work.ended(code, cause(stop))


def _made(client: Client, future: Future[Any]) -> Any:
    """What a worker made; raises what it raised, KilledWorker if several died over it."""
    while not future.done():
        try:
            wait([future], timeout=LOOKED_AT_EVERY)
        except TimeoutError as error:
            if not _number_of_workers(client):
                raise _LostError from error
    return future.result()


def _make(make: Callable[[S], Any], sources: S, seconds: float) -> Any:
    """Make in a worker, which ends if it takes too long; one publication at a time."""
    with _ALONE:
        return limited(make, sources, seconds)


_ALONE: Final = threading.Lock()
"""The library that reads PDFs back cannot work for two threads at once."""
