"""Offer to hold a sentence without a ground to the data that its subject is in."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reportkit.check.engine import locate
from reportkit.check.grounds import Entry, ledger
from reportkit.editor.actions import Action, touched
from reportkit.editor.open_project import OpenProject
from reportkit.findings.edit import Edit
from reportkit.findings.place import Span
from reportkit.model.base import Unavailable
from reportkit.source.conditions import operand_text
from reportkit.source.tree import Scalar, node_at
from reportkit.workspace.publication import Publication
from reportkit.workspace.statements import STATEMENTS
from reportkit.workspace.ways import Unresolved, follow

RULE: Final = "ungrounded-statement"
"""Finds the sentences that stand on nothing."""
_STOPS: Final = ".!?"


def holdings(project: OpenProject, code: str, path: str, span: Span) -> Iterator[Action]:
    """For each value that a sentence may rest on, the condition that holds it to what it is today.

    Whether the sentence says what the value says is for its author: the condition has the sentence
    found when the value changes.
    """
    publication = project.publication(code)
    for finding in touched(project.findings(code), path, span):
        entry = _entry(publication, finding.place.span) if finding.rule == RULE else None
        for way in _ways(entry, publication) if entry else ():
            edit = _edit(publication, entry, way) if entry else None
            if edit is not None:
                yield Action(f"hold the sentence to {way}", {path: (edit,)}, (finding,))


def _entry(publication: Publication, span: Span) -> Entry | None:
    """The sentence on the ledger that stands at a stretch without a ground."""
    try:
        entries = ledger(publication)
    except Unavailable:
        return None
    return next(
        (
            entry
            for entry in entries
            if entry.ground is None
            and locate(publication.files[entry.text.key], entry.at).span == span
        ),
        None,
    )


def _ways(entry: Entry, publication: Publication) -> Iterator[str]:
    """The single values that the statements on the subject of a sentence are made of."""
    needs = (
        need
        for statement in STATEMENTS.values()
        if entry.subject in statement.subjects
        for need in statement.needs
    )
    for need in dict.fromkeys(needs):
        value = follow(publication.input, ("input", *need.split(".")))
        if isinstance(value, str | int | Decimal):
            yield f"input.{need}"


def _edit(publication: Publication, entry: Entry, way: str) -> Edit | None:
    """The condition before the stop of a sentence, in quotes that do not end its text."""
    loaded = publication.files[entry.text.key]
    node = node_at(loaded.tree.root, entry.text.route) if loaded.tree.root else None
    value = follow(publication.input, tuple(way.split(".")))
    if not isinstance(node, Scalar) or isinstance(value, Unresolved):
        return None
    written = operand_text(value)
    if node.style == "double":
        written = written.replace('"', "'")
    place = locate(loaded, entry.at)
    end = place.span.end
    while end > place.span.start and loaded.file.text[end - 1] in f"{_STOPS} \n":
        end -= 1
    return Edit(loaded.file.path, Span(end, end), "", f" {{{{ holds({way} == {written}) }}}}")
