"""Findings are counted by severity, and taken apart by publication."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportkit.check.example import run_example
from reportkit.check.findings import Findings, Known, NamedWaiver, Skipped
from reportkit.check.waivers import AppliedWaiver
from reportkit.findings.finding import Severity, Waived
from reportkit.model.waivers import Waiver
from reportkit.rules import all_rules

VAGUE = "# summary\nrelevance: It is important to note. It is important to note.\n"
CODES = ("57510", "57511", "57513")
WAIVED = Waived("It is quoted.", "Lead editor", date(2027, 1, 31))


@pytest.fixture
def two() -> Findings:
    """Two findings of one rule."""
    rule = next(rule for rule in all_rules() if rule.name == "vague-filler")
    outcome = run_example(rule, VAGUE)
    assert len(outcome.findings) == 2
    return outcome


@pytest.mark.parametrize(
    ("severity", "counts"),
    [("info", (2, 0, 0)), ("warning", (2, 2, 0)), ("error", (2, 2, 2))],
)
def test_a_finding_counts_at_its_severity_and_below(
    two: Findings, severity: Severity, counts: tuple[int, int, int]
) -> None:
    graver = replace(
        two, findings=tuple(replace(finding, severity=severity) for finding in two.findings)
    )
    assert counts == (
        graver.at_or_above("info"),
        graver.at_or_above("warning"),
        graver.at_or_above("error"),
    )
    assert graver.ready is (severity == "info")


def test_a_fingerprint_that_a_baseline_has_kept_is_that_of_later_versions(two: Findings) -> None:
    assert [finding.fingerprint for finding in two.findings] == [
        "b6e212b8162bc75a9a4cb3e0dcf35816",
        "f8173797cad1da19d7ef1aad8fd6b7b5",
    ]


def test_what_is_waived_is_not_known_too(two: Findings) -> None:
    known, both = (replace(finding, known=True, severity="error") for finding in two.findings)
    mixed = replace(two, findings=(known, replace(both, waived=WAIVED)))
    assert (mixed.known, mixed.waived) == (1, 1)
    assert mixed.at_or_above("info") == 0
    assert not mixed.ready
    assert two.known == 0


def test_the_part_of_a_publication_holds_nothing_of_others(two: Findings) -> None:
    waiver = Waiver(rule="x", path="y", reason="z", owner="o", expiry=date(2027, 1, 31))
    every = replace(
        two,
        publications=CODES,
        skipped=tuple(Skipped("small-cell", code, "input") for code in CODES),
        waivers=tuple(NamedWaiver(code, AppliedWaiver(0, waiver, "holds", ())) for code in CODES),
        findings=tuple(replace(two.findings[0], publication=code) for code in CODES),
        gaps=tuple(replace(two.gaps[0], publication=code) for code in CODES),
        left_out=tuple(replace(two.findings[1], publication=code) for code in CODES),
        stale=tuple(Known("f", "small-cell", code, "input.yaml", "m") for code in CODES),
    )
    part = every.of("57511")
    parts = (part.skipped, part.waivers, part.findings, part.gaps, part.left_out, part.stale or ())
    assert [[entry.publication for entry in entries] for entries in parts] == [["57511"]] * 6
    assert two.of("57511").stale is None
    assert part.publications == ("57511",)
