"""YAML text and a new item in, text with the item at the end of a list out.

All that stands in the text stays, byte for byte; comments too.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportkit.source import emit
from reportkit.source.rewrite import (
    RewriteRefused,
    as_read,
    read_mapping,
    replace_keys,
    same,
)
from reportkit.source.tree import Sequence, last_sign
from reportkit.source.values import plain


def append_item(text: str, key: str, value: Mapping[str, Any]) -> str:
    """Add a mapping of plain data to the list under a top-level key; the key may be missing.

    Raises RewriteRefused if the text is not a YAML mapping or the key holds no list.
    """
    root = read_mapping(text)
    node = root.values.get(key)
    old = (plain(node) if node is not None else None) or ()
    if not isinstance(old, tuple):
        raise RewriteRefused(f"`{key}` is not a list")
    if not isinstance(node, Sequence) or not node.items or text.startswith("[", node.span.start):
        return replace_keys(text, {key: [*old, value]})
    newline = "\r\n" if "\r\n" in text else "\n"
    # A block list starts at its first dash, and so in the column of all of them.
    column = node.span.start - (text.rfind("\n", 0, node.span.start) + 1)
    end = _line_end(text, last_sign(node, text))
    item = emit.item(value, column) if len(emit.flow(value)) <= 60 else _lines(value, column)
    before = text[:end] if text[:end].endswith("\n") else text[:end] + newline
    result = before + item.replace("\n", newline) + newline + text[end:].removeprefix(newline)
    expected = {**plain(root), key: (*old, as_read(value))}
    if not same(plain(read_mapping(result)), expected):
        raise RewriteRefused("the file is written in a way that cannot be added to in place")
    return result


def _lines(value: Mapping[str, Any], column: int) -> str:
    """A mapping as an item with each key on its line."""
    pad = "\n" + " " * (column + 2)
    body = pad.join(f"{key}:{emit.nested(item, column + 2)}" for key, item in value.items())
    return f"{' ' * column}- {body}"


def _line_end(text: str, offset: int) -> int:
    """The end of the line an offset is in, with its comment and without its break."""
    end = text.find("\n", offset)
    if end < 0:
        return len(text)
    return end - 1 if end and text[end - 1] == "\r" else end
