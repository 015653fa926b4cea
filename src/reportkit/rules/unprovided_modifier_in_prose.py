"""Rule: prose that names a modifier the input does not provide."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue, at
from reportkit.check.rule import rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication

_CODE = r"-?(?:\d\d|\dP|[A-Z][A-Z0-9])(?![\w%]|[.,]\d)"
_AFTER = re.compile(
    rf"\b[Mm]odifiers?\s+{_CODE}(?:(?:\s*,\s*|\s*/\s*|\s+)(?:(?:and|or|with|plus)\s+)?{_CODE})*"
)
_BEFORE = re.compile(r"(?<![\w.$-])-?(?:\d\d|TC|LT|RT|AS|X[EPSU])\s+modifier\b")
_ONE = re.compile(r"(?<!\w)(?:\d\d|\dP|[A-Z][A-Z0-9])(?!\w)")


@rule("error", "provided data", waivable=False)
def unprovided_modifier_in_prose(publication: Publication) -> Iterator[Issue]:
    """A text names a modifier that is neither provided nor on a companion service.

    Why:
        Advice on a modifier acts like a row of the table, wherever it stands. A modifier of
        the visit beside the procedure belongs under `companion_services`, where the line
        that carries it is named.

    Bad:
        # summary
        importance: Append modifier 25 when a visit takes place on the same day.

    Good:
        # summary
        importance: Append modifier 22 when the work was far above what is usual.
    """
    provided = publication.input.modifiers or ()
    companions: set[str] = set()
    if publication.is_written("coding-specifications"):
        for service in publication.coding.companion_services:
            companions.update(service.modifiers)
    listed = "the input provides " + (", ".join(provided) or "no modifiers")
    for passage in passages(publication):
        if passage.key == "report":
            continue
        for span in _named(passage.plain):
            code = passage.plain[span.start : span.end]
            if code not in provided and code not in companions:
                yield Issue(
                    At(passage.key, passage.route, span),
                    f"modifier {code} is not provided; {listed}",
                    "delete the advice, or list the service that carries the modifier under"
                    " `companion_services`",
                    related=((at("input", "modifiers"), "the modifiers provided"),),
                )


def _named(text: str) -> Iterator[Span]:
    for phrase in (_AFTER, _BEFORE):
        for found in phrase.finditer(text):
            for one in _ONE.finditer(text, *found.span()):
                yield Span(*one.span())
