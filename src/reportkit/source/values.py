"""Node in, plain data out: text, numbers, booleans, null, tuples and dicts.

Only unquoted scalars can be anything but text, and only in the ways of YAML 1.2's core
schema: `no`, `1:30`, dates and octal numbers stay text. Numbers keep their exact places.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from reportkit.source.tree import Mapping, Node, Scalar, Sequence

_CONSTANTS: dict[str, object] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INTEGER = re.compile(r"[-+]?[0-9]{1,30}")
_DECIMAL = re.compile(r"[-+]?([0-9]{1,30}\.[0-9]{0,30}|\.[0-9]{1,30})")


def plain(node: Node) -> Any:
    """The data a node stands for."""
    match node:
        case Scalar():
            return _scalar(node)
        case Mapping(values=values):
            return {key: plain(value) for key, value in values.items()}
        case Sequence(items=items):
            return tuple(plain(item) for item in items)


def _scalar(node: Scalar) -> object:
    text = node.text
    if node.style != "plain":
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    first = text[0]
    if first.isdigit() or first in "+-.":
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return Decimal(text)
    return text
