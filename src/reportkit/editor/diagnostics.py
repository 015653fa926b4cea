"""Turn findings into the diagnostics that an editor shows at their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from lsprotocol.types import (
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
)

from reportkit.check.findings import Findings
from reportkit.editor.lines import Lines
from reportkit.findings.finding import Finding, Severity

SOURCE: Final = "reportkit"
"""By whom a diagnostic is, as editors show it."""

_SEVERITIES: Final[dict[Severity, DiagnosticSeverity]] = {
    "error": DiagnosticSeverity.Error,
    "warning": DiagnosticSeverity.Warning,
    "info": DiagnosticSeverity.Information,
}


def diagnostics(
    findings: Findings, lines_of: Callable[[str], Lines], address_of: Callable[[str], str]
) -> dict[str, list[Diagnostic]]:
    """The diagnostics of each file by its path; every file that was read has its list."""
    shown: dict[str, list[Diagnostic]] = {path: [] for path in findings.sources}
    for finding in findings.findings:
        diagnostic = _diagnostic(finding, findings, lines_of, address_of)
        shown.setdefault(finding.place.file, []).append(diagnostic)
    return shown


def each_once(told: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Each of what is told once: a file of the project is part of several publications."""
    return [*{repr(diagnostic): diagnostic for diagnostic in told}.values()]


def _diagnostic(
    finding: Finding,
    findings: Findings,
    lines_of: Callable[[str], Lines],
    address_of: Callable[[str], str],
) -> Diagnostic:
    page = findings.page(finding.rule)
    return Diagnostic(
        range=lines_of(finding.place.file).range(finding.place.span),
        message=_message(finding),
        severity=_severity(finding),
        code=finding.rule,
        # A page in reportkit's own folder has no address; its text is shown where a pointer rests.
        code_description=CodeDescription(page) if page.startswith("http") else None,
        source=SOURCE,
        related_information=[
            DiagnosticRelatedInformation(
                Location(
                    address_of(other.place.file),
                    lines_of(other.place.file).range(other.place.span),
                ),
                other.label,
            )
            for other in finding.related
        ],
        data=finding.fingerprint,
    )


def _severity(finding: Finding) -> DiagnosticSeverity:
    """A waived finding is a hint: it is still there, and nothing has to be done."""
    return DiagnosticSeverity.Hint if finding.waived else _SEVERITIES[finding.severity]


def _message(finding: Finding) -> str:
    lines = [finding.message]
    if finding.hint:
        lines.append(f"help: {finding.hint}")
    if finding.waived:
        waived = finding.waived
        lines.append(f"waived until {waived.expiry} by {waived.owner}: {waived.reason}")
    return "\n".join(lines)
