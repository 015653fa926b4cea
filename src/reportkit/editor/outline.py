"""Turn the tree of a file into the outline an editor lists, and into what it can fold."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol.types import DocumentSymbol, FoldingRange, SymbolKind

from reportkit.editor.lines import Lines
from reportkit.findings.place import Span
from reportkit.source.tree import Mapping, Node, Scalar, Sequence, last_sign

NAMES = ("id", "code", "rule", "field", "version", "name", "payer", "title", "source", "text")
"""Keys whose value tells a row from the others of its list, the first that a row has."""


def symbols(root: Node, lines: Lines) -> list[DocumentSymbol]:
    """The keys of a file, with the rows and keys that stand under each."""
    return [*_symbols(root, lines)]


def foldings(root: Node, lines: Lines) -> list[FoldingRange]:
    """Everything of a file that takes more than one line."""
    ranges: dict[int, int] = {}
    for node, start in _blocks(root):
        first = lines.position(start).line
        last = lines.position(last_sign(node, lines.text)).line
        if last > first:
            ranges[first] = max(last, ranges.get(first, last))
    return [FoldingRange(first, last) for first, last in sorted(ranges.items())]


def _symbols(node: Node, lines: Lines) -> Iterator[DocumentSymbol]:
    match node:
        case Mapping(keys=keys, values=values):
            for name, key in keys.items():
                yield _symbol(name, key.span, values[name], lines)
        case Sequence(items=items):
            for index, item in enumerate(items):
                if not isinstance(item, Scalar):
                    name = _name(item) or f"{index + 1}"
                    start = Span(item.span.start, item.span.start)
                    yield _symbol(name, start, item, lines)


def _symbol(name: str, key: Span, value: Node, lines: Lines) -> DocumentSymbol:
    whole = Span(key.start, max(key.end, last_sign(value, lines.text)))
    kind = SymbolKind.Field if isinstance(value, Scalar) else SymbolKind.Struct
    children = [*_symbols(value, lines)]
    return DocumentSymbol(name, kind, lines.range(whole), lines.range(key), children=children)


def _name(row: Node) -> str | None:
    """What tells a row of a list from the others."""
    values = row.values if isinstance(row, Mapping) else {}
    named = (values[key] for key in NAMES if key in values)
    return next((node.text.strip() for node in named if isinstance(node, Scalar)), None)


def _blocks(node: Node) -> Iterator[tuple[Node, int]]:
    """Every value with the offset at which its key, or its row, begins."""
    match node:
        case Mapping(keys=keys, values=values):
            for name, key in keys.items():
                yield values[name], key.span.start
                yield from _blocks(values[name])
        case Sequence(items=items):
            for item in items:
                yield item, item.span.start
                yield from _blocks(item)
