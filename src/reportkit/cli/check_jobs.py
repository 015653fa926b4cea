"""Turn codes into what is told of each, one after the other: recalled, or checked on all cores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reportkit.cli.recall import recall, remember, told_key
from reportkit.report.told import Told, unchecked
from reportkit.store.parts import hash_of
from reportkit.store.seen import HOUSE, seen_parts
from reportkit.store.store import CLOSED, open_store

if TYPE_CHECKING:
    from reportkit.cli.rule_set import Trust
    from reportkit.cli.shared import Shared

WORTH_A_PROCESS: Final = 40
"""Publications to check from which on it pays to start processes for them."""


@dataclass(frozen=True, slots=True)
class Order:
    """How to check, in values that can be sent to another process."""

    root: Path
    trust: Trust
    today: date
    before: Path | None = None
    """Project folder of the edition to compare with."""

    @property
    def options(self) -> tuple[str, ...]:
        """All of the order that what is told depends on, beside the files."""
        return ("check", str(self.today))

    @property
    def can_be_recalled(self) -> bool:
        """False where code of the project or another folder is read, too."""
        return self.trust == "untrusted" and self.before is None


def check_all(order: Order, codes: Sequence[str], jobs: int) -> Iterator[Told]:
    """What is told of each publication, in the order given; raises CannotRun."""
    store = open_store(order.root) if order.can_be_recalled else CLOSED
    parts = seen_parts(order.root, codes, store)
    house = hash_of(parts[HOUSE])
    keys = {code: told_key(house, [parts[code]], order.options) for code in codes}
    anew = {code: None for code in codes if not store.holds(keys[code])}
    checked = _checked(order, tuple(anew), jobs)
    for code in codes:
        if code in anew:
            yield next(checked)
        else:
            yield recall(store, keys[code]) or next(_checked(order, [code], 1))
    if anew:
        store.trim()


def _checked(order: Order, codes: Sequence[str], jobs: int) -> Iterator[Told]:
    if not codes:
        return
    from reportkit.cli.shared import read_shared
    from reportkit.cli.workers import work_apart

    if jobs > 1 and len(codes) >= WORTH_A_PROCESS:
        yield from work_apart(partial(_check_there, order), unchecked, codes, jobs)
        return
    shared = read_shared(order.root, order.trust)
    for code in codes:
        yield _check(order, shared, code)


def _check(order: Order, shared: Shared, code: str) -> Told:
    from reportkit.check.engine import check
    from reportkit.cli.editions import with_previous
    from reportkit.report.text import told as told_in_text

    parts, workspace = shared.read(code)
    workspace = with_previous(workspace, order.before)
    findings = shared.rules.mention(check(workspace, shared.rules.rules, order.today))
    told = told_in_text(findings)
    if order.can_be_recalled and shared.rules.can_be_recalled:
        remember(shared.store, told_key(shared.hashed, [parts], order.options), told)
    return told


def _check_there(order: Order, code: str) -> Told:
    try:
        return _check(order, _shared(order.root, order.trust), code)
    except MemoryError:
        return unchecked(code, "there is not enough memory")


@lru_cache(maxsize=1)
def _shared(root: Path, trust: Trust) -> Shared:
    from reportkit.cli.shared import read_shared

    return read_shared(root, trust)
