"""Print a page: lay it out and paint it with WeasyPrint, and put our own tags on it.

WeasyPrint's own structure tree starts anew on every page, so it is not used (see `tree`).
Nothing but the page and its resources is read: no file, no network, no system font, no clock.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final

from reportkit.render.pdf.faults import Listener, RenderFault, faults_of
from reportkit.render.pdf.seam.files import Attachment, label_files
from reportkit.render.pdf.seam.fonts import date_fonts
from reportkit.render.pdf.seam.layout import ENGINE_LOGGER, Layout, lay_out
from reportkit.render.pdf.seam.painting import Imprint, Painting, paint
from reportkit.render.pdf.seam.streams import end_streams_apart, settle_marks, space_glyphs
from reportkit.render.pdf.seam.tags import unlink, write_tags
from reportkit.render.pdf.settle import settle_tree
from reportkit.render.pdf.tree import grow_tree
from reportkit.render.pdf.xmp import Description, claim_pdf_ua, describe


def write_pdf(page: PrintablePage, most_pages: int | None = None) -> bytes:
    """Print a page, if it is not longer than `most_pages` of paper.

    Returns:
        The bytes of the PDF; the same for the same page and the same `library_versions`.

    Raises:
        RenderFault: the page has something that cannot be published, such as a link without
            a target, a character no font has, a picture without a text, or a resource that
            is not its own. All reasons found are in it.
        TooLong: it has more pages; it was laid out and not painted.
    """
    faults: list[str] = []
    with Listener(ENGINE_LOGGER) as listener:
        layout = lay_out(page.html, page.resources)
        if most_pages is not None and layout.pages > most_pages:
            raise TooLong
        faults += _faults_before_painting(layout)
        files = _files(page, layout)
        imprint = Imprint(page.identifier, page.created, files, partial(_metadata, page))
        pdf = paint(layout, imprint, lambda painting: faults.extend(_finish(painting, files)))
    faults += layout.refused
    refused = tuple(layout.refused)
    faults += [message for message in listener.messages if not message.endswith(refused)]
    if faults:
        raise RenderFault(tuple(dict.fromkeys(faults)))
    return pdf


class TooLong(Exception):  # noqa: N818 -- says what the page is
    """A page that takes more paper than it was to take."""


@dataclass(frozen=True, slots=True)
class PrintablePage:
    """Everything a PDF is made from."""

    html: str
    """A whole document with a language and a title."""
    resources: Mapping[str, bytes]
    """Name to stylesheet, font or picture, for `theme:<name>` in HTML and CSS."""
    identifier: str
    """Of the report, not of the edition: two editions of one report share it."""
    created: datetime
    """The date of the build, with a time zone; the only clock."""
    attachments: tuple[Attachment, ...] = ()
    description: Description | None = None
    """For the metadata of the file."""
    index: Callable[[Mapping[str, int]], Attachment] | None = None
    """Makes one more file to attach from the pages on which elements start, by their ids."""


def _files(page: PrintablePage, layout: Layout) -> tuple[Attachment, ...]:
    """What is attached, in the order of names, as a PDF's name tree has to have it."""
    index = () if page.index is None else (page.index(layout.pages_of_anchors()),)
    return tuple(sorted((*page.attachments, *index), key=lambda file: file.name.encode()))


def _metadata(page: PrintablePage, rdf: bytes) -> bytes:
    own = claim_pdf_ua(rdf)
    return own if page.description is None else describe(own, page.description)


def _finish(painting: Painting, files: tuple[Attachment, ...]) -> Iterator[str]:
    """Tag what was painted and label what is attached; what is at fault comes out."""
    tree = grow_tree(painting.pages, painting.language)
    yield from faults_of(tree.root)
    unlink(painting.pdf, tree.unlinked)
    glyphs = space_glyphs(painting.fonts)
    for page in painting.pages:
        artifacts, spaces = tree.artifacts[page.number], tree.spaces[page.number]
        if settle_marks(page.stream, artifacts, spaces, glyphs) != len(page.marks):
            yield _OPACITY.format(page.number + 1)
    settle_tree(tree.root)
    write_tags(painting.pdf, tree.root, [len(page.marks) for page in painting.pages])
    label_files(painting.pdf, files)
    date_fonts(painting.pdf)
    end_streams_apart(painting.pdf)


def _faults_before_painting(layout: Layout) -> Iterator[str]:
    if not layout.title.strip():
        yield "page without a title, give it a <title>"
    if not _LANGUAGE.fullmatch(layout.language):
        yield f'lang "{layout.language}" of the page is no language tag, use one like en-US'
    if layout.has_attachments:
        yield "link rel=attachment in the page, attach files through PrintablePage.attachments"
    for kind, target in layout.links():
        if kind == "attachment":
            yield f"{target} is linked as an attachment, use PrintablePage.attachments"
        elif kind == "external" and not target.startswith(_LINKED):
            yield f"link to {target}, use one of {', '.join(_LINKED)} or #"


_OPACITY: Final = "page {} has content drawn with opacity, which has no tag, use a lighter colour"
_LINKED: Final = ("https://", "http://", "mailto:")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
