"""Turn what is known of a publication into its row of the catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

from reportkit.check.findings import Findings
from reportkit.check.grounds import ledger
from reportkit.decide.cases import Case, cases, fallen, statement_id
from reportkit.decide.sitting import Reviewer
from reportkit.model.base import Unavailable, given
from reportkit.model.checklist import QUESTIONS
from reportkit.report.counts import counts
from reportkit.workspace.approval import state
from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for the reviewer."""

    code: str
    kind: str
    """`error`, `warning`, `info`, `statement`, `comment` or `question`."""
    state: str
    """`new` or `changed`."""
    words: str
    anchor: str
    """Where on the page of the publication."""


@dataclass(frozen=True, slots=True)
class Row:
    """A publication in the catalogue."""

    code: str
    title: str
    state: str
    """Its state with the signatures it has; empty where that cannot be read."""
    is_ready: bool
    counts: Mapping[str, int]
    """As every format counts."""
    rules: Mapping[str, int]
    """How often each rule is broken, waived findings aside."""
    owners: tuple[str, ...]
    """Who answers for its waivers."""
    waiting: tuple[Waiting, ...] = ()
    fallen: int = 0
    sections: Mapping[str, int] = field(default_factory=dict)
    """How much was found in each section, waived findings aside."""
    published: str = ""
    """The day of publication, `2026-11-23`; empty where it cannot be read."""

    def waits(self, state: str) -> int:
        """How much is `new` or `changed`."""
        return sum(one.state == state for one in self.waiting)


KINDS: Final = ("error", "comment", "warning", "statement", "question", "info")
"""What waits, the gravest first."""


def row_of(publication: Publication, findings: Findings, reviewer: Reviewer | None) -> Row:
    """The row of a publication, from the findings on it alone."""
    broken = Counter(finding.rule for finding in findings.findings if finding.waived is None)
    asked = cases(publication, findings.findings, reviewer) if reviewer else ()
    words = _words(publication, findings)
    return Row(
        publication.code,
        str(given(publication.files["report"].sound, "title", "")),
        _state(publication),
        findings.ready,
        counts(findings),
        dict(broken),
        tuple(dict.fromkeys(named.applied.waiver.owner for named in findings.waivers)),
        tuple(_waiting(publication.code, case, words) for case in asked if case.waits),
        len(fallen(publication, reviewer)) if reviewer else 0,
        dict(Counter(finding.section for finding in findings.findings if finding.waived is None)),
        str(given(publication.files["report"].sound, "published", "")),
    )


def _waiting(code: str, case: Case, words: Mapping[str, tuple[str, str]]) -> Waiting:
    kind, said = words.get(case.id, (case.kind, case.said))
    anchors = {"finding": case.id, "comment": f"item-{case.id}"}
    return Waiting(
        code, kind, case.state, said[:MOST_WORDS], anchors.get(case.kind, f"{case.kind}-{case.id}")
    )


MOST_WORDS: Final = 200
"""Characters of what waits; the page of the publication says the rest."""


def _words(publication: Publication, findings: Findings) -> dict[str, tuple[str, str]]:
    """Id of each case to its kind and its words."""
    known: dict[str, tuple[str, str]] = {
        question.id: ("question", question.text) for question in QUESTIONS.values()
    }
    known |= {one.fingerprint: (one.severity, one.message) for one in findings.findings}
    with suppress(Unavailable):
        known |= {statement_id(entry): ("statement", entry.words) for entry in ledger(publication)}
    return known


def _state(publication: Publication) -> str:
    try:
        return state(publication)
    except Unavailable:
        return ""
