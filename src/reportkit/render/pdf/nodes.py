"""The nodes of a PDF's structure tree while it is being grown.

A node is changed as later pages add to it; once written, it is thrown away.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Content:
    """A piece of marked content on a page."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class ObjectReference:
    """A link annotation on a page."""

    page: int
    annotation: Any


@dataclass(slots=True, eq=False)
class Node:
    """One structure element; `tag` is a standard type of ISO 32000-1, 14.8.4."""

    tag: str
    parent: Node | None = None
    element: Any = None
    """The HTML element it stands for; None if it was put in to keep the tree well formed."""
    language: str = ""
    """The language in force here, inherited or not."""
    contents_list: bool = False
    """Inside a table of contents, where lists are TOC and items TOCI."""
    alternative: str | None = None
    expansion: str | None = None
    identifier: str | None = None
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: list[Node | Content | ObjectReference] = field(default_factory=list)

    @property
    def nodes(self) -> list[Node]:
        """The kids that are nodes."""
        return [kid for kid in self.kids if isinstance(kid, Node)]


def descendants(node: Node) -> Iterator[Node]:
    """The node and all below it, in the order of reading."""
    yield node
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from descendants(kid)


def ancestor(node: Node | None, tag: str) -> Node | None:
    """The nearest node of that type, starting with the node itself."""
    while node is not None and node.tag != tag:
        node = node.parent
    return node
