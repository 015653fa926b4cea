"""Document and Theme → the page: once as a web page, once for the PDF, with the same body.

The only import of Jinja2. Templates are sandboxed and escape everything; they get the
Document as it is, and a Page with the few functions that set text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from gettext import NullTranslations
from typing import TYPE_CHECKING, Literal

from jinja2 import DictLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError
from markupsafe import Markup, escape

from reportkit.assemble.document import (
    Block,
    Bullets,
    Callout,
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
from reportkit.render.marks import mark_registered
from reportkit.render.markdown import Targets, blocks_html, inline_html
from reportkit.render.metadata import content_policy, json_ld
from reportkit.render.styles import css_string, page_counter, print_styles, web_styles
from reportkit.render.theme import Theme, ThemeError

if TYPE_CHECKING:
    from jinja2 import Environment

Medium = Literal["web", "print"]


def render_html(document: Document, theme: Theme) -> str:
    """The web page: one file that needs nothing else and loads nothing.

    Raises ThemeError if a template of the project is at fault.
    """
    return _page(document, theme, "web", web_styles(theme))


def printable_html(document: Document, theme: Theme) -> tuple[str, Mapping[str, bytes]]:
    """The page for the PDF writer, and the resources it reaches as `theme:<name>`.

    Raises ThemeError if a template of the project is at fault.
    """
    styles, resources = print_styles(theme)
    return _page(document, theme, "print", styles), resources


class Page:
    """The functions templates call as `page.…`; nothing here changes."""

    __slots__ = ("_targets", "medium")

    def __init__(self, document: Document, medium: Medium, source_label: str) -> None:
        self.medium = medium
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
            case Facts() | Gap():
                yield block.id
            case Paragraph() | Bullets() | Steps():
                pass
    for subsection in section.subsections:
        yield from _section_anchors(subsection)


_KINDS = {kind: kind.__name__.lower() for kind in Block.__args__}


_WORDS = NullTranslations()
"""Every English sentence of the templates passes through here."""


def _page(document: Document, theme: Theme, medium: Medium, styles: str) -> str:
    environment = _environment(theme)
    script = theme.texts.get("page.js", "") if medium == "web" else ""
    try:
        template = environment.get_template("publication.html")
        html = template.render(
            document=document,
            identity=document.identity,
            page=Page(document, medium, _WORDS.gettext("Source {number}")),
            styles=Markup(styles),  # noqa: S704
            script=Markup(script),  # noqa: S704
            json_ld=json_ld(document.identity),
            content_policy=content_policy(script),
        )
    except TemplateError as error:
        raise _theme_error(error) from error
    return mark_registered(html)


@lru_cache(maxsize=4)
def _environment(theme: Theme) -> Environment:
    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader(dict(theme.texts)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(_WORDS, newstyle=True)  # type: ignore[attr-defined]
    environment.filters["css_string"] = css_string
    environment.filters["page_counter"] = page_counter
    environment.filters["long_date"] = _long_date
    environment.filters["slash_date"] = lambda day: day.strftime("%Y/%m/%d")
    return environment


_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def _long_date(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"


def _theme_error(error: TemplateError) -> ThemeError:
    hint = "compare the block with the one in default/publication.html"
    match error:
        case TemplateSyntaxError():
            return ThemeError(error.name or "template", error.lineno, _words(error), hint)
        case SecurityError():
            hint = "templates may only read the document and call page.text, page.prose, page.kind"
    file, line = _origin(error)
    return ThemeError(file, line, _words(error), hint)


def _words(error: TemplateError) -> str:
    return (error.message or type(error).__name__).rstrip(".")


def _origin(error: TemplateError) -> tuple[str, int | None]:
    """The last template line on the way to the error."""
    place: tuple[str, int | None] = ("publication.html", None)
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        if "__jinja_template__" in step.tb_frame.f_globals or code.co_filename == "<template>":
            place = (str(step.tb_frame.f_globals.get("name", "template")), step.tb_lineno)
        step = step.tb_next
    return place
