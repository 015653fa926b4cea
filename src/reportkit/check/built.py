"""Built text and rules in, findings out: the leak rules read what was published, too."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportkit.check.engine import severity_of, waivers_of
from reportkit.check.rule import Rule
from reportkit.check.waivers import apply_waivers
from reportkit.findings.finding import Finding, Severity
from reportkit.findings.place import place
from reportkit.reading.text import BUILT, Text
from reportkit.workspace.passages import Passage
from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class BuiltText:
    """The text of one artefact as a reader meets it: a page of the PDF, or the HTML."""

    publication: str
    file: str
    """Path of the artefact, with the page of a PDF: `build/57511/57511.pdf, page 2`."""
    text: str


def check_built(
    texts: Sequence[BuiltText], rules: Sequence[Rule], publication: Publication, today: date
) -> tuple[Finding, ...]:
    """Run the rules that read any text over a publication's artefacts; its waivers hold."""
    ordinals: Counter[str] = Counter()
    findings = [
        finding
        for text in texts
        for rule in rules
        if (severity := severity_of(rule, publication.settings)) is not None
        for finding in _run(rule, severity, text, ordinals)
    ]
    known = {rule.name: rule for rule in rules}
    return apply_waivers(findings, waivers_of(publication), known, today)[0]


def _run(
    rule: Rule, severity: Severity, text: BuiltText, ordinals: Counter[str]
) -> Iterator[Finding]:
    """A finding keeps its fingerprint when the page it is on has another number."""
    if rule.on_built is None:
        return
    read = Text(Passage(BUILT, (), text.text), prose=False)
    for match in rule.on_built(read):
        matched = text.text[match.span.start : match.span.end]
        file = text.file.partition(", page ")[0]
        identity = f"{rule.name}\0{file}\0{' '.join(matched.split())}"
        ordinals[identity] += 1
        digest = hashlib.sha256(f"{identity}\0{ordinals[identity]}".encode()).hexdigest()
        yield Finding(
            rule=rule.name,
            severity=severity,
            publication=text.publication,
            section="built",
            place=place(text.file, text.text, match.span),
            message=match.message,
            hint=match.hint,
            related=(),
            edits=(),
            fingerprint=digest[:32],
        )
