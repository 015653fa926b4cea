"""Read what WeasyPrint laid out: the element of a box, its text, its place on the page.

WeasyPrint documents no box. An HTML element is laid out as one or more boxes, and every box keeps
the element it was made from; that element is the same object on every page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a laid out page; two are equal if they stand for the same box of WeasyPrint."""

    _box: Any

    @property
    def element(self) -> Any:
        """The HTML element it was made from; None for the page and its margins.

        Relies on `Box.element`.
        """
        return self._box.element

    @property
    def tag(self) -> str:
        """The tag of its element, with its pseudo-element: `li`, `li::marker`.

        Relies on `Box.element_tag`.
        """
        tag: str = self._box.element_tag
        return tag

    @property
    def pseudo(self) -> str:
        """The pseudo-element it was made for; empty if none."""
        return self.tag.partition("::")[2]

    @property
    def children(self) -> Iterator[Box]:
        """The boxes inside it; none for text and pictures.

        Relies on `Box.children` (which text lacks), and on an absolutely placed box being kept
        in an `AbsolutePlaceholder` whose `_box` is the box itself.
        """
        for child in getattr(self._box, "children", ()):
            yield Box(getattr(child, "_box", child))

    @property
    def text(self) -> str | None:
        """The text of a box of text.

        Relies on `TextBox.text`.
        """
        text: str | None = getattr(self._box, "text", None)
        return text

    @property
    def is_line(self) -> bool:
        """Whether it is one line of a paragraph.

        Relies on `LineBox` alone having `text_overflow`.
        """
        return hasattr(self._box, "text_overflow")

    @property
    def is_leader(self) -> bool:
        """Whether it is the dots between a title and its page.

        Relies on `Box.is_leader`.
        """
        return bool(self._box.is_leader)

    @property
    def margin(self) -> str | None:
        """The at-keyword of a margin box, such as `@top-left`.

        Relies on `MarginBox.at_keyword`.
        """
        keyword: str | None = getattr(self._box, "at_keyword", None)
        return keyword

    @property
    def may_be_drawn_again(self) -> bool:
        """Whether it is a table's header or footer, which is drawn on each page of the table.

        Relies on `TableRowGroupBox.is_header` and `is_footer`.
        """
        return getattr(self._box, "is_header", False) or getattr(self._box, "is_footer", False)

    @property
    def link(self) -> Any:
        """The pydyf dictionary of the link annotation over it; None if there is none.

        Relies on `Box.link_annotation`, which is set while the page is painted.
        """
        return self._box.link_annotation

    @property
    def list_style(self) -> str:
        """The value of `list-style-type`.

        Relies on `Box.style`, a mapping by the names of CSS with underscores.
        """
        return str(self._box.style["list_style_type"])

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of its content, in CSS pixels from the top left.

        Relies on `Box.content_box_x`, `content_box_y`, `width` and `height`.
        """
        box = self._box
        return box.content_box_x(), box.content_box_y(), box.width, box.height
