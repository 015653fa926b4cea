"""Write what a rule finds as a text that a person can read and a test compares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from cases import HERE, Case, outcome

from reportkit.check.findings import Findings
from reportkit.check.rule import Rule
from reportkit.findings.edit import Edit
from reportkit.findings.finding import Finding
from reportkit.findings.place import Place, line_and_column, route_text
from reportkit.report.rule_page import traits


def snapshot_path(rule: str) -> Path:
    """The file beside the cases of a rule that keeps what they find."""
    return HERE / f"{rule}.txt"


def snapshot_text(rule: Rule, cases: tuple[Case, ...]) -> str:
    """What kind of rule it is, and what each case finds, under its name."""
    parts = [f"=== {case.name}\n\n{findings_text(outcome(case))}" for case in cases]
    return "\n\n".join([traits(rule), *parts]) + "\n"


def findings_text(findings: Findings) -> str:
    """Everything that a rule says: severity, place, exact stretch, words, fix, related places."""
    parts = ["\n".join(_finding(finding, findings.sources)) for finding in findings.findings]
    parts += [f"skipped: {skip.file_key} is {skip.reason}" for skip in findings.skipped]
    return "\n\n".join(parts) or "nothing"


def _finding(finding: Finding, sources: Mapping[str, str]) -> Iterator[str]:
    yield f"{finding.severity}: {finding.message}"
    yield from _place(finding.place, sources)
    if finding.hint is not None:
        yield f"  hint: {finding.hint}"
    for edit in finding.edits:
        elsewhere = (edit.file, edit.span) != (finding.place.file, finding.place.span)
        where = f" at {_spot(edit, sources)}" if elsewhere else ""
        yield f"  fix{where}: `{_visible(edit.expected)}` -> `{_visible(edit.replacement)}`"
    if finding.waived is not None:
        waived = finding.waived
        yield f"  waived by {waived.owner} until {waived.expiry}: {waived.reason}"
    for other in finding.related:
        yield f"  related: {other.label}"
        yield from _place(other.place, sources)


def _spot(edit: Edit, sources: Mapping[str, str]) -> str:
    """Where a fix stands; the end of a file is where it is however long the specimen grows."""
    if not sources[edit.file][edit.span.start :].strip():
        return f"the end of {edit.file}"
    line, column = line_and_column(sources[edit.file], edit.span.start)
    return f"{edit.file}:{line}:{column}"


def _place(place: Place, sources: Mapping[str, str]) -> Iterator[str]:
    """Where it is, and each line of it with its stretch underlined."""
    start = f"{place.line}:{place.column}"
    end = f"{place.end_line}:{place.end_column}"
    yield f"  at {place.file}:{start}-{end} {route_text(place.route)}".rstrip()
    lines = sources[place.file].split("\n")
    for number in range(place.line, place.end_line + 1):
        line = lines[number - 1]
        first = place.column - 1 if number == place.line else 0
        after = place.end_column - 1 if number == place.end_line else len(line)
        before = _visible(line[:first])
        stretch = _visible(line[first:after])
        yield f"  | {before}{stretch}{_visible(line[after:])}".rstrip()
        yield f"  | {' ' * len(before)}{'^' * max(1, len(stretch))}"


def _visible(text: str) -> str:
    """A text with characters that cannot be seen written as Python writes them."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )
