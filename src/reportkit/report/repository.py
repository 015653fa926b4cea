"""Turn findings of a project into the same with paths from the top of the repository it lies in."""

from __future__ import annotations

from dataclasses import replace

from reportkit.check.findings import Findings
from reportkit.findings.finding import Finding
from reportkit.findings.place import Place


def in_repository(findings: Findings, folder: str) -> Findings:
    """The findings as a service sees them that knows the repository alone.

    `folder` leads from its top to the project and ends with a slash; it is empty at the top.
    """
    if not folder:
        return findings
    return replace(
        findings,
        findings=tuple(_moved(finding, folder) for finding in findings.findings),
        sources={f"{folder}{path}": text for path, text in findings.sources.items()},
    )


def _moved(finding: Finding, folder: str) -> Finding:
    return replace(
        finding,
        place=_at(finding.place, folder),
        related=tuple(replace(other, place=_at(other.place, folder)) for other in finding.related),
        edits=tuple(replace(edit, file=f"{folder}{edit.file}") for edit in finding.edits),
    )


def _at(place: Place, folder: str) -> Place:
    return replace(place, file=f"{folder}{place.file}")
