"""Findings in, numbers out: the one place where every format counts."""

from __future__ import annotations

from reportkit.check.findings import Findings


def counts(findings: Findings) -> dict[str, int]:
    """Open findings by severity, those waived and known, rules not run, and data gaps."""
    return {
        "errors": findings.count("error"),
        "warnings": findings.count("warning"),
        "notes": findings.count("info"),
        "waived": findings.waived,
        "known": findings.known,
        "not_checked": len(findings.skipped),
        "gaps": len(findings.gaps),
    }
