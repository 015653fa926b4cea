"""Every format says the same of the same findings."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema  # type: ignore[import-untyped]
import pytest
from junitparser import JUnitXml

from defects import findings_of, waiver, write_defects, write_waivers
from reportkit.check.baseline import against, baseline_text, read_baseline
from reportkit.check.findings import Findings
from reportkit.cli.reports import NAMES
from reportkit.report.formats import FORMATS, report_as
from reportkit.report.presentation import Presentation
from small_project import ROOT, copy_project

SCHEMA = json.loads((ROOT / "docs/findings.schema.json").read_text("utf-8"))
GRAVITY = {"error": "errors", "warning": "warnings", "note": "notes"}


@pytest.fixture(scope="module", params=["defects", "waived", "baseline", "unreadable", "clean"])
def findings(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Findings:
    folder = tmp_path_factory.mktemp(str(request.param))
    if request.param == "clean":
        return findings_of(copy_project(folder))
    write_defects(folder)
    found = findings_of(folder)
    match request.param:
        case "waived":
            write_waivers(
                folder,
                waiver("misplaced-modifier", "sections/**"),
                waiver("long-sentence", "report/**", "2020-01-01"),
            )
            return findings_of(folder)
        case "baseline":
            part = replace(found, findings=found.findings[::2])
            (folder / "sections/57511/summary.yaml").write_text("reportkit: summary/1\n", "utf-8")
            return against(findings_of(folder), read_baseline(baseline_text(part)))
        case "unreadable":
            (folder / "report/57511/input.yaml").write_text("reportkit: [", "utf-8")
            return findings_of(folder)
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_a_control_character_through(name: str, findings: Findings) -> None:
    bad = "a\x1b]0;x\x07\n::error::b"
    found = tuple(
        replace(one, publication=bad, message=bad, place=replace(one.place, file=bad))
        for one in findings.findings
    )
    said = report(name, replace(findings, publications=(bad,), findings=found, waivers=()))
    assert not [line for line in said.split("\n") if not line.isprintable()]
    if name in ("text", "concise", "alike", "statistics", "github"):
        assert not [line for line in said.split("\n") if line.startswith("::error::b")]


def report(name: str, findings: Findings) -> str:
    return report_as(name, findings, Presentation())


def of_text(findings: Findings) -> dict[str, int]:
    line = report("text", findings).splitlines()[-1]
    said = {
        name: int(number) for number, name in re.findall(r"(\d+) ([a-z ]+?)(?:s?(?:,|$))", line)
    }
    return {
        "errors": said["error"],
        "warnings": said["warning"],
        "notes": said.get("note", 0),
        "waived": said["waived"],
        "known": said.get("known", 0),
        "gaps": said["data gap"],
    }


def of_json(findings: Findings) -> dict[str, int]:
    data: dict[str, Any] = json.loads(report("json", findings))
    found = data["findings"]
    live = [each for each in found if not each["waived"] and not each["known"]]
    counted = {
        "errors": sum(each["severity"] == "error" for each in live),
        "warnings": sum(each["severity"] == "warning" for each in live),
        "notes": sum(each["severity"] == "info" for each in live),
        "waived": sum(each["waived"] is not None for each in found),
        "known": sum(each["known"] for each in found),
        "gaps": len(data["gaps"]),
    }
    stated = data["counts"]
    assert counted == {name: stated[name] for name in counted}
    return counted


def of_sarif(findings: Findings) -> dict[str, int]:
    run = json.loads(report("sarif", findings))["runs"][0]
    waived = [each for each in run["results"] if each["suppressions"]]
    known = [each for each in run["results"] if each.get("baselineState") == "unchanged"]
    live = [each for each in run["results"] if each not in waived and each not in known]
    counted = dict.fromkeys(GRAVITY.values(), 0)
    for each in live:
        counted[GRAVITY[each["level"]]] += 1
    return counted | {
        "waived": len(waived),
        "known": len(known),
        "gaps": len(run["properties"]["gaps"]),
    }


def of_junit(findings: Findings) -> dict[str, int]:
    suite = next(iter(JUnitXml.fromstring(report("junit", findings).encode())))
    kinds = [result.type for case in suite for result in case.result]
    properties = {each.name: int(each.value) for each in suite.properties()}  # type: ignore[no-untyped-call]
    assert suite.failures == kinds.count("error") + kinds.count("warning")
    return {
        "errors": kinds.count("error"),
        "warnings": kinds.count("warning"),
        "notes": sum(case.system_out is not None for case in suite),
        "waived": kinds.count("waived"),
        "known": kinds.count("known"),
        "gaps": properties["gaps"],
    }


def test_the_counts_agree(findings: Findings) -> None:
    expected = of_text(findings)
    assert sum(expected.values()) > 0
    assert of_json(findings) == expected
    assert of_sarif(findings) == expected
    assert of_junit(findings) == expected


def test_json_is_valid_by_its_schema(findings: Findings) -> None:
    jsonschema.validate(json.loads(report("json", findings)), SCHEMA)


def test_github_has_a_command_for_each_open_finding_and_a_line_of_counts(
    findings: Findings,
) -> None:
    lines = report("github", findings).splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert len(commands) == sum(each.open for each in findings.findings)
    assert all(re.match(r"::(error|warning|notice) file=[^:]+::.", line) for line in commands)
    assert len(lines) == len(commands) + len(findings.publications)


GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""The form of a code quality report, as GitLab documents it."""


def test_gitlab_has_an_issue_for_each_open_finding_that_no_other_is_taken_for(
    findings: Findings,
) -> None:
    issues = json.loads(report("gitlab", findings))
    jsonschema.validate(issues, GITLAB)
    assert [issue["check_name"] for issue in issues] == [
        finding.rule for finding in findings.findings if finding.open
    ]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_checkstyle_has_an_element_for_each_open_finding(findings: Findings) -> None:
    root = ElementTree.fromstring(report("checkstyle", findings))  # noqa: S314 -- our own text
    severities = [element.get("severity") for element in root.iter("error")]
    assert severities.count("error") == findings.count("error")
    assert len(severities) == sum(each.open for each in findings.findings)


def test_sarif_open_leaves_out_what_is_waived_or_known(findings: Findings) -> None:
    results = json.loads(report("sarif-open", findings))["runs"][0]["results"]
    assert len(results) == sum(each.open for each in findings.findings)


def test_no_text_of_a_report_can_be_a_command_or_break_out_of_markup(tmp_path: Path) -> None:
    folder = copy_project(tmp_path)
    path = folder / "sections/57511/summary.yaml"
    text = path.read_text("utf-8")
    path.write_text(text + '"a\\n::error::%0A,x:y <&\\"\\u0007": 1\n', "utf-8")
    found = findings_of(folder)
    assert any("::error::" in each.message for each in found.findings)
    lines = report("github", found).splitlines()
    assert not any(line.startswith("::error::") for line in lines)
    ElementTree.fromstring(report("checkstyle", found))  # noqa: S314 -- our own text
    JUnitXml.fromstring(report("junit", found).encode())


def test_the_command_line_knows_every_format() -> None:
    assert tuple(FORMATS) == NAMES


def test_text_lists_what_is_waived_with_reason_owner_and_day(tmp_path: Path) -> None:
    folder = write_defects(tmp_path)
    write_waivers(folder, waiver("misplaced-modifier", "sections/**"))
    text = report("text", findings_of(folder))
    assert "waived misplaced-modifier sections/57511/coding-specifications.yaml:" in text
    assert "  until 2027-01-31, Lead editor: The client wants it so." in text
