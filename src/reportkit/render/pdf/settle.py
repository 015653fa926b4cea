"""Settle a grown tree: take out nodes that hold nothing, and label tables and notes."""

from __future__ import annotations

from reportkit.render.pdf.nodes import Content, Node, ObjectReference, descendants
from reportkit.render.pdf.tables import label_table


def settle_tree(root: Node) -> None:
    """Make a tree that was grown page by page ready to be written, in place.

    Nodes that hold nothing go, but for cells, which hold their place; tables get scopes and
    headers, notes an identifier.
    """
    _prune(root)
    tables = notes = 0
    for node in descendants(root):
        if node.tag == "Table":
            tables += 1
            label_table(node, f"table{tables}")
        elif node.tag == "Note":
            notes += 1
            node.identifier = f"note{notes}"


def _prune(node: Node) -> bool:
    """Take out nodes that hold nothing, and give words behind a kid a node of their own.

    A cell holds its place. Returns whether the node stays.
    """
    kids: list[Node | Content | ObjectReference] = []
    span, has_nodes = None, False
    for kid in node.kids:
        if isinstance(kid, Node):
            if _prune(kid):
                kids.append(kid)
                span, has_nodes = None, True
        elif isinstance(kid, Content) and has_nodes:
            # Some readers take an element's own words before all of its kids.
            if span is None:
                span = Node("Span", node, language=node.language)
                kids.append(span)
            span.kids.append(kid)
        else:
            kids.append(kid)
    node.kids = kids
    return bool(node.kids) or node.tag in ("TD", "TH", "TR")
