"""Make of a publication's sources what it is built as, with what a process has ready for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from reportkit import pipeline
from reportkit.cannot_run import CannotRun
from reportkit.check.findings import Findings
from reportkit.cli.build_plan import BuildOrder
from reportkit.cli.review import review_pages
from reportkit.cli.sources import House, Sources, rules_of, workspace_of_sources
from reportkit.publish.environment import present_environment
from reportkit.publish.manifest import Environment
from reportkit.render.theme import Theme, load_theme
from reportkit.report.text import told as told_in_text
from reportkit.report.told import Told
from reportkit.store.parts import Parts
from reportkit.store.store import CLOSED, Store


@dataclass(frozen=True, slots=True)
class Product:
    """What was made of a publication, of which nothing is written yet."""

    code: str
    told: Told
    findings: Findings | None
    """Where they are wanted themselves; without the rules, which are functions and stay."""
    artefacts: pipeline.Artefacts | None
    """None if it is not to be published."""
    review: Mapping[str, bytes | None]
    """The pages for reviewers by path; None for one that is not to be there."""
    faults: tuple[str, ...]
    house: Parts
    parts: Parts
    can_be_recalled: bool


def make(order: BuildOrder, store: Store, sources: Sources) -> Product:
    """Build one publication, but for the writing; raises CannotRun or ThemeError."""
    workshop = _workshop(order, sources.house)
    rules = rules_of(sources.house, order.trust)
    workspace = workspace_of_sources(sources)
    publication = workspace.publications[0]
    made = pipeline.make(publication, workspace, replace(workshop.job, store=store))
    findings = rules.mention(made.findings)
    has_page = sources.has_page or made.artefacts is not None
    return Product(
        code=sources.code,
        told=told_in_text(findings),
        findings=replace(findings, rules=()) if order.told_as == "findings" else None,
        artefacts=made.artefacts,
        review=review_pages(sources.files, publication, findings, workshop.theme, has_page),
        faults=made.faults,
        house=sources.house.parts,
        parts=sources.parts,
        can_be_recalled=order.recalls and rules.can_be_recalled,
    )


def make_alike(order: BuildOrder, environment: Environment, sources: Sources) -> Product:
    """As `make`, in an environment like that one; raises CannotRun in any other."""
    if environment_of(order, sources.house) != environment:
        raise CannotRun(
            "another version of reportkit, of a library or of a rule was to work on it",
            "install the same on all machines",
        )
    return make(order, CLOSED, sources)


def environment_of(order: BuildOrder, house: House) -> Environment:
    """All here that what is made depends on, beside the sources; raises as `make` does."""
    return _workshop(order, house).environment


@dataclass(frozen=True, slots=True)
class _Workshop:
    """What is made once for all publications that a process builds."""

    theme: Theme
    job: pipeline.Job
    environment: Environment


@lru_cache(maxsize=1)
def _workshop(order: BuildOrder, house: House) -> _Workshop:
    theme, rules = load_theme(house.files), rules_of(house, order.trust)
    job = pipeline.Job(
        rules.rules,
        theme,
        order.fail_on,
        order.purpose,
        order.today,
        order.created,
        rules.files,
        rules.packages,
        order.pdf,
    )
    return _Workshop(theme, job, present_environment(rules.rules, rules.packages, theme))
