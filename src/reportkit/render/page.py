"""Document → the Page that templates call to set its text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, get_args

from babel.dates import format_date
from markupsafe import Markup, escape

from reportkit.assemble.document import (
    Block,
    Bullets,
    Callout,
    Chart,
    Column,
    Document,
    Facts,
    Gap,
    Paragraph,
    Plain,
    Section,
    Steps,
    Table,
    Text,
)
from reportkit.assemble.edition import locale_of
from reportkit.render.chart import chart_svg
from reportkit.render.markdown import Targets, blocks_html, inline_html
from reportkit.render.properties import filled_in, paper_properties
from reportkit.render.theme import Theme

Medium = Literal["web", "print"]


class Page:
    """The functions templates call as `page.…`; nothing here changes."""

    __slots__ = ("_locale", "_targets", "_theme", "medium")

    def __init__(self, document: Document, medium: Medium, source_label: str, theme: Theme) -> None:
        self.medium = medium
        self._theme = theme
        self._locale = locale_of(document.identity.language)
        self._targets = Targets(document.citations, frozenset(anchors(document)), source_label)

    def text(self, text: Text) -> Markup:
        """A cell, list item or definition."""
        if isinstance(text, Plain):
            return escape(text.text)
        return inline_html(text.markdown, self._targets)

    def prose(self, text: Text) -> Markup:
        """One or more paragraphs."""
        if isinstance(text, Plain):
            return Markup("<p>{}</p>\n").format(text.text)
        return blocks_html(text.markdown, self._targets)

    def date(self, day: date) -> str:
        """A date in full, as the language of the publication writes it."""
        return format_date(day, format="long", locale=self._locale)

    def drawing(self, chart: Chart) -> Markup:
        """A chart as an svg element, on paper with the values of the theme in it."""
        svg = chart_svg(chart)
        if self.medium == "web":
            return svg
        values = {name: escape(value) for name, value in paper_properties(self._theme).items()}
        return Markup(filled_in(svg, values))  # noqa: S704

    def brief(self, cell: Text, columns: tuple[Column, ...]) -> bool:
        """Whether a cell is so short, a date or a word or two, that it stays on one line."""
        return isinstance(cell, Plain) and len(cell.text) <= (18 if len(columns) <= 5 else 10)

    def kind(self, block: Block) -> str:
        """Name of the template of the block."""
        return _KINDS[type(block)]


def anchors(document: Document) -> Iterator[str]:
    """All ids of the publication, in reading order."""
    yield document.control.id
    for section in document.sections:
        yield from _section_anchors(section)


def _section_anchors(section: Section) -> Iterator[str]:
    yield section.id
    for block in section.blocks:
        match block:
            case Table():
                yield block.id
                yield from (row.id for row in block.rows)
            case Callout():
                yield block.id
                yield from (part.id for part in block.blocks if isinstance(part, Facts))
            case Facts() | Gap() | Chart():
                yield block.id
            case Paragraph() | Bullets() | Steps():
                pass
    for subsection in section.subsections:
        yield from _section_anchors(subsection)


_KINDS: dict[type[Block], str] = {kind: kind.__name__.lower() for kind in get_args(Block)}
