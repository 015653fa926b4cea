"""Find the place in the tree where the child of a node belongs.

HTML leaves out what PDF asks for: the body of a list item, the entry around a term and its
description, the paragraph around text that stands straight inside a section.
"""

from __future__ import annotations

from typing import Any, Final

from reportkit.render.pdf.nodes import Node
from reportkit.render.pdf.roles import GROUPS, INLINE


def fitting(role: str, parent: Node) -> str:
    """The role, given where it stands."""
    match role:
        case "L" if parent.contents_list:
            return "TOC"
        case "LI" if parent.tag == "TOC":
            return "TOCI"
        case "Div" if parent.tag == "L":  # <dl><div><dt>
            return "LI"
        case "Caption" if parent.tag == "Div":  # of a figure that is not one picture
            return "P"
        case _:
            return role


def home(node: Node, role: str) -> Node:
    """Where below `node` a child of that role belongs; an empty role is content."""
    is_inline = not role or role in INLINE
    if node.tag == "LI" and role not in ("Lbl", "LBody"):
        return _last(node, "LBody")
    if node.tag == "TOCI" and is_inline and role != "Reference":
        return _last(node, "Reference")
    if node.tag in GROUPS and is_inline:
        return _last(node, "P")
    return node


def _last(node: Node, role: str) -> Node:
    """The last kid, if it is one put in for such content, or else a new one."""
    last = node.kids[-1] if node.kids else None
    if isinstance(last, Node) and last.tag == role and last.element is None:
        return last
    return add(node, role, None)


def entry(parent: Node, role: str) -> Node:
    """The LI for a term or a description: terms share one until it has a description."""
    last = parent.kids[-1] if parent.kids else None
    if isinstance(last, Node) and last.tag == "LI":
        has_body = any(kid.tag == "LBody" for kid in last.nodes)
        if role == "LBody" or not has_body:
            return last
    return add(parent, "LI", None)


def add(parent: Node, role: str, element: Any) -> Node:
    """Put a new node of `role` under `parent`, for the HTML element it stands for."""
    node = Node(role, parent, element, parent.language, parent.contents_list)
    parent.kids.append(node)
    return node


def inherit_language(element: Any, node: Node) -> None:
    """Give a node the language its HTML element states."""
    language = element.get("lang") or element.get(_XML_LANG)
    if language and element.tag != "html":
        node.language = language


_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
