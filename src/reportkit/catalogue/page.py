"""Turn a page that stands alone into one of a site: styles and fonts once, links to the others.

What makes a page prove its sources is left out, as the page is no longer the file that was
published; the PDF beside it carries it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from reportkit.catalogue.comparisons import compared, path_of
from reportkit.catalogue.entry import Entry
from reportkit.catalogue.voice import Voice

ASSETS: Final = "assets"
"""The folder of styles, fonts and scripts, from the folder of the site."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A page without what others have too, and the files of that by their path in the site."""

    html: str
    files: Mapping[str, bytes]


def shared_page(html: str, up: str) -> Shared:
    """A page with its stylesheet and fonts beside it; `up` leads from it to the site's folder."""
    sheet = _SHEET.search(html)
    if sheet is None:
        return Shared(html, {})
    name, files = shared_styles(sheet[1])
    link = f'<link rel="stylesheet" href="{up}{name}">'
    html = _policy_for_files(f"{html[: sheet.start()]}{link}{html[sheet.end() :]}")
    return Shared(_EVIDENCE.sub("", html), files)


def shared_styles(styles: str) -> tuple[str, Mapping[str, bytes]]:
    """The path in the site of a stylesheet, and its file and those of the fonts within it."""
    files: dict[str, bytes] = {}

    def beside(font: re.Match[str]) -> str:
        body = base64.b64decode(font["body"])
        name = f"{_hash(body)}.{font['kind']}"
        files[f"{ASSETS}/{name}"] = body
        return f"url({name})"

    sheet = _FONT.sub(beside, styles).encode()
    path = f"{ASSETS}/{_hash(sheet)}.css"
    return path, {**files, path: sheet}


def linked_page(
    html: str, entry: Entry, known: Mapping[str, Entry], beside: Mapping[str, str]
) -> str:
    """A page with links to the catalogue, to the files beside it, and to others that it names.

    `beside` are the names of files in the folder of the page, each by what it is called there.
    """
    voice = Voice(entry.language)
    html = _CODE.sub(lambda code: _linked(code, entry.code, known), html)
    bar = Markup('<nav class="site" aria-label="{}"><a href="../index.html">{}</a>{}</nav>').format(
        voice.say("Catalogue"),
        voice.say("All publications"),
        Markup("").join(
            Markup(' <a href="{}">{}</a>').format(name, voice.say(words))
            for words, name in beside.items()
        ),
    )
    html = _BODY.sub(lambda body: f"{body[0]}\n{bar}", html, count=1)
    html = html.replace("<main ", "<main data-pagefind-body ", 1)
    head = Markup("").join(_filters(entry))
    html = html.replace("</head>", f"{head}</head>", 1)
    return html.replace("</main>", f"{_others(entry, known, voice)}</main>", 1)


def _filters(entry: Entry) -> list[Markup]:
    """What a search can be narrowed by."""
    named = (
        ("service", entry.service_type),
        ("status", entry.status),
        *(("payer", name) for name in entry.payers),
        *(("state", name) for name in entry.states),
    )
    tag = Markup('<meta data-pagefind-filter="{}[content]" content="{}">\n')
    return [tag.format(kind, value) for kind, value in named if value]


def _others(entry: Entry, known: Mapping[str, Entry], voice: Voice) -> Markup:
    """A list of the publications of related codes that there are, and how they compare."""
    link = Markup('<li><a href="../{0}/index.html">{0}</a> ({1}){2}</li>')
    beside = Markup(', <a href="../{}">{}</a>')
    with_page = set(compared(entry, known))
    others = [other for other in entry.related if other[0] in known and other[0] != entry.code]
    links = [
        link.format(
            code,
            voice.label(relation),
            beside.format(path_of(entry.code, code), voice.say("side by side"))
            if code in with_page
            else "",
        )
        for code, relation in others
    ]
    if not links:
        return Markup()
    return Markup(
        '<section class="site" aria-labelledby="site-related"><h2 id="site-related">{}</h2>'
        "<ul>{}</ul></section>"
    ).format(voice.say("Publications of related codes"), Markup("").join(links))


def _linked(code: re.Match[str], own: str, known: Collection[str]) -> str:
    named = code["code"]
    if named == own or named not in known:
        return code[0]
    return f'{code["open"]}<a href="../{escape(named)}/index.html">{named}</a></span>'


def _policy_for_files(html: str) -> str:
    """The page with a content policy under which it loads the files of its own site."""
    own = "&#39;self&#39;"
    html = html.replace("style-src ", f"style-src {own} ", 1)
    return html.replace("font-src data:", f"font-src {own}", 1)


def _hash(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:16]


_SHEET = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_FONT = re.compile(r"url\(data:font/(?P<kind>woff2|ttf|otf);base64,(?P<body>[A-Za-z0-9+/=]+)\)")
_EVIDENCE = re.compile(
    r'<script type="application/json" id="reportkit-evidence">.*?</script>\n?', re.DOTALL
)
_CODE = re.compile(r'(?P<open><span class="code">)(?P<code>[0-9A-Z]{5})</span>')
_BODY = re.compile(r'<body[^>]*>(\s*<a class="skip"[^>]*>[^<]*</a>)?')
"""The start of the page, with the link that skips what is above the content."""
