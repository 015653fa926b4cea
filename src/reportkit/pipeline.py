"""The way of a publication, read aloud: check, assemble, render, publish."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import Document
from reportkit.check.built import BuiltText, check_built
from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.check.rule import Rule
from reportkit.findings.finding import Severity
from reportkit.publish.folder import replace_folder
from reportkit.publish.reading import html_text, pdf_pages
from reportkit.render.rendition import Rendition, render
from reportkit.render.theme import Theme
from reportkit.workspace.publication import Publication, Unavailable
from reportkit.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Job:
    """How to build: with which rules and theme, and whether drafts are wanted."""

    rules: Sequence[Rule]
    theme: Theme
    fail_on: Severity
    draft: bool


@dataclass(frozen=True, slots=True)
class Built:
    """What came of one publication: its findings, and its folder if it was published."""

    findings: Findings
    folder: Path | None


def build(publication: Publication, workspace: Workspace, job: Job) -> Built:
    """Check one publication and publish it, or leave what was published before."""
    findings = check(replace(workspace, publications=(publication,)), job.rules)
    if findings.at_or_above(job.fail_on) and not job.draft:
        return Built(findings, None)
    try:
        document = assemble(publication, gettext.NullTranslations())
    except Unavailable:
        return Built(findings, None)
    if job.draft:
        document = _as_draft(document)
    rendition = render(document, job.theme, ())
    texts = _texts(rendition)
    leaks = check_built(texts, job.rules)
    findings = replace(
        findings,
        findings=(*findings.findings, *leaks),
        sources={**findings.sources, **{text.file: text.text for text in texts}},
    )
    if findings.at_or_above(job.fail_on) and not job.draft:
        return Built(findings, None)
    folder = workspace.root / "build" / publication.code
    replace_folder(folder, _files(rendition))
    return Built(findings, folder)


def _as_draft(document: Document) -> Document:
    return replace(document, identity=replace(document.identity, banner="DRAFT"))


def _texts(rendition: Rendition) -> tuple[BuiltText, ...]:
    name = f"build/{rendition.code}/{rendition.code}"
    pages = enumerate(pdf_pages(rendition.pdf), start=1)
    return (
        BuiltText(rendition.code, f"{name}.html", html_text(rendition.html)),
        *(BuiltText(rendition.code, f"{name}.pdf, page {n}", text) for n, text in pages),
    )


def _files(rendition: Rendition) -> dict[str, bytes]:
    return {
        f"{rendition.code}.html": rendition.html.encode(),
        f"{rendition.code}.pdf": rendition.pdf,
    }
