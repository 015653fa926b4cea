"""Rename a modifier, payer, site or source wherever a publication names it, if that is safe."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import Final

from reportkit.editor.changes import Edits, with_hash
from reportkit.editor.names import Naming, alike, namings, place_of
from reportkit.editor.open_project import OpenProject
from reportkit.findings.edit import Edit, apply_edits
from reportkit.findings.place import Span
from reportkit.model.codes import CODE_PATTERNS
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import workspace_of


class RenameRefused(Exception):  # noqa: N818 -- says what happened, as the message does
    """A name that cannot be given, or not without changing something else."""


def name_span(publication: Publication, naming: Naming) -> Span | None:
    """Where the name itself stands, without quotes and brackets; None if it cannot be renamed.

    Prose names a site by the words of its row, whatever its id is. The file of a house text
    names it, and reportkit a statement.
    """
    if naming.kind in ("data", "text", "statement") or (naming.kind == "site" and naming.in_words):
        return None
    loaded = publication.files[naming.at.key]
    span = place_of(publication, naming).span
    written = loaded.file.text[span.start : span.end]
    if written.count(naming.name) != 1:
        return None
    start = span.start + written.index(naming.name)
    return Span(start, start + len(naming.name))


def rename(project: OpenProject, code: str, naming: Naming, new: str) -> Edits:
    """The edits that give what is named another name in all files of a publication.

    Raises RenameRefused where the files would then name anything else otherwise than before.
    """
    publication = project.publication(code)
    _refuse_name(publication, naming, new)
    edits: defaultdict[str, list[Edit]] = defaultdict(list)
    for other in alike(publication, naming):
        span = name_span(publication, other)
        if span is None and other.in_words:
            continue
        if span is None:
            raise RenameRefused(f"{naming.name} is written at a place that cannot be changed")
        path = publication.files[other.at.key].file.path
        edits[path].append(Edit(path, span, naming.name, new))
    _refuse_change(project, publication, edits, naming, new)
    return with_hash(project, publication, edits)


_IDS: Final = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")


def _refuse_name(publication: Publication, naming: Naming, new: str) -> None:
    form = CODE_PATTERNS["modifier"] if naming.kind == "modifier" else _IDS
    if not form.fullmatch(new):
        raise RenameRefused(f"`{new}` is not the name of a {naming.kind}")
    if any((other.kind, other.name) == (naming.kind, new) for other in namings(publication)):
        raise RenameRefused(f"there is a {naming.kind} named {new} already")
    if not any(other.is_row for other in alike(publication, naming)):
        raise RenameRefused(f"no row provides the {naming.kind} {naming.name}")


def _refuse_change(
    project: OpenProject, publication: Publication, edits: Edits, naming: Naming, new: str
) -> None:
    """Read the files as they would be: every naming has to be there, and only this one renamed."""
    texts = {loaded.file.path: loaded.file.text for loaded in publication.files.values()}
    changed = {path: apply_edits(texts[path], of_file) for path, of_file in edits.items()}
    (after,) = workspace_of(project.files(changed), [publication.code]).publications
    wanted = Counter(_renamed(other, naming, new) for other in namings(publication))
    if Counter((other.kind, other.name) for other in namings(after)) != wanted:
        raise RenameRefused(f"with the name {new}, the texts would name something else")


def _renamed(other: Naming, naming: Naming, new: str) -> tuple[str, str]:
    same = (other.kind, other.name) == (naming.kind, naming.name)
    return other.kind, new if same else other.name
