"""Paint a laid out document, and hand over what was painted before the file is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import weasyprint  # type: ignore[import-untyped]

from reportkit.render.pdf.seam.boxes import Box
from reportkit.render.pdf.seam.files import Attachment, as_weasyprint
from reportkit.render.pdf.seam.layout import VARIANT, Layout


def paint(layout: Layout, imprint: Imprint, finish: Callable[[Painting], None]) -> bytes:
    """The bytes of the PDF, after `finish` has changed what was painted.

    Relies on `Document.metadata.generate_rdf_metadata` making the rdf:RDF element of the XMP
    packet, and on `write_pdf(finisher=…)` being called when all is painted and nothing written.
    """
    document = layout.document
    metadata, created = document.metadata, imprint.created.astimezone(UTC)
    metadata.created = metadata.modified = f"{created:%Y-%m-%dT%H:%M:%SZ}"
    describe = metadata.generate_rdf_metadata
    metadata.generate_rdf_metadata = lambda *claim: imprint.describe(describe(*claim))
    document.pages = [_RecordedPage(page) for page in document.pages]
    pdf: bytes = document.write_pdf(
        finisher=lambda painted, pdf: finish(_painting(painted, pdf)),
        pdf_variant=VARIANT,
        pdf_identifier=imprint.identifier.encode(),
        attachments=[as_weasyprint(file, created) for file in imprint.attachments],
    )
    return pdf


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a file says of itself beside its pages."""

    identifier: str
    created: datetime
    """With a time zone."""
    attachments: tuple[Attachment, ...]
    describe: Callable[[bytes], bytes]
    """From the rdf:RDF element that WeasyPrint writes to the one that is kept."""


@dataclass(frozen=True, slots=True)
class PaintedPage:
    """One page after painting; pages count from 0, sizes are in CSS pixels."""

    number: int
    boxes: tuple[Box, ...]
    marks: Mapping[Box, int]
    """Box of text or of a picture to the number of its marked content."""
    height: float
    stream: Any
    """The pydyf stream of what is drawn."""


@dataclass(frozen=True, slots=True)
class Painting:
    """All that was painted, and the file it is about to be written to."""

    pages: tuple[PaintedPage, ...]
    language: str
    fonts: Collection[Any]
    """The fonts that were drawn with, from `Document.fonts`."""
    pdf: Any
    """The pydyf document, with a structure tree that holds nothing but a Document."""


def _painting(document: Any, pdf: Any) -> Painting:
    pages = tuple(page.painted(number) for number, page in enumerate(document.pages))
    return Painting(pages, document.metadata.lang or "", document.fonts.values(), pdf)


class _RecordedPage(weasyprint.Page):  # type: ignore[misc]
    """A laid out page that keeps what is painted, and leaves nothing for WeasyPrint to tag.

    Relies on `Page.__dict__` being all of a page, on `Page._page_box` being what `paint` draws
    and what the tags are made from afterwards, and on `Stream._tags` mapping each box that was
    drawn to a dictionary with its `mcid`.
    """

    _page_box: Any

    def __init__(self, page: Any) -> None:
        self.__dict__.update(page.__dict__)

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paint the page, and take the marked content over."""
        super().paint(stream, scale)
        self._boxes = tuple(Box(self._page_box).children)
        self._marks = {Box(box): mark["mcid"] for box, mark in stream._tags.items()}
        self._stream = stream
        stream._tags.clear()
        self._page_box = self._page_box.copy_with_children([])

    def painted(self, number: int) -> PaintedPage:
        """What was painted, as the page of that number, counted from 0."""
        return PaintedPage(number, self._boxes, self._marks, self.height, self._stream)
