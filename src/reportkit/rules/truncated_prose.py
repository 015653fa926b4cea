"""Rule: text that breaks off, or leaves a bracket or quotation mark open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.check.issue import At, Issue
from reportkit.check.rule import passage_rule
from reportkit.findings.place import Span
from reportkit.workspace.passages import Passage

_LABELS = {"name"}
_CLOSED = re.compile(r"[.!?][\"”’')\]*_]*$")
_LIST_LINE = re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]")
_PAIRS = {")": "(", "]": "[", "”": "“"}
_SIGNS = re.compile(r"[()\[\]“”]|(?<!\d)\"|(?<=\d)\"(?=[^\w\s]|\s*$)")
_NUMBERING = re.compile(r"^[ \t]*(?:\w{1,3}|[ivx]+)\)", re.MULTILINE)
_CODE = re.compile(r"`[^`\n]+`")


@passage_rule("error", "editorial leaks")
def truncated_prose(passage: Passage) -> Iterator[Issue]:
    """Prose breaks off before its end, or leaves a bracket or quotation mark open.

    Why:
        A text without its last stop has often lost more than the stop: a sentence, a
        condition, the part that matters. Nobody can tell from the page.

    Bad:
        # summary
        relevance: It tells where the service was given and

    Good:
        # summary
        relevance: It tells where the service was given.
    """
    if passage.route and passage.route[-1] in _LABELS:
        return
    text = passage.plain.rstrip()
    if text and not _CLOSED.search(text) and not _LIST_LINE.match(text.rsplit("\n", 1)[-1]):
        last = text.split()[-1]
        yield Issue(
            At(passage.key, passage.route, Span(len(text) - len(last), len(text))),
            f"the text ends with `{last}`, without a full stop",
            "finish the sentence; prose ends with a full stop, question or exclamation mark",
        )
    yield from _unbalanced(passage)


def _unbalanced(passage: Passage) -> Iterator[Issue]:
    text = _NUMBERING.sub(_blank, _CODE.sub(_blank, passage.plain))
    opened: list[tuple[str, int]] = []
    for found in _SIGNS.finditer(text):
        sign = found[0]
        closes = sign in _PAIRS or (sign == '"' and any(each == '"' for each, _ in opened))
        if not closes:
            opened.append((sign, found.start()))
        elif opened and opened[-1][0] == _PAIRS.get(sign, sign):
            opened.pop()
        else:
            yield _issue(passage, sign, found.start(), "closes nothing that was opened")
            return
    for sign, offset in opened[:1]:
        yield _issue(passage, sign, offset, "is never closed")


def _issue(passage: Passage, sign: str, offset: int, fault: str) -> Issue:
    return Issue(
        At(passage.key, passage.route, Span(offset, offset + 1)),
        f"`{sign}` {fault}",
        "write both signs of the pair, or none",
    )


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
