"""Lay a page out with WeasyPrint, and keep it from reading anything but the page's own files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import weasyprint  # type: ignore[import-untyped]
from weasyprint.logger import LOGGER  # type: ignore[import-untyped]
from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]

from reportkit.model.media_types import media_type
from reportkit.render.pdf.seam.fonts import ThemeFonts

ENGINE_LOGGER: Final = LOGGER
"""Where WeasyPrint says what it left out; it raises nothing for most faults of a page."""

VARIANT: Final = "pdf/a-3a"
"""The one variant WeasyPrint is asked for; the claim to PDF/UA-1 is added to its metadata."""


def lay_out(html: str, resources: Mapping[str, bytes]) -> Layout:
    """Lay out a whole HTML document that reaches its resources as `theme:<name>`."""
    fetcher = _Fetcher(resources)
    page = weasyprint.HTML(string=html, base_url="theme:", url_fetcher=fetcher)
    document = page.render(font_config=ThemeFonts(), pdf_variant=VARIANT)
    return Layout(document, fetcher.refused)


@dataclass(frozen=True, slots=True)
class Layout:
    """A document that is laid out and not painted yet."""

    document: Any
    """WeasyPrint's Document."""
    refused: list[str]
    """Addresses that are no part of the page; it may grow until the page is painted."""

    @property
    def pages(self) -> int:
        """How many pages of paper it takes."""
        return len(self.document.pages)

    @property
    def title(self) -> str:
        """The title of the page; empty if it has none."""
        return self.document.metadata.title or ""

    @property
    def language(self) -> str:
        """The language tag of the page; empty if it has none."""
        return self.document.metadata.lang or ""

    @property
    def has_attachments(self) -> bool:
        """Whether the page itself asks for files to be attached."""
        return bool(self.document.metadata.attachments)

    def pages_of_anchors(self) -> dict[str, int]:
        """The id of each element to the page it starts on, counted from 1."""
        first_pages: dict[str, int] = {}
        for number, page in enumerate(self.document.pages, start=1):
            for anchor in page.anchors:
                first_pages.setdefault(anchor, number)
        return first_pages

    def links(self) -> Iterator[tuple[str, str]]:
        """Kind (external, internal, attachment) and target of each link, in reading order."""
        for page in self.document.pages:
            for kind, target, *_ in page.links:
                yield kind, target


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
