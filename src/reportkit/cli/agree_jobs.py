"""Turn codes into where their publications disagree; what each says is kept for the next time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from reportkit.check.agreement import facts_of, judge
from reportkit.check.clash import Fact
from reportkit.check.findings import Findings
from reportkit.check.rule import CheckAgreement
from reportkit.cli.check_jobs import WORTH_A_PROCESS
from reportkit.cli.order import Order
from reportkit.cli.recall import told_key
from reportkit.cli.sources import Sources, gather, read_house, rules_of, workspace_of_sources
from reportkit.cli.unread import unread
from reportkit.cli.work import Work
from reportkit.cli.workers import work_apart
from reportkit.findings.place import At, Span
from reportkit.store.parts import hash_of
from reportkit.store.seen import HOUSE, seen_parts
from reportkit.store.store import CLOSED, Store, open_store
from reportkit.workspace.workspace import workspace_of

_FACTS: Final = ("facts", "1")
"""The number goes up with the form of the entry."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Where publications do not agree."""

    findings: Findings
    troubles: tuple[str, ...]
    """Which the environment kept from being read, and why."""
    unread: tuple[str, ...]
    """The files that cannot be read, and why."""


def agreement(order: Order, codes: Sequence[str], jobs: int) -> Agreement:
    """Where publications do not agree, and what was not held against anything; raises CannotRun."""
    house = read_house(order.root)
    rules = rules_of(house, order.trust)
    store = open_store(order.root) if order.can_be_recalled and rules.can_be_recalled else CLOSED
    facts: dict[str, list[Fact]] = {rule.name: [] for rule in rules.rules}
    troubles, files = [], dict[str, None]()
    for said in _said(order, store, codes, jobs):
        if said.why is not None:
            troubles.append(f"{said.code} is left out: {said.why}")
        files |= dict.fromkeys(said.unread)
        for name, of_one in said.facts.items():
            facts[name] += of_one
    comparing = [rule for rule in rules.rules if isinstance(rule.check, CheckAgreement)]
    findings = judge(
        facts,
        workspace_of(house.files, ()),
        tuple(codes),
        lambda code: workspace_of_sources(gather(order, code)).publications[0],
        comparing,
        order.today,
    )
    return Agreement(rules.mention(findings), tuple(troubles), tuple(files))


@dataclass(frozen=True, slots=True)
class _Said:
    """What one publication says."""

    code: str
    facts: dict[str, list[Fact]]
    key: str = ""
    why: str | None = None
    """Why it could not be read."""
    unread: tuple[str, ...] = ()
    """Its files of which nothing could be read; what has such is not kept."""


def _said(order: Order, store: Store, codes: Sequence[str], jobs: int) -> Iterable[_Said]:
    parts = seen_parts(order.root, codes, store)
    house = hash_of(parts[HOUSE])
    keys = {code: told_key(house, [parts[code]], _FACTS) for code in codes}
    anew = [code for code in codes if not store.holds(keys[code])]
    work = Work(partial(gather, order), partial(_tell, order), partial(_kept, store), _untold)
    told = iter(
        work_apart(work, anew, jobs)
        if jobs > 1 and len(anew) >= WORTH_A_PROCESS
        else map(work.here, anew)
    )
    waiting = set(anew)
    for code in codes:
        if code in waiting:
            yield next(told)
        elif (kept := store.read(keys[code])) is not None:
            yield _Said(code, _from_json(code, kept))
        else:
            yield work.here(code)
    if anew:
        store.trim()


def _tell(order: Order, sources: Sources) -> _Said:
    rules, workspace = rules_of(sources.house, order.trust), workspace_of_sources(sources)
    facts = facts_of(workspace.publications[0], rules.rules)
    key = told_key(sources.house.digest, [sources.parts], _FACTS)
    files = tuple(map(str, unread(workspace.files, workspace.publications[0])))
    return _Said(sources.code, facts, key, unread=files)


def _kept(store: Store, said: _Said) -> _Said:
    if not said.unread:
        store.keep(said.key, _as_json(said.facts))
    return said


def _untold(code: str, why: str) -> _Said:
    return _Said(code, {}, why=why)


def _as_json(facts: dict[str, list[Fact]]) -> bytes:
    rows = {name: [_row(fact) for fact in of_one] for name, of_one in facts.items()}
    return json.dumps(rows, ensure_ascii=False).encode()


def _row(fact: Fact) -> list[Any]:
    part = fact.at.part and [fact.at.part.start, fact.at.part.end]
    return [fact.subject, fact.says, fact.at.key, fact.at.route, part, fact.at.target]


def _from_json(code: str, kept: bytes) -> dict[str, list[Fact]]:
    return {name: [_fact(code, *row) for row in rows] for name, rows in json.loads(kept).items()}


def _fact(
    code: str, subject: str, says: str, key: str, route: list[Any], part: Any, target: Any
) -> Fact:
    where = At(key, tuple(route), part and Span(*part), target)
    return Fact(code, subject, says, where)
