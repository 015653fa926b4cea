"""Findings in, JUnit XML out: a suite for each publication.

An open error or warning is a failed case of its own; a note passes; what is waived, known
from the baseline or not checked is a skipped case that says which; and a rule that found
nothing is a case that passed. The properties of a suite carry the counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from reportkit.check.findings import Findings, Skipped
from reportkit.findings.finding import Finding
from reportkit.findings.place import route_text
from reportkit.report.counts import counts
from reportkit.report.xml import document, sayable


def junit_report(findings: Findings) -> str:
    """The findings as a JUnit document."""
    codes = [*findings.publications, *_of_no_publication(findings)]
    suites = [_suite(findings.of(code)) for code in codes]
    root = Element("testsuites", {"name": "reportkit", **_totals(suites)})
    root.extend(suites)
    return document(root)


def _of_no_publication(findings: Findings) -> Iterator[str]:
    """The empty code, where something is found that concerns the project as a whole."""
    if any(not finding.publication for finding in findings.findings):
        yield ""


def _suite(part: Findings) -> Element:
    code = part.publications[0]
    cases = [
        *(_case(finding, part) for finding in part.findings),
        *(_not_checked(skip) for skip in part.skipped),
        *_passed(part),
    ]
    suite = Element(
        "testsuite",
        name=sayable(f"reportkit {code or 'project'}"),
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        skipped=str(sum(case.find("skipped") is not None for case in cases)),
        errors="0",
        time="0",
    )
    properties = SubElement(suite, "properties")
    for name, value in counts(part).items():
        SubElement(properties, "property", name=name, value=str(value))
    suite.extend(cases)
    return suite


def _case(finding: Finding, part: Findings) -> Element:
    where = finding.place
    spot = f"{where.file}:{where.line}:{where.column}"
    case = Element(
        "testcase",
        classname=sayable(f"{finding.publication or 'project'}.{finding.section}"),
        name=sayable(f"{finding.rule} {spot}"),
        file=sayable(where.file),
        line=str(where.line),
        time="0",
    )
    if finding.waived is not None:
        waived = finding.waived
        said = f"waived by {waived.owner} until {waived.expiry}: {waived.reason}"
        SubElement(case, "skipped", type="waived", message=sayable(said))
    elif finding.known:
        SubElement(case, "skipped", type="known", message="known from the baseline")
    elif finding.severity == "info":
        SubElement(case, "system-out").text = sayable(finding.message)
    else:
        failure = SubElement(
            case, "failure", type=finding.severity, message=sayable(finding.message)
        )
        path = f" {route_text(where.route)}" if where.route else ""
        lines = [
            f"{spot}{path}",
            *([finding.hint] if finding.hint else []),
            part.page(finding.rule),
        ]
        failure.text = sayable("\n".join(lines))
    return case


def _not_checked(skip: Skipped) -> Element:
    case = Element(
        "testcase", classname=sayable(skip.publication), name=sayable(skip.rule), time="0"
    )
    SubElement(
        case, "skipped", type="not-checked", message=sayable(f"{skip.needs} is {skip.reason}")
    )
    return case


def _passed(part: Findings) -> Iterator[Element]:
    said = {finding.rule for finding in part.findings} | {skipped.rule for skipped in part.skipped}
    for rule in part.rules:
        if rule.name not in said:
            classname = sayable(part.publications[0])
            yield Element("testcase", classname=classname, name=sayable(rule.name), time="0")


def _totals(suites: list[Element]) -> dict[str, str]:
    names = ("tests", "failures", "skipped", "errors")
    return {name: str(sum(int(suite.get(name, "0")) for suite in suites)) for name in names}
