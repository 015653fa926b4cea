"""Findings in, JSON out, in the form docs/findings.schema.json describes."""

from __future__ import annotations

import json
from typing import Any

from reportkit import __version__
from reportkit.check.findings import Findings
from reportkit.findings.finding import Finding
from reportkit.findings.place import Place, route_text
from reportkit.report.text import verdict

FORM = "reportkit/findings/1"


def json_report(findings: Findings) -> str:
    """The findings as a JSON document, with a line end."""
    return json.dumps(as_data(findings), ensure_ascii=False, indent=2) + "\n"


def as_data(findings: Findings) -> dict[str, Any]:
    """The findings as plain data."""
    return {
        "form": FORM,
        "tool": {"name": "reportkit", "version": __version__},
        "publications": [_publication(findings.of(code)) for code in findings.publications],
        "findings": [_finding(finding) for finding in findings.findings],
        "skipped": [
            {"rule": skip.rule, "publication": skip.publication, "needs": skip.file_key}
            for skip in findings.skipped
        ],
        "gaps": [
            {"publication": gap.publication, **gap.record.model_dump(mode="json")}
            for gap in findings.gaps
        ],
    }


def _publication(part: Findings) -> dict[str, Any]:
    return {
        "code": part.publications[0],
        "verdict": verdict(part),
        "errors": part.count("error"),
        "warnings": part.count("warning"),
        "notes": part.count("info"),
        "waived": part.waived,
        "gaps": len(part.gaps),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "publication": finding.publication,
        "section": finding.section,
        **_place(finding.place),
        "message": finding.message,
        "hint": finding.hint,
        "related": [{**_place(other.place), "label": other.label} for other in finding.related],
        "edits": [
            {
                "file": edit.file,
                "start": edit.span.start,
                "end": edit.span.end,
                "replacement": edit.replacement,
            }
            for edit in finding.edits
        ],
        "fingerprint": finding.fingerprint,
        "waived": None
        if finding.waived is None
        else {
            "reason": finding.waived.reason,
            "owner": finding.waived.owner,
            "expiry": finding.waived.expiry.isoformat(),
        },
    }


def _place(where: Place) -> dict[str, Any]:
    return {
        "file": where.file,
        "path": route_text(where.route),
        "line": where.line,
        "column": where.column,
        "end_line": where.end_line,
        "end_column": where.end_column,
    }
