"""Gather what the panel shows of each finding, statement and question, and what waits of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from reportkit.check.grounds import Entry, ledger
from reportkit.decide.cases import Case, statement_id
from reportkit.desk.snapshot import Snapshot
from reportkit.desk.spots import Spot, printed_words, spot
from reportkit.findings.place import Place
from reportkit.model.base import Unavailable
from reportkit.model.subjects import NAMES
from reportkit.report.review import Asked
from reportkit.report.review_item import Item


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding, with its place on the page and in an editor."""

    item: Item
    spot: Spot
    editor: str
    """An address that opens the file at the line in an editor."""
    case: Case | None
    is_waivable: bool


@dataclass(frozen=True, slots=True)
class ShownStatement:
    """A sentence on a subject, and what it stands on."""

    id: str
    words: str
    """As printed."""
    subject: str
    ground: str
    """Empty where it stands on nothing."""
    spot: Spot
    case: Case | None


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    """A question of the checklist with its answers."""

    asked: Asked
    case: Case | None


def shown_findings(root: Path, snapshot: Snapshot) -> Iterator[ShownFinding]:
    """The findings, in the order of the files."""
    known = _cases(snapshot, "finding")
    for item in snapshot.review.items if snapshot.review else ():
        finding = item.finding
        yield ShownFinding(
            item,
            spot(snapshot.publication, finding.section, finding.place.route),
            editor_address(root, finding.place),
            known.get(finding.fingerprint),
            finding.rule in snapshot.waivable,
        )


def shown_statements(snapshot: Snapshot) -> Iterator[ShownStatement]:
    """The ledger of statements; nothing where the report or its data cannot be read."""
    known = _cases(snapshot, "statement")
    try:
        entries = ledger(snapshot.publication)
    except Unavailable:
        return
    for name, entry in {statement_id(entry): entry for entry in entries}.items():
        words = printed_words(snapshot.publication, entry.words)
        yield ShownStatement(
            name,
            words,
            NAMES[entry.subject],
            _ground(entry),
            Spot(entry.text.key, words),
            known.get(name),
        )


def shown_questions(snapshot: Snapshot) -> Iterator[ShownQuestion]:
    """The questions that the publication raises."""
    known = _cases(snapshot, "question")
    for question in snapshot.review.checklist if snapshot.review else ():
        yield ShownQuestion(question, known.get(question.id))


def editor_address(root: Path, place: Place) -> str:
    """What opens a file at a place in the editors that take such addresses."""
    return f"vscode://file{quote(str(root / place.file))}:{place.line}:{place.column}"


def _cases(snapshot: Snapshot, kind: str) -> dict[str, Case]:
    return {case.id: case for case in snapshot.cases if case.kind == kind}


def _ground(entry: Entry) -> str:
    if entry.gap is not None:
        return "its data is missing"
    return f"{entry.ground.kind}: {entry.ground.what}" if entry.ground else ""
