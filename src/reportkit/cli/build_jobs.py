"""Turn codes into what came of building each: one after the other, or several at a time.

Publications share nothing, so several are built in processes of their own; a process is
replaced after some of them, as the layout library keeps memory. One that cannot be built, or
whose process dies, is told and stops no other.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path

from reportkit import pipeline
from reportkit.cannot_run import CannotRun
from reportkit.check.findings import Findings
from reportkit.cli.editions import with_previous
from reportkit.cli.rule_set import RuleSet, Trust, rule_set
from reportkit.files.disk import reason
from reportkit.files.reading import FolderFiles
from reportkit.findings.finding import Severity
from reportkit.render.theme import Theme, load_theme
from reportkit.workspace.workspace import read_workspace

BUILDS_A_PROCESS = 200


@dataclass(frozen=True, slots=True)
class Order:
    """How to build, in values that can be sent to another process."""

    root: Path
    fail_on: Severity
    trust: Trust
    purpose: pipeline.Purpose
    today: date
    created: datetime | None
    before: Path | None = None
    """Project folder of the edition to compare with."""


def build_all(order: Order, codes: Sequence[str], jobs: int) -> Iterator[pipeline.Built]:
    """Build every code, in the order given; raises ThemeError if the theme is at fault."""
    _theme(order.root)
    if len(codes) == 1:
        yield _build(order, codes[0])
        return
    rules = _rules(order).rules
    for built in _build_apart(order, codes, jobs):
        yield replace(built, findings=replace(built.findings, rules=rules))


def _build_apart(order: Order, codes: Sequence[str], jobs: int) -> Iterator[pipeline.Built]:
    """Build in other processes, in the order given.

    A process that dies breaks off what is built beside it. What comes first of that is built
    alone, so that it is known whose process dies, and the rest together again.
    """
    left = tuple(codes)
    while left:
        for built in _together(order, left, jobs):
            left = left[1:]
            yield built
        if left:
            yield _alone(order, left[0])
            left = left[1:]


def _together(order: Order, codes: Sequence[str], jobs: int) -> Iterator[pipeline.Built]:
    """Build in several processes, in the order given, until one of them dies."""
    with _workers(min(jobs, len(codes))) as pool, suppress(BrokenProcessPool):
        futures = [pool.submit(_build_there, order, code) for code in codes]
        for future in futures:
            yield future.result()


def _alone(order: Order, code: str) -> pipeline.Built:
    for built in list(_together(order, [code], 1)):
        return built
    return _stopped(order, code, "the process that built it was ended; is there enough memory?")


@contextmanager
def _workers(number: int) -> Iterator[ProcessPoolExecutor]:
    """Processes to build in, which end with this one, however it ends."""
    pool = ProcessPoolExecutor(
        max_workers=number,
        mp_context=get_context("spawn"),
        max_tasks_per_child=BUILDS_A_PROCESS,
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


def _build_there(order: Order, code: str) -> pipeline.Built:
    """Build in another process; rules are functions and stay there."""
    built = _build(order, code)
    return replace(built, findings=replace(built.findings, rules=()))


def _build(order: Order, code: str) -> pipeline.Built:
    """Build one publication; what of the environment is in its way is told and raises nothing."""
    try:
        workspace = with_previous(read_workspace(order.root, [code]), order.before)
        rules = _rules(order)
        job = pipeline.Job(rules.rules, _theme(order.root), order.fail_on, order.purpose,
                           order.today, order.created, rules.files, rules.packages)  # fmt: skip
        built = pipeline.build(workspace.publications[0], workspace, job)
    except CannotRun as stop:
        return _stopped(order, code, stop.message)
    except OSError as error:
        return _stopped(order, code, f"{error.filename or 'the system'}: {reason(error)}")
    except MemoryError:
        return _stopped(order, code, "there is not enough memory")
    return replace(built, findings=rules.mention(built.findings))


def _stopped(order: Order, code: str, why: str) -> pipeline.Built:
    """What came of a publication that could not even be checked."""
    nothing = Findings((), (), (), (), {}, _rules(order).rules)
    return pipeline.Built(code, nothing, None, stops=(why,))


@lru_cache(maxsize=1)
def _rules(order: Order) -> RuleSet:
    return rule_set(read_workspace(order.root, []), order.trust)


@lru_cache(maxsize=1)
def _theme(root: Path) -> Theme:
    return load_theme(FolderFiles(root))
