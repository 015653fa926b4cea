"""A baseline lets findings of before pass, each as often as it was there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportkit.check.baseline import FORM, BadBaseline, against, baseline_text, read_baseline
from reportkit.check.example import run_example
from reportkit.check.findings import Findings
from reportkit.rules import all_rules

VAGUE = "# summary\nrelevance: It is important to note. It is important to note.\n"


@pytest.fixture
def findings() -> Findings:
    """Two findings of one rule."""
    rule = next(rule for rule in all_rules() if rule.name == "vague-filler")
    outcome = run_example(rule, VAGUE)
    assert len(outcome.findings) == 2
    return outcome


def test_what_was_written_is_known(findings: Findings) -> None:
    compared = against(findings, read_baseline(baseline_text(findings)))
    assert [finding.known for finding in compared.findings] == [True, True]
    assert compared.stale == ()


def test_a_finding_is_known_as_often_as_it_was_there(findings: Findings) -> None:
    first = findings.findings[0]
    twice = replace(findings, findings=(first, first))
    (known,) = read_baseline(baseline_text(replace(findings, findings=(first,))))
    assert [finding.known for finding in against(twice, [known]).findings] == [True, False]
    assert [finding.known for finding in against(twice, [known] * 2).findings] == [True, True]


def test_what_is_gone_is_stale_as_often_as_it_was_there(findings: Findings) -> None:
    known = read_baseline(baseline_text(findings))
    gone = replace(findings, findings=findings.findings[1:])
    assert against(gone, known).stale == known[:1]
    assert against(gone, [known[0]] * 3).stale == (known[0],) * 3


def test_what_is_gone_from_a_report_not_checked_is_not_stale(findings: Findings) -> None:
    known = read_baseline(baseline_text(findings))
    elsewhere = replace(findings, publications=("57513",), findings=())
    assert against(elsewhere, known).stale == ()


NO_FORM = f'it has no "form": "{FORM}"'
NO_ENTRY = "an entry lacks a key or has one too many"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{", "it is not JSON: "),
        ("[]", NO_FORM),
        ('{"form": "reportkit/baseline/2", "findings": []}', NO_FORM),
        (f'{{"form": "{FORM}"}}', NO_ENTRY),
        (f'{{"form": "{FORM}", "findings": ["x"]}}', NO_ENTRY),
        (f'{{"form": "{FORM}", "findings": [{{"rule": "x"}}]}}', NO_ENTRY),
    ],
)
def test_what_is_no_baseline_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadBaseline) as refused:
        read_baseline(text)
    assert str(refused.value).startswith(reason)
