"""Turn a new order of a list's rows into the edit that moves them, each with its remarks."""

from __future__ import annotations

from collections.abc import Sequence

from reportkit.findings.edit import Edit
from reportkit.findings.place import Span
from reportkit.source.rewrite import RewriteRefused
from reportkit.source.tree import Node, last_sign
from reportkit.source.tree import Sequence as SequenceNode


def order_edit(text: str, node: Node | None, order: Sequence[int]) -> Edit:
    """The edit that puts the rows of a list into an order, given by their numbers of now.

    What stands between two rows, as an empty line, stays between the rows of these places. Remarks
    right above a row go with it. Raises RewriteRefused unless each row begins a line, with its
    dash, and where a remark may be of the first row or of the whole list.
    """
    if not isinstance(node, SequenceNode) or text[node.span.start] == "[":
        raise RewriteRefused("there is no list with dashes")
    starts = [_start(text, item.span.start) for item in node.items]
    if _start_of_remarks(text, starts[0]) != starts[0]:
        raise RewriteRefused("a remark above the first row may be of the whole list")
    begins = [starts[0], *(_start_of_remarks(text, start) for start in starts[1:])]
    end = text.find("\n", last_sign(node, text))
    span = Span(begins[0], len(text) if end < 0 else end)
    rows, between = [], []
    for begin, end in zip(begins, [*begins[1:], span.end], strict=True):
        row = text[begin:end].rstrip()
        rows.append(row)
        between.append(text[begin + len(row) : end])
    moved = "".join(rows[old] + gap for old, gap in zip(order, between, strict=True))
    return Edit("", span, text[span.start : span.end], moved)


def _start(text: str, item: int) -> int:
    """Where the line of a row begins, whose dash is the first sign in it."""
    dash = text.rindex("-", 0, item)
    start = text.rfind("\n", 0, dash) + 1
    if text[start:dash].strip() or text[dash + 1 : item].strip(" "):
        raise RewriteRefused("a row does not begin its line")
    return start


def _start_of_remarks(text: str, start: int) -> int:
    """Where the lines of remarks right above a line begin."""
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].lstrip().startswith("#"):
            break
        start = above
    return start
