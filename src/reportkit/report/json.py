"""Findings in, JSON out, in the form docs/findings.schema.json describes."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from reportkit import __version__
from reportkit.check.findings import Findings, NamedWaiver
from reportkit.findings.finding import Finding
from reportkit.findings.place import Place, route_text
from reportkit.report.counts import counts
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
        "counts": counts(findings),
        "publications": [_publication(findings.of(code)) for code in findings.publications],
        "findings": [_finding(finding, findings) for finding in findings.findings],
        "skipped": [
            {
                "rule": skip.rule,
                "publication": skip.publication,
                "needs": skip.file_key,
                "field": skip.field or None,
                "reason": skip.reason,
            }
            for skip in findings.skipped
        ],
        "gaps": [
            {"publication": gap.publication, **gap.record.model_dump(mode="json")}
            for gap in findings.gaps
        ],
        "waivers": [_waiver(named) for named in findings.waivers],
        "baseline": None
        if findings.stale is None
        else {"known": findings.known, "stale": [asdict(entry) for entry in findings.stale]},
    }


def _publication(part: Findings) -> dict[str, Any]:
    return {
        "code": part.publications[0],
        "verdict": verdict(part),
        **counts(part),
    }


def _waiver(named: NamedWaiver) -> dict[str, Any]:
    applied = named.applied
    return {
        "publication": named.publication,
        **applied.waiver.model_dump(mode="json"),
        "effect": applied.effect,
        "uses": len(applied.fits),
    }


def _finding(finding: Finding, findings: Findings) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "page": findings.page(finding.rule),
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
        "known": finding.known,
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
