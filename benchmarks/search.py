"""How soon the search of a site answers in a browser, over a catalogue of any size.

Builds a catalogue without PDFs, makes its site, serves it from this machine as plain files, and
searches it in a headless Chromium: for a code, a modifier, a payer, a word and a title, each in a
page that has just been opened. Prints the milliseconds from the last key to the list of what was
found, the largest page, and what the site takes on the disk.

    python benchmarks/search.py [publications]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page, sync_playwright

from catalogue import make_catalogue

ASKED = (
    ("code", "20001"),
    ("modifier", "59"),
    ("payer", "Aetna"),
    ("word", "probe"),
    ("title", "Freezing of the cervix"),
)
TIMES = 5
CHROMIUM: dict[str, Any] = {
    "executable_path": "/usr/bin/chromium",
    "args": ["--no-sandbox", "--disable-gpu"],
}
ASK = """
words => new Promise(done => {
  const found = document.getElementById("search-found");
  const field = document.getElementById("search-words");
  const start = performance.now();
  new MutationObserver(() => found.childElementCount && done(performance.now() - start))
    .observe(found, {childList: true});
  field.value = words;
  field.dispatchEvent(new Event("input"));
})
"""


class Quiet(SimpleHTTPRequestHandler):
    """A plain file server that says nothing."""

    def log_message(self, *_: object) -> None:
        return


class Server(ThreadingHTTPServer):
    """A server that a browser may leave at any moment."""

    def handle_error(self, *_: object) -> None:
        return


def main(publications: int) -> None:
    """Print a line for each thing that is searched for, and the size of the site."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = str(Path(name) / "state")
        folder = make_catalogue(Path(name) / "project", publications)
        for command in (("build", "--pdf", "none"), ("site",)):
            subprocess.run(
                [sys.executable, "-c", "from reportkit.cli import main; main()", *command],
                cwd=folder,
                capture_output=True,
                check=True,
            )
        site = folder / "build/site"
        print(f"{publications} reports")
        measure(site)
        pages = [page.stat().st_size for page in site.rglob("*.html")]
        whole = sum(file.stat().st_size for file in site.rglob("*") if file.is_file())
        print(
            f"{len(pages)} pages, the largest of {max(pages) / 1000:.0f} kB; the site has "
            f"{whole / 1e6:.1f} MB, {whole / publications / 1000:.0f} kB a report"
        )


def measure(site: Path) -> None:
    """Serve a site, and search it."""
    server = Server(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**CHROMIUM)
        for kind, words in ASKED:
            took = sorted(ask(browser.new_page(), server.server_port, words) for _ in range(TIMES))
            print(f"{kind:10}{words:26}median {median(took):5.0f} ms, most {took[-1]:5.0f} ms")
        browser.close()
    server.shutdown()


def ask(page: Page, port: int, words: str) -> float:
    """Milliseconds until something is listed."""
    page.goto(f"http://127.0.0.1:{port}/index.html")
    page.wait_for_selector("#search:not([hidden])")
    took: float = page.evaluate(ASK, words)
    page.close()
    return took


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
