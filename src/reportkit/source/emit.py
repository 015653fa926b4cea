"""Plain data in, YAML text out: what the reader of `values` reads back as the same data.

Text that could be taken for a number, a code or a word of YAML stands in double quotes;
numbers keep their places.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

WIDTH = 140
"""Longest line on which a mapping is written in braces."""


def document(data: Mapping[str, Any]) -> str:
    """A whole file: each key of its mapping with its value, and a line end."""
    return "".join(f"{_key(key)}:{block(value, 0)}\n" for key, value in data.items())


def block(value: Any, indent: int) -> str:
    """What follows `key:` of a key that stands `indent` columns in; starts with its space."""
    match value:
        case str() if _fits_literal(value):
            return _literal(value, " " * (indent + 2))
        case Mapping() if value:
            pad = " " * (indent + 2)
            return "".join(
                f"\n{pad}{_key(key)}:{nested(entry, indent + 2)}" for key, entry in value.items()
            )
        case Sequence() if not isinstance(value, str) and value:
            if all(_is_scalar(entry) for entry in value):
                return " " + flow(value)
            return "".join("\n" + item(entry, indent + 2) for entry in value)
        case _:
            return " " + flow(value)


def nested(value: Any, indent: int) -> str:
    """Like `block`, with a mapping of single values on one line if it fits."""
    short = isinstance(value, Mapping) and all(_is_scalar(entry) for entry in value.values())
    if short and len(text := flow(value)) + indent <= WIDTH:
        return " " + text
    return block(value, indent)


def item(value: Any, indent: int) -> str:
    """An item of a list, with its dash, `indent` columns in."""
    written = nested(value, indent)
    if written.startswith("\n"):
        written = " " + written.lstrip("\n ")
    return " " * indent + "-" + written


def flow(value: Any) -> str:
    """A value on one line."""
    match value:
        case Mapping():
            entries = (f"{_key(key)}: {flow(entry)}" for key, entry in value.items())
            return f"{{{', '.join(entries)}}}"
        case str():
            return _text(value)
        case Sequence():
            return "[" + ", ".join(flow(entry) for entry in value) + "]"
        case _:
            return _single(value)


_PLAIN_KEY = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")
_SENTENCE = re.compile(r"[A-Za-z][A-Za-z0-9/.'()-]*( [A-Za-z0-9/.'()-]+)+")
_WORD = re.compile(r"(?!(true|false|null|yes|off)$)[a-z]{3,}([-_][a-z]+)*")
_CALENDAR_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else _quoted(key)


def _fits_literal(text: str) -> bool:
    """True for a text of lines that a literal block holds without loss."""
    lines = text.removesuffix("\n").split("\n")
    return (
        "\n" in text
        and all(map(_printable, text.replace("\n", "")))
        and bool(lines[0] and lines[-1])
        and not lines[0].startswith(" ")
        and not any(line and not line.strip() for line in lines)
    )


def _literal(text: str, pad: str) -> str:
    lines = text.removesuffix("\n").split("\n")
    kept = "" if text.endswith("\n") else "-"
    return f" |{kept}" + "".join(f"\n{pad}{line}" if line else "\n" for line in lines)


def _text(value: str) -> str:
    if any(form.fullmatch(value) for form in (_SENTENCE, _WORD, _CALENDAR_DAY)):
        return value
    return _quoted(value)


def _quoted(value: str) -> str:
    quoted = json.dumps(value, ensure_ascii=False)
    return "".join(char if _printable(char) else _escaped(char) for char in quoted)


def _single(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case int():
            return str(value)
    raise TypeError(f"{type(value).__name__} is not plain data")


def _is_scalar(value: Any) -> bool:
    return isinstance(value, str) or not isinstance(value, Mapping | Sequence)


def _printable(char: str) -> bool:
    return char == " " or unicodedata.category(char)[0] not in "CZ"


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04X}" if ord(char) < 0x10000 else f"\\U{ord(char):08X}"
