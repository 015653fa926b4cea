"""Offer what can be done about findings: their fixes, and waivers with a reason still to give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from reportkit.check.findings import Findings
from reportkit.editor.changes import Edits, difference, with_hash
from reportkit.editor.open_project import OpenProject
from reportkit.findings.edit import compatible
from reportkit.findings.finding import Finding
from reportkit.findings.place import Span, route_text
from reportkit.model.files import place_of
from reportkit.source.append import append_item
from reportkit.source.rewrite import RewriteRefused

ASKED: Final = "TBD"
"""Stands for what a person has to write; a waiver that says so does not hold."""
HOLDS: Final = timedelta(days=90)
"""How long a waiver is to hold unless its author writes another day."""


@dataclass(frozen=True, slots=True)
class Action:
    """A change that is offered for a finding, or for all that have a fix."""

    title: str
    edits: Edits
    findings: tuple[Finding, ...]
    preferred: bool = False
    created: Mapping[str, str] | None = None
    """Path and text of a file that is not there yet."""


def fixes(project: OpenProject, code: str, path: str, span: Span) -> Iterator[Action]:
    """The fixes of the findings that touch a stretch of a file, as `reportkit fix` makes them."""
    publication = project.publication(code)
    for finding in touched(project.findings(code), path, span):
        if finding.edits:
            edits = with_hash(project, publication, compatible([finding.edits]))
            yield Action(f"fix {finding.rule}", edits, (finding,), preferred=True)
        elif finding.likely:
            edits = with_hash(project, publication, compatible([finding.likely]))
            yield Action(f"try the likely fix of {finding.rule}", edits, (finding,))


def fix_all(project: OpenProject, code: str) -> Action | None:
    """All fixes of a publication that can be made together; None if there is none."""
    findings = tuple(f for f in project.findings(code).findings if f.open and f.edits)
    if not findings:
        return None
    edits = with_hash(
        project, project.publication(code), compatible(finding.edits for finding in findings)
    )
    return Action("make every safe fix of the publication", edits, findings)


def waivers(
    project: OpenProject, code: str, path: str, span: Span, today: date
) -> Iterator[Action]:
    """For each finding that may be waived, the entry of waivers.yaml, whose reason is to be given.

    It does not hold before somebody writes why, who answers for it, and until when.
    """
    findings = project.findings(code)
    waivable = {rule.name for rule in findings.rules if rule.waivable}
    for finding in touched(findings, path, span):
        if finding.rule in waivable:
            action = _waiver(project, code, finding, today)
            if action is not None:
                yield action


def touched(findings: Findings, path: str, span: Span) -> Sequence[Finding]:
    """The open findings that a stretch of a file touches."""
    return [
        finding
        for finding in findings.findings
        if finding.open
        and finding.place.file == path
        and finding.place.span.start <= span.end
        and span.start <= finding.place.span.end
    ]


def _waiver(project: OpenProject, code: str, finding: Finding, today: date) -> Action | None:
    route = route_text(finding.place.route)
    entry: Mapping[str, Any] = {
        "rule": finding.rule,
        "path": f"{finding.place.file}#{route}" if route else finding.place.file,
        "reason": ASKED,
        "owner": ASKED,
        "expiry": today + HOLDS,
    }
    title = f"waive {finding.rule} here, with a reason to be given"
    file = place_of("waivers", code)
    loaded = project.publication(code).files.get("waivers")
    try:
        if loaded is None:
            text = append_item("reportkit: waivers/1\n", "waivers", entry)
            return Action(title, {}, (finding,), created={file: text})
        before = loaded.file.text
        edits = difference(file, before, append_item(before, "waivers", entry))
        return Action(title, {file: edits}, (finding,))
    except RewriteRefused:
        return None
