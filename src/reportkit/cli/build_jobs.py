"""Codes in, what came of building each out: one after the other, or several at a time.

Publications share nothing, so they are built in processes of their own; a process is
replaced after some of them, as the layout library keeps memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache, partial
from multiprocessing import get_context
from pathlib import Path

from reportkit import pipeline
from reportkit.cli.editions import with_previous
from reportkit.cli.rule_set import RuleSet, Trust, rule_set
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
    if jobs == 1 or len(codes) == 1:
        yield from (_build(order, code) for code in codes)
        return
    rules = _rules(order).rules
    with ProcessPoolExecutor(
        max_workers=min(jobs, len(codes)),
        mp_context=get_context("spawn"),
        max_tasks_per_child=BUILDS_A_PROCESS,
    ) as pool:
        for built in pool.map(partial(_build_apart, order), codes):
            yield replace(built, findings=replace(built.findings, rules=rules))


def _build_apart(order: Order, code: str) -> pipeline.Built:
    """Build in another process; rules are functions and stay there."""
    built = _build(order, code)
    return replace(built, findings=replace(built.findings, rules=()))


def _build(order: Order, code: str) -> pipeline.Built:
    workspace = with_previous(read_workspace(order.root, [code]), order.before)
    rules = _rules(order)
    job = pipeline.Job(rules.rules, _theme(order.root), order.fail_on, order.purpose,
                       order.today, order.created, rules.files, rules.packages)  # fmt: skip
    built = pipeline.build(workspace.publications[0], workspace, job)
    return replace(built, findings=rules.mention(built.findings))


@lru_cache(maxsize=1)
def _rules(order: Order) -> RuleSet:
    return rule_set(read_workspace(order.root, []), order.trust)


@lru_cache(maxsize=1)
def _theme(root: Path) -> Theme:
    return load_theme(root / "templates")
