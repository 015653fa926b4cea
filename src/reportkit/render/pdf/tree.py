"""Grow one tree of structure nodes from all painted pages.

A box keeps the HTML element it was made from, the same object on every page, so the element
tells the parts of one table from two tables that touch a page break. The boxes are walked page
by page, and each is asked whether its element has a node already.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from reportkit.render.pdf.nodes import Content, Node, ObjectReference, ancestor
from reportkit.render.pdf.places import add, entry, fitting, home, inherit_language
from reportkit.render.pdf.roles import (
    HIDDEN,
    TRANSPARENT,
    alternative,
    role_of,
    role_of_pseudo,
)
from reportkit.render.pdf.words import Said, parts_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportkit.render.pdf.seam.boxes import Box
    from reportkit.render.pdf.seam.painting import PaintedPage


def grow_tree(pages: Iterable[PaintedPage], language: str) -> Tree:
    """The structure of a painted document.

    Args:
        pages: the pages in order, with the marked content of each.
        language: the BCP 47 tag of the document; nodes that share it do not repeat it.

    Returns:
        The nodes, and what is not to be read: page furniture and repeated table headings,
        and link annotations that would be met twice.
    """
    tree = Tree(Node("Document", language=language))
    pen = _Pen(tree)
    for page in pages:
        pen.page = page
        for box in page.boxes:
            _walk(pen, box, tree.root, None)
    return tree


@dataclass(frozen=True, slots=True)
class Tree:
    """The nodes, and what is drawn but not read."""

    root: Node
    nodes: dict[tuple[Any, str], Node] = field(default_factory=dict)
    """Element and the tag of its box (`li`, `li::marker`) to node."""
    artifacts: dict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    """Page to marked content to kind: Header, Footer, other Pagination, or Layout."""
    spaces: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))
    """Page to marked content that is followed by a space nobody has drawn."""
    unlinked: list[Any] = field(default_factory=list)
    """Link annotations to take off their pages."""


@dataclass(slots=True)
class _Pen:
    """Where the walk is."""

    tree: Tree
    page: PaintedPage = field(init=False)
    line: Any = None
    block: Node | None = None
    """The node whose lines are being read."""
    said: Said | None = None


def _walk(pen: _Pen, box: Box, parent: Node, link: Node | None) -> None:
    """Add what `box` shows below `parent`; `link` is the linked node it is drawn in."""
    node = _node_for(pen, box, parent)
    if isinstance(node, str):
        _hide(pen, box, node)
        if box.is_leader:
            _say_space(pen)
        return
    if box.link is not None:
        if link is None:
            link = node = _linked(pen, box, node)
        else:
            # The box around it is linked already, and one place needs one annotation.
            pen.tree.unlinked.append(box.link)
    mcid = pen.page.marks.get(box)
    if mcid is not None:  # a picture
        node.kids.append(Content(pen.page.number, mcid))
    if box.is_line:
        around = pen.line, pen.block
        pen.line, pen.block = box, node
        _walk_children(pen, box, node, link)
        pen.line, pen.block = around
    else:
        _walk_children(pen, box, node, link)


def _walk_children(pen: _Pen, box: Box, node: Node, link: Node | None) -> None:
    marks = pen.page.marks
    for child in box.children:
        text = child.text
        if text is None:
            _walk(pen, child, node, link)
        elif child in marks:
            _say(pen, text, marks[child], node)


def _say(pen: _Pen, text: str, mcid: int, node: Node) -> None:
    """Add a piece of text to a node."""
    page, last = pen.page.number, pen.said
    if not text.strip():
        # A space, cut off where a line ends: nothing is drawn, so it follows the word before.
        pen.tree.artifacts[page][mcid] = "Layout"
        _say_space(pen)
        return
    is_new_line = last is not None and last.block is pen.block and last.line is not pen.line
    if last is not None and is_new_line and parts_words(last, text):
        pen.tree.spaces[last.page].add(last.mcid)
    pen.said = Said(page, mcid, text, pen.line, pen.block)
    home(node, "").kids.append(Content(page, mcid))


def _say_space(pen: _Pen) -> None:
    last = pen.said
    if last is not None and last.block is pen.block and not last.text[-1].isspace():
        pen.tree.spaces[last.page].add(last.mcid)
        pen.said = replace(last, text=last.text + " ")


def _hide(pen: _Pen, box: Box, kind: str) -> None:
    mcid = pen.page.marks.get(box)
    if mcid is not None:
        pen.tree.artifacts[pen.page.number][mcid] = kind
    if box.link is not None:
        pen.tree.unlinked.append(box.link)
    for child in box.children:
        _hide(pen, child, kind)


def _node_for(pen: _Pen, box: Box, parent: Node) -> Node | str:
    """The node of the box's element: the one it has, or a new one.

    If the box is not to be read, the kind of artifact it is.
    """
    if box.margin is not None:
        return "Header" if box.margin.startswith("@top") else "Footer"
    if box.is_leader:
        return "Layout"
    element = box.element
    if element is None:
        return parent
    node = pen.tree.nodes.get((element, box.tag))
    if node is not None:
        # A table's header and footer are drawn again on each page, and read once.
        return "Pagination" if box.may_be_drawn_again else node
    role = (
        role_of_pseudo(box.pseudo, parent.tag, is_contents=parent.contents_list)
        if box.pseudo
        else role_of(element)
    )
    if role == HIDDEN:
        return "Layout"
    if role == TRANSPARENT:
        if element.tag == "body":
            inherit_language(element, parent)
        return parent
    if role == "Figure" and element.tag != "figure":
        node = _picture(pen, box, parent)
    else:
        node = _new_node(pen, box, fitting(role, parent), parent)
    pen.tree.nodes[element, box.tag] = node
    return node


def _new_node(pen: _Pen, box: Box, role: str, parent: Node) -> Node:
    element = box.element
    if element.tag in ("dt", "dd") and parent.tag == "L":
        parent = entry(parent, role)
    node = add(home(parent, role), role, element)
    node.contents_list = parent.contents_list or element.get("role") == "doc-toc"
    inherit_language(element, node)
    if element.tag == "abbr":
        node.expansion = element.get("title")
    if role == "L":
        numbering = _NUMBERING.get(box.list_style)
        if numbering and element.tag != "dl":
            node.attributes["ListNumbering"] = f"/{numbering}"
    if role == "Reference":
        # What a footnote says follows its mark, wherever on the page it is drawn.
        note = add(node.parent or parent, "Note", element)
        inherit_language(element, note)
        pen.tree.nodes[element, element.tag] = note
    return node


def _picture(pen: _Pen, box: Box, parent: Node) -> Node:
    """The node of an img or svg; inside a figure it is the figure's."""
    element = box.element
    node = ancestor(parent, "Figure")
    if node is None or node.element.tag != "figure":
        node = add(home(parent, "Figure"), "Figure", element)
    inherit_language(element, node)
    node.alternative = alternative(element)
    left, top, width, height = box.bounds
    bottom = pen.page.height - top - height
    corners = (left, bottom, left + width, bottom + height)
    node.attributes["BBox"] = tuple(round(length * _POINTS, 3) for length in corners)
    return node


def _linked(pen: _Pen, box: Box, node: Node) -> Node:
    """The node to hold the annotation of a box that is linked."""
    reference = ObjectReference(pen.page.number, box.link)
    link = ancestor(node, "Link")
    if link is not None:
        link.kids.append(reference)
        return node
    key = (box.element, f"{box.tag}::link")
    link = pen.tree.nodes.get(key)
    if link is None:
        link = pen.tree.nodes[key] = add(home(node, "Link"), "Link", box.element)
    link.kids.append(reference)
    return link


_POINTS: Final = 0.75
"""Points in a CSS pixel."""

_NUMBERING: Final = {
    "circle": "Circle",
    "decimal": "Decimal",
    "decimal-leading-zero": "Decimal",
    "disc": "Disc",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "lower-roman": "LowerRoman",
    "none": "None",
    "square": "Square",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "upper-roman": "UpperRoman",
}
