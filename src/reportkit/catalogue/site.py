"""Turn published pages into the files of a site, one after the other, so that few are held."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reportkit.catalogue.comparisons import comparisons
from reportkit.catalogue.entry import Entry
from reportkit.catalogue.feeds import catalogue_json, feed, figures_csv, robots, site_map
from reportkit.catalogue.lists import lists_of, newest_first
from reportkit.catalogue.page import ASSETS, linked_page, shared_page, shared_styles
from reportkit.catalogue.voice import Voice
from reportkit.model.messages import N_
from reportkit.render.html import fill
from reportkit.render.styles import web_styles
from reportkit.render.theme import Theme

Of = Literal["working", "released"]


@dataclass(frozen=True, slots=True)
class Source:
    """What a publication was published as; each file is read when it is its turn."""

    entry: Entry
    page: Callable[[], bytes]
    pdf: Callable[[], bytes] | None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What a site is made from."""

    of: Of
    publisher: str
    voice: Voice
    """Of lists and search; a publication speaks its own language."""
    sources: Sequence[Source]
    theme: Theme
    searched: bool
    """Whether a search is to be offered."""
    single_files: bool
    """Whether the page that needs nothing else stands beside each page of the site."""


def site_files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """The files of the site by their path in it, each once; raises ThemeError."""
    written: set[str] = set()
    for path, body in _every_file(catalogue):
        if path not in written:
            written.add(path)
            yield path, body


def _every_file(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    entries = [source.entry for source in catalogue.sources]
    yield from _lists(catalogue, entries)
    yield "catalogue.json", catalogue_json(entries, catalogue.of)
    yield "figures.csv", figures_csv(entries)
    yield "feed.xml", feed(entries, catalogue.publisher, catalogue.voice)
    yield "robots.txt", robots(catalogue.of)
    places = site_map(entries)
    if places is not None:
        yield "sitemap.xml", places
    known = {entry.code: entry for entry in entries}
    bar = catalogue.theme.texts["catalogue/bar.css"]
    for source in catalogue.sources:
        yield from _publication(source, known, bar, catalogue.single_files)


def _publication(
    source: Source, known: Mapping[str, Entry], bar: str, has_single: bool
) -> Iterator[tuple[str, bytes]]:
    code, page = source.entry.code, source.page()
    shared = shared_page(page.decode(), "../")
    yield from shared.files.items()
    name, files = shared_styles(bar)
    yield from files.items()
    link = f'<link rel="stylesheet" href="../{name}">\n</head>'
    html = shared.html.replace("</head>", link, 1)
    beside = {"PDF": f"{code}.pdf"} if source.pdf is not None else {}
    if has_single:
        beside[N_("Page in one file")] = f"{code}.html"
        yield f"{code}/{code}.html", page
    yield f"{code}/index.html", linked_page(html, source.entry, known, beside).encode()
    if source.pdf is not None:
        yield f"{code}/{code}.pdf", source.pdf()


def _lists(catalogue: Catalogue, entries: Sequence[Entry]) -> Iterator[tuple[str, bytes]]:
    theme, voice = catalogue.theme, catalogue.voice
    sheet, files = shared_styles(
        "\n".join(
            (
                web_styles(theme),
                theme.texts["catalogue/bar.css"],
                theme.texts["catalogue/catalogue.css"],
            )
        )
    )
    yield from files.items()
    groups, pages = lists_of(entries, catalogue.voice)

    def filled(name: str, up: str, **values: object) -> bytes:
        shown = {
            "publisher": catalogue.publisher,
            "of": catalogue.of,
            "up": up,
            "sheet": sheet,
            "policy": _POLICY,
            "searched": catalogue.searched,
            "voice": voice,
            "language": voice.language,
            **values,
        }
        return fill(f"catalogue/{name}.html", shown, theme, voice.words).encode()

    yield "index.html", filled("index", "", groups=groups, number=len(entries))
    yield "changes.html", filled("changes", "", entries=newest_first(entries))
    for page in pages:
        yield page.path, filled("list", "../", page=page)
    for comparison in comparisons({entry.code: entry for entry in entries}, voice):
        yield comparison.path, filled("comparison", "../", comparison=comparison)
    if catalogue.searched:
        yield f"{ASSETS}/search.js", theme.texts["catalogue/search.js"].encode()


_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; "
    "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self' blob:; "
    "base-uri 'none'; form-action 'none'"
)
"""What the pages with the search may load: files of the site; Pagefind is WebAssembly."""
