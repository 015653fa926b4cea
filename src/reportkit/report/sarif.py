"""Findings in, SARIF 2.1.0 out: rules with their pages, results, fixes, suppressions.

A result keeps its fingerprint when lines shift. What is found in a built artefact has no
region: its lines are those of the text taken from the artefact, not of the file.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from reportkit import __version__
from reportkit.check.findings import Findings
from reportkit.check.rule import Rule
from reportkit.findings.edit import Edit
from reportkit.findings.finding import Finding, Waived
from reportkit.findings.place import Place, place, route_text
from reportkit.report.counts import counts
from reportkit.report.rule_page import rule_help, rule_text
from reportkit.report.text import verdict

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_ROOT = "PROJECT"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif_report(findings: Findings) -> str:
    """The findings as a SARIF log with one run."""
    return json.dumps(sarif_log(findings), ensure_ascii=False, indent=1) + "\n"


def sarif_log(findings: Findings) -> dict[str, Any]:
    """The findings as the data of a SARIF log."""
    indexes = {rule.name: index for index, rule in enumerate(findings.rules)}
    run = {
        "tool": {
            "driver": {
                "name": "reportkit",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(rule, findings) for rule in findings.rules],
            }
        },
        "automationDetails": {"id": "reportkit/check/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The project folder."}}},
        "invocations": [_invocation(findings)],
        "results": [_result(finding, findings, indexes) for finding in findings.findings],
        "properties": {
            "counts": counts(findings),
            "publications": {
                code: {"verdict": verdict(part), **counts(part)}
                for code in findings.publications
                for part in [findings.of(code)]
            },
            "gaps": [
                {"publication": gap.publication, **gap.record.model_dump(mode="json")}
                for gap in findings.gaps
            ],
        },
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule, findings: Findings) -> dict[str, Any]:
    page = findings.page(rule.name)
    summary = " ".join(rule.page.summary.split())
    described: dict[str, Any] = {
        "id": rule.name,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": _short(summary)},
        "fullDescription": {"text": _short(rule.page.why or summary)},
        "help": {"text": rule_text(rule), "markdown": rule_help(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.topic], "page": page, "waivable": rule.waivable},
    }
    # A helpUri is an absolute address; a page in reportkit's own folder stays a property.
    if page.startswith(("https://", "http://")):
        described["helpUri"] = page
    return described


def _invocation(findings: Findings) -> dict[str, Any]:
    notes = [
        {
            "level": "warning",
            "message": {
                "text": f"Rule {skip.rule} did not run on {skip.publication}: "
                f"{skip.needs} is {skip.reason}."
            },
            "associatedRule": {"id": skip.rule},
        }
        for skip in findings.skipped
    ]
    return {
        "executionSuccessful": True,
        **({"toolConfigurationNotifications": notes} if notes else {}),
    }


def _result(finding: Finding, findings: Findings, indexes: dict[str, int]) -> dict[str, Any]:
    hint = f"\n{finding.hint}" if finding.hint else ""
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "kind": "fail",
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message + hint},
        "locations": [_location(finding.place, finding.section)],
        "partialFingerprints": {
            "reportkitFingerprint/v1": finding.fingerprint,
            "primaryLocationLineHash": finding.fingerprint,
        },
        "properties": {"publication": finding.publication, "page": findings.page(finding.rule)},
    }
    if finding.rule in indexes:
        result["ruleIndex"] = indexes[finding.rule]
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(other.place, ""), "message": {"text": other.label}}
            for number, other in enumerate(finding.related, start=1)
        ]
    if finding.edits:
        result["fixes"] = [_fix(finding, findings)]
    if findings.stale is not None:
        result["baselineState"] = "unchanged" if finding.known else "new"
    result["suppressions"] = [_suppression(finding.waived)] if finding.waived else []
    return result


def _suppression(waived: Waived) -> dict[str, Any]:
    return {
        "kind": "external",
        "status": "accepted",
        "justification": f"{waived.reason} ({waived.owner}, until {waived.expiry})",
    }


def _location(where: Place, section: str) -> dict[str, Any]:
    file, _, page = where.file.partition(", page ")
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(file)}}
    if section != "built":
        location["physicalLocation"]["region"] = _region(where)
    name = f"page {page}" if page else route_text(where.route)
    if name:
        location["logicalLocations"] = [{"fullyQualifiedName": name}]
    return location


def _artifact(file: str) -> dict[str, str]:
    return {"uri": quote(file), "uriBaseId": _ROOT}


def _region(where: Place) -> dict[str, int]:
    return {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
    }


def _fix(finding: Finding, findings: Findings) -> dict[str, Any]:
    by_file: dict[str, list[Edit]] = {}
    for edit in finding.edits:
        by_file.setdefault(edit.file, []).append(edit)
    return {
        "description": {"text": finding.hint or "Put it right."},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(file),
                "replacements": [_replacement(edit, findings) for edit in edits],
            }
            for file, edits in by_file.items()
        ],
    }


def _replacement(edit: Edit, findings: Findings) -> dict[str, Any]:
    where = place(edit.file, findings.sources.get(edit.file, ""), edit.span)
    return {"deletedRegion": _region(where), "insertedContent": {"text": edit.replacement}}


def _short(text: str) -> str:
    """At most 1,024 characters, what GitHub takes of a description."""
    return text if len(text) <= 1024 else f"{text[:1023]}…"
