"""Findings in, a code quality report out: GitLab shows each open finding on a merge request."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

from reportkit.check.findings import Findings
from reportkit.findings.finding import Finding, Severity


def gitlab_report(findings: Findings) -> str:
    """The open findings as GitLab's subset of the Code Climate form, with a line end."""
    issues = [_issue(finding) for finding in findings.findings if finding.open]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


_SEVERITIES: Final[dict[Severity, str]] = {"error": "critical", "warning": "minor", "info": "info"}


def _issue(finding: Finding) -> dict[str, Any]:
    hint = f"; {finding.hint}" if finding.hint else ""
    where = finding.place
    return {
        "description": finding.message + hint,
        "check_name": finding.rule,
        "fingerprint": _fingerprint(finding),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": where.file.partition(", page ")[0],
            "lines": {"begin": where.line, "end": where.end_line},
        },
    }


def _fingerprint(finding: Finding) -> str:
    """What no other finding has: a file of the whole project is checked with each publication."""
    return hashlib.sha256(f"{finding.publication}\0{finding.fingerprint}".encode()).hexdigest()
