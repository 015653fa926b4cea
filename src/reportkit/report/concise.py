"""Findings in, one line for each that is open out: place, severity, rule and message."""

from __future__ import annotations

from reportkit.check.findings import Findings
from reportkit.report.frame import printable, spot
from reportkit.report.palette import Palette


def concise_report(findings: Findings, palette: Palette) -> str:
    """The open findings as `sections/57511/summary.yaml:4:3: error[rule] message`."""
    lines = []
    for finding in findings.findings:
        if finding.open:
            name = palette.paint(finding.severity, f"{finding.severity}[{finding.rule}]")
            message = printable(" ".join(finding.message.split()))
            lines.append(f"{spot(finding.place)}: {name} {message}\n")
    return "".join(lines)
