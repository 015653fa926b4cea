"""Read what people wrote into a copy of a publication, and find the lines that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from reportkit.cannot_run import CannotRun
from reportkit.cli.suspect import told
from reportkit.contain import Answer, Limits, contained
from reportkit.desk.behind import behind
from reportkit.desk.comments import Nowhere, place_on_page
from reportkit.desk.made import without_blanks
from reportkit.desk.word_paper import page_texts
from reportkit.findings.place import At
from reportkit.report.frame import printable
from reportkit.workspace.publication import Publication

LIMITS: Final = Limits(seconds=30, megabytes=1_000)
"""A copy comes from anybody."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that a person wrote into a copy, and where it belongs."""

    what: str
    """`page 3, highlight`, `comment`, `tracked change`."""
    words: str
    """What it asks of the author."""
    author: str
    on: str
    """What is printed there."""
    place: At | Nowhere


def marks_of(root: Path, publication: Publication, name: str, content: bytes) -> list[Mark]:
    """The marks in a copy in PDF or Word; raises CannotRun where it cannot be read."""
    if content.startswith(b"PK"):
        copy = _read("reportkit.publish.word_marks:marks_in", content, name, "Word document")
        marks = [*_in_word(publication, copy), *_untracked(root, publication, copy)]
    else:
        copy = _read("reportkit.publish.annotations:annotations_in", content, name, "PDF")
        marks = [_on_page(publication, copy["pages"], one) for one in copy["comments"]]
    return [_with_what_is_behind(root, publication, mark) for mark in marks]


def _with_what_is_behind(root: Path, publication: Publication, mark: Mark) -> Mark:
    if not isinstance(mark.place, Nowhere):
        return mark
    return replace(mark, place=behind(root, publication, mark.on, mark.place))


def _read(function: str, content: bytes, name: str, form: str) -> Any:
    match contained(function, content, LIMITS):
        case Answer(value={"fault": fault}):
            why = fault
        case Answer(value=copy):
            return copy
        case outcome:
            why = told(outcome)
    raise CannotRun(
        f"{printable(name)} cannot be read: {why}",
        f"open it in its program, and save it again as {form}",
    )


def _on_page(publication: Publication, pages: list[list[str]], one: dict[str, Any]) -> Mark:
    page, first, last = pages[one["page"] - 1], one["first"], one["last"]
    on = " ".join("".join(page[first : last + 1]).split()) if first >= 0 else ""
    words = one["words"] or f"{one['kind']} on `{on}`"
    place = place_on_page(publication, page, first, last)
    return Mark(f"page {one['page']}, {one['kind']}", words, one["author"], on, place)


def _in_word(publication: Publication, copy: dict[str, Any]) -> Iterator[Mark]:
    words = [f"{word} " for word in copy["words"]]
    for mark in copy["marks"]:
        first, last = (min(mark[end], len(words) - 1) for end in ("first", "last"))
        on = "".join(words[first : last + 1]).strip() if first >= 0 else ""
        place = place_on_page(publication, words, first, last)
        if mark["kind"] == "note":
            yield Mark("comment", mark["words"] or f"comment on `{on}`", mark["author"], on, place)
        else:
            yield Mark("tracked change", _proposed(mark, on), mark["author"], on, place)


def _proposed(change: dict[str, Any], on: str) -> str:
    match change:
        case {"old": "", "new": new, "before": before}:
            return f"proposes to add `{new}` {'before' if before else 'after'} `{on}`"
        case {"old": old, "new": ""}:
            return f"proposes to strike `{old}`"
        case _:
            return f"proposes `{change['new']}` in place of `{change['old']}`"


def _untracked(root: Path, publication: Publication, copy: dict[str, Any]) -> Iterator[Mark]:
    """Paragraphs that read otherwise than they were given out, and say nothing of it."""
    known = {without_blanks(text) for text in page_texts(root, publication)}
    if not known:
        return
    why = "it was changed without being tracked, or the report was changed since"
    for text in copy["paragraphs"]:
        if without_blanks(text) not in known:
            yield Mark("paragraph", "reads otherwise", "", text, Nowhere(why))
