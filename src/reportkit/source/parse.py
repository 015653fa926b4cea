"""YAML text in, Tree out: nodes with the span each was written at.

Built from the parser's event stream, which keeps raw text, so that `00100` stays what
the author wrote. Anchors, aliases, tags and second documents are problems, not features.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from reportkit.findings.place import Span
from reportkit.source.problem import Problem
from reportkit.source.tree import Mapping, Node, Scalar, Sequence, Tree

MAX_DEPTH = 40


def parse(text: str) -> Tree:
    """Parse one YAML document into nodes with positions; never raises for bad text."""
    builder = _Builder()
    try:
        for event in _events(text):
            if not builder.take(event):
                break
    except YAMLError as error:
        builder.problems.append(_syntax_problem(error, text))
        return Tree(None, tuple(builder.problems))
    if builder.root is None and not builder.problems:
        builder.problems.append(_empty(text))
    return Tree(builder.root, tuple(builder.problems))


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
        self._skip: list[bool] = []
        self._documents = 0

    def take(self, event: Any) -> bool:
        """Add an event; False stops the reading."""
        match event:
            case DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    span = Span(event.start_mark.index, event.end_mark.index)
                    self._refuse(
                        "invalid-yaml",
                        span,
                        "a second YAML document starts here",
                        "keep one document a file",
                    )
                    return False
            case NodeEvent():
                return self._node(event)
            case MappingEndEvent() | SequenceEndEvent():
                self._close(event)
        return True

    def _node(self, event: Any) -> bool:
        span = Span(event.start_mark.index, event.end_mark.index)
        self._refuse_features(event, span)
        node: Node
        match event:
            case ScalarEvent():
                node = Scalar(event.value, _STYLES[event.style], span)
            case MappingStartEvent():
                node = Mapping(span)
            case SequenceStartEvent():
                node = Sequence(span)
            case AliasEvent():
                node = Scalar("null", "plain", span)
            case _:
                raise AssertionError(event)
        self._attach(node)
        if isinstance(node, Mapping | Sequence):
            self._stack.append(node)
            self._keys.append(None)
            if len(self._stack) > MAX_DEPTH:
                self._refuse(
                    "invalid-yaml",
                    span,
                    f"nested deeper than {MAX_DEPTH} levels",
                    "flatten the structure",
                )
                return False
        return True

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
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            self._refuse("yaml-anchor", span, f"tag {tag} is not allowed", "remove the tag")

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
            self._refuse("invalid-yaml", node.span, "a key has to be a word", "write `key: value`")
            return Scalar("", "plain", node.span)
        if node.text == "<<":
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


_SYNTAX_HINTS = (
    (re.compile(r"mapping values are not allowed"),
     "put text that holds a colon in quotes, or check the indentation"),
    (re.compile(r"could not find expected ':'"),
     "write `key: value`, and indent text below its key"),
    (re.compile(r"tab|cannot start any token"),
     "use spaces, and quote text that starts with a sign"),
    (re.compile(r"unexpected end of stream|quoted scalar"), "close the quotation mark"),
    (re.compile(r"block (mapping|collection|sequence)|expected <block end>"),
     "check the indentation"),
)  # fmt: skip


def _syntax_problem(error: YAMLError, text: str) -> Problem:
    message, offset = str(error).splitlines()[0] if str(error) else "not YAML", 0
    if isinstance(error, MarkedYAMLError):
        message = error.problem or error.context or "not YAML"
        mark = error.problem_mark or error.context_mark
        if mark is not None:
            offset = _offset(text, mark.line, mark.column)
    elif hasattr(error, "position"):
        # The reader counts the bytes of the text, not its characters.
        offset = len(text.encode()[: int(error.position)].decode(errors="ignore"))
        message = f"character {text[offset : offset + 1]!r} is not allowed in YAML"
    hint = next((hint for pattern, hint in _SYNTAX_HINTS if pattern.search(message)), None)
    end = min(offset + 1, len(text))
    return Problem("invalid-yaml", Span(min(offset, end), end), f"not valid YAML: {message}", hint)


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line):
        start = text.find("\n", start) + 1
        if start == 0:
            return len(text)
    return min(start + column, len(text))


def _empty(text: str) -> Problem:
    return Problem(
        "empty-file",
        Span(0, min(1, len(text))),
        "the file is empty",
        "start with the `reportkit:` line; `reportkit explain empty-file` shows one",
    )
