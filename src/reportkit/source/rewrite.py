"""YAML text and new values in, text out: only what differs is written anew.

Edits are made by span in the text as it stands: comments, order, quotes and layout of all
that stays the same stay the same, byte for byte. A round trip through a YAML library would
lay out the whole file again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from reportkit.findings.edit import Edit, EditRefused, apply_edits
from reportkit.findings.place import Span
from reportkit.source import emit
from reportkit.source.parse import parse
from reportkit.source.tree import Mapping as MappingNode
from reportkit.source.tree import Node, Scalar
from reportkit.source.tree import Sequence as SequenceNode
from reportkit.source.values import plain

_ABOVE = ""
"""Stands for the place above the first key, in place of the key above."""


class RewriteRefused(Exception):  # noqa: N818 -- says what happened, as the message does
    """The text is not one YAML mapping, or cannot be changed without harm."""


def replace_keys(text: str, values: Mapping[str, Any], order: Sequence[str] = ()) -> str:
    """Set top-level keys of a YAML text to plain data.

    Plain data is None, bool, int, Decimal, str, date, and lists and dicts of them. A key that
    the text lacks comes behind the nearest key before it in `order`, or at the end. Raises
    RewriteRefused.
    """
    if not values:
        return text
    return apply_edits(text, key_edits(text, values, order))


def key_edits(text: str, values: Mapping[str, Any], order: Sequence[str] = ()) -> list[Edit]:
    """The edits that set top-level keys, as `replace_keys` does; raises RewriteRefused."""
    root = read_mapping(text)
    wanted = {key: as_read(value) for key, value in values.items()}
    known = {key: value for key, value in wanted.items() if key in root.values}
    added = {key: value for key, value in wanted.items() if key not in known}
    rewriter = _Rewriter(text)
    edits = [*rewriter.merge_keys(root, known), *rewriter.add_keys(root, added, order)]
    try:
        result = apply_edits(text, edits)
    except EditRefused as refused:
        raise RewriteRefused(str(refused)) from None
    if not same(plain(read_mapping(result)), {**plain(root), **wanted}):
        raise RewriteRefused("the file is written in a way that cannot be changed in place")
    return edits


def read_mapping(text: str) -> MappingNode:
    """The root of a text that is one faultless YAML mapping; raises RewriteRefused."""
    tree = parse(text)
    if tree.problems:
        problem = tree.problems[0]
        line = text.count("\n", 0, problem.span.start) + 1
        raise RewriteRefused(f"line {line}: {problem.message}")
    if not isinstance(tree.root, MappingNode):
        raise RewriteRefused("the file is not a mapping of keys to values")
    return tree.root


def as_read(value: Any) -> Any:
    """Plain data as reading it back gives it: dates are text, lists are tuples."""
    match value:
        case Mapping():
            return {str(key): as_read(item) for key, item in value.items()}
        case list() | tuple():
            return tuple(as_read(item) for item in value)
        case date():
            return value.isoformat()
        case _:
            return value


def same(one: Any, other: Any) -> bool:
    """Equal as data: `1` is not `true` and not the text `"1"`; `1.0` is `1.00`."""
    match one, other:
        case dict(), dict():
            return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
        case tuple(), tuple():
            return len(one) == len(other) and all(map(same, one, other))
        case _:
            return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


class _Rewriter:
    """Finds the edits that turn nodes of one text into the values wanted."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._newline = _newline(text)

    def merge_keys(self, node: MappingNode, values: Mapping[str, Any]) -> Iterator[Edit]:
        """Edits for keys the mapping has; a value whose form differs is written whole."""
        for key, value in values.items():
            yield from self._merge(node.values[key], value, node.keys[key])

    def add_keys(
        self, root: MappingNode, values: Mapping[str, Any], order: Sequence[str]
    ) -> Iterator[Edit]:
        """Edits for keys that the mapping lacks, each on its own line, one edit for a place."""
        end = len(self._text)
        closed = self._text.endswith("\n") or not self._text
        written: dict[int, str] = {}
        for key, value in values.items():
            before = order[: order.index(key)] if key in order else ()
            behind = next((name for name in reversed(before) if name in root.values), None)
            at = end
            if behind is not None:
                at = self._line_end(self._end_of(root.keys[behind], root.values[behind]))
            written[at] = f"{written.get(at, '')}\n{key}:{emit.block(value, 0)}"
        for at, lines in written.items():
            if at == end and closed:
                lines = f"{lines}\n".removeprefix("\n")
            yield self._edit(at, at, lines)

    def _merge(self, node: Node, value: Any, key: Scalar | None) -> Iterator[Edit]:
        if same(plain(node), value):
            return
        match node, value:
            case MappingNode(), dict() if node.values.keys() == value.keys():
                yield from self.merge_keys(node, value)
            case MappingNode(), dict() if self._only_gains_keys_in_braces(node, value, key):
                yield from self._widen(node, value)
            case MappingNode(), dict() if self._can_reshape(node, value):
                yield from self._reshape(node, value)
            case SequenceNode(), tuple() if len(node.items) == len(value):
                for item, wanted in zip(node.items, value, strict=True):
                    yield from self._merge(item, wanted, None)
            case SequenceNode(), tuple() if (kept := self._kept(node, value)) is not None:
                yield from self._thin(node, kept)
            case SequenceNode(), tuple() if added := self._gained(node, value):
                yield from self._insert(node, added)
            case _:
                yield self._replace(node, value, key)

    def _replace(self, node: Node, value: Any, key: Scalar | None) -> Edit:
        if key is None or not self._starts_line(key):
            return self._edit(node.span.start, self._end(node), emit.flow(value))
        column = key.span.start - self._line_start(key.span.start)
        colon = self._text.index(":", key.span.end) + 1
        # As the same key is written in a file that is begun with it.
        write = emit.nested if column else emit.block
        return self._edit(colon, max(colon, self._end(node)), write(value, column))

    def _only_gains_keys_in_braces(
        self, node: MappingNode, value: Mapping[str, Any], key: Scalar | None
    ) -> bool:
        """True if the keys have their place on the line; one that grows too long is written anew,
        as it is in a file that is begun with it, unless it holds a comment.
        """
        in_braces = self._text[node.span.start] == "{"
        gains = in_braces and bool(node.keys) and node.keys.keys() <= value.keys()
        if not gains or key is None or not self._starts_line(key):
            return gains
        before = node.span.start - self._line_start(node.span.start)
        fits = before + len(emit.flow(value)) <= emit.WIDTH
        return fits or "#" in self._text[node.span.start : self._end(node)]

    def _widen(self, node: MappingNode, value: Mapping[str, Any]) -> Iterator[Edit]:
        """New keys come behind the last value; comments between the braces stay."""
        yield from self.merge_keys(node, {key: value[key] for key in node.keys})
        last = list(node.keys)[-1]
        at = self._end_of(node.keys[last], node.values[last])
        added = "".join(
            f", {key}: {emit.flow(item)}" for key, item in value.items() if key not in node.keys
        )
        yield self._edit(at, at, added)

    def _can_reshape(self, node: MappingNode, value: Mapping[str, Any]) -> bool:
        """True if keys can go and come line by line, each below one that stays."""
        kept = [key for key in node.keys if key in value]
        if not kept or not all(
            self._starts_line(key) or self._stays_behind_dash(key, kept[0])
            for key in node.keys.values()
        ):
            return False
        return all(
            key == _ABOVE or self._is_steady(node.values[key], value[key])
            for key in self._added(node, value)
        )

    def _is_steady(self, node: Node, wanted: Any) -> bool:
        """Whether a value's end is known while it is changed, so that keys can come below it."""
        match node, wanted:
            case MappingNode(), dict() if all(isinstance(n, Scalar) for n in node.values.values()):
                return node.values.keys() <= wanted.keys()
            case SequenceNode(), tuple() if self._is_longer(node, wanted):
                return True
        return isinstance(node, Scalar) or same(plain(node), wanted)

    def _added(self, node: MappingNode, value: Mapping[str, Any]) -> dict[str, list[str]]:
        """The keys that come, by the one each comes below: the one before it in `value`.

        So keys stand in one order, in whatever order they came. Where none stands before it, a
        key comes above the first, or below the last if the first stands behind a dash.
        """
        kept = [key for key in node.keys if key in value]
        added: dict[str, list[str]] = {}
        before = _ABOVE if self._starts_line(node.keys[kept[0]]) else kept[-1]
        for key in value:
            if key in node.keys:
                before = key
            else:
                added.setdefault(before, []).append(key)
        return added

    def _reshape(self, node: MappingNode, value: Mapping[str, Any]) -> Iterator[Edit]:
        kept = [key for key in node.keys if key in value]
        yield from self.merge_keys(node, {key: value[key] for key in kept})
        for above, keys in self._added(node, value).items():
            name = node.keys[kept[0] if above == _ABOVE else above]
            column = name.span.start - self._line_start(name.span.start)
            pad = self._newline + " " * column
            text = "".join(f"{pad}{key}:{emit.nested(value[key], column)}" for key in keys)
            if above == _ABOVE:
                at = name.span.start - column
                moved = text.removeprefix(self._newline) + self._newline
                yield self._edit(at, at, moved)
                continue
            at = self._line_end(self._end_of(name, node.values[above]))
            yield self._edit(at, at, text)
        for key, name in node.keys.items():
            if key not in value:
                yield self._delete_lines(name.span.start, self._end_of(name, node.values[key]))

    def _kept(self, node: SequenceNode, value: tuple[Any, ...]) -> set[int] | None:
        """Indexes of the items that stay, if dropping the others is all there is to do."""
        if self._text[node.span.start] == "[" or not value:
            return None
        kept: set[int] = set()
        wanted = iter(value)
        target = next(wanted, None)
        for index, item in enumerate(node.items):
            if target is not None and same(plain(item), target):
                kept.add(index)
                target = next(wanted, None)
        return kept if len(kept) == len(value) else None

    def _thin(self, node: SequenceNode, kept: set[int]) -> Iterator[Edit]:
        for index, item in enumerate(node.items):
            if index not in kept:
                yield self._delete_lines(item.span.start, self._end(item))

    def _is_longer(self, node: SequenceNode, value: tuple[Any, ...]) -> bool:
        """True if items only come to a list written with dashes."""
        return bool(self._gained(node, value))

    def _gained(self, node: SequenceNode, value: tuple[Any, ...]) -> dict[int, list[Any]]:
        """Items that come to a list written with dashes, by how many of its own stand before
        them; none if any of its own goes or changes.
        """
        if self._text[node.span.start] == "[" or not 0 < len(node.items) < len(value):
            return {}
        gained: dict[int, list[Any]] = {}
        passed = 0
        for item in value:
            if passed < len(node.items) and same(plain(node.items[passed]), item):
                passed += 1
            else:
                gained.setdefault(passed, []).append(item)
        return gained if passed == len(node.items) else {}

    def _insert(self, node: SequenceNode, gained: Mapping[int, Sequence[Any]]) -> Iterator[Edit]:
        column = node.span.start - self._line_start(node.span.start)
        for before, items in gained.items():
            lines = [emit.item(item, column) for item in items]
            if before:
                at = self._line_end(self._end(node.items[before - 1]))
                yield self._edit(at, at, "".join(self._newline + line for line in lines))
            else:
                at = self._line_start(node.span.start)
                yield self._edit(at, at, "".join(line + self._newline for line in lines))

    def _delete_lines(self, start: int, end: int) -> Edit:
        after = min(self._line_end(end) + len(self._newline), len(self._text))
        return self._edit(self._line_start(start), after, "")

    def _end_of(self, key: Scalar, value: Node) -> int:
        return max(self._text.index(":", key.span.end) + 1, self._end(value))

    def _end(self, node: Node) -> int:
        """Where the last sign of a node ends; a block's own span runs on to the next token."""
        if isinstance(node, Scalar) or self._text[node.span.start] in "{[":
            stretch = self._text[node.span.start : node.span.end]
            return node.span.start + len(stretch.rstrip())
        if isinstance(node, SequenceNode):
            return max(self._end(item) for item in node.items)
        key = list(node.keys)[-1]
        return self._end_of(node.keys[key], node.values[key])

    def _stays_behind_dash(self, key: Scalar, first_kept: str) -> bool:
        before = self._text[self._line_start(key.span.start) : key.span.start]
        return before.strip() == "-" and key.text == first_kept

    def _starts_line(self, key: Scalar) -> bool:
        return not self._text[self._line_start(key.span.start) : key.span.start].strip()

    def _line_start(self, offset: int) -> int:
        return self._text.rfind("\n", 0, offset) + 1

    def _line_end(self, offset: int) -> int:
        end = self._text.find(self._newline, offset)
        return len(self._text) if end < 0 else end

    def _edit(self, start: int, end: int, replacement: str) -> Edit:
        new = (
            replacement
            if self._newline == "\n"
            else replacement.replace("\r\n", "\n").replace("\n", self._newline)
        )
        return Edit("", Span(start, end), self._text[start:end], new)


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
