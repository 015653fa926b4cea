"""Printable page in, PDF bytes out: one file that is both PDF/A-3a and PDF/UA-1.

WeasyPrint lays the page out and paints it; the structure tree is ours (see
`pdf_boxes`), as WeasyPrint's own starts anew on every page. Nothing but the page and its
resources is read: no file, no network, no system font, no clock.
"""

from __future__ import annotations

import os
import platform
import re
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal

import pydyf  # type: ignore[import-untyped]
import weasyprint  # type: ignore[import-untyped]
from weasyprint.logger import LOGGER  # type: ignore[import-untyped]
from weasyprint.text import ffi as native  # type: ignore[import-untyped]
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]
from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]

from reportkit.model.media_types import media_type
from reportkit.render.pdf_boxes import PaintedPage, grow_tree
from reportkit.render.pdf_faults import Listener, RenderFault, faults_of
from reportkit.render.pdf_marks import settle_marks, space_glyphs
from reportkit.render.pdf_tags import unlink, write_tags
from reportkit.render.pdf_xmp import claim_pdf_ua

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["Attachment", "PrintablePage", "RenderFault", "library_versions", "write_pdf"]


def write_pdf(page: PrintablePage) -> bytes:
    """Print a page.

    Returns:
        The bytes of the PDF; the same for the same page and the same `library_versions`.

    Raises:
        RenderFault: the page has something that cannot be published, such as a link without
            a target, a character no font has, a picture without a text, or a resource that
            is not its own. All reasons found are in it.
    """
    fetcher = _Fetcher(page.resources)
    with Listener(LOGGER) as listener, _source_date(page.created):
        html = weasyprint.HTML(string=page.html, base_url="theme:", url_fetcher=fetcher)
        document = html.render(font_config=_ThemeFonts(), pdf_variant=_VARIANT)
        faults = list(_faults_before_painting(document))
        _date(document.metadata, page.created)
        document.pages = [_RecordedPage(laid_out) for laid_out in document.pages]
        finisher = _Finisher(page.attachments)
        pdf: bytes = document.write_pdf(
            finisher=finisher,
            pdf_variant=_VARIANT,
            pdf_identifier=page.identifier.encode(),
            attachments=[_attachment(file, page.created) for file in finisher.attachments],
        )
    faults += [*finisher.faults, *fetcher.refused]
    faults += [said for said in listener.messages if not said.endswith(tuple(fetcher.refused))]
    if faults:
        raise RenderFault(tuple(dict.fromkeys(faults)))
    return pdf


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


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to go inside the PDF."""

    name: str
    data: bytes
    media_type: str
    description: str
    relationship: Literal["Source", "Data", "Alternative", "Supplement", "Unspecified"]
    """What it is to the page (ISO 19005-3, annex E)."""


def library_versions() -> dict[str, str]:
    """The version of everything that can change the bytes of a PDF, by name."""
    pango = native.pango.pango_version()
    fontconfig = native.fontconfig.FcGetVersion()
    return {
        "python": platform.python_version().rpartition(".")[0],
        **{name: version(name) for name in _PACKAGES},
        "pango": f"{pango // 10000}.{pango // 100 % 100}.{pango % 100}",
        "harfbuzz": native.ffi.string(native.harfbuzz.hb_version_string()).decode(),
        "harfbuzz-subset": "present" if native.harfbuzz_subset else "absent",
        "fontconfig": f"{fontconfig // 10000}.{fontconfig // 100 % 100}.{fontconfig % 100}",
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }


class _Fetcher(URLFetcher):  # type: ignore[misc]
    """Hands out `data:` addresses and the resources of one page, and notes what it refuses."""

    def __init__(self, resources: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self.refused: list[str] = []
        self._resources = resources

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Any:
        """The response for an address, or a ValueError, which WeasyPrint logs."""
        if url.startswith("data:"):
            return super().fetch(url, headers)
        scheme, _, name = url.partition(":")
        if scheme == "theme" and name in self._resources:
            content_type = {"Content-Type": media_type(name)}
            return URLFetcherResponse(url, self._resources[name], content_type)
        msg = f"{url[:200]} is not part of the page, use theme: and one of its resources"
        self.refused.append(msg)
        raise ValueError(msg)


class _ThemeFonts(FontConfiguration):  # type: ignore[misc]
    """A font configuration that knows the fonts of the page, and none of the system's.

    A missing character is then the same fault on every machine.
    """

    def __init__(self) -> None:
        # The parent's __init__ loads the system's fonts, so it is not called.
        self._config = native.fontconfig.FcConfigCreate()
        self._map = native.ffi.gc(
            native.pangoft2.pango_ft2_font_map_new(), native.gobject.g_object_unref
        )
        native.pangoft2.pango_fc_font_map_set_config(
            native.ffi.cast("PangoFcFontMap *", self._map), self._config
        )
        native.fontconfig.FcConfigDestroy(self._config)  # the font map keeps its own reference
        self.strut_layouts: dict[Any, Any] = {}
        self.font_features: dict[Any, Any] = {}

    @property
    def font_map(self) -> Any:
        """Pango's font map; Pango would crash the process if it were empty."""
        fonts = native.fontconfig.FcConfigGetFonts(self._config, native.fontconfig.FcSetApplication)
        if fonts == native.ffi.NULL or not fonts.nfont:
            msg = "no font, name one in the stylesheet with @font-face and src: url(theme:…)"
            raise RenderFault((msg,))
        return self._map


class _RecordedPage(weasyprint.Page):  # type: ignore[misc]
    """A laid out page that keeps what is painted, and leaves nothing for WeasyPrint to tag."""

    _page_box: Any

    def __init__(self, page: Any) -> None:
        self.__dict__.update(page.__dict__)

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paint the page, and take the marked content over."""
        super().paint(stream, scale)
        self.stream, self.box = stream, self._page_box
        self.marks = {box: mark["mcid"] for box, mark in stream._tags.items()}
        stream._tags.clear()
        self._page_box = self._page_box.copy_with_children([])


@dataclass(slots=True)
class _Finisher:
    """What is done to a PDF before it is written."""

    attachments: Sequence[Attachment]
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        # A PDF's name tree has to be in order.
        self.attachments = sorted(self.attachments, key=lambda file: file.name.encode())

    def __call__(self, document: Any, pdf: Any) -> None:
        pages = [
            PaintedPage(number, page.box, page.marks, page.height)
            for number, page in enumerate(document.pages)
        ]
        tree = grow_tree(pages, document.metadata.lang or "")
        self.faults += faults_of(tree.root)
        unlink(pdf, tree.unlinked)
        glyphs = space_glyphs(document.fonts.values())
        for number, page in enumerate(document.pages):
            artifacts, spaces = tree.artifacts[number], tree.spaces[number]
            if settle_marks(page.stream, artifacts, spaces, glyphs) != len(page.marks):
                self.faults.append(_OPACITY.format(number + 1))
        write_tags(pdf, tree, [len(page.marks) for page in document.pages])
        _label_attachments(pdf, self.attachments)


def _faults_before_painting(document: Any) -> Iterator[str]:
    metadata = document.metadata
    if not (metadata.title or "").strip():
        yield "page without a title, give it a <title>"
    if not _LANGUAGE.fullmatch(metadata.lang or ""):
        yield f'lang "{metadata.lang or ""}" of the page is no language tag, use one like en-US'
    if metadata.attachments:
        yield "link rel=attachment in the page, attach files through PrintablePage.attachments"
    for page in document.pages:
        for kind, target, *_ in page.links:
            if kind == "attachment":
                yield f"{target} is linked as an attachment, use PrintablePage.attachments"
            elif kind == "external" and not target.startswith(_LINKED):
                yield f"link to {target}, use one of {', '.join(_LINKED)} or #"


def _date(metadata: Any, created: datetime) -> None:
    metadata.created = metadata.modified = f"{created.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    describe = metadata.generate_rdf_metadata
    metadata.generate_rdf_metadata = lambda *claim: claim_pdf_ua(describe(*claim))


def _attachment(file: Attachment, created: datetime) -> Any:
    moment = created.astimezone(UTC).replace(tzinfo=None)
    return weasyprint.Attachment(
        file_obj=BytesIO(file.data),
        name=file.name,
        description=file.description,
        created=moment,
        modified=moment,
        relationship=file.relationship,
    )


def _label_attachments(pdf: Any, files: Sequence[Attachment]) -> None:
    """Say of each file what it is: WeasyPrint guesses types from the system's list."""
    specifications = [
        entry
        for entry in pdf.objects
        if isinstance(entry, pydyf.Dictionary) and entry.get("Type") == "/Filespec"
    ]
    for specification, file in zip(specifications, files, strict=True):
        specification["AFRelationship"] = f"/{file.relationship}"
        stream = pdf.objects[int(specification["EF"]["F"].split()[0])]
        stream.extra["Subtype"] = pydyf.name(file.media_type)
    if files:
        # WeasyPrint names each file twice.
        pdf.catalog["AF"] = pydyf.Array([entry.reference for entry in specifications])
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.compress = False


@contextmanager
def _source_date(moment: datetime) -> Iterator[None]:
    """Keep fontTools, which stamps fonts it saves, from asking for the time."""
    before = os.environ.get(_SOURCE_DATE)
    os.environ[_SOURCE_DATE] = str(int(moment.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SOURCE_DATE]
        else:
            os.environ[_SOURCE_DATE] = before


_VARIANT: Final = "pdf/a-3a"
_OPACITY: Final = "page {} has content drawn with opacity, which has no tag, use a lighter colour"
_SOURCE_DATE: Final = "SOURCE_DATE_EPOCH"
_LINKED: Final = ("https://", "http://", "mailto:")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_PACKAGES: Final = (
    "weasyprint", "pydyf", "fonttools", "tinycss2", "tinyhtml5", "cssselect2", "vl-convert-python",
)  # fmt: skip

# Functions WeasyPrint does not call; declaring one again with the same words is no error.
native.ffi.cdef("""
    FcConfig * FcConfigCreate (void);
    int FcGetVersion (void);
    const char * hb_version_string (void);
""")
