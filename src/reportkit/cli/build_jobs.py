"""Turn a plan into what came of each publication: left as it is, or built, several at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from reportkit.cli.build_plan import Done, Order, Plan

if TYPE_CHECKING:
    from reportkit.check.findings import Findings


def build_all(order: Order, plan: Plan, codes: Sequence[str], jobs: int) -> Iterator[Done]:
    """What came of each publication, in the order given; raises ThemeError or CannotRun."""
    anew = plan.anew
    made = _made(order, anew, jobs)
    wanted = set(anew)
    for code in codes:
        yield next(made) if code in wanted else _unchanged(order, plan, code)


def with_rules(order: Order, findings: Sequence[Findings]) -> Findings:
    """The findings of several publications as one, with the rules that were run."""
    from reportkit.check.findings import joined
    from reportkit.cli.shared import read_shared

    return replace(joined(findings), rules=read_shared(order.root, order.trust).rules.rules)


def _unchanged(order: Order, plan: Plan, code: str) -> Done:
    return plan.unchanged(code) or next(_made(order, [code], 1))


def _made(order: Order, codes: Sequence[str], jobs: int) -> Iterator[Done]:
    if len(codes) == 1:
        yield _of_build_one("build_here")(order, codes[0])
    elif codes:
        from reportkit.cli.workers import work_apart
        from reportkit.files.reading import FolderFiles
        from reportkit.render.theme import load_theme

        load_theme(FolderFiles(order.root))
        yield from work_apart(partial(_build_there, order), _ended, codes, jobs)


def _build_there(order: Order, code: str) -> Done:
    return _of_build_one("build_there")(order, code)


def _ended(code: str, why: str) -> Done:
    from reportkit.cli.build_one import stopped

    return stopped(code, why)


def _of_build_one(name: str) -> Callable[[Order, str], Done]:
    """A function of the module that imports the PDF writer, which takes a second."""
    from reportkit.cli import build_one

    function: Callable[[Order, str], Done] = getattr(build_one, name)
    return function
