"""Built text and rules in, findings out: the leak rules read what was published, too."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from reportkit.check.engine import severity_of, waivers_of
from reportkit.check.rule import Match, Rule
from reportkit.check.waivers import apply_waivers
from reportkit.findings.finding import Finding, Severity
from reportkit.findings.place import Span, place
from reportkit.reading.text import BUILT, Text, heard
from reportkit.workspace.passages import Passage
from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class BuiltText:
    """The text of one artefact as a reader meets it: a page of the PDF, or the HTML."""

    publication: str
    file: str
    """Path of the artefact, with the page of a PDF: `build/57511/57511.pdf, page 2`."""
    text: str
    in_blocks: bool = False
    """Whether each line is a block of its own; those of paper break anywhere."""

    def parts(self) -> Iterator[tuple[int, Text]]:
        """What is read together, each with where it begins."""
        if not self.in_blocks:
            yield 0, Text(Passage(BUILT, (), self.text), prose=False)
            return
        start = -len(_MARK)
        for line in self.text.split("\n"):
            yield start, Text(Passage(_BLOCK, (), f"{_MARK}{line} {_MARK}"), prose=False)
            start += len(line) + 1


_BLOCK: Final = "block"
"""Key of a block of a page: most of them stand in many pages."""
_MARK: Final = "· "
"""Around a block, which stands among others: some words are a note only as a whole text."""


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
    for span, match in _matches(rule.on_built, text):
        matched = text.text[span.start : span.end]
        file = text.file.partition(", page ")[0]
        identity = f"{rule.name}\0{file}\0{' '.join(matched.split())}"
        ordinals[identity] += 1
        digest = hashlib.sha256(f"{identity}\0{ordinals[identity]}".encode()).hexdigest()
        yield Finding(
            rule=rule.name,
            severity=severity,
            publication=text.publication,
            section="built",
            place=place(text.file, text.text, span),
            message=match.message,
            hint=match.hint,
            related=(),
            edits=(),
            fingerprint=digest[:32],
        )


def _matches(
    find: Callable[[Text], Iterable[Match]], text: BuiltText
) -> Iterator[tuple[Span, Match]]:
    """What a rule finds, each with its place in the whole text."""
    for start, part in text.parts():
        for match in heard(part, find):
            yield Span(start + match.span.start, start + match.span.end), match
