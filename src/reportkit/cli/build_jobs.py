"""Turn a plan into what came of each publication: left as it is, or built, several at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from reportkit.cli.build_plan import BuildOrder, Done, Plan
from reportkit.cli.build_put import put, stopped
from reportkit.cli.sources import House, Sources, gather, gather_held, read_house, rules_of
from reportkit.cli.work import Work
from reportkit.store.store import Store, open_artefacts

if TYPE_CHECKING:
    from reportkit.check.findings import Findings
    from reportkit.cli.build_one import Product


@dataclass(frozen=True, slots=True)
class Crew:
    """Who works on the publications: processes of this machine, or those of a cluster."""

    jobs: int
    scheduler: str | None = None
    """The address of the cluster's scheduler."""


def build_all(order: BuildOrder, plan: Plan, codes: Sequence[str], crew: Crew) -> Iterator[Done]:
    """What came of each publication, in the order given; raises ThemeError or CannotRun."""
    anew = plan.anew
    made = _made(order, anew, crew)
    wanted = set(anew)
    for code in codes:
        yield next(made) if code in wanted else _unchanged(order, plan, code)


def work_on(order: BuildOrder) -> Work[Sources, Product, Done]:
    """What to do for a publication that is to be built; raises CannotRun for the store."""
    store = open_artefacts(order.root)
    return Work(partial(gather, order), partial(_make, order, store), partial(put, order), stopped)


def with_rules(order: BuildOrder, findings: Sequence[Findings]) -> Findings:
    """The findings of several publications as one, with the rules that were run."""
    from reportkit.check.findings import joined

    rules = rules_of(read_house(order.root), order.trust).rules
    return replace(joined(findings), rules=rules)


def _unchanged(order: BuildOrder, plan: Plan, code: str) -> Done:
    return plan.unchanged(code) or next(_made(order, [code], Crew(1)))


def _made(order: BuildOrder, codes: Sequence[str], crew: Crew) -> Iterator[Done]:
    if not codes:
        return
    house = read_house(order.root)
    work = work_on(order)
    if crew.scheduler is not None:
        yield from _made_afar(order, house, work, codes, crew.scheduler)
    else:
        yield from _made_apart(order, house, work, codes, crew.jobs)


def _made_apart(
    order: BuildOrder,
    house: House,
    work: Work[Sources, Product, Done],
    codes: Sequence[str],
    jobs: int,
) -> Iterator[Done]:
    from reportkit.cli.workers import LIMITS, PRINTING, work_apart
    from reportkit.render.theme import load_theme

    # What is wrong with the house is told once, before processes are started for it.
    load_theme(house.files)
    rules_of(house, order.trust)
    limits = LIMITS if order.pdf == "none" else PRINTING
    yield from work_apart(work, codes, jobs, limits)


def _made_afar(
    order: BuildOrder,
    house: House,
    work: Work[Sources, Product, Done],
    codes: Sequence[str],
    scheduler: str,
) -> Iterator[Done]:
    from reportkit.cli.needed import needed_library

    needed_library("distributed", "distributed")
    from reportkit.cli.build_one import environment_of, make_alike
    from reportkit.cli.cluster import work_afar

    environment = environment_of(order, house)  # which reads all files of the house
    there = replace(
        work, gather=partial(gather_held, order), make=partial(make_alike, order, environment)
    )
    yield from work_afar(there, codes, scheduler, partial(environment_of, order, house.held()))


def _make(order: BuildOrder, store: Store, sources: Sources) -> Product:
    """Make with the module that imports the PDF writer, which takes a second."""
    from reportkit.cli.build_one import make

    return make(order, store, sources)
