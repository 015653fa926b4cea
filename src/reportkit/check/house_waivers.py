"""Say which waivers of the house fit nothing in all publications of a project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from reportkit.check.engine import finding_of, severity_of, waivers_of
from reportkit.check.findings import RULE_PAGES, Findings
from reportkit.check.issue import Issue, at
from reportkit.check.rule import Rule
from reportkit.check.waivers import is_looked_at
from reportkit.files.project_files import ProjectFiles
from reportkit.model.base import given
from reportkit.model.waivers import Waiver
from reportkit.workspace.publication import settings_of
from reportkit.workspace.workspace import house_of


def idle_waivers(findings: Findings) -> frozenset[int]:
    """The indexes of the waivers of the house that hold, and fit nothing of what was found.

    None while a file cannot be read, as nobody knows what would be found there.
    """
    known = {rule.name: rule for rule in findings.rules}
    named = [one for one in findings.waivers if one.applied.key == "house-waivers"]
    fitting = {one.applied.index for one in named if one.applied.fits or not one.is_certain}
    judged = {one.applied.index for one in named if is_looked_at(one.applied, known)}
    return frozenset(judged - fitting)


def idle_in_all(files: ProjectFiles, rules: Sequence[Rule], idle: Collection[int]) -> Findings:
    """A finding at each of these waivers of the house; it is of no one publication."""
    house = house_of(files)
    rule = next(known for known in rules if known.name == _RULE)
    severity = severity_of(rule, settings_of(house.files["project"]))
    if severity is None or "house-waivers" not in house.files:
        return Findings((), (), (), (), {}, tuple(rules))
    ordinals: Counter[str] = Counter()
    loaded = house.files["house-waivers"]
    return Findings(
        publications=(),
        findings=tuple(
            finding_of(rule, severity, _issue(index, waiver), house, ordinals)
            for index, waiver in enumerate(waivers_of(house))
            if index in idle
        ),
        skipped=(),
        gaps=(),
        sources={loaded.file.path: loaded.file.text},
        rules=tuple(rules),
        rule_pages=given(house.files["project"].sound, "rule_pages", None) or RULE_PAGES,
    )


_RULE: Final = "unused-waiver"


def _issue(index: int, waiver: Waiver) -> Issue:
    return Issue(
        at("house-waivers", "waivers", index, "finding"),
        f"the waiver of {waiver.rule} fits nothing in any publication",
        "delete it, or correct its path or finding; `reportkit check --alike` shows what is found",
    )
