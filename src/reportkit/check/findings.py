"""Findings: all that a check found, with what is needed to show it and to count it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from reportkit.check.rule import Rule
from reportkit.check.waivers import AppliedWaiver
from reportkit.findings.finding import Finding, Severity
from reportkit.model.input import Missing

RANK: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}
"""Severities from least to gravest."""
RULE_PAGES = "docs/rules/{rule}.md"
"""Where the pages of the rules are, unless the project says otherwise."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that could not run on a publication, for want of a readable value or of trust."""

    rule: str
    publication: str
    file_key: str
    field: str = ""
    """The field it waits for: `rates[2].p50`; empty if it waits for the file."""
    reason: Literal["unreadable", "untrusted"] = "unreadable"

    @property
    def needs(self) -> str:
        """What it waits for: the key of a file, or a field of one."""
        return f"{self.field} of {self.file_key}" if self.field else self.file_key


@dataclass(frozen=True, slots=True)
class NamedGap:
    """An entry of a publication's ledger of missing data."""

    publication: str
    record: Missing


@dataclass(frozen=True, slots=True)
class NamedWaiver:
    """A waiver of a publication, whether it holds, and the findings it fits."""

    publication: str
    applied: AppliedWaiver
    is_certain: bool = True
    """False where files could not be read, in which it may fit more."""


@dataclass(frozen=True, slots=True)
class Known:
    """A finding that a baseline knows."""

    fingerprint: str
    rule: str
    publication: str
    file: str
    message: str


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
    waivers: tuple[NamedWaiver, ...] = ()
    stale: tuple[Known, ...] | None = None
    """Findings of the baseline that are gone; None if no baseline is in force."""
    rule_pages: str = RULE_PAGES
    left_out: tuple[Finding, ...] = ()
    """Findings of rules that were not asked about; they count for readiness alone."""

    def count(self, severity: Severity) -> int:
        """How many open findings have this severity."""
        return sum(f.open and f.severity == severity for f in self.findings)

    @property
    def waived(self) -> int:
        """How many findings are waived."""
        return sum(f.waived is not None for f in self.findings)

    @property
    def known(self) -> int:
        """How many findings are not waived and known from the baseline."""
        return sum(f.known and f.waived is None for f in self.findings)

    @property
    def ready(self) -> bool:
        """True if nothing but notes, waived findings and gaps is left; known ones count."""
        every = (*self.findings, *self.left_out)
        return not any(f.waived is None and f.severity != "info" for f in every)

    def at_or_above(self, severity: Severity) -> int:
        """How many open findings are at least this grave."""
        return sum(f.open and RANK[f.severity] >= RANK[severity] for f in self.findings)

    def page(self, rule: str) -> str:
        """Where the page of a rule is: an address, or a path in reportkit's documentation."""
        return self.rule_pages.replace("{rule}", rule)

    def of(self, publication: str) -> Findings:
        """The part that concerns one publication."""
        return replace(
            self,
            publications=(publication,),
            findings=tuple(f for f in self.findings if f.publication == publication),
            skipped=tuple(s for s in self.skipped if s.publication == publication),
            gaps=tuple(g for g in self.gaps if g.publication == publication),
            waivers=tuple(w for w in self.waivers if w.publication == publication),
            left_out=tuple(f for f in self.left_out if f.publication == publication),
            stale=None
            if self.stale is None
            else tuple(k for k in self.stale if k.publication == publication),
        )


def joined(parts: Iterable[Findings]) -> Findings:
    """The findings of several checks as one."""
    every = tuple(parts)
    compared = [part.stale for part in every if part.stale is not None]
    return Findings(
        tuple(code for part in every for code in part.publications),
        tuple(finding for part in every for finding in part.findings),
        tuple(skip for part in every for skip in part.skipped),
        tuple(gap for part in every for gap in part.gaps),
        {path: text for part in every for path, text in part.sources.items()},
        every[0].rules if every else (),
        tuple(waiver for part in every for waiver in part.waivers),
        tuple(known for stale in compared for known in stale) if compared else None,
        every[0].rule_pages if every else RULE_PAGES,
        tuple(finding for part in every for finding in part.left_out),
    )
