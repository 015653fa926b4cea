"""Check each change of a publication, and count what no rule noticed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportkit.challenge.change import Kind, changed
from reportkit.challenge.fields import field_changes
from reportkit.challenge.texts import text_changes
from reportkit.check.engine import check_publication
from reportkit.check.rule import Rule
from reportkit.findings.finding import Finding
from reportkit.findings.place import Place
from reportkit.workspace.publication import Publication


@dataclass(frozen=True, slots=True)
class Tried:
    """A change, as it stood before and after, and the rules that noticed it."""

    kind: Kind
    place: Place
    old: str
    new: str
    noticed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """Of the changes of a kind, how many were noticed."""

    kind: Kind
    noticed: int
    tried: int

    @property
    def percent(self) -> int:
        """Whole percent, rounded down."""
        return 100 * self.noticed // self.tried


def challenge(publication: Publication, rules: Sequence[Rule], today: date) -> tuple[Tried, ...]:
    """Make each change by itself and check it; raises Unavailable if a file is faulty."""
    settings = publication.project.rules
    before = _named(check_publication(publication, rules, settings, today).findings)
    tried = []
    for change in (*text_changes(publication), *field_changes(publication)):
        after = check_publication(changed(publication, change), rules, settings, today)
        new = _named(after.findings) - before
        names = tuple(sorted({rule for rule, _, _ in new}))
        tried.append(
            Tried(
                change.kind, change.place(publication), change.old(publication), change.new, names
            )
        )
    return tuple(tried)


def shares(tried: Sequence[Tried]) -> tuple[Share, ...]:
    """How much was noticed, by kind, in the order in which the kinds were tried."""
    count = Counter(change.kind for change in tried)
    noticed = Counter(change.kind for change in tried if change.noticed_by)
    return tuple(Share(kind, noticed[kind], number) for kind, number in count.items())


def _named(findings: Sequence[Finding]) -> Counter[tuple[str, str, str]]:
    """Open findings as rule, file and message: what is more than before is new."""
    return Counter(
        (finding.rule, finding.place.file, finding.message)
        for finding in findings
        if finding.waived is None
    )
