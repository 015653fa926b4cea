"""The way of a publication, read aloud: check, assemble, render, publish."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Literal

from reportkit import __version__
from reportkit.assemble.assemble import assemble
from reportkit.assemble.language import translations
from reportkit.cannot_run import CannotRun
from reportkit.check.built import BuiltText, check_built
from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.check.rule import Rule, rules_digest
from reportkit.files.inside import inside
from reportkit.files.whole import replace_folder
from reportkit.findings.finding import Severity
from reportkit.publish.attachments import attachments
from reportkit.publish.evidence import embed, make_evidence
from reportkit.publish.reading import html_text, pdf_pages
from reportkit.render.pdf import RenderFault, library_versions
from reportkit.render.rendition import Rendition, render
from reportkit.render.theme import Theme
from reportkit.report.json import as_data
from reportkit.workspace.approval import IN_FORCE, state
from reportkit.workspace.publication import Publication, Unavailable
from reportkit.workspace.workspace import Workspace

Purpose = Literal["edition", "draft", "release"]
"""A draft is published in spite of errors and marked; a release only if it is approved."""


@dataclass(frozen=True, slots=True)
class Job:
    """How to build: with which rules and theme, and for what."""

    rules: Sequence[Rule]
    theme: Theme
    fail_on: Severity
    purpose: Purpose
    today: date
    """The day that decides which waivers have expired."""
    created: datetime | None = None
    """The date put into the artefacts; None takes the day the report gives as published."""


@dataclass(frozen=True, slots=True)
class Built:
    """What came of one publication: its findings, and its folder if it was published."""

    code: str
    findings: Findings
    folder: Path | None
    faults: tuple[str, ...] = ()
    """Why it was not published where no finding says so."""
    stops: tuple[str, ...] = ()
    """What of the environment kept it from being published."""


def build(publication: Publication, workspace: Workspace, job: Job) -> Built:
    """Check one publication and publish it, or leave what was published before."""
    findings = check(replace(workspace, publications=(publication,)), job.rules, job.today)
    if findings.at_or_above(job.fail_on) and job.purpose != "draft":
        return Built(publication.code, findings, None)
    try:
        if job.purpose == "release" and (reached := state(publication)) not in IN_FORCE:
            fault = f"its state is {reached}, and only what is approved is released"
            return Built(publication.code, findings, None, (fault,))
        rendition = produce(publication, workspace, job)
    except Unavailable:
        return Built(publication.code, findings, None)
    except RenderFault as fault:
        return Built(publication.code, findings, None, fault.messages)
    texts = _texts(rendition)
    leaks = check_built(texts, job.rules, publication, job.today)
    findings = replace(
        findings,
        findings=(*findings.findings, *leaks),
        sources={**findings.sources, **{text.file: text.text for text in texts}},
    )
    if findings.at_or_above(job.fail_on) and job.purpose != "draft":
        return Built(publication.code, findings, None)
    try:
        folder = inside(workspace.root, f"build/{publication.code}")
        replace_folder(folder, files_of(rendition))
    except CannotRun as stop:
        return Built(publication.code, findings, None, stops=(stop.message,))
    return Built(publication.code, findings, folder)


def produce(publication: Publication, workspace: Workspace, job: Job) -> Rendition:
    """Make the artefacts of a publication, with the evidence of how they were made.

    The findings they carry are those of the day put into the artefacts, not of today: the
    same sources give the same bytes whenever they are built.
    """
    created = job.created or datetime.combine(publication.report.published, time(), UTC)
    document = assemble(publication, translations(publication.project.language))
    if job.purpose == "draft":
        document = replace(document, identity=replace(document.identity, banner="DRAFT"))
    alone = replace(workspace, publications=(replace(publication, previous=None),))
    evidence = make_evidence(
        _about(publication, job, created),
        as_data(check(alone, job.rules, created.date())),
        _sources_of(publication, job.theme),
    )
    rendition = render(document, job.theme, created, attachments(evidence))
    return replace(rendition, html=embed(rendition.html, evidence))


def files_of(rendition: Rendition) -> dict[str, bytes]:
    """The artefacts by file name."""
    return {
        f"{rendition.code}.html": rendition.html.encode(),
        f"{rendition.code}.pdf": rendition.pdf,
    }


def _about(publication: Publication, job: Job, created: datetime) -> dict[str, Any]:
    """What the manifest says of a publication and of all that could change its bytes."""
    report = publication.report
    return {
        "report": report.id,
        "code": report.code,
        "code_system": report.code_system,
        "version": report.version,
        "status": state(publication),
        "created": created.isoformat(),
        "draft": job.purpose == "draft",
        "theme_sha256": job.theme.digest,
        "rules_sha256": rules_digest(job.rules),
        "libraries": {"reportkit": __version__, **library_versions()},
        "gaps": [gap.model_dump(mode="json") for gap in publication.gaps],
    }


def _sources_of(publication: Publication, theme: Theme) -> dict[str, bytes]:
    """Every file the publication is made from, by its path in the project."""
    sources = {loaded.file.path: loaded.file.content for loaded in publication.files.values()}
    return sources | {f"templates/{name}": body for name, body in theme.own.items()}


def _texts(rendition: Rendition) -> tuple[BuiltText, ...]:
    name = f"build/{rendition.code}/{rendition.code}"
    pages = enumerate(pdf_pages(rendition.pdf), start=1)
    return (
        BuiltText(rendition.code, f"{name}.html", html_text(rendition.html)),
        *(BuiltText(rendition.code, f"{name}.pdf, page {n}", text) for n, text in pages),
    )
