"""Build one publication with what a process has made ready for all: check, publish, tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from reportkit import pipeline
from reportkit.cannot_run import CannotRun
from reportkit.check.findings import Findings
from reportkit.cli.build_plan import Done, Order, Record, mark_of_outputs
from reportkit.cli.editions import with_previous
from reportkit.cli.recall import remember
from reportkit.cli.review import write_review
from reportkit.cli.shared import Shared, read_shared
from reportkit.files.disk import reason
from reportkit.render.theme import Theme, load_theme
from reportkit.report.text import told as told_in_text
from reportkit.store.parts import program


def build_here(order: Order, code: str) -> Done:
    """Build in this process, with all that the project says now."""
    return _build(order, _workshop(order), code)


def build_there(order: Order, code: str) -> Done:
    """Build in a process that builds others too; rules are functions and stay there."""
    done = _build(order, _workshop_there(order), code)
    return replace(done, findings=done.findings and replace(done.findings, rules=()))


def stopped(code: str, why: str) -> Done:
    """What came of a publication that could not even be checked."""
    nothing = Findings((), (), (), (), {}, ())
    return Done(code, told_in_text(nothing), nothing, stops=(why,))


@dataclass(frozen=True, slots=True)
class _Workshop:
    """What is made once for all publications that a process builds."""

    shared: Shared
    theme: Theme
    job: pipeline.Job


def _workshop(order: Order) -> _Workshop:
    shared = read_shared(order.root, order.trust)
    theme = load_theme(shared.files)
    rules = shared.rules
    job = pipeline.Job(rules.rules, theme, order.fail_on, order.purpose, order.today, order.created,
                       rules.files, rules.packages, order.pdf, shared.store)  # fmt: skip
    return _Workshop(shared, theme, job)


@lru_cache(maxsize=1)
def _workshop_there(order: Order) -> _Workshop:
    return _workshop(order)


def _build(order: Order, workshop: _Workshop, code: str) -> Done:
    """Build one publication; what of the environment is in its way is told and raises nothing."""
    try:
        return _built(order, workshop, code)
    except CannotRun as stop:
        return stopped(code, stop.message)
    except OSError as error:
        return stopped(code, f"{error.filename or 'the system'}: {reason(error)}")
    except MemoryError:
        return stopped(code, "there is not enough memory")


def _built(order: Order, workshop: _Workshop, code: str) -> Done:
    shared = workshop.shared
    parts, workspace = shared.read(code)
    workspace = with_previous(workspace, order.before)
    publication = workspace.publications[0]
    built = pipeline.build(publication, workspace, workshop.job)
    findings = shared.rules.mention(built.findings)
    write_review(order.root, publication, findings, workshop.theme)
    told = told_in_text(findings)
    record = None
    if order.can_be_recalled and shared.rules.can_be_recalled and not built.stops:
        mark = mark_of_outputs(order.root, code) if built.folder else None
        made_of = {**program(), **shared.parts}
        record = Record(made_of, parts, order.options, mark, built.faults)
        remember(shared.store, record.key, told)
    written = tuple(sorted(path.name for path in built.folder.iterdir())) if built.folder else ()
    wanted = findings if order.told_as == "findings" else None
    return Done(code, told, wanted, written, built.faults, built.stops, record)
