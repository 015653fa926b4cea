"""YAML text in, Tree out: nodes with the span each was written at.

Built from the parser's event stream, which keeps raw text, so that `00100` stays what
the author wrote. Anchors, aliases, tags and second documents are problems, not features.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from reportkit.findings.place import Route, Span
from reportkit.source.problem import Problem
from reportkit.source.quoting import with_replacements
from reportkit.source.syntax import syntax_problem
from reportkit.source.tree import Mapping, Node, Scalar, Sequence, Tree, routes_to

MAX_DEPTH = 40
MOST_DIGITS = 100
"""Of one number. Python reads and writes none of more than 4,300, and no amount, count, hash or
identifier has as many as these."""
_LONG_NUMBER = re.compile(rf"\d{{{MOST_DIGITS + 1},}}|\d{{1,3}}(?:,\d{{3}}){{{MOST_DIGITS // 3},}}")


def parse(text: str) -> Tree:
    """Parse one YAML document into nodes with positions; never raises for bad text."""
    if text.startswith("\ufeff"):
        # The parser would drop it, and every place after it would be off by one.
        message = "a second byte order mark stands at the start of the file"
        hint = "save the file as UTF-8 without a byte order mark"
        return Tree(None, (Problem("invalid-yaml", Span(0, 1), message, hint),))
    if (number := _LONG_NUMBER.search(text)) is not None:
        digits = sum(char.isdecimal() for char in number[0])
        message = f"the number has {digits:,} digits; {MOST_DIGITS} are the most"
        return Tree(
            None, (Problem("invalid-yaml", Span(*number.span()), message, "write it shorter"),)
        )
    tree = _parsed(text)
    if not tree.problems:
        return tree
    mended = with_replacements(tree.problems, text, lambda other: _parsed(other).problems)
    return replace(tree, problems=tuple(mended))


def _parsed(text: str) -> Tree:
    builder = _Builder()
    try:
        for event in _events(text):
            if not builder.take(event):
                break
    except YAMLError as error:
        builder.problems.append(syntax_problem(error, text))
        return Tree(None, tuple(builder.problems))
    if builder.root is None and not builder.problems:
        builder.problems.append(_empty(text))
    return Tree(builder.root, tuple(builder.problems), builder.doubtful())


_STYLES: dict[str | None, Literal["plain", "single", "double", "literal", "folded"]] = {
    None: "plain",
    "": "plain",
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}


def _events(text: str) -> Iterator[Any]:
    parser = CParser(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    finally:
        parser.dispose()


class _Builder:
    """Takes events one by one; a stack instead of recursion, so depth cannot overflow."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._stack: list[Mapping | Sequence] = []
        self._keys: list[Scalar | None] = []
        self._documents = 0
        self._doubtful: set[int] = set()

    def doubtful(self) -> tuple[Route, ...]:
        """Where values stand that are not written out."""
        if self.root is None or not self._doubtful:
            return ()
        return tuple(routes_to(self.root, self._doubtful))

    def take(self, event: Any) -> bool:
        """Add an event; False stops the reading."""
        kind = type(event)
        if kind is ScalarEvent:
            self._node(event, Scalar(event.value, _STYLES[event.style], _span(event)))
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            holder = Mapping if kind is MappingStartEvent else Sequence
            return self._open(event, holder(_span(event)))
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._close(event)
        elif kind is AliasEvent:
            self._node(event, Scalar("null", "plain", _span(event)))
        elif kind is DocumentStartEvent:
            return self._begin(event)
        return True

    def _begin(self, event: Any) -> bool:
        self._documents += 1
        if self._documents > 1:
            self._refuse(
                "invalid-yaml",
                _span(event),
                "a second YAML document starts here",
                "keep one document a file; delete the line `---`",
            )
        return self._documents == 1

    def _open(self, event: Any, node: Mapping | Sequence) -> bool:
        self._node(event, node)
        self._stack.append(node)
        self._keys.append(None)
        if len(self._stack) > MAX_DEPTH:
            self._refuse(
                "invalid-yaml",
                node.span,
                f"nested deeper than {MAX_DEPTH} levels",
                "flatten the structure",
            )
        return len(self._stack) <= MAX_DEPTH

    def _node(self, event: Any, node: Node) -> None:
        if event.anchor is not None or _is_tagged(event):
            self._refuse_features(event, node.span)
            if _is_tagged(event) or isinstance(event, AliasEvent):
                self._doubtful.add(id(node))
        self._attach(node)

    def _refuse_features(self, event: Any, span: Span) -> None:
        if event.anchor is not None:
            kind = "alias" if isinstance(event, AliasEvent) else "anchor"
            mark = "*" if kind == "alias" else "&"
            mark_span = Span(span.start, span.start + len(event.anchor) + 1)
            self._refuse(
                "yaml-anchor",
                mark_span,
                f"{kind} {mark}{event.anchor} is not allowed",
                "write the value out where it is used",
            )
        if _is_tagged(event):
            written = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            mark_span = Span(span.start, min(span.start + len(written), span.end))
            self._refuse(
                "yaml-anchor",
                mark_span,
                f"tag {written} is not allowed",
                "delete the tag; quote the value if it is text",
            )

    def _attach(self, node: Node) -> None:
        if not self._stack:
            self.root = node
            return
        parent = self._stack[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._as_key(node)
            return
        if key.text in parent.values:
            first = parent.keys[key.text]
            self.problems.append(
                Problem(
                    "duplicate-key",
                    key.span,
                    f"`{key.text}` is written twice",
                    hint="keep one of the two",
                    related=(first.span, "first written here"),
                )
            )
        else:
            parent.keys[key.text] = key
            parent.values[key.text] = node
        self._keys[-1] = None

    def _as_key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self._refuse(
                "invalid-yaml",
                node.span,
                "a key has to be a word",
                "write `key: value`; put text with `{{ }}` in quotes",
            )
            return Scalar("", "plain", node.span)
        if node.text == "<<":
            self._doubtful.add(id(self._stack[-1]))
            self._refuse(
                "yaml-anchor",
                node.span,
                "merge key << is not allowed",
                "write the values out where they are used",
            )
        return node

    def _close(self, event: Any) -> None:
        node = self._stack.pop()
        self._keys.pop()
        node.span = Span(node.span.start, event.end_mark.index)

    def _refuse(self, rule: str, span: Span, message: str, hint: str) -> None:
        self.problems.append(Problem(rule, span, message, hint))


def _span(event: Any) -> Span:
    return Span(event.start_mark.index, event.end_mark.index)


def _is_tagged(event: Any) -> bool:
    return getattr(event, "tag", None) not in (None, "!")


def _empty(text: str) -> Problem:
    return Problem(
        "empty-file",
        Span(0, min(1, len(text))),
        "the file is empty",
        "start with the `reportkit:` line; `reportkit explain empty-file` shows one",
    )
