"""Findings in, text for a person out: message, frame, hint, and one verdict line a report."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.findings import Findings
from reportkit.findings.finding import Finding
from reportkit.findings.place import route_text
from reportkit.report.counts import counts
from reportkit.report.frame import frame, printable
from reportkit.report.palette import Palette


def text_report(findings: Findings, palette: Palette, waived_listed: int = 5) -> str:
    """Everything found, then what is waived, known or not checked, then the verdicts."""
    blocks = ["\n".join(_finding(f, findings, palette)) for f in findings.findings if f.open]
    quiet = [
        list(_waived(findings, palette, waived_listed)),
        list(_stale(findings, palette)),
        list(_skipped(findings, palette)),
    ]
    blocks += ["\n".join(lines) for lines in quiet if lines]
    blocks.append("\n".join(_verdicts(findings, palette)))
    return "\n\n".join(blocks) + "\n"


def verdict(findings: Findings) -> str:
    """One line a reviewer can read: ready or not, and the counts."""
    number = counts(findings)
    parts = [
        _count(number["errors"], "error"),
        _count(number["warnings"], "warning"),
        *([_count(number["notes"], "note")] if number["notes"] else []),
        f"{number['waived']} waived",
        *([f"{number['known']} known"] if findings.stale is not None else []),
        _count(number["gaps"], "data gap"),
    ]
    return f"ready to publish: {'yes' if findings.ready else 'no'}. {', '.join(parts)}"


def _finding(finding: Finding, findings: Findings, palette: Palette) -> Iterator[str]:
    name = palette.paint(finding.severity, f"{finding.severity}[{finding.rule}]")
    yield f"{name} {palette.paint('strong', printable(finding.message))}"
    where = finding.place
    route = f"  {route_text(where.route)}" if where.route else ""
    yield f"  {palette.paint('faint', '-->')} {where.file}:{where.line}:{where.column}{route}"
    yield from _indented(
        frame(findings.sources.get(where.file, ""), where, palette, finding.severity)
    )
    for other in finding.related:
        spot = other.place
        yield (
            f"  {palette.paint('faint', ':::')} {spot.file}:{spot.line}:{spot.column}  "
            f"{other.label}"
        )
        yield from _indented(frame(findings.sources.get(spot.file, ""), spot, palette, "faint"))
    if finding.hint:
        yield f"  {palette.paint('faint', '=')} help: {printable(finding.hint)}"


def _waived(findings: Findings, palette: Palette, most: int) -> Iterator[str]:
    """What is waived, one a line, with who accepted it, until when and why."""
    every = [each for each in findings.findings if each.waived is not None]
    note = palette.paint("faint", "waived")
    for finding in every[:most]:
        where, waived = finding.place, finding.waived
        if waived is not None:
            said = printable(" ".join(f"{waived.owner}: {waived.reason}".split()))
            yield f"{note} {finding.rule} {where.file}:{where.line}:{where.column}"
            yield f"  until {waived.expiry}, {said}"
    if len(every) > most:
        yield f"{note} {len(every) - most} more; --show-waived lists them"


def _stale(findings: Findings, palette: Palette) -> Iterator[str]:
    """What the baseline knows and is there no more."""
    note = palette.paint("good", "fixed")
    for known in findings.stale or ():
        yield f"{note} {printable(known.rule)} {printable(known.file)}: {printable(known.message)}"
    if findings.stale:
        yield "  = help: take them out of the baseline with --write-baseline"


def _skipped(findings: Findings, palette: Palette) -> Iterator[str]:
    """Which rules did not run, gathered by the file or field that kept them from it."""
    by_file: dict[tuple[str, str], list[str]] = {}
    for skip in findings.skipped:
        if skip.reason == "untrusted":
            note = palette.paint("faint", "not checked")
            yield (
                f"{note} {skip.publication}: {skip.rule} runs code of the project; "
                "--trust-project-rules runs it"
            )
            continue
        by_file.setdefault((skip.publication, skip.needs), []).append(skip.rule)
    for (publication, needs), rules in by_file.items():
        note = palette.paint("faint", "not checked")
        yield (
            f"{note} {publication}: {_waiting(len(rules))} for a readable {needs} "
            f"({', '.join(rules[:4])}{', …' if len(rules) > 4 else ''})"
        )


def _verdicts(findings: Findings, palette: Palette) -> Iterator[str]:
    for code in findings.publications:
        part = findings.of(code)
        line = verdict(part)
        if part.count("error"):
            role = "error"
        elif part.count("warning"):
            role = "warning"
        else:
            role = "good"
        yield f"{palette.paint(role, code)} {line}"
    if len(findings.publications) > 1:
        yield f"{palette.paint('strong', 'all')} {verdict(findings)}"


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _waiting(rules: int) -> str:
    return "1 rule waits" if rules == 1 else f"{rules} rules wait"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
