"""Hold one change of a fact, and make it in a copy of the publication."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import Literal

from reportkit.findings.place import Place, Route, Span, place
from reportkit.model.files import model_of
from reportkit.source.file import decode
from reportkit.source.load import load
from reportkit.source.tree import node_at
from reportkit.workspace.publication import Publication

Kind = Literal[
    "codes",
    "digits",
    "number words",
    "field values",
    "citations",
    "words of meaning",
    "payers",
    "sites",
    "sex",
    "side",
    "case",
    "data",
]


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a file put in place of others."""

    kind: Kind
    key: str
    """Key of the file."""
    route: Route
    span: Span
    """What is replaced, in characters of the file."""
    new: str

    def old(self, publication: Publication) -> str:
        """The words that stand there now."""
        text: str = publication.files[self.key].file.text
        return text[self.span.start : self.span.end]

    def place(self, publication: Publication) -> Place:
        """Where they stand."""
        file = publication.files[self.key].file
        return place(file.path, file.text, self.span, self.route)


def changed(publication: Publication, change: Change) -> Publication:
    """The publication after a change, as if its author had written it so.

    A report whose data changed knows it by its new hash, nobody has signed or judged it, and no
    edition of it was released.
    """
    files = {
        key: loaded
        for key, loaded in publication.files.items()
        if key not in ("signoff", "review", "editions")
    }
    result = replace(publication, files=files)
    result = _rewritten(result, change.key, change.span, change.new)
    if change.key != "input":
        return result
    root = result.files["report"].tree.root
    node = root and node_at(root, ("input_sha256",))
    if node is None:
        return result
    digest = hashlib.sha256(result.files["input"].file.content).hexdigest()
    return _rewritten(result, "report", node.span, digest)


def _rewritten(publication: Publication, key: str, span: Span, new: str) -> Publication:
    old = publication.files[key].file
    text = f"{old.text[: span.start]}{new}{old.text[span.end :]}"
    file, problems = decode(old.path, text.encode())
    return replace(
        publication, files={**publication.files, key: load(file, model_of(key), problems)}
    )
