"""Fixes of any mistakes together: nothing new is wrong, no remark is lost, and twice is once."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportkit.source.layout import laid_out
from small_project import accept_input, copy_project, run

SUMMARY = "sections/57511/summary.yaml"
CLINICAL = "sections/57511/clinical-context.yaml"
CODING = "sections/57511/coding-specifications.yaml"
BILLING = "sections/57511/billing-overview.yaml"
INPUT = "report/57511/input.yaml"
REPORT = "report/57511/report.yaml"

MISTAKES: list[tuple[str, str, str]] = [
    (SUMMARY, "nothing is cut out", "nothing is is cut out"),
    (SUMMARY, "is denied [@cms-pfs]", "is denied [@cms-pf]"),
    (SUMMARY, "input.mue.practitioner.units }}", "input.mue.practitionr.units }}"),
    (SUMMARY, "relevance: >", "relevence: >"),
    (CLINICAL, "site: office", "site: offices # there"),
    (CLINICAL, "age: 29", 'age: "29" # years'),
    (CLINICAL, "evidence: histology", "evidence: histologie"),
    (CLINICAL, 'code: "57511"', "code: 57511"),
    (CLINICAL, "illustrative: true", "illustrative: yes"),
    (CODING, 'code: "59"', 'code: "-59"'),
    (CODING, '- code: "22"', "# Of distinct services.\n  - code: X"),
    (BILLING, "service_type: destruction", "service_type: Destruction"),
    (
        INPUT,
        'modifiers: ["22", "51", "52", "53", "59"]',
        'modifiers: ["22", "51", "52", "53", "59", "59"]',
    ),
    (INPUT, "  - field: ncci\n    section: related-codes", "  - field: ncci\n    section: codes"),
    (REPORT, "  - summary\n  - billing-overview", "  - billing-overview\n  - summary"),
    (REPORT, "published: 2026-11-23", "published: 2026/11/23"),
    (REPORT, "audience: [billers]", "audience: &who [billers]"),
    (REPORT, "next_review: 2027-03-01", "next_review: March 1, 2027 # a Monday"),
    (SUMMARY, "A cold probe", "A <em>cold</em> probe"),
    (SUMMARY, "The site on the claim", "The site { report.code } on the claim"),
]


def found(folder: Path) -> set[tuple[str, str]]:
    """What check finds: rules with the files."""
    findings = json.loads(run(folder, "check", "--format", "json").stdout)["findings"]
    return {(one["rule"], one["file"]) for one in findings}


def texts(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text("utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }


def remarks(folder: Path) -> list[str]:
    return sorted(re.findall(r"#.*$", "\n".join(texts(folder).values()), re.MULTILINE))


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(st.sets(st.sampled_from(range(len(MISTAKES))), min_size=1, max_size=6))
def test_fixes_find_an_end_and_harm_nothing(chosen: set[int]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = copy_project(Path(name))
        for path, old, new in (MISTAKES[number] for number in sorted(chosen)):
            text = (folder / path).read_text("utf-8")
            assert text.count(old) == 1, old
            (folder / path).write_text(text.replace(old, new), "utf-8")
        accept_input(folder)
        before, kept = found(folder), remarks(folder)
        run(folder, "fix")
        fixed = texts(folder)
        assert found(folder) <= before
        assert remarks(folder) == kept
        assert run(folder, "fix").stdout.startswith("no finding has a safe fix")
        assert texts(folder) == fixed
        assert all(laid_out(text) == text for text in fixed.values())
