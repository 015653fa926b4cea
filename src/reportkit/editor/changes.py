"""Turn changes of a project's files into the edit of a workspace that an editor makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lsprotocol.types import (
    CreateFile,
    CreateFileOptions,
    OptionalVersionedTextDocumentIdentifier,
    Position,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from reportkit.editor.lines import Lines
from reportkit.editor.open_project import OpenProject
from reportkit.findings.edit import Edit, apply_edits
from reportkit.findings.place import Span
from reportkit.provide.renew import with_hash_of
from reportkit.workspace.publication import Publication

Edits = Mapping[str, Sequence[Edit]]
"""Path of each file that changes to its edits."""


def workspace_edit(
    edits: Edits, lines_of: Callable[[str], Lines], address_of: Callable[[str], str]
) -> WorkspaceEdit:
    """The edits of files that are there, as an editor makes them."""
    return WorkspaceEdit(
        changes={
            address_of(path): [
                TextEdit(lines_of(path).range(edit.span), edit.replacement) for edit in of_file
            ]
            for path, of_file in edits.items()
        }
    )


def new_file(address: str, text: str) -> WorkspaceEdit:
    """A file that is not there yet, with its text."""
    start = Position(0, 0)
    return WorkspaceEdit(
        document_changes=[
            CreateFile(address, options=CreateFileOptions(ignore_if_exists=True)),
            TextDocumentEdit(
                OptionalVersionedTextDocumentIdentifier(address),
                [TextEdit(Range(start, start), text)],
            ),
        ]
    )


def with_hash(project: OpenProject, publication: Publication, edits: Edits) -> Edits:
    """The edits, with that of the hash by which the report knows its input if that changes."""
    data, report = publication.files["input"].file, publication.files["report"].file
    changed = edits.get(data.path)
    if not changed:
        return edits
    content = project.files({data.path: apply_edits(data.text, changed)}).content(data.path)
    before = apply_edits(report.text, edits.get(report.path, ()))
    after = with_hash_of(before, data.content, content or b"")
    whole = difference(report.path, report.text, after)
    return {**edits, report.path: whole} if whole else edits


def difference(path: str, before: str, after: str) -> tuple[Edit, ...]:
    """The one edit that turns a text into another; what both begin and end with stays."""
    if before == after:
        return ()
    start = _shared(before, after)
    same = _shared(before[start:][::-1], after[start:][::-1])
    span = Span(start, len(before) - same)
    return (Edit(path, span, before[span.start : span.end], after[start : len(after) - same]),)


def _shared(one: str, other: str) -> int:
    """With how many characters two texts begin alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))
