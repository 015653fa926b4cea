"""Rule: a reference in prose that leads to no value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportkit.check.issue import At, Fix, Issue
from reportkit.check.rule import rule
from reportkit.source.references import (
    BadReference,
    Quoting,
    Reference,
    Referring,
    Saying,
    read_references,
)
from reportkit.workspace.house_texts import house_text
from reportkit.workspace.passages import passages
from reportkit.workspace.publication import Publication
from reportkit.workspace.resolve import resolve
from reportkit.workspace.statements import sayable
from reportkit.workspace.ways import Unresolved


@rule("error", "provided data", waivable=False)
def unresolved_reference(publication: Publication) -> Iterator[Issue]:
    """A reference between `{{` and `}}` leads to no value or statement that can be printed.

    Why:
        Where the value should stand the page would show the reference itself, or nothing.
        Data that was not provided is a gap to record, not a hole in a sentence, and a statement
        `{{ say... }}` cannot be made of it.

    Bad:
        # summary
        importance: The work is valued at {{ input.mpfs.work_rvus }}.

    Good:
        # summary
        importance: The work is valued at {{ input.mpfs.work_rvu }}.
    """
    for passage in passages(publication):
        for reference in passage.references:
            fault = _fault(reference, publication)
            if fault is not None:
                unresolved, hint = fault
                written = passage.text[reference.span.start : reference.span.end]
                if isinstance(reference, BadReference):
                    right = _written_right(written, publication)
                    unresolved = replace(unresolved, meant=(written, right) if right else None)
                    hint = f"write `{right}`" if right else hint
                yield Issue(
                    At(passage.key, passage.route, reference.span),
                    unresolved.reason,
                    hint,
                    fix=_fix(written, unresolved.meant, publication),
                    likely=_fix(written, unresolved.close, publication),
                )


def _fault(reference: Referring, publication: Publication) -> tuple[Unresolved, str] | None:
    """What is wrong with a reference and what to do; None if it can be printed."""
    match reference:
        case BadReference(reason=reason):
            return Unresolved(reason), "write a reference as `{{ input.mpfs.work_rvu }}`"
        case Reference():
            value = resolve(reference, publication)
            if isinstance(value, Unresolved):
                return value, "name a value that is provided"
        case Saying(name=name):
            statement = sayable(name, publication.input)
            if isinstance(statement, Unresolved):
                listed = f"`reportkit statements {publication.code}` lists what can be said"
                return statement, listed
        case Quoting(name=name):
            quoted = house_text(name, publication)
            if isinstance(quoted, Unresolved):
                return quoted, "`reportkit texts` lists the house texts and who prints them"
        case _:
            pass
    return None


def _written_right(written: str, publication: Publication) -> str | None:
    """The reference that one of a wrong form leads to nothing else than; None if to nothing."""
    inside = written.strip("{} \n")
    joined = ".".join(inside.split())
    for way in (inside, joined, f"input.{inside}", f"input.{joined}"):
        right = f"{{{{ {way} }}}}"
        if [_fault(reference, publication) for reference in read_references(right)] == [None]:
            return right
    return None


def _fix(written: str, meant: tuple[str, str] | None, publication: Publication) -> Fix | None:
    """The reference with the name that is meant, if it leads to a value then."""
    if meant is None or not _ON_ONE_LINE.fullmatch(written):
        return None
    mended = written.replace(*meant, 1)
    faults = [_fault(reference, publication) for reference in read_references(mended)]
    return Fix(mended) if faults == [None] else None


_ON_ONE_LINE = re.compile(r"[^\n\\\"']*")
"""What is written alike in every kind of quotes."""
