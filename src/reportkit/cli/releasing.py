"""Turn an approved publication into an edition on the disk, or say why it cannot be released."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportkit import pipeline
from reportkit.check.findings import Findings
from reportkit.cli import clock
from reportkit.cli.agree_jobs import agreement
from reportkit.cli.certificate import Sign
from reportkit.cli.editions import with_previous
from reportkit.cli.order import Order
from reportkit.cli.released import Chain, faults_of
from reportkit.cli.rule_set import Trust, rule_set
from reportkit.cli.theme_faults import theme_faults_told
from reportkit.compare.calls import Call, call_of, least_version
from reportkit.compare.comparison import compare
from reportkit.decide.entry import with_entry
from reportkit.files.reading import FolderFiles
from reportkit.files.together import Held, write_files
from reportkit.model.base import Unavailable
from reportkit.model.editions import ChangeKind, Edition
from reportkit.model.version import number
from reportkit.publish.frozen import edition_of, frozen_files
from reportkit.render.theme import load_theme
from reportkit.workspace.approval import approval
from reportkit.workspace.content import content_sha256
from reportkit.workspace.editions import SOURCES, chain_path, folder_of
from reportkit.workspace.publication import Publication
from reportkit.workspace.published import published
from reportkit.workspace.select import all_codes
from reportkit.workspace.workspace import Workspace, read_workspace


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a publication is not released: in words, or by findings."""

    why: tuple[str, ...]
    findings: Findings | None = None


@dataclass(frozen=True, slots=True)
class Released:
    """An edition that was written, and what changed since the one before."""

    edition: Edition
    call: Call | None


def disagreements(root: Path, trust: Trust) -> Findings:
    """Where the publications of a project contradict each other, whatever state they are in."""
    order = Order(root=root, trust=trust, today=clock.today())
    return agreement(order, all_codes(root), os.cpu_count() or 1).findings


def release_one(
    project: Held, code: str, trust: Trust, sign: Sign, disagreed: Findings
) -> Released | Refused:
    """Check, make, sign and freeze one publication of a project that is held.

    It is refused for an error among what it says against others, which no check of it alone finds.
    """
    workspace = read_workspace(project.root, [code])
    try:
        if why := tuple(_chain_faults(project.root, workspace.publications[0])):
            return Refused(why)
        workspace = _after_the_last(workspace)
        publication = workspace.publications[0]
        call = _call(publication)
        if why := tuple(_refusals(publication, call)):
            return Refused(why)
    except Unavailable:
        # The findings of the check say what cannot be read.
        return Refused((), _made(workspace, trust).findings)
    if (against := disagreed.of(code)).at_or_above("error"):
        return Refused(("it contradicts another report, as `reportkit agree` tells",), against)
    made = _made(workspace, trust)
    if made.artefacts is None:
        return Refused(made.faults, made.findings)
    edition = _written(project, workspace.publications[0], made.artefacts, call, sign)
    return Released(edition, call)


def _chain_faults(root: Path, publication: Publication) -> Iterator[str]:
    return faults_of(root, Chain(publication.code, publication.editions, publication.frozen))


def _after_the_last(workspace: Workspace) -> Workspace:
    """The workspace whose publication is compared with the edition released last."""
    publication = workspace.publications[0]
    before = publication.editions.released
    if not before:
        return workspace
    folder = workspace.files.root / folder_of(publication.code, before[-1].version) / SOURCES
    return with_previous(workspace, FolderFiles(folder))


def _call(publication: Publication) -> Call | None:
    if publication.previous is None:
        return None
    return call_of(compare(published(publication.previous), published(publication)))


def _refusals(publication: Publication, call: Call | None) -> Iterator[str]:
    status, lacking = publication.report.status, approval(publication).lacking
    if status in ("draft", "in-review"):
        yield f"its status is {status}, and only what is approved is released"
    elif lacking:
        are = "is" if len(lacking) == 1 else "are"
        yield f"it is in review: {' and '.join(lacking)} {are} missing"
    version = publication.report.version
    if number(version) is None:
        yield f"version {version} is not a number such as 1.2 or 1.2.1"
    elif publication.editions.released:
        yield from _too_low(publication, publication.editions.released[-1], call)


def _too_low(publication: Publication, last: Edition, call: Call | None) -> Iterator[str]:
    """Why the version cannot follow that of the last edition."""
    version = publication.report.version
    new, old = number(version), number(last.version)
    if new is None or old is None or new >= (least := least_version(old, call)):
        return
    if new == old and content_sha256(publication) == last.content_sha256:
        yield f"version {version} was released on {last.released.date()}; nothing is left to do"
        return
    changed = f"since {last.version} {told(call)}, which calls for {least} or higher"
    if new == old:
        changed = f"it was released on {last.released.date()} with other content; {changed}"
    yield (
        f"version {version} is too low: {changed}; write the version in report.yaml and its "
        "history, and have it signed again"
    )


def told(call: Call | None) -> str:
    """What changed, in words, with some of the places."""
    if call is None:
        return "nothing that readers see changed"
    more = f" and {len(call.places) - _SHOWN} more" if len(call.places) > _SHOWN else ""
    return f"{_WORDS[call.kind]} ({'; '.join(call.places[:_SHOWN])}{more})"


_SHOWN = 3
_WORDS: dict[ChangeKind, str] = {
    "rounding": "figures are rounded otherwise",
    "wording": "words changed",
    "addition": "something was added",
    "amount": "amounts changed",
    "indicator": "an indicator changed",
    "advice-withdrawn": "advice was withdrawn or reversed",
}


def _made(workspace: Workspace, trust: Trust) -> pipeline.Made:
    rules = rule_set(workspace, trust)
    with theme_faults_told():
        theme = load_theme(workspace.files)
        job = pipeline.Job(
            rules.rules,
            theme,
            "warning",
            "edition",
            clock.today(),
            clock.source_date(),
            rules.files,
            rules.packages,
        )
        return pipeline.make(workspace.publications[0], workspace, job)


def _written(
    project: Held,
    publication: Publication,
    artefacts: pipeline.Artefacts,
    call: Call | None,
    sign: Sign,
) -> Edition:
    """The edition of what was made, once all its files and its entry are on the disk."""
    moment = clock.time_of_record()
    why = f"Released as {publication.code} version {publication.report.version}"
    made = {
        path: sign(body, why, moment) if path.endswith(".pdf") else body
        for path, body in pipeline.files_of(artefacts.rendition).items()
    }
    files = frozen_files(made, artefacts.evidence)
    edition = edition_of(publication, files, None if call is None else call.kind, moment)
    folder, chain = folder_of(publication.code, edition.version), chain_path(publication.code)
    entry = {**edition.model_dump(), "released": edition.released.isoformat()}
    content = with_entry(FolderFiles(project.root), chain, "released", entry)
    frozen = {f"{folder}/{path}": body for path, body in files.items()}
    write_files(project, {**frozen, chain: content})
    return edition
