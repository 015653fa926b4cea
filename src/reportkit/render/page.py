"""Document → the Page that templates call to set its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from gettext import NullTranslations
from typing import Literal, get_args

from babel.dates import format_date
from markupsafe import Markup, escape

from reportkit.assemble.document import (
    Block,
    Bullets,
    Callout,
    Cell,
    Chart,
    Codes,
    Column,
    Document,
    Facts,
    Gap,
    Ground,
    KeyFacts,
    Paragraph,
    Plain,
    Plot,
    Section,
    Steps,
    Table,
    Text,
)
from reportkit.assemble.document import Markup as Prose
from reportkit.assemble.edition import locale_of
from reportkit.render.chart import chart_svg
from reportkit.render.markdown import Targets, blocks_html, inline_html
from reportkit.render.marked import traced, with_marks
from reportkit.render.plot import plot_svg
from reportkit.render.properties import filled_in, paper_properties
from reportkit.render.theme import Theme

Medium = Literal["web", "print"]
Length = Literal["short", "long"]
"""A long print has a list of contents; a web page always has one, to move by."""


class Page:
    """The functions templates call as `page.…`; nothing here changes."""

    __slots__ = ("_locale", "_targets", "_theme", "_told", "_without", "has_contents", "medium")

    def __init__(
        self,
        document: Document,
        medium: Medium,
        words: NullTranslations,
        theme: Theme,
        length: Length,
    ) -> None:
        self.medium = medium
        self.has_contents = medium == "web" or length == "long"
        self._theme = theme
        self._told = document.told
        self._locale = locale_of(document.identity.language)
        self._without = words.gettext("No ground is recorded for this figure")
        source_label = words.gettext("Source {number}")
        self._targets = Targets(document.citations, frozenset(anchors(document)), source_label)

    def text(self, text: Cell) -> Markup:
        """A cell, list item or definition."""
        if isinstance(text, Plot):
            return self._in_colours(plot_svg(text))
        if isinstance(text, Plain):
            return self._traced(escape(text.text), text.ground)
        if isinstance(text, Codes):
            listed = Markup(", ").join(_CODE.format(code) for code in text.codes)
            return self._traced(listed, text.ground)
        return self._marked(text, partial(inline_html, targets=self._targets))

    def caption(self, table: Table) -> Markup:
        """The caption of a table, on the web with what its figures came from.

        It leads to a section where that stands in the document: one section may be looked at alone.
        """
        caption = self._with_figures(table.caption, table.figures)
        if table.lead not in self._targets.anchors:
            return caption
        return Markup('<a href="#{}">{}</a>').format(table.lead, caption)

    def head(self, column: Column) -> Markup:
        """The head of a column, on the web with what its figures came from."""
        return self._with_figures(column.title, column.figures)

    def _with_figures(self, text: str, figures: Iterable[Plain]) -> Markup:
        """A text with what the figures in it came from, which stand there in their order."""
        done, left = Markup(), escape(text)
        for figure in figures:
            shown = escape(figure.text)
            before, found, after = left.partition(shown)
            if found:
                done, left = done + before + self._traced(shown, figure.ground), after
        return done + left

    def _traced(self, shown: Markup, ground: Ground | None) -> Markup:
        """A value with what it came from, on the web; on paper the file carries the same."""
        if ground is None or self.medium == "print":
            return shown
        return traced(ground, self._told.get(ground, ""), shown)

    def _marked(self, prose: Prose, set_html: Callable[[str], Markup]) -> Markup:
        """Prose as HTML, on the web with what its figures stand on."""
        if self.medium == "print" or not prose.marks:
            return set_html(prose.markdown)
        return with_marks(prose, self._told, self._without, set_html)

    def prose(self, text: Text) -> Markup:
        """One or more paragraphs."""
        if isinstance(text, Plain):
            return Markup("<p>{}</p>\n").format(text.text)
        if isinstance(text, Codes):
            return Markup("<p>{}</p>\n").format(self.text(text))
        return self._marked(text, partial(blocks_html, targets=self._targets))

    def date(self, day: date) -> str:
        """A date in full, as the language of the publication writes it."""
        return format_date(day, format="long", locale=self._locale)

    def drawing(self, chart: Chart) -> Markup:
        """A chart as an svg element, on paper with the values of the theme in it."""
        return self._in_colours(chart_svg(chart))

    def _in_colours(self, svg: Markup) -> Markup:
        """A drawing with the colours of the theme: on paper as values, as names on the web."""
        if self.medium == "web":
            return svg
        values = {name: escape(value) for name, value in paper_properties(self._theme).items()}
        return Markup(filled_in(svg, values))  # noqa: S704

    def brief(self, cell: Cell, columns: tuple[Column, ...]) -> bool:
        """Whether a cell is so short, a date or a word or two, that it stays on one line."""
        return isinstance(cell, Plain) and len(cell.text) <= (18 if len(columns) <= 5 else 10)

    def heads_rows(self, table: Table) -> bool:
        """Whether the first cell of each row heads it: not where heads would outnumber the rest."""
        rows, columns = len(table.rows), len(table.columns)
        return rows * (columns - 1) >= rows + columns

    def has_lists(self, table: Table) -> bool:
        """Whether the last column of a table holds lists of codes, which want the room."""
        return isinstance(table.rows[0].cells[-1], Codes)

    def is_short(self, table: Table) -> bool:
        """Whether a table of a few rows is so low that it stays on one page."""
        said = sum(_length(cell) for row in table.rows for cell in row.cells)
        return len(table.rows) <= _FEW and said <= _LITTLE

    def is_long(self, callout: Callout) -> bool:
        """Whether a remark takes so much of a page that it may go on over the next."""
        said = [_length(part.text) for part in callout.blocks if isinstance(part, Paragraph)]
        return sum(said) > _MUCH

    def kind(self, block: Block) -> str:
        """Name of the template of the block."""
        return _KINDS[type(block)]


def _length(cell: Cell) -> int:
    """How many characters a reader sees of a cell; a picture has none."""
    match cell:
        case Plot():
            return 0
        case Plain(text):
            return len(text)
        case Codes(codes):
            return len(", ".join(codes))
        case _:
            return len(cell.markdown)


def anchors(document: Document) -> Iterator[str]:
    """All ids of the publication, in reading order."""
    yield from _block_anchors(document.opening)
    for section in document.sections:
        yield from _section_anchors(section)
    yield document.control.id


def _section_anchors(section: Section) -> Iterator[str]:
    yield section.id
    yield from _block_anchors(section.blocks)
    for subsection in section.subsections:
        yield from _section_anchors(subsection)


def _block_anchors(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Table():
                yield block.id
                yield from (row.id for row in block.rows)
            case Callout():
                yield block.id
                yield from (part.id for part in block.blocks if isinstance(part, Facts))
            case Facts() | KeyFacts() | Gap() | Chart():
                yield block.id
            case Paragraph() | Bullets() | Steps():
                pass


_CODE = Markup('<span class="code">{}</span>')

_FEW = 5
_LITTLE = 800
"""Letters that five rows of a line or two hold."""
_MUCH = 500
"""Letters of a remark that take, with its facts, about a quarter of a page."""

_KINDS: dict[type[Block], str] = {kind: kind.__name__.lower() for kind in get_args(Block)}
