"""Findings: all that a check found, with what is needed to show it and to count it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportkit.check.rule import Rule
from reportkit.findings.finding import Finding, Severity
from reportkit.model.input import Missing

RANK: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}
"""Severities from least to gravest."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that could not run on a publication, for want of a readable file."""

    rule: str
    publication: str
    file_key: str


@dataclass(frozen=True, slots=True)
class NamedGap:
    """An entry of a publication's ledger of missing data."""

    publication: str
    record: Missing


@dataclass(frozen=True, slots=True)
class Findings:
    """The outcome of a check."""

    publications: tuple[str, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    gaps: tuple[NamedGap, ...]
    sources: Mapping[str, str]
    """Path of each file read to its text, for code frames."""
    rules: tuple[Rule, ...]

    def count(self, severity: Severity) -> int:
        """How many open findings have this severity."""
        return sum(f.open and f.severity == severity for f in self.findings)

    @property
    def waived(self) -> int:
        """How many findings are waived."""
        return sum(not f.open for f in self.findings)

    def at_or_above(self, severity: Severity) -> int:
        """How many open findings are at least this grave."""
        return sum(f.open and RANK[f.severity] >= RANK[severity] for f in self.findings)

    def of(self, publication: str) -> Findings:
        """The part that concerns one publication."""
        return Findings(
            (publication,),
            tuple(f for f in self.findings if f.publication == publication),
            tuple(s for s in self.skipped if s.publication == publication),
            tuple(g for g in self.gaps if g.publication == publication),
            self.sources,
            self.rules,
        )


def joined(parts: Iterable[Findings]) -> Findings:
    """The findings of several checks as one."""
    every = tuple(parts)
    return Findings(
        tuple(code for part in every for code in part.publications),
        tuple(finding for part in every for finding in part.findings),
        tuple(skip for part in every for skip in part.skipped),
        tuple(gap for part in every for gap in part.gaps),
        {path: text for part in every for path, text in part.sources.items()},
        every[0].rules if every else (),
    )
