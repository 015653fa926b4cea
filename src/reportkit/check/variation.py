"""Vary one YAML text by the entries of another: whole keys, or single values at any depth.

`status: approved` replaces a top-level key and all that it holds. `mpfs.status: N` and
`sites[1].pos: ["22"]` replace one value or add a key; `sites[+]: {…}` adds an item at the end of
a list, and `sites[0]: (absent)` takes an item or a key away. Entries that go deep are made one
after another, once the top-level keys are replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportkit.findings.edit import Edit, apply_edits
from reportkit.findings.place import Route, Span
from reportkit.source.parse import parse
from reportkit.source.tree import Mapping, Node, Sequence, node_at

_PATH = re.compile(r"^([A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[(?:\d+|\+)\])*):", re.MULTILINE)
_TOP_KEY = re.compile(r"^([A-Za-z_]\w*):", re.MULTILINE)
_ABSENT = "(absent)"


class BadExample(Exception):  # noqa: N818 -- names the thing that is bad
    """An example that names a file or a value that does not exist."""


def vary(base: str, change: str) -> str:
    """The base with each entry of the change in its place; raises BadExample."""
    entries = list(_entries(change, _PATH))
    whole = {path: text for path, text in entries if path.isidentifier()}
    varied = "".join((dict(_entries(base, _TOP_KEY)) | whole).values())
    for path, text in entries:
        if path not in whole:
            varied = _vary_value(varied, path, text[len(path) + 1 :].rstrip())
    return varied


def _entries(text: str, path: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Each path of a text, and its entry from the path to the start of the next."""
    starts = [*path.finditer(text)]
    ends = [*(match.start() for match in starts[1:]), len(text)]
    for match, end in zip(starts, ends, strict=False):
        yield match[1], text[match.start() : end]


def _vary_value(text: str, path: str, value: str) -> str:
    """Put what follows the colon of an entry at a path of a text."""
    *parents, last = _steps(path)
    root = parse(text).root
    parent = None if root is None else node_at(root, tuple(parents))
    if value.strip() == _ABSENT:
        edit = _without(text, parent, last)
    else:
        edit = _with(text, parent, last, value)
    if edit is None:
        raise BadExample(f"`{path}` leads to nothing in the specimen")
    return apply_edits(text, [edit])


def _with(text: str, parent: Node | None, step: str | int, value: str) -> Edit | None:
    """Another value, or one more."""
    match parent, step:
        case Mapping(), str() if step in parent.values:
            return _with_value(text, parent, step, value)
        case Mapping(), str():
            return _with_entry(text, parent, f"{step}:{value}")
        case Sequence(), int() if step < len(parent.items):
            return _with_item(text, parent.items[step], value)
        case Sequence(), "+":
            dash = "" if _is_flow(text, parent) else "- "
            return _with_entry(text, parent, dash + _shifted(_item(value), len(dash)))
    return None


def _steps(path: str) -> Route:
    return tuple(int(step) if step.isdigit() else step for step in re.findall(r"\w+|\+", path))


def _with_value(text: str, parent: Mapping, key: str, value: str) -> Edit:
    """Another value behind the colon of a key."""
    name = parent.keys[key]
    colon = text.index(":", name.span.end) + 1
    end = max(colon, _end(text, parent.values[key]))
    return _edit(text, colon, end, _shifted(value, _column(text, name.span.start)))


def _with_item(text: str, node: Node, value: str) -> Edit:
    """Another item in the place of one."""
    item = _shifted(_item(value), _column(text, node.span.start))
    return _edit(text, node.span.start, _end(text, node), item)


def _with_entry(text: str, parent: Mapping | Sequence, entry: str) -> Edit:
    """One entry more at the end of a mapping or a list."""
    end = _end(text, parent)
    if _is_flow(text, parent):
        filled = parent.values if isinstance(parent, Mapping) else parent.items
        return _edit(text, end - 1, end - 1, f", {entry}" if filled else entry)
    column = _column(text, parent.span.start)
    return _edit(text, end, end, f"\n{' ' * column}{_shifted(entry, column)}")


def _without(text: str, parent: Node | None, step: str | int) -> Edit | None:
    """One entry less, with its comma or its lines."""
    if not isinstance(parent, Mapping | Sequence) or node_at(parent, (step,)) is None:
        return None
    steps, starts, ends = zip(*_stretches(text, parent), strict=True)
    index = steps.index(step)
    if not _is_flow(text, parent):
        start = text.rindex("\n", 0, starts[index]) + 1
        behind = "-" if isinstance(parent, Sequence) else ""
        if len(starts) == 1 or text[start : starts[index]].strip() != behind:
            raise BadExample(f"`{step}` cannot be taken away alone")
        return _edit(text, start, text.index("\n", ends[index]) + 1, "")
    if index > 0:
        return _edit(text, ends[index - 1], ends[index], "")
    return _edit(text, starts[0], starts[1] if len(starts) > 1 else ends[0], "")


def _stretches(text: str, parent: Mapping | Sequence) -> Iterator[tuple[str | int, int, int]]:
    """The step to each entry of a mapping or a list, and where the entry starts and ends."""
    if isinstance(parent, Sequence):
        for index, item in enumerate(parent.items):
            yield index, item.span.start, _end(text, item)
    else:
        for key, name in parent.keys.items():
            yield key, name.span.start, _end(text, parent.values[key])


def _item(value: str) -> str:
    """What stands behind the dash of an item: the lines of a value, two columns to the left."""
    return value.lstrip("\n ").replace("\n  ", "\n")


def _shifted(value: str, column: int) -> str:
    """Lines after the first so many columns to the right."""
    return value.replace("\n", "\n" + " " * column)


def _column(text: str, offset: int) -> int:
    return offset - (text.rfind("\n", 0, offset) + 1)


def _is_flow(text: str, node: Node) -> bool:
    return text[node.span.start] in "[{"


def _end(text: str, node: Node) -> int:
    """Where the last sign of a node ends; the span of a block runs on to what comes next."""
    return node.span.start + len(text[node.span.start : node.span.end].rstrip())


def _edit(text: str, start: int, end: int, replacement: str) -> Edit:
    return Edit("", Span(start, end), text[start:end], replacement)
