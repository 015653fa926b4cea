"""Findings in, a line for each rule that found something out: how often, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.check.findings import RANK, Findings
from reportkit.findings.counted import counted
from reportkit.findings.finding import Finding, Severity
from reportkit.report.palette import Palette


@dataclass(frozen=True, slots=True)
class Statistic:
    """What one rule found in all publications."""

    rule: str
    severity: Severity
    """The gravest of its open findings, or of all if none is open."""
    open: int
    waived: int
    known: int
    publications: int
    """In how many of them anything was found, open or not."""


def statistics(findings: Findings) -> tuple[Statistic, ...]:
    """The rules that found something, the most frequent first."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings.findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    every = (_statistic(rule, of_rule) for rule, of_rule in by_rule.items())
    return tuple(sorted(every, key=lambda one: (-one.open, one.rule)))


def statistics_report(findings: Findings, palette: Palette) -> str:
    """The statistics as a table, and below it what they add up to."""
    every = statistics(findings)
    rows = [("open", "waived", "publications", "rule"), *map(_cells, every)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [_line(row, widths) for row in rows]
    for index, one in enumerate(every, start=1):
        name = palette.paint(one.severity, f"{one.severity}[{one.rule}]")
        lines[index] = f"{lines[index].removesuffix(rows[index][3])}{name}"
    return "".join(f"{line}\n" for line in (*lines, *_sums(every, findings)))


def _statistic(rule: str, findings: list[Finding]) -> Statistic:
    live = [finding for finding in findings if finding.open]
    gravest = max((finding.severity for finding in live or findings), key=RANK.__getitem__)
    return Statistic(
        rule=rule,
        severity=gravest,
        open=len(live),
        waived=sum(finding.waived is not None for finding in findings),
        known=sum(finding.known and finding.waived is None for finding in findings),
        publications=len({finding.publication for finding in findings}),
    )


def _cells(one: Statistic) -> tuple[str, str, str, str]:
    return str(one.open), str(one.waived), str(one.publications), f"{one.severity}[{one.rule}]"


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    figures = (cell.rjust(width) for cell, width in zip(row, widths, strict=False))
    return f"{'  '.join(figures)}  {row[3]}"


def _sums(rows: tuple[Statistic, ...], findings: Findings) -> Iterator[str]:
    live, waived = sum(one.open for one in rows), sum(one.waived for one in rows)
    known = sum(one.known for one in rows)
    beside = f", {known} known" if findings.stale is not None else ""
    rules = counted(len(rows), "rule")
    publications = counted(len(findings.publications), "publication")
    yield f"{live} open, {waived} waived{beside}, of {rules}, in {publications}"
