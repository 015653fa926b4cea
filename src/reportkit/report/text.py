"""Findings in, text for a person out: message, frame, hint, and one verdict line a report."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.findings import Findings
from reportkit.check.house_waivers import idle_waivers
from reportkit.findings.finding import Finding
from reportkit.findings.place import route_text
from reportkit.report.counts import counts
from reportkit.report.frame import frame, printable, spot
from reportkit.report.palette import COLOUR, Palette
from reportkit.report.told import Telling, Told, verdict_line


def text_report(findings: Findings, palette: Palette, waived_listed: int = 5) -> str:
    """Everything found, then what is waived, known or not checked, then the verdicts."""
    telling = Telling(palette, waived_listed)
    return telling.of(told(findings)) + telling.end()


def told(findings: Findings) -> Told:
    """What text says of findings, in pieces that can be put together with those of others."""
    blocks = ("\n".join(_finding(f, findings)) for f in findings.findings if f.open)
    return Told(
        found="\n\n".join(blocks),
        waived=tuple(_waived(findings)),
        fixed=tuple(_fixed(findings)),
        unchecked=tuple(_skipped(findings)),
        verdicts=tuple(_verdicts(findings)),
        counts=counts(findings),
        ready=findings.ready,
        compared=findings.stale is not None,
        idle=tuple(idle_waivers(findings)),
    )


def verdict(findings: Findings) -> str:
    """One line a reviewer can read: ready or not, and the counts."""
    return verdict_line(counts(findings), ready=findings.ready, compared=findings.stale is not None)


def _finding(finding: Finding, findings: Findings) -> Iterator[str]:
    name = COLOUR.paint(finding.severity, f"{finding.severity}[{finding.rule}]")
    yield f"{name} {COLOUR.paint('strong', printable(finding.message))}"
    where = finding.place
    route = f"  {printable(route_text(where.route))}" if where.route else ""
    yield f"  {COLOUR.paint('faint', '-->')} {spot(where)}{route}"
    yield from _indented(
        frame(findings.sources.get(where.file, ""), where, COLOUR, finding.severity)
    )
    for other in finding.related:
        beside = other.place
        yield f"  {COLOUR.paint('faint', ':::')} {spot(beside)}  {other.label}"
        yield from _indented(frame(findings.sources.get(beside.file, ""), beside, COLOUR, "faint"))
    if finding.hint:
        yield f"  {COLOUR.paint('faint', '=')} help: {printable(finding.hint)}"


def _waived(findings: Findings) -> Iterator[str]:
    """What is waived, with who accepted it, until when and why."""
    every = [finding for finding in findings.findings if finding.waived is not None]
    note = COLOUR.paint("faint", "waived")
    for finding in every:
        where, waived = finding.place, finding.waived
        if waived is not None:
            said = printable(" ".join(f"{waived.owner}: {waived.reason}".split()))
            yield f"{note} {finding.rule} {spot(where)}\n  until {waived.expiry}, {said}"


def _fixed(findings: Findings) -> Iterator[str]:
    """What the baseline knows and is there no more."""
    note = COLOUR.paint("good", "fixed")
    for known in findings.stale or ():
        yield f"{note} {printable(known.rule)} {printable(known.file)}: {printable(known.message)}"


def _skipped(findings: Findings) -> Iterator[str]:
    """Which rules did not run, gathered by the file or field that kept them from it."""
    by_file: dict[tuple[str, str], list[str]] = {}
    for skip in findings.skipped:
        if skip.reason == "untrusted":
            note = COLOUR.paint("faint", "not checked")
            yield (
                f"{note} {skip.publication}: {skip.rule} runs code of the project; "
                "--trust-project-rules runs it"
            )
            continue
        by_file.setdefault((skip.publication, skip.needs), []).append(skip.rule)
    for (publication, needs), rules in by_file.items():
        note = COLOUR.paint("faint", "not checked")
        yield (
            f"{note} {publication}: {_waiting(len(rules))} for a readable {needs} "
            f"({', '.join(rules[:4])}{', …' if len(rules) > 4 else ''})"
        )


def _verdicts(findings: Findings) -> Iterator[str]:
    for code in findings.publications:
        part = findings.of(code)
        line = verdict(part)
        if part.count("error"):
            role = "error"
        elif part.count("warning"):
            role = "warning"
        else:
            role = "good"
        yield f"{COLOUR.paint(role, printable(code))} {line}"


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _waiting(rules: int) -> str:
    return "1 rule waits" if rules == 1 else f"{rules} rules wait"
