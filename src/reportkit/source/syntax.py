"""The parser's complaint in, a problem out: what is not YAML, in words for authors."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from reportkit.findings.place import Span
from reportkit.source.problem import Problem


def syntax_problem(error: YAMLError, text: str) -> Problem:
    """The place and the nature of what the parser stopped at."""
    if not isinstance(error, MarkedYAMLError):
        return _bad_character(error, text)
    complaint = f"{error.context or ''}: {error.problem or ''}"
    offset = _offset(error.problem_mark or error.context_mark, text)
    opened = _offset(error.context_mark, text) if error.context_mark else offset
    span = _one(offset, text)
    character = text[span.start : span.end]
    if "quoted scalar" in complaint and "end of stream" in complaint:
        return Problem(
            "invalid-yaml",
            _one(opened, text),
            "the quotation mark is never closed",
            f"add the closing {text[opened : opened + 1]}",
        )
    if "could not find expected ':'" in complaint:
        span = _one(opened, text)
        if colon := _NO_BLANK.match(text, text.rfind("\n", 0, opened) + 1):
            return Problem(
                "invalid-yaml",
                Span(colon.end() - 1, colon.end()),
                "a colon behind a key needs a space behind it",
                f"write `{colon[1]}: `",
            )
    related = None
    if "flow" in complaint and opened != offset:
        related = (_one(opened, text), "opened here")
    message, hint = _said(complaint, character)
    return Problem("invalid-yaml", span, message, hint, related=related)


_NO_BLANK = re.compile(r"[ ]*(?:- +)*([a-z][a-z0-9_]*):(?=[^\s:/])")

_QUOTE = "put the text in quotes, or below its key after `>`"

_TAB = ("a tab is not allowed as indentation", "indent with spaces")

_SAID: tuple[tuple[re.Pattern[str], str, str | None], ...] = (
    (re.compile(r"found a tab character"), *_TAB),
    (re.compile(r"mapping values are not allowed"),
     "a colon followed by a space is not allowed inside unquoted text", _QUOTE),
    (re.compile(r"could not find expected ':'"),
     "a line without a colon stands where a `key: value` is expected",
     "write `key: value`, or indent the text below its key"),
    (re.compile(r"flow sequence"), "a list in brackets is not closed or lacks a comma",
     "separate the items with commas and close the list with `]`"),
    (re.compile(r"flow mapping"), "a mapping in braces is not closed or lacks a comma",
     "separate the entries with commas and close the mapping with `}`"),
    (re.compile(r"did not find expected node content"),
     "a value is expected here", "write the value, in quotes if it starts with a sign"),
    (re.compile(r"unknown escape|hexdecimal|invalid Unicode"),
     "a backslash in double quotes starts an escape that YAML does not know",
     "double the backslash, or use single quotes"),
    (re.compile(r"block sequence entries are not allowed"),
     "a list cannot start on the line of its key", "start each `- item` on a line of its own"),
    (re.compile(r"while scanning an (?:alias|anchor)"),
     "text that starts with `*` or `&` has to be quoted", _QUOTE),
    (re.compile(r"while scanning a block scalar|comment or line break"),
     "only a line break may follow `|` or `>`", "start the text on the next line"),
    (re.compile(r"mapping keys are not allowed"), "a lone `?` is not allowed here", _QUOTE),
    (re.compile(r"found unexpected document indicator"),
     "a line `---` or `...` stands inside quoted text", "indent the text"),
    (re.compile(r"block (?:mapping|collection)"),
     "this does not continue the mapping above",
     "check the indentation and the quotation marks of the line and of the one above"),
)  # fmt: skip


def _said(complaint: str, character: str) -> tuple[str, str | None]:
    if "cannot start any token" in complaint:
        if character == "\t":
            return _TAB
        return f"text that starts with `{character}` has to be quoted", _QUOTE
    for pattern, message, hint in _SAID:
        if pattern.search(complaint):
            return message, hint
    return f"not valid YAML: {complaint.strip(': ')}", "check the line and the one above"


def _bad_character(error: YAMLError, text: str) -> Problem:
    # The reader counts the bytes of the text, not its characters.
    position = int(getattr(error, "position", 0))
    span = _one(len(text.encode()[:position].decode(errors="ignore")), text)
    name = f"U+{ord(text[span.start]):04X}" if span.start < span.end else "at the end"
    return Problem(
        "invalid-yaml", span, f"the control character {name} is not allowed", "delete the character"
    )


def _offset(mark: Any, text: str) -> int:
    return min(int(mark.index), len(text)) if mark is not None else 0


def _one(offset: int, text: str) -> Span:
    return Span(min(offset, len(text)), min(offset + 1, len(text)))
