"""SARIF: valid by the schema and by Microsoft's tool, with fixes, fingerprints, suppressions."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from defects import findings_of, waiver, write_defects, write_waivers
from reportkit.check.example import run_example
from reportkit.check.findings import Findings
from reportkit.report.sarif import sarif_log, sarif_report
from reportkit.rules import all_rules

SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0.json").read_text("utf-8"))
TOOL = os.environ.get("SARIF_MULTITOOL")


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    folder = write_defects(tmp_path_factory.mktemp("defects"))
    write_waivers(folder, waiver("misplaced-modifier", "sections/**"))
    return findings_of(folder)


@pytest.fixture(scope="module")
def run(findings: Findings) -> dict[str, Any]:
    found: dict[str, Any] = sarif_log(findings)["runs"][0]
    return found


def test_the_log_is_valid_by_the_schema_of_sarif(findings: Findings) -> None:
    jsonschema.validate(json.loads(sarif_report(findings)), SCHEMA)


def test_every_rule_has_help_and_every_result_its_rule(run: dict[str, Any]) -> None:
    rules = run["tool"]["driver"]["rules"]
    assert len(rules) == len(all_rules())
    for rule in rules:
        assert rule["help"]["text"] and rule["help"]["markdown"]
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["properties"]["page"] == f"docs/rules/{rule['id']}.md"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_every_result_has_a_place_and_a_fingerprint(run: dict[str, Any]) -> None:
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
        assert result["partialFingerprints"]["primaryLocationLineHash"]
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_waived_finding_is_suppressed_with_its_justification(run: dict[str, Any]) -> None:
    suppressed = [each for each in run["results"] if each["suppressions"]]
    assert {each["ruleId"] for each in suppressed} == {"misplaced-modifier"}
    said = suppressed[0]["suppressions"][0]
    assert said["justification"] == "The client wants it so. (Lead editor, until 2027-01-31)"


def test_a_fix_replaces_the_stretch_it_names() -> None:
    example = '# summary\nnote: ["Ask the editor."]\n'
    rule = next(each for each in all_rules() if each.name == "unknown-key")
    log = sarif_log(run_example(rule, example))
    change = log["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]
    assert change["artifactLocation"]["uri"] == "sections/57511/summary.yaml"
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 5, "startColumn": 1, "endLine": 5, "endColumn": 5},
            "insertedContent": {"text": "notes"},
        }
    ]


@pytest.mark.checker
@pytest.mark.skipif(TOOL is None, reason="SARIF_MULTITOOL names no tool; see .ci/checkers")
def test_the_multitool_finds_no_error(findings: Findings, tmp_path: Path) -> None:
    (tmp_path / "in.sarif").write_text(sarif_report(findings), "utf-8")
    command = [str(TOOL), "validate", "in.sarif", "--output", "out.sarif"]
    outcome = subprocess.run(
        command,
        cwd=tmp_path,
        env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = json.loads((tmp_path / "out.sarif").read_text("utf-8-sig"))["runs"][0]
    assert outcome.returncode == 0, outcome.stdout
    assert [each for each in said["results"] if each.get("level") == "error"] == []
