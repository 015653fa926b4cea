"""Findings in, workflow commands out: GitHub shows each at its line of a change.

Every value is escaped, so that no text of a report can be a command.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.findings import Findings
from reportkit.findings.finding import Finding
from reportkit.report.frame import printable
from reportkit.report.text import verdict


def github_report(findings: Findings) -> str:
    """One command for each open finding, then a line of counts for each publication."""
    lines = [_command(finding, findings) for finding in findings.findings if finding.open]
    lines += _verdicts(findings)
    return "\n".join(lines) + "\n"


_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def _command(finding: Finding, findings: Findings) -> str:
    where = finding.place
    properties = {
        "file": where.file.partition(", page ")[0],
        "line": str(where.line),
        "endLine": str(where.end_line),
        "title": finding.rule,
    }
    if where.line == where.end_line:
        properties |= {"col": str(where.column), "endColumn": str(where.end_column)}
    said = [finding.message, *([finding.hint] if finding.hint else []), findings.page(finding.rule)]
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_LEVELS[finding.severity]} {listed}::{_data(chr(10).join(said))}"


def _verdicts(findings: Findings) -> Iterator[str]:
    for code in findings.publications:
        yield f"{_data(code)} {verdict(findings.of(code))}"


def _data(text: str) -> str:
    return "%0A".join(printable(line).replace("%", "%25") for line in text.split("\n"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
