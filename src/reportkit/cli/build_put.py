"""Write what was made of a publication into build/, and note what it was made from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reportkit.cannot_run import CannotRun
from reportkit.cli.build_plan import BuildOrder, Done, Record, mark_of_outputs
from reportkit.cli.recall import remember
from reportkit.files.together import hold, write_files
from reportkit.store.parts import program
from reportkit.store.store import open_artefacts, open_store

if TYPE_CHECKING:
    from reportkit.cli.build_one import Product


def put(order: BuildOrder, product: Product) -> Done:
    """Write one publication and its pages for reviewers; raises CannotRun for the latter."""
    done = _published(order, product)
    with hold(order.root) as held:
        write_files(held, product.review)
    if done.stops or not product.can_be_recalled:
        return done
    mark = mark_of_outputs(order.root, product.code) if done.written else None
    made_of = {**program(), **product.house}
    record = Record(made_of, product.parts, order.options, mark, product.faults)
    remember(open_store(order.root), record.key, product.told)
    return replace(done, record=record)


def stopped(code: str, why: str) -> Done:
    """What came of a publication that could not even be checked."""
    from reportkit.check.findings import Findings
    from reportkit.report.text import told as told_in_text

    nothing = Findings((), (), (), (), {}, ())
    return Done(code, told_in_text(nothing), nothing, stops=(why,))


def _published(order: BuildOrder, product: Product) -> Done:
    """What came of a publication that is in its folder now, if it is to be published."""
    done = Done(product.code, product.told, product.findings, faults=product.faults)
    if product.artefacts is None:
        return done
    from reportkit import pipeline

    try:
        folder: Path = pipeline.put(order.root, product.artefacts.rendition)
    except CannotRun as stop:
        return replace(done, stops=(stop.message,))
    pipeline.keep(open_artefacts(order.root), product.artefacts)
    return replace(done, written=tuple(sorted(path.name for path in folder.iterdir())))
