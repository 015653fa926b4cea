"""Rule: a text that holds no word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from reportkit.check.issue import At, Issue
from reportkit.check.rule import rule
from reportkit.findings.place import Route
from reportkit.model.base import Prose
from reportkit.workspace.publication import Publication

_WORD = re.compile(r"\w|\{\{")


@rule("error", "missing data", waivable=False)
def empty_text(publication: Publication) -> Iterator[Issue]:
    """A text is blank, or prose holds only signs.

    Why:
        A key with a blank behind it passes for filled in. The page would show a heading or a
        cell with nothing in it, and no gap would be named.

    Bad:
        # summary
        relevance: " "

    Good:
        # summary
        relevance: A report of the code tells where the service was given.
    """
    for key, model in publication.models():
        for route, text in _texts(model, ()):
            if not text.strip():
                yield Issue(At(key, route), "the text is blank", "write the text")
            elif isinstance(text, Prose) and not _WORD.search(text):
                yield Issue(At(key, route), f"`{text.strip()}` holds no word", "write the text")


def _texts(value: object, route: Route) -> Iterator[tuple[Route, str]]:
    match value:
        case str():
            yield route, value
        case BaseModel():
            for name in type(value).model_fields:
                yield from _texts(getattr(value, name), (*route, name))
        case tuple():
            for index, item in enumerate(value):
                yield from _texts(item, (*route, index))
        case dict():
            for name, item in value.items():
                yield from _texts(item, (*route, name))
        case _:
            return
