"""Turn a YAML text into the same text in one layout: nothing but white space changes.

Keys of a mapping stand two columns further in than the key above them, dashes of a list as well,
and texts of several lines two columns behind their key. One space stands behind a colon and a dash,
one empty line at most between lines, and none at the end. How a text is folded, quoted or put in
braces is the author's. A remark stands where it stood: beside the lines that had its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reportkit.findings.edit import Edit, EditRefused, apply_edits
from reportkit.findings.place import Span
from reportkit.source.rewrite import RewriteRefused, read_mapping, same
from reportkit.source.tree import Mapping, Node, Scalar, Sequence
from reportkit.source.values import plain

STEP = 2
"""Columns that one level stands further in than the one above."""


def laid_out(text: str) -> str:
    """The text in the one layout, with line feeds; raises RewriteRefused where it is no YAML.

    What it holds is read before and after; a text that would be read otherwise is refused.
    """
    before = text.replace("\r\n", "\n").replace("\r", "\n")
    root = read_mapping(before)
    layout = _Layout(before)
    layout.mapping(root, 0)
    try:
        moved = apply_edits(before, layout.edits)
    except EditRefused as refused:
        raise RewriteRefused(str(refused)) from None
    after = "\n".join(_lines(moved.split("\n"), layout)).strip("\n") + "\n"
    if not same(plain(read_mapping(after)), plain(root)) or _signs(after) != _signs(before):
        raise RewriteRefused("the file is written in a way that cannot be laid out anew")
    return after


@dataclass(slots=True)
class _Layout:
    """Gathers the edits that put each line and each space in its place."""

    text: str
    edits: list[Edit] = field(default_factory=list)
    columns: dict[int, dict[int, int]] = field(default_factory=dict)
    """Number of each line that begins a key or an item to its columns, before and after."""
    within: set[int] = field(default_factory=set)
    """Numbers of the lines that continue a text: their ends and empty lines are its own."""
    last: set[int] = field(default_factory=set)
    """Numbers of those that end a text, behind which white space is nobody's."""

    def mapping(self, node: Mapping, column: int) -> None:
        """Put the keys of a mapping that is not in braces into a column."""
        for name, key in node.keys.items():
            colon = self.text.index(":", key.span.end)
            self._begin(key.span.start, column)
            self._space(key.span.end, colon, "")
            self._value(node.values[name], colon + 1, column)

    def _sequence(self, node: Sequence, column: int) -> None:
        for item in node.items:
            dash = self.text.rindex("-", 0, item.span.start)
            self._begin(dash, column)
            self._value(item, dash + 1, column)

    def _value(self, node: Node, after: int, column: int) -> None:
        """Put what follows a colon or a dash that ends at `after` behind it or below it."""
        start = node.span.start
        if start == node.span.end:
            return
        if beside := "\n" not in self.text[after:start]:
            self._space(after, start, " ")
        match node:
            case Mapping() if self.text[start] != "{":
                self.mapping(node, column + STEP)
            case Sequence() if self.text[start] != "[":
                self._sequence(node, column + STEP)
            case Scalar(style="literal" | "folded"):
                self._block(node, column + STEP)
            case _:
                if not beside:
                    self._begin(start, column + STEP)
                self._continued(node, column + STEP)

    def _block(self, node: Scalar, column: int) -> None:
        """Move a text of lines as a whole; what stands further in within it stays so."""
        header, *lines = self.text[node.span.start : node.span.end].split("\n")
        if re.match(r"[>|][+-]?[1-9]", header):
            raise RewriteRefused("a text says by a number how far in it stands")
        first = self._number(node.span.start) + 1
        filled = [line for line in lines if line.strip()]
        indent = len(filled[0]) - len(filled[0].lstrip(" ")) if filled else 0
        offset = node.span.start + len(header) + 1
        for number, line in enumerate(lines, start=first):
            if len(line) >= indent and line[:indent].strip(" ") == "":
                self.within.add(number)
                if line:
                    self._space(offset, offset + indent, " " * column)
            offset += len(line) + 1

    def _continued(self, node: Node, column: int) -> None:
        """Move the further lines of a text or of braces together, so far as white space is free."""
        stretch = self.text[node.span.start : node.span.end].rstrip()
        first, *lines = stretch.split("\n")
        number = self._number(node.span.start)
        offset = node.span.start + len(first) + 1
        indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
        least = min(indents, default=0)
        for index, line in enumerate(lines, start=1):
            self.within.add(number + index)
            indent = len(line) - len(line.lstrip(" "))
            if line.strip():
                further = indent - least if not isinstance(node, Scalar) else 0
                self._space(offset, offset + indent, " " * (column + further))
            offset += len(line) + 1
        self.last.add(number + len(lines))

    def _begin(self, offset: int, column: int) -> None:
        """Put what begins its line into a column."""
        start = self.text.rfind("\n", 0, offset) + 1
        self.columns.setdefault(self._number(offset), {})[offset - start] = column
        if not self.text[start:offset].strip(" "):
            self._space(start, offset, " " * column)

    def _space(self, start: int, end: int, wanted: str) -> None:
        """Put white space in the place of white space."""
        written = self.text[start:end]
        if written != wanted and not written.strip():
            self.edits.append(Edit("", Span(start, end), written, wanted))

    def _number(self, offset: int) -> int:
        return self.text.count("\n", 0, offset)


def _signs(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def _lines(lines: list[str], layout: _Layout) -> Iterator[str]:
    """The lines with remarks in their columns, and without white space that says nothing."""
    empty = True
    for number, line in enumerate(lines):
        if number in layout.within:
            yield line.rstrip() if number in layout.last else line
            empty = False
            continue
        bare = line.rstrip()
        if bare.lstrip().startswith("#"):
            remark = bare.lstrip()
            bare = " " * _column_of_remark(number, len(bare) - len(remark), layout) + remark
        if bare or not empty:
            yield bare
        empty = not bare


def _column_of_remark(number: int, column: int, layout: _Layout) -> int:
    """Where a remark goes: where the nearest line went that had its column.

    A line behind it comes before one above it. Where none had it, it goes with the next line.
    """
    behind = [layout.columns[line] for line in sorted(layout.columns) if line > number]
    above = [layout.columns[line] for line in sorted(layout.columns, reverse=True) if line < number]
    if behind and column in behind[0]:
        return behind[0][column]
    for columns in above:
        if column in columns:
            return columns[column]
    return min(behind[0].values()) if behind else 0
