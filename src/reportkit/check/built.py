"""Built text and rules in, findings out: the leak rules read what was published, too."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportkit.check.rule import CheckText, Rule
from reportkit.findings.finding import Finding
from reportkit.findings.place import Span, place


@dataclass(frozen=True, slots=True)
class BuiltText:
    """The text of one artefact as a reader meets it: a page of the PDF, or the HTML."""

    publication: str
    file: str
    """Path of the artefact, with the page of a PDF: `build/57511/57511.pdf, page 2`."""
    text: str


def check_built(texts: Sequence[BuiltText], rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """Run the text rules over artefacts."""
    return tuple(finding for text in texts for rule in rules for finding in _run(rule, text))


def _run(rule: Rule, text: BuiltText) -> Iterator[Finding]:
    if not isinstance(rule.check, CheckText):
        return
    for match in rule.check.run(text.text):
        matched = text.text[match.span.start : match.span.end]
        identity = f"{rule.name}\0{text.file}\0{' '.join(matched.split())}"
        yield Finding(
            rule=rule.name,
            severity=rule.severity,
            publication=text.publication,
            section="built",
            place=place(text.file, text.text, Span(match.span.start, match.span.end)),
            message=match.message,
            hint=match.hint,
            related=(),
            edits=(),
            fingerprint=hashlib.sha256(identity.encode()).hexdigest()[:32],
        )
