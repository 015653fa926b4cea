"""Set a Document as the finished HTML and PDF of a publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from reportkit.assemble.document import Document
from reportkit.assemble.language import translations
from reportkit.render.figures import figures_file
from reportkit.render.html import printable_html, render_html
from reportkit.render.page import Length
from reportkit.render.pdf import Attachment, Description, PrintablePage, TooLong, write_pdf
from reportkit.render.theme import Theme


@dataclass(frozen=True, slots=True)
class Rendition:
    """The artefacts of one publication, in memory."""

    code: str
    html: str
    pdf: bytes | None
    """None where no PDF is wanted."""


def web_page(document: Document, theme: Theme) -> str:
    """A document as a web page; the same for the same arguments. Raises ThemeError."""
    return render_html(document, theme, translations(document.identity.language))


def paper(
    document: Document, theme: Theme, created: datetime, attachments: tuple[Attachment, ...]
) -> bytes:
    """A document as a PDF; the same bytes for the same arguments.

    It has a list of contents if it has more than `MOST_PAGES` without one. Raises RenderFault or
    ThemeError with what could not be set.
    """
    identity = document.identity
    words = translations(identity.language)

    description = Description(
        identity.report_id, identity.language, identity.version, identity.status, identity.rights
    )

    def printed(length: Length, most_pages: int | None) -> bytes:
        html, resources = printable_html(document, theme, words, length)
        return write_pdf(
            PrintablePage(
                html,
                resources,
                identity.report_id,
                created,
                attachments,
                description,
                partial(figures_file, document),
            ),
            most_pages,
        )

    try:
        return printed("short", MOST_PAGES)
    except TooLong:
        return printed("long", None)


MOST_PAGES: Final = 12
"""So many pages are found through without a list of contents."""
