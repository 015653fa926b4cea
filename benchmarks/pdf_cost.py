"""What write_pdf costs over WeasyPrint alone, for the same page, as a ratio of one run.

Both use the fonts of the page only, are run in turn, and the fastest run of each counts.

    python benchmarks/pdf_cost.py [runs]
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import weasyprint  # type: ignore[import-untyped]

from reportkit.render import pdf

if TYPE_CHECKING:
    from collections.abc import Callable

FONTS = Path(__file__).parents[1] / "templates" / "fonts"

CSS = """
@font-face { font-family: Body; src: url(theme:SourceSerif4-Regular.ttf) }
@font-face { font-family: Body; font-weight: 600; src: url(theme:SourceSerif4-Semibold.ttf) }
@page { size: A4; margin: 20mm; @bottom-right { content: counter(page) } }
body { font: 10pt Body }
h1, h2, b, th { font-weight: 600 }
ul { list-style: disc inside }
table { width: 100% }
tr { break-inside: avoid }
"""


def main(runs: int) -> None:
    """Print a line for each of two pages."""
    for name, body in (("report", report(8, 12)), ("table of 300 rows", report(1, 300))):
        page = printable(body)
        alone = ours = float("inf")
        for _ in range(runs):
            alone = min(alone, seconds(lambda page=page: plain(page)))
            ours = min(ours, seconds(lambda page=page: pdf.write_pdf(page)))
        sizes = len(pdf.write_pdf(page)) / len(plain(page))
        sys.stdout.write(
            f"{name}: {ours / alone:.2f} times the seconds ({alone:.3f} to {ours:.3f}), "
            f"{sizes:.2f} times the bytes\n"
        )


def plain(page: pdf.PrintablePage) -> bytes:
    """The page as WeasyPrint writes it."""
    html = weasyprint.HTML(string=page.html, url_fetcher=pdf._Fetcher(page.resources))
    written: bytes = html.write_pdf(font_config=pdf._ThemeFonts(), pdf_variant="pdf/a-3a")
    return written


def report(sections: int, rows: int) -> str:
    """The body of a report of that many sections, each with prose, a list and a table."""
    text = "The report says what the data provided carries, and <b>names</b> what it lacks. " * 20
    cells = "".join(
        f'<tr><th scope="row">{n}</th><td>left {n}</td><td>right {n}</td></tr>' for n in range(rows)
    )
    return "".join(
        f"""<section><h1>Section {number}</h1><p>{text}</p><h2>More</h2>
<ul><li>One <a href="https://example.org/">link</a></li><li>Two</li></ul>
<table><caption>Table {number}</caption><thead><tr><th>Number</th><th>Left</th><th>Right</th></tr>
</thead><tbody>{cells}</tbody></table></section>"""
        for number in range(1, sections + 1)
    )


def printable(body: str) -> pdf.PrintablePage:
    """A page of that body."""
    return pdf.PrintablePage(
        html=f'<html lang="en"><title>Cost</title><style>{CSS}</style>{body}',
        resources={path.name: path.read_bytes() for path in FONTS.glob("*.ttf")},
        identifier="cost",
        created=datetime(2026, 1, 1, tzinfo=UTC),
    )


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
