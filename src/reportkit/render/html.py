"""Set a Document with the templates of a Theme, as a web page and for the PDF, with one body.

The only import of Jinja2. Templates are sandboxed and escape everything; they get the
Document as it is, and a Page with the few functions that set text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from gettext import NullTranslations
from typing import TYPE_CHECKING

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.exceptions import (
    SecurityError,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from reportkit.assemble.document import Document
from reportkit.render.long_words import let_long_words_break
from reportkit.render.marks import mark_registered
from reportkit.render.metadata import content_policy, json_ld
from reportkit.render.page import Length, Medium, Page
from reportkit.render.styles import css_string, page_counter, print_styles, web_styles
from reportkit.render.theme import Theme, ThemeError

if TYPE_CHECKING:
    from types import TracebackType

    from jinja2 import Environment

ENGLISH = NullTranslations()
"""The words of the templates as they are."""


def render_html(document: Document, theme: Theme, translations: NullTranslations = ENGLISH) -> str:
    """The web page: one file that needs nothing else and loads nothing.

    Raises ThemeError if a template of the project is at fault.
    """
    return _page(document, theme, translations, "web", "long", web_styles(theme))


def printable_html(
    document: Document,
    theme: Theme,
    translations: NullTranslations = ENGLISH,
    length: Length = "long",
) -> tuple[str, Mapping[str, bytes]]:
    """The page for the PDF writer, and the resources it reaches as `theme:<name>`.

    Raises ThemeError if a template of the project is at fault.
    """
    styles, resources = print_styles(theme)
    return _page(document, theme, translations, "print", length, styles), resources


def fill(
    name: str,
    values: Mapping[str, object],
    theme: Theme,
    translations: NullTranslations = ENGLISH,
) -> str:
    """The text of a template of the theme with its values filled in, all of them escaped.

    Raises ThemeError if a template of the project is at fault.
    """
    try:
        return _environment(theme, translations).get_template(name).render(values)
    except Exception as error:
        fault = _fault(error, theme)
        if fault is None:
            raise
        raise fault from error


def _page(
    document: Document,
    theme: Theme,
    translations: NullTranslations,
    medium: Medium,
    length: Length,
    styles: str,
) -> str:
    script = theme.texts.get("page.js", "").strip() if medium == "web" else ""
    data = json_ld(document.identity)
    values = {
        "document": document,
        "identity": document.identity,
        "page": Page(document, medium, translations, theme, length),
        "styles": Markup(styles),  # noqa: S704
        "script": Markup(script),  # noqa: S704
        "json_ld": data,
        "content_policy": content_policy(script, data),
    }
    page = mark_registered(fill("publication.html", values, theme, translations))
    return let_long_words_break(page)


@lru_cache(maxsize=4)
def _environment(theme: Theme, translations: NullTranslations) -> Environment:
    def source(name: str) -> tuple[str, str, None] | None:
        return (theme.texts[name], name, None) if name in theme.texts else None

    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    environment.filters["css_string"] = css_string
    environment.filters["page_counter"] = page_counter
    environment.filters["slash_date"] = lambda day: day.strftime("%Y/%m/%d")
    return environment


def _fault(error: Exception, theme: Theme) -> ThemeError | None:
    """The mistake in a template of the project; None if it is a bug of ours."""
    file, line = _place(error.__traceback__, theme)
    if isinstance(error, TemplateSyntaxError):
        file, line = error.name or file, error.lineno
    if not isinstance(error, TemplateError) and _is_default(file, theme):
        return None
    return ThemeError(file, line, _message(error), _hint(error))


def _place(step: TracebackType | None, theme: Theme) -> tuple[str, int | None]:
    """The last line of a template on the way to the error."""
    place: tuple[str, int | None] = ("publication.html", None)
    while step is not None:
        if step.tb_frame.f_code.co_filename in theme.texts:
            place = (step.tb_frame.f_code.co_filename, step.tb_lineno)
        step = step.tb_next
    return place


def _is_default(file: str, theme: Theme) -> bool:
    return theme.texts.get(file) == theme.texts.get(f"default/{file.removeprefix('default/')}")


def _message(error: Exception) -> str:
    match error:
        case TemplateNotFound():
            return f"the theme has no template {error.name!r}"
        case TemplateError():
            text = error.message or type(error).__name__
        case _:
            text = f"{type(error).__name__}: {error}"
    return _OBJECT.sub(r"\1", text).rstrip(".")


_OBJECT = re.compile(r"'(?:\w+\.)*(\w+) object'")


def _hint(error: Exception) -> str:
    match error:
        case SecurityError():
            return "use what the document holds, and page.text, page.prose and page.kind"
        case TemplateNotFound():
            return "name a template by its path in the theme's folder, or default/ and that path"
        case UndefinedError():
            return "write a name that a document has; docs of reportkit.assemble.document list them"
        case _:
            return "compare the template with the one of the same name in the default theme"
