"""Turn a case and its base report into the changed publication and the places of the change."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from labelled_cases import Case

from reportkit.findings.edit import Edit, apply_edits
from reportkit.findings.place import Place, Route, Span
from reportkit.model.files import MODELS
from reportkit.source.file import decode
from reportkit.source.load import Loaded, load
from reportkit.source.tree import Node, Sequence, node_at
from reportkit.source.values import plain
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import Workspace, read_workspace

PROJECTS = tuple(Path(__file__).parent / name for name in ("base", "base-es"))
"""The projects of the base reports: one for each language."""
_PROJECT_OF = {
    path.name: project for project in PROJECTS for path in (project / "sections").iterdir()
}
BASES = tuple(sorted(_PROJECT_OF))
_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A value of a file: where it stands, and which of its words a finding should point at."""

    file: str
    route: Route
    span: Span
    words: Span

    def holds(self, place: Place) -> bool:
        """Whether a place lies on the value, or on the record that the value is part of."""
        shared = min(len(place.route), len(self.route))
        related = shared > 0 and place.route[:shared] == self.route[:shared]
        return place.file == self.file and (related or _overlap(place.span, self.span))

    def points_at(self, place: Place) -> bool:
        """Whether a place lies on the very words."""
        return place.file == self.file and _overlap(place.span, self.words)


@dataclass(frozen=True, slots=True)
class Changed:
    """A base report after one case, and the values at which a finding may stand."""

    workspace: Workspace
    main: Stretch
    others: tuple[Stretch, ...]


@cache
def base_workspace(code: str) -> Workspace:
    """One base report as it stands."""
    return read_workspace(_PROJECT_OF[code], [code])


def apply(case: Case) -> Changed:
    """Make the change of a case; the report then names the hash of the input as it now is.

    Raises ValueError if a place is not there, or the words to be caught are not in the text.
    """
    workspace = base_workspace(case.base)
    (publication,) = workspace.publications
    changes = {case.at: _new_value(publication, case), **case.also}
    for place, value in changes.items():
        publication = _set(publication, place, value)
    publication = _accept_input(publication)
    last = f"{case.at}[{len(changes[case.at]) - 1}]" if case.operation == "add" else case.at
    return Changed(
        replace(workspace, publications=(publication,)),
        stretch(publication, last, case.catch or (case.text if case.speaks is not None else None)),
        tuple(stretch(publication, place, None) for place in (*case.also, *case.found_at)),
    )


def stretch(publication: Publication, place: str, words: str | None) -> Stretch:
    """The value at a place, and the words in it; without words, all of it."""
    key, route = route_of(place)
    loaded = publication.files[key]
    span = _node(loaded, route, place).span
    if words is None:
        return Stretch(loaded.file.path, route, span, span)
    typed = _typed(words)[1:-1]
    start = loaded.file.text.rfind(typed, span.start, span.end)
    if start == -1:
        raise ValueError(f"`{words}` is not in the text at {place}")
    return Stretch(loaded.file.path, route, span, Span(start, start + len(typed)))


def route_of(place: str) -> tuple[str, Route]:
    """The key of a file and the route in it: `summary.notes[0]`."""
    key, _, rest = place.partition(".")
    return key, tuple(int(index) if index else name for name, index in _STEP.findall(rest))


def _new_value(publication: Publication, case: Case) -> Any:
    key, route = route_of(case.at)
    node = _node(publication.files[key], route, case.at)
    match case.operation, plain(node):
        case "append", str(text):
            return f"{text.strip()} {case.value}"
        case "replace", str() | None:
            return case.value
        case "add", tuple() as items if isinstance(node, Sequence):
            return [*items, case.value]
        case "set", _:
            return case.value
    raise ValueError(f"{case.operation} does not fit what is at {case.at}")


def _set(publication: Publication, place: str, value: Any) -> Publication:
    """Write a value in JSON, which is YAML, where another stood."""
    key, route = route_of(place)
    loaded = publication.files[key]
    text, span = loaded.file.text, _node(loaded, route, place).span
    old = text[span.start : span.end]
    # A list in block style may start at the column of its key; what takes its place may not.
    indent = "  " if text[: span.start].endswith("\n") else ""
    end = "\n" if old.endswith("\n") else ""
    edit = Edit(loaded.file.path, span, old, f"{indent}{_typed(value)}{end}")
    return _rewritten(publication, key, edit)


def _accept_input(publication: Publication) -> Publication:
    digest = hashlib.sha256(publication.files["input"].file.content).hexdigest()
    return _set(publication, "report.input_sha256", digest)


def _rewritten(publication: Publication, key: str, edit: Edit) -> Publication:
    text = apply_edits(publication.files[key].file.text, [edit])
    file, problems = decode(edit.file, text.encode())
    return replace(publication, files={**publication.files, key: load(file, MODELS[key], problems)})


def _node(loaded: Loaded[Any], route: Route, place: str) -> Node:
    node = loaded.tree.root and node_at(loaded.tree.root, route)
    if node is None:
        raise ValueError(f"nothing is at {place}")
    return node


def _typed(value: Any) -> str:
    """A value as it is typed into the file; every character of a text but quotes stays itself."""
    return json.dumps(value, ensure_ascii=False, default=_number)


def _number(value: object) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(f"{value!r} cannot be written")


def _overlap(one: Span, other: Span) -> bool:
    return one.start < max(other.end, other.start + 1) and other.start < max(one.end, one.start + 1)
