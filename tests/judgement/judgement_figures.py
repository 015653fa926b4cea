"""Check cases and count: what was found of the wrong texts, and which right ones were not left."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from base_reports import Changed, apply, base_workspace
from labelled_cases import Case

from reportkit.check.engine import check
from reportkit.findings.finding import Finding
from reportkit.findings.place import Place
from reportkit.rules import all_rules
from reportkit.workspace.workspace import Workspace

TODAY = date(2025, 10, 21)
"""The day on which the base reports are right."""
UNGROUNDED = "ungrounded-statement"
"""Asks for a ground and judges no truth, so that it counts for itself."""
LEAST_OF_GROUP = 5
"""Wrong texts a group needs before its recall says anything."""

Named = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A case, and the findings that its base does not have."""

    case: Case
    findings: tuple[Finding, ...]
    caught: bool
    """Whether a finding stands at a changed value."""
    placed: bool
    """Whether it points at the very words."""
    asked_for_ground: bool

    @property
    def missed(self) -> bool:
        """A wrong text at which nothing was found."""
        return self.case.verdict == "wrong" and not self.caught

    @property
    def false_alarm(self) -> bool:
        """A right text with a finding anywhere."""
        return self.case.verdict == "right" and bool(self.findings)


def judge(case: Case) -> Judged:
    """Check a base report before and after the change of a case."""
    changed = apply(case)
    new = _new_findings(_findings(changed.workspace), _named_in_base(case.base))
    told = tuple(finding for finding in new if finding.rule != UNGROUNDED)
    return Judged(
        case,
        told,
        caught=any(_stands_at(finding, changed) for finding in told),
        placed=any(_points_at(finding, changed) for finding in told),
        asked_for_ground=any(
            finding.rule == UNGROUNDED and changed.main.points_at(finding.place) for finding in new
        ),
    )


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts over some cases; a share of nothing is None."""

    wrong: int
    found: int
    placed: int
    right: int
    false_alarms: int

    @property
    def recall(self) -> float | None:
        """Percent of the wrong texts at which something was found."""
        return _percent(self.found, self.wrong)

    @property
    def alarm_rate(self) -> float | None:
        """Percent of the right texts with a finding."""
        return _percent(self.false_alarms, self.right)

    @property
    def placed_share(self) -> float | None:
        """Percent of the wrong texts found that a finding points at by their words."""
        return _percent(self.placed, self.found)


def figures(judged: Iterable[Judged]) -> Figures:
    """Count verdicts."""
    verdicts = tuple(judged)
    wrong = [verdict for verdict in verdicts if verdict.case.verdict == "wrong"]
    right = [verdict for verdict in verdicts if verdict.case.verdict == "right"]
    return Figures(
        wrong=len(wrong),
        found=sum(verdict.caught for verdict in wrong),
        placed=sum(verdict.placed for verdict in wrong),
        right=len(right),
        false_alarms=sum(verdict.false_alarm for verdict in right),
    )


def by_group(judged: Iterable[Judged], name: Callable[[Case], str]) -> Mapping[str, Figures]:
    """Figures of each group of cases, groups by name."""
    groups: defaultdict[str, list[Judged]] = defaultdict(list)
    for verdict in judged:
        groups[name(verdict.case)].append(verdict)
    return {group: figures(groups[group]) for group in sorted(groups)}


def worst(judged: tuple[Judged, ...]) -> tuple[str, float] | None:
    """The subject or kind of which the least share was found; None where none has texts enough."""
    groups = {
        **by_group(judged, lambda case: f"subject {case.subject}"),
        **by_group(judged, lambda case: f"kind {case.kind}"),
    }
    shares = [
        (name, group.recall)
        for name, group in groups.items()
        if group.recall is not None and group.wrong >= LEAST_OF_GROUP
    ]
    return min(shares, key=lambda named: named[1], default=None)


@dataclass(frozen=True, slots=True)
class Grounds:
    """How well the sentences that speak of a subject are told from those that do not."""

    named: int
    rightly_named: int
    speaking: int

    @property
    def precision(self) -> float | None:
        """Percent of the sentences named that speak of a subject."""
        return _percent(self.rightly_named, self.named)

    @property
    def recall(self) -> float | None:
        """Percent of the sentences that speak of a subject that are named."""
        return _percent(self.rightly_named, self.speaking)


def grounds(judged: Iterable[Judged]) -> Grounds:
    """Count the sentences of which is said whether they speak of a subject."""
    asked = [verdict for verdict in judged if verdict.case.speaks is not None]
    return Grounds(
        named=sum(verdict.asked_for_ground for verdict in asked),
        rightly_named=sum(
            verdict.asked_for_ground and verdict.case.speaks is True for verdict in asked
        ),
        speaking=sum(verdict.case.speaks is True for verdict in asked),
    )


def _percent(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


@cache
def _named_in_base(code: str) -> Counter[Named]:
    return Counter(_named(finding) for finding in _findings(base_workspace(code)))


def _findings(workspace: Workspace) -> tuple[Finding, ...]:
    findings = check(workspace, all_rules(), TODAY).findings
    return tuple(finding for finding in findings if finding.open)


def _named(finding: Finding) -> Named:
    return finding.rule, finding.place.file, finding.message


def _new_findings(findings: tuple[Finding, ...], before: Counter[Named]) -> list[Finding]:
    """The findings that are more than the base has of the same rule, file and message."""
    after = Counter(_named(finding) for finding in findings)
    return [finding for finding in findings if after[_named(finding)] > before[_named(finding)]]


def _stands_at(finding: Finding, changed: Changed) -> bool:
    return any(
        value.holds(place)
        for value in (changed.main, *changed.others)
        for place in _places(finding)
    )


def _points_at(finding: Finding, changed: Changed) -> bool:
    return any(
        value.points_at(place)
        for value in (changed.main, *changed.others)
        for place in _places(finding)
    )


def _places(finding: Finding) -> tuple[Place, ...]:
    return finding.place, *(related.place for related in finding.related)
