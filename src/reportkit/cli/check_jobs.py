"""Turn codes into what is told of each, one after the other: recalled, or checked on all cores."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from reportkit.cli.order import Order
from reportkit.cli.recall import recall, remember, told_key
from reportkit.cli.sources import Sources, gather, read_house, rules_of, workspace_of_sources
from reportkit.cli.work import Work
from reportkit.report.told import Told, unchecked
from reportkit.store.parts import hash_of
from reportkit.store.seen import HOUSE, seen_parts
from reportkit.store.store import CLOSED, Store, open_store
from reportkit.workspace.select import is_whole

WORTH_A_PROCESS: Final = 40
"""Publications to check from which on it pays to start processes for them."""


def options_of(order: Order) -> tuple[str, ...]:
    """All of an order that what is told depends on, beside the files."""
    return ("check", str(order.today))


def check_all(order: Order, codes: Sequence[str], jobs: int) -> Iterator[Told]:
    """What is told of each publication, in the order given, and of the house at last.

    Of the house nothing is told unless these are all publications. Raises CannotRun.
    """
    idle: set[int] | None = None
    for told in _each(order, codes, jobs):
        idle = set(told.idle) if idle is None else idle & set(told.idle)
        yield told
    if idle and is_whole(order.root, codes):
        yield _of_house(order, idle)


def _each(order: Order, codes: Sequence[str], jobs: int) -> Iterator[Told]:
    store = open_store(order.root) if order.can_be_recalled else CLOSED
    parts = seen_parts(order.root, codes, store)
    house = hash_of(parts[HOUSE])
    keys = {code: told_key(house, [parts[code]], options_of(order)) for code in codes}
    anew = {code: None for code in codes if not store.holds(keys[code])}
    checked = _checked(order, store, tuple(anew), jobs)
    for code in codes:
        if code in anew:
            yield next(checked)
        else:
            yield recall(store, keys[code]) or next(_checked(order, store, [code], 1))
    if anew:
        store.trim()


def _checked(order: Order, store: Store, codes: Sequence[str], jobs: int) -> Iterator[Told]:
    if not codes:
        return
    work = Work(partial(gather, order), partial(_check, order), partial(_kept, store), unchecked)
    rules_of(read_house(order.root), order.trust)  # what is wrong with them is told once
    if jobs > 1 and len(codes) >= WORTH_A_PROCESS:
        from reportkit.cli.workers import work_apart

        yield from work_apart(work, codes, jobs)
    else:
        yield from map(work.here, codes)


def _of_house(order: Order, idle: Collection[int]) -> Told:
    """What is told of waivers of the house that fit nothing in any publication."""
    from reportkit.check.house_waivers import idle_in_all
    from reportkit.report.text import told as told_in_text

    house = read_house(order.root)
    return told_in_text(idle_in_all(house.files, rules_of(house, order.trust).rules, idle))


@dataclass(frozen=True, slots=True)
class _Checked:
    told: Told
    key: str | None
    """Under which it can be recalled; None if it cannot."""


def _check(order: Order, sources: Sources) -> _Checked:
    from reportkit.check.engine import check
    from reportkit.report.text import told as told_in_text

    rules, workspace = rules_of(sources.house, order.trust), workspace_of_sources(sources)
    told = told_in_text(rules.mention(check(workspace, rules.rules, order.today)))
    if not (order.can_be_recalled and rules.can_be_recalled):
        return _Checked(told, None)
    return _Checked(told, told_key(sources.house.digest, [sources.parts], options_of(order)))


def _kept(store: Store, checked: _Checked) -> Told:
    if checked.key is not None:
        remember(store, checked.key, checked.told)
    return checked.told
