"""Find what is judged: a value in a file of a publication, as it was when somebody looked at it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from reportkit.cannot_run import CannotRun
from reportkit.files.project_files import ProjectFiles
from reportkit.findings.place import Route, line_span, route_text
from reportkit.source.load import Loaded
from reportkit.source.tree import Scalar, node_at
from reportkit.workspace.decisions import nodes, value_sha256
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import workspace_of


@dataclass(frozen=True, slots=True)
class Judged:
    """A value of a publication, by its place and its hash."""

    key: str
    """Key of the file: `summary`."""
    route: Route
    sha256: str

    @property
    def route_text(self) -> str:
        """The route as authors write it: `modifiers[0].code`."""
        return route_text(self.route)


def judged_at(publication: Publication, key: str, route: Route) -> Judged | None:
    """The value at a route, or around it where nothing stands there; None in an unreadable file."""
    loaded = publication.files.get(key)
    root = None if loaded is None else loaded.tree.root
    if root is None:
        return None
    for length in range(len(route), -1, -1):
        node = node_at(root, route[:length])
        if node is not None:
            return Judged(key, route[:length], value_sha256(node))
    return None


def judged_on_line(publication: Publication, path: str, line: int) -> Judged:
    """The innermost value that holds all that stands on a line of a file; raises CannotRun."""
    key, loaded = _file(publication, path)
    judged = judged_at(publication, key, _route_on_line(loaded, line))
    assert judged is not None, "a line with a value is in a file that can be read"  # noqa: S101
    return judged


def read(files: ProjectFiles, code: str) -> Publication:
    """A publication, to be decided on; raises CannotRun where decisions on it cannot be read."""
    publication = workspace_of(files, [code]).publications[0]
    if "review" in publication.files and publication.model_of("review") is None:
        raise CannotRun(
            f"report/{code}/review.yaml cannot be read", f"`reportkit check {code}` says why"
        )
    return publication


def refuse_changed(publication: Publication, judged: Judged) -> None:
    """Raise CannotRun unless what was judged is what stands there still."""
    if judged_at(publication, judged.key, judged.route) != judged:
        raise CannotRun(
            f"{judged.route_text or 'the whole'} of {judged.key} has changed since it was shown",
            "look at it again, and decide again",
        )


def _file(publication: Publication, path: str) -> tuple[str, Loaded[Any]]:
    """The file of a publication that a path ends in, with its key."""
    for key, loaded in publication.files.items():
        if loaded.file.path == path.removeprefix("./"):
            return key, loaded
    known = ", ".join(loaded.file.path for loaded in publication.files.values())
    raise CannotRun(f"{path} is no file of {publication.code}", f"known: {known}")


def _route_on_line(loaded: Loaded[Any], line: int) -> Route:
    span, root = line_span(loaded.file.text, line), loaded.tree.root
    if span is None or root is None:
        raise CannotRun(f"{loaded.file.path} has no line {line} that can be read", "name another")
    routes = [
        route
        for route, node in nodes(root)
        if isinstance(node, Scalar) and node.span.start <= span.end and span.start <= node.span.end
    ]
    if not routes:
        raise CannotRun(f"nothing stands on line {line} of {loaded.file.path}", "name another line")
    return tuple(steps[0] for steps in takewhile(_is_one, zip(*routes, strict=False)))


def _is_one(steps: tuple[str | int, ...]) -> bool:
    return len(set(steps)) == 1
