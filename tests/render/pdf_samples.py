"""Printable pages to test with, set in the fonts of the theme."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from reportkit.render.pdf import Attachment, PrintablePage

FONTS = Path(__file__).parents[2] / "templates" / "fonts"

CSS = """
@font-face { font-family: Body; src: url(theme:SourceSerif4-Regular.ttf) }
@font-face { font-family: Body; font-weight: 600; src: url(theme:SourceSerif4-Semibold.ttf) }
@font-face { font-family: Body; font-style: italic; src: url(theme:SourceSerif4-It.ttf) }
@page { size: A5; margin: 20mm; @top-left { content: string(head) } }
@page { @bottom-right { content: "Page " counter(page) } }
body { font: 10pt Body; orphans: 1; widows: 1 }
h1 { string-set: head content() }
h1, h2, h3, b, strong, th { font-weight: 600 }
ul, ol { list-style-position: inside }
ul { list-style-type: disc }
table { width: 100% }
svg { overflow: visible }
tr { break-inside: avoid }
.note { float: footnote }
.new-page { break-before: page }
.half { height: 50mm }
nav a::after { content: " " target-counter(attr(href), page) }
"""


@cache
def resources() -> dict[str, bytes]:
    """The stylesheet and the fonts of a page."""
    fonts = ("SourceSerif4-Regular", "SourceSerif4-Semibold", "SourceSerif4-It")
    found = {f"{name}.ttf": (FONTS / f"{name}.ttf").read_bytes() for name in fonts}
    return {**found, "print.css": CSS.encode()}


def printable(
    body: str,
    *,
    css: str = "",
    root: str = '<html lang="en">',
    title: str = "<title>A sample</title>",
    attachments: tuple[Attachment, ...] = (),
) -> PrintablePage:
    """A page with that body."""
    return PrintablePage(
        html=f"""<!DOCTYPE html>{root}<head><meta charset="utf-8">{title}
<link rel="stylesheet" href="theme:print.css"><style>{css}</style></head>
<body>{body}</body></html>""",
        resources=resources(),
        identifier="report-57511",
        created=datetime(2026, 3, 1, 8, 30, tzinfo=UTC),
        attachments=attachments,
    )


def rows(count: int) -> str:
    """Table rows with a heading and two cells each."""
    return "".join(
        f'<tr><th scope="row">{number}</th><td>left {number}</td><td>right {number}</td></tr>'
        for number in range(1, count + 1)
    )


def table(name: str, count: int) -> str:
    """A table with a caption, one row of headings and that many rows."""
    return f"""<table><caption>{name}</caption><thead><tr><th>Number</th><th>Left</th>
<th>Right</th></tr></thead><tbody>{rows(count)}</tbody></table>"""


EVERYTHING = f"""
<nav role="doc-toc"><h1>Contents</h1><ol>
<li><a href="#first">First <em>part</em></a><ol><li><a href="#inner">Inner part</a></li></ol></li>
</ol></nav>
<main>
<section id="first"><h1>First part</h1>
<p>Hello <strong>bold</strong> <em lang="fr">bonjour</em> <code>A-1</code><span
class="note">The note is from <a href="https://example.org/x">the example</a>.</span> and
<a href="#inner">the inner part, by a link so long that it goes over two lines</a>.</p>
<ul><li>one<ul><li>inner one</li><li>inner two</li></ul></li><li><p>two</p></li></ul>
<ol><li>first</li><li>second</li></ol>
<dl><dt>Term</dt><dd>Meaning</dd><dt>Second</dt><dt>Third</dt><dd>Shared meaning</dd></dl>
<section id="inner"><h2>Inner part</h2>
<figure><svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50">
<title>One bar of 80 percent</title><rect width="80" height="40" fill="#225588"/>
<text x="5" y="20" font-family="Body" font-size="9" fill="#ffffff">80</text></svg>
<figcaption>Figure 1. A bar</figcaption></figure>
<blockquote lang="de">Guten Tag</blockquote>
<p>Paid by <abbr title="Centers for Medicare and Medicaid Services">CMS</abbr>.</p>
</section>
<section class="new-page"><h2>Tables</h2>
{table("Table 1. Long", 40)}
<div class="new-page">{table("Table 2. After it", 3)}</div>
<p>{"A paragraph that goes on and on. " * 150}</p>
<ul><li>{"An item that goes on and on. " * 100}</li><li>A short item</li></ul>
</section></section>
</main>
"""
