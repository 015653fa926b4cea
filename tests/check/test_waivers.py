"""Waivers: what they accept, and what they cannot."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from defects import findings_of, waiver, write_defects, write_waivers
from reportkit.check.waivers import fits
from reportkit.findings.place import Place, Route, Span
from reportkit.rules import all_rules

RULE = "misplaced-modifier"
CODING = "sections/57511/coding-specifications.yaml"
PRIVACY = {"identifiable-patient", "age-over-89", "small-cell"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_defects(tmp_path)


def test_a_waived_finding_stays_in_the_findings_with_its_reason(project: Path) -> None:
    before = findings_of(project)
    write_waivers(project, waiver(RULE, CODING))
    after = findings_of(project)
    waived = [f for f in after.findings if f.waived]
    assert {f.rule for f in waived} == {RULE}
    assert waived[0].waived and waived[0].waived.owner == "Lead editor"
    assert len(after.findings) == len(before.findings)
    assert after.waived == len(waived)
    assert after.count("error") == before.count("error") - len(waived)
    assert [len(named.applied.fits) for named in after.waivers] == [len(waived)]


def test_a_waiver_holds_on_its_last_day_and_not_the_day_after(project: Path) -> None:
    write_waivers(project, waiver(RULE, CODING, "2026-11-02"))
    assert findings_of(project, date(2026, 11, 2)).waived
    late = findings_of(project, date(2026, 11, 3))
    assert late.waived == 0
    assert "expired-waiver" in {f.rule for f in late.findings}


def test_a_waiver_on_an_unprovided_modifier_is_refused(project: Path) -> None:
    before = findings_of(project).count("error")
    write_waivers(project, waiver("unprovided-modifier", '"**"'))
    after = findings_of(project)
    assert (after.waived, after.count("error")) == (0, before + 1)
    assert [f.place.file for f in after.findings if f.rule == "refused-waiver"] == [
        "report/57511/waivers.yaml"
    ]


def test_a_waiver_that_fits_nothing_is_found(project: Path) -> None:
    write_waivers(project, waiver(RULE, "sections/57511/summary.yaml"))
    assert "unused-waiver" in {f.rule for f in findings_of(project).findings}


def test_a_waivers_file_without_its_form_waives_nothing(project: Path) -> None:
    write_waivers(project, waiver(RULE, CODING).replace("expiry", "expires"))
    after = findings_of(project)
    assert after.waived == 0
    assert "unknown-key" in {f.rule for f in after.findings}


def test_what_was_not_provided_and_what_tells_of_people_cannot_be_waived() -> None:
    fixed = {rule.name for rule in all_rules() if not rule.waivable}
    unprovided = {rule.name for rule in all_rules() if rule.name.startswith("unprovided-")}
    assert unprovided | PRIVACY <= fixed


@pytest.mark.parametrize(
    ("path", "file", "route", "expected"),
    [
        ("sections/57511/summary.yaml", "sections/57511/summary.yaml", ("notes", 0), True),
        ("./sections/57511/*.yaml", "sections/57511/summary.yaml", (), True),
        ("sections/*.yaml", "sections/57511/summary.yaml", (), False),
        ("sections/**", "sections/57511/summary.yaml", (), True),
        ("**/summary.yaml", "sections/57511/summary.yaml", (), True),
        ("**#notes", "sections/57511/summary.yaml", ("notes", 3), True),
        ("**#notes[*]", "sections/57511/summary.yaml", ("notes", 12), True),
        ("**#notes[1]", "sections/57511/summary.yaml", ("notes", 12), False),
        ("**#note", "sections/57511/summary.yaml", ("notes", 1), False),
        ("**#modifiers[*].code", "a.yaml", ("modifiers", 1, "code"), True),
        ("**#modifiers[*].code", "a.yaml", ("modifiers", 1, "line"), False),
        ("build/57511/57511.pdf", "build/57511/57511.pdf, page 3", (), True),
        ("sections/57511/summary.yamlx", "sections/57511/summary.yaml", (), False),
        ("a.yaml", "aXyaml", (), False),
    ],
)
def test_a_path_names_files_and_what_lies_below_a_route(
    path: str, file: str, route: Route, expected: bool
) -> None:
    assert fits(path, Place(file, route, Span(0, 1), 1, 1, 1, 2)) is expected
