"""Findings in, those that are equal told once out: how often, in how many publications, where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from reportkit.check.findings import Findings
from reportkit.check.waivers import alike
from reportkit.findings.counted import counted
from reportkit.findings.finding import Finding, Severity
from reportkit.model.waivers import HouseWaiver
from reportkit.report.frame import printable
from reportkit.report.palette import Palette


@dataclass(frozen=True, slots=True)
class Alike:
    """Open findings that say the same, whatever the code of their publication."""

    rule: str
    severity: Severity
    message: str
    """With CODE for the code."""
    findings: tuple[Finding, ...]

    @property
    def publications(self) -> int:
        """In how many publications they are."""
        return len({finding.publication for finding in self.findings})


def alike_findings(findings: Findings) -> tuple[Alike, ...]:
    """The open findings told once each, the most frequent first."""
    equal: dict[tuple[str, Severity, str], list[Finding]] = defaultdict(list)
    for finding in findings.findings:
        if finding.open:
            equal[finding.rule, finding.severity, alike(finding)].append(finding)
    told = (Alike(*said, tuple(of_these)) for said, of_these in equal.items())
    return tuple(sorted(told, key=lambda one: (-len(one.findings), one.rule, one.message)))


def alike_report(findings: Findings, palette: Palette) -> str:
    """Equal findings with their number, then the waivers of the house with what they accept."""
    told = alike_findings(findings)
    lines = [line for one in told for line in _lines(one, palette)]
    lines += _house(findings)
    number = sum(len(one.findings) for one in told)
    things = counted(len(told), "thing")
    lines.append(f"{counted(number, 'open finding')} that say {things}")
    return "".join(f"{line}\n" for line in lines)


def _lines(one: Alike, palette: Palette) -> Iterator[str]:
    name = palette.paint(one.severity, f"{one.severity}[{one.rule}]")
    first = one.findings[0].place
    yield f"{len(one.findings):>6}  {name} {printable(' '.join(one.message.split()))}"
    publications = counted(one.publications, "publication")
    yield f"        in {publications}, first at {printable(first.file)}:{first.line}"


def _house(findings: Findings) -> Iterator[str]:
    """What each waiver of the house accepts in all publications that were checked."""
    accepted: dict[HouseWaiver, int] = defaultdict(int)
    for named in findings.waivers:
        if isinstance(named.applied.waiver, HouseWaiver):
            accepted[named.applied.waiver] += len(named.applied.fits)
    for waiver, number in accepted.items():
        what = printable(f"{waiver.rule} `{waiver.finding}` until {waiver.expiry}")
        fits = f"accepts {counted(number, 'finding')}" if number else "fits nothing; delete it"
        yield f"the waiver of the house for {what} {fits}"
