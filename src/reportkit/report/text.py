"""Findings in, text for a person out: message, frame, hint, and one verdict line a report."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.findings import Findings
from reportkit.findings.finding import Finding
from reportkit.findings.place import route_text
from reportkit.report.frame import frame, printable
from reportkit.report.palette import Palette


def text_report(findings: Findings, palette: Palette) -> str:
    """Everything found, then the verdicts."""
    blocks = ["\n".join(_finding(f, findings, palette)) for f in findings.findings if f.open]
    blocks += ["\n".join(lines) for lines in [list(_skipped(findings, palette))] if lines]
    blocks.append("\n".join(_verdicts(findings, palette)))
    return "\n\n".join(blocks) + "\n"


def verdict(findings: Findings) -> str:
    """One line a reviewer can read: ready or not, and the counts."""
    ready = not findings.count("error") and not findings.count("warning")
    counts = (
        _count(findings.count("error"), "error"),
        _count(findings.count("warning"), "warning"),
        f"{findings.waived} waived",
        _count(len(findings.gaps), "data gap"),
    )
    return f"ready to publish: {'yes' if ready else 'no'}. {', '.join(counts)}"


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


def _skipped(findings: Findings, palette: Palette) -> Iterator[str]:
    """Which rules did not run, gathered by the file that kept them from it."""
    by_file: dict[tuple[str, str], list[str]] = {}
    for skip in findings.skipped:
        by_file.setdefault((skip.publication, skip.file_key), []).append(skip.rule)
    for (publication, key), rules in by_file.items():
        note = palette.paint("faint", "not checked")
        yield (
            f"{note} {publication}: {_count(len(rules), 'rule')} wait for a readable {key} "
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


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
