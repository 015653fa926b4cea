"""Read, set and check one publication as it is now, and keep its last good page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from reportkit.cannot_run import CannotRun
from reportkit.decide.cases import Case, cases, fallen
from reportkit.desk.bench import Bench
from reportkit.desk.beside import edition_before
from reportkit.files.reading import FolderFiles
from reportkit.model.base import Unavailable
from reportkit.pipeline import Job, preview_html
from reportkit.render.theme import Theme, ThemeError, load_theme
from reportkit.report.review import Review, make_review
from reportkit.workspace.publication import Publication, lacking
from reportkit.workspace.workspace import Workspace, read_workspace

News = Literal["page", "review"]
"""The page was set anew, or the rules have run."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A publication as it was last read."""

    code: str
    workspace: Workspace
    previous: Publication | None = None
    """The edition released last."""
    html: str | None = None
    """The last page that could be set; None if there was none yet."""
    is_current: bool = True
    """Whether that page is of the files as they are."""
    faults: tuple[str, ...] = ()
    """Why no page can be set of the files, or no rule be run on them."""
    review: Review | None = None
    """What the rules say of the files; None until they have run."""
    waivable: frozenset[str] = frozenset()
    """The rules whose findings can be waived."""
    cases: tuple[Case, ...] = ()
    """What the reviewer decides, if one sits here."""
    fallen: tuple[str, ...] = ()
    """What the reviewer decided and cannot be asked about again."""

    @property
    def publication(self) -> Publication:
        """The publication as it was read."""
        return self.workspace.publications[0]

    def with_review_of(self, last: Snapshot) -> Snapshot:
        """The same with what the rules said of the files before."""
        return replace(
            self, review=last.review, waivable=last.waivable, cases=last.cases, fallen=last.fallen
        )


def set_page(bench: Bench, code: str, theme: Theme | ThemeError, before: str | None) -> Snapshot:
    """Read a publication and set its page; where none can be set, the page of before stays."""
    workspace = read_workspace(bench.root, [code])
    previous = edition_before(bench.root, workspace.publications[0])
    try:
        html = preview_html(workspace.publications[0], page_job(theme))
    except Unavailable as absent:
        fault = f"the page cannot be set: {lacking(absent)} cannot be read"
    except ThemeError as broken:
        fault = f"the page cannot be set: templates/{broken}; {broken.hint}"
    else:
        return Snapshot(code, workspace, previous, html)
    return Snapshot(code, workspace, previous, before, is_current=False, faults=(fault,))


def judged(bench: Bench, snapshot: Snapshot) -> Snapshot:
    """A snapshot with what the rules say of it."""
    try:
        findings = bench.check(snapshot.workspace)
    except CannotRun as stop:
        faults = (*snapshot.faults, f"the rules cannot be run: {stop.message}; {stop.hint}")
        return replace(snapshot, faults=faults)
    publication, reviewer = snapshot.publication, bench.reviewer
    return replace(
        snapshot,
        review=make_review(publication, findings),
        waivable=frozenset(rule.name for rule in findings.rules if rule.waivable),
        cases=cases(publication, findings.findings, reviewer) if reviewer else (),
        fallen=fallen(publication, reviewer) if reviewer else (),
    )


def page_job(theme: Theme | ThemeError) -> Job:
    """How a page is set to be looked at: as an edition is, and with no rule run.

    Raises the fault of a theme that cannot be used.
    """
    if isinstance(theme, ThemeError):
        raise theme
    return Job((), theme, "error", "edition", date.min)


def theme_of(root: Path) -> Theme | ThemeError:
    """The theme of a project as it is now, or what is wrong with it."""
    try:
        return load_theme(FolderFiles(root))
    except ThemeError as fault:
        return fault
