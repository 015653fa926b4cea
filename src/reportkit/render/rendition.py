"""Set a Document as the finished HTML and PDF of a publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reportkit.assemble.document import Document
from reportkit.assemble.language import translations
from reportkit.render.html import printable_html, render_html
from reportkit.render.pdf import Attachment, PrintablePage, write_pdf
from reportkit.render.theme import Theme


@dataclass(frozen=True, slots=True)
class Rendition:
    """The artefacts of one publication, in memory."""

    code: str
    html: str
    pdf: bytes


def web_page(document: Document, theme: Theme) -> str:
    """A document as a web page; the same for the same arguments. Raises ThemeError."""
    return render_html(document, theme, translations(document.identity.language))


def paper(
    document: Document, theme: Theme, created: datetime, attachments: tuple[Attachment, ...]
) -> bytes:
    """A document as a PDF; the same bytes for the same arguments.

    Raises RenderFault or ThemeError with what could not be set.
    """
    identity = document.identity
    page, resources = printable_html(document, theme, translations(identity.language))
    return write_pdf(
        PrintablePage(
            html=page,
            resources=resources,
            identifier=identity.report_id,
            created=created,
            attachments=attachments,
        )
    )
