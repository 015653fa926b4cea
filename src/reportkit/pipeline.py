"""The way of a publication, read aloud: check, assemble, render, publish."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Literal

from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import Document, only_section
from reportkit.assemble.language import translations
from reportkit.check.built import BuiltText, check_built
from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.check.rule import Rule
from reportkit.check.typed_figures import typed_figures
from reportkit.files.inside import inside
from reportkit.files.whole import replace_folder
from reportkit.findings.finding import Severity
from reportkit.model.base import Unavailable
from reportkit.model.days import day_in_utc
from reportkit.publish.attachments import attachments
from reportkit.publish.carried_paths import BadPath
from reportkit.publish.environment import present_environment
from reportkit.publish.evidence import (
    Evidence,
    canonical,
    embed,
    make_evidence,
    manifest_bytes,
)
from reportkit.publish.reading import html_text, pdf_pages
from reportkit.render.pdf import RenderFault
from reportkit.render.rendition import Rendition, paper, web_page
from reportkit.render.theme import Theme
from reportkit.report.json import as_data
from reportkit.store.store import CLOSED, Store, key_of
from reportkit.workspace.approval import state
from reportkit.workspace.publication import Publication
from reportkit.workspace.published import published
from reportkit.workspace.workspace import WORDS, Workspace

Purpose = Literal["edition", "draft"]
"""A draft is published in spite of errors and marked."""
PdfWish = Literal["all", "released", "none"]
"""Which publications get a PDF beside the page: all, those with an edition, or none."""
Kind = Literal["page", "PDF"]
"""What a publication is published as."""


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
    rule_files: Mapping[str, str] = field(default_factory=dict)
    """The project's files of rules by path, as the publication carries them."""
    packages: tuple[str, ...] = ()
    """The packages that brought rules, each with its version."""
    pdf: PdfWish = "all"
    store: Store = CLOSED
    """Where artefacts may be kept that were made of the very same evidence."""


@dataclass(frozen=True, slots=True)
class Artefacts:
    """What a publication is published as, and the evidence of how it was made."""

    rendition: Rendition
    evidence: Evidence
    fresh: tuple[Kind, ...] = ()
    """What of it was made now and not found in the store."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one publication before anything of it is written."""

    findings: Findings
    artefacts: Artefacts | None
    """None if it has findings as grave as the job fails on, or faults."""
    faults: tuple[str, ...] = ()
    """Why it was not made where no finding says so."""


def put(root: Path, rendition: Rendition) -> Path:
    """Write the working copy of a publication, whole; returns its folder. Raises CannotRun."""
    folder = inside(root, f"build/{rendition.code}")
    replace_folder(folder, files_of(rendition))
    return folder


def make(publication: Publication, workspace: Workspace, job: Job) -> Made:
    """Check one publication, and make what it is published as; nothing is written."""
    findings = check(replace(workspace, publications=(publication,)), job.rules, job.today)
    if findings.at_or_above(job.fail_on) and job.purpose != "draft":
        return Made(findings, None)
    try:
        artefacts = produce(publication, workspace, job)
    except Unavailable:
        return Made(findings, None)
    except RenderFault as fault:
        return Made(findings, None, fault.messages)
    except BadPath as bad:
        return Made(findings, None, (f"{bad}; give the file another name",))
    texts = _texts(artefacts.rendition)
    leaks = check_built(texts, job.rules, publication, job.today)
    findings = replace(
        findings,
        findings=(*findings.findings, *leaks),
        sources={**findings.sources, **{text.file: text.text for text in texts}},
    )
    if findings.at_or_above(job.fail_on) and job.purpose != "draft":
        return Made(findings, None)
    return Made(findings, artefacts)


def produce(publication: Publication, workspace: Workspace, job: Job) -> Artefacts:
    """Make the artefacts of a publication, with the evidence of how they were made.

    They are a function of the evidence, so that those kept with the same manifest are the same.
    All is made from the published form of the sources, so that it can be made again from what
    the artefacts carry.
    """
    evidence = gather_evidence(publication, workspace, job)
    made_of = manifest_bytes(evidence)
    fresh: list[Kind] = []

    def kept(kind: Kind, make: Callable[[], bytes]) -> bytes:
        content = job.store.read(key_of(kind, made_of))
        if content is None:
            fresh.append(kind)
            return make()
        return content

    pdf = None
    if job.pdf == "all" or (job.pdf == "released" and publication.editions.released):
        pdf = kept("PDF", lambda: set_pdf(publication, job, evidence))
    html = kept("page", lambda: set_html(publication, job, evidence).encode()).decode()
    return Artefacts(Rendition(publication.report.code, html, pdf), evidence, tuple(fresh))


def keep(store: Store, artefacts: Artefacts) -> None:
    """Keep artefacts that were made now for whoever produces the same."""
    made_of, rendition = manifest_bytes(artefacts.evidence), artefacts.rendition
    for kind in artefacts.fresh:
        content = rendition.html.encode() if kind == "page" else rendition.pdf
        if content is not None:
            store.keep(key_of(kind, made_of), content)


def gather_evidence(publication: Publication, workspace: Workspace, job: Job) -> Evidence:
    """What a publication is to carry of its own making.

    The findings are not those of today: the same sources give the same bytes whenever they are
    built. Raises Unavailable or BadPath.
    """
    carried = published(publication)
    created = _created(carried, job)
    alone = replace(
        workspace,
        project=carried.files["project"],
        publications=(replace(carried, previous=None),),
    )
    findings = canonical(as_data(check(alone, job.rules, _day_of_findings(carried, created))))
    environment = present_environment(job.rules, job.packages, job.theme)
    return make_evidence(
        _about(carried, job), environment, findings, sources_of(carried, job.rule_files, job.theme)
    )


def set_html(publication: Publication, job: Job, evidence: Evidence) -> str:
    """Set a publication as a web page around its evidence; raises Unavailable or ThemeError."""
    return embed(preview_html(publication, job), evidence)


def preview_html(publication: Publication, job: Job) -> str:
    """The web page of a publication, but for its evidence; raises Unavailable or ThemeError."""
    return web_page(_document(publication, job), job.theme)


def preview_pdf(publication: Publication, job: Job, section: str | None = None) -> bytes:
    """The PDF of a publication, or of one section of it, but for its evidence.

    Raises NoSection where there is no such section, and else as `set_pdf` does.
    """
    document = _document(publication, job)
    if section is not None:
        document = only_section(document, section)
    return paper(document, job.theme, _created(publication, job), ())


def set_pdf(publication: Publication, job: Job, evidence: Evidence) -> bytes:
    """Set a publication as a PDF around its evidence.

    Raises Unavailable, ThemeError or RenderFault.
    """
    document = _document(publication, job)
    return paper(document, job.theme, _created(publication, job), attachments(evidence))


def files_of(rendition: Rendition) -> dict[str, bytes]:
    """The artefacts by file name."""
    page = {f"{rendition.code}.html": rendition.html.encode()}
    return page if rendition.pdf is None else page | {f"{rendition.code}.pdf": rendition.pdf}


def _document(publication: Publication, job: Job) -> Document:
    """A publication as it is set: made of the published form of its sources."""
    carried = published(publication)
    words = translations(carried.project.language)
    return assemble(carried, words, typed_figures(carried), is_draft=job.purpose == "draft")


def _created(publication: Publication, job: Job) -> datetime:
    """The time put into the artefacts; neither fonts nor PDFs know one before 1970."""
    created = job.created or datetime.combine(publication.report.published, time(), UTC)
    if created.year < 1970:
        raise RenderFault((f"a file cannot be dated {created.date()}, which is before 1970",))
    return created


def _day_of_findings(publication: Publication, created: datetime) -> date:
    """The day put into the artefacts, or a later one of a signature or an acceptance in them."""
    signed = (day_in_utc(signature.signed) for signature in publication.signatures)
    accepted = (acceptance.accepted for acceptance in publication.accepted)
    return max((created.date(), *signed, *accepted))


def _about(publication: Publication, job: Job) -> dict[str, Any]:
    """What the manifest says of a publication itself."""
    report = publication.report
    return {
        "report": report.id,
        "code": report.code,
        "code_system": report.code_system,
        "version": report.version,
        "status": state(publication),
        "created": _created(publication, job).isoformat(),
        "draft": job.purpose == "draft",
        "gaps": tuple(gap.model_dump(mode="json") for gap in publication.gaps),
    }


def sources_of(
    publication: Publication, rule_files: Mapping[str, str], theme: Theme
) -> dict[str, bytes]:
    """Every file a publication in its published form is made from, by its path in the project."""
    return {
        **{loaded.file.path: loaded.file.content for loaded in publication.files.values()},
        **_words_of(publication),
        **{path: text.encode() for path, text in rule_files.items()},
        **{f"templates/{name}": body for name, body in theme.own.items()},
    }


def _words_of(publication: Publication) -> dict[str, bytes]:
    """The words of the house, which rules read."""
    listed = "".join(f"{word}\n" for word in sorted(publication.words or ()))
    return {WORDS: listed.encode()} if listed else {}


def _texts(rendition: Rendition) -> tuple[BuiltText, ...]:
    name = f"build/{rendition.code}/{rendition.code}"
    pages = enumerate(pdf_pages(rendition.pdf) if rendition.pdf else (), start=1)
    return (
        BuiltText(rendition.code, f"{name}.html", html_text(rendition.html)),
        *(BuiltText(rendition.code, f"{name}.pdf, page {n}", text) for n, text in pages),
    )
