"""Findings in, Checkstyle XML out: open findings by file, what is waived as a count."""

from __future__ import annotations

from xml.etree.ElementTree import Comment, Element, SubElement

from reportkit.check.findings import Findings
from reportkit.findings.finding import Finding
from reportkit.report.text import verdict
from reportkit.report.xml import document, sayable


def checkstyle_report(findings: Findings) -> str:
    """The open findings as a Checkstyle document."""
    root = Element("checkstyle", version="4.3")
    for code in findings.publications:
        # Two hyphens would end a comment; a code has none, but it is a folder's name.
        said = f" {code}: {verdict(findings.of(code))} ".replace("--", "- -")
        root.append(Comment(sayable(said)))
    by_file: dict[str, list[Finding]] = {}
    for finding in findings.findings:
        if finding.open:
            by_file.setdefault(finding.place.file.partition(", page ")[0], []).append(finding)
    for file, of_file in by_file.items():
        element = SubElement(root, "file", name=sayable(file))
        for finding in of_file:
            hint = f"; {finding.hint}" if finding.hint else ""
            SubElement(
                element,
                "error",
                line=str(finding.place.line),
                column=str(finding.place.column),
                severity=finding.severity,
                message=sayable(finding.message + hint),
                source=sayable(f"reportkit.{finding.rule}"),
            )
    return document(root)
