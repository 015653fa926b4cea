"""How long it takes from a saved edit to the page that a browser shows, in milliseconds.

Ten edits in a row of the summary of the shipped report, in headless Chromium, with the findings
checked after each; ten more in the view on paper, until the browser is handed the PDF of the
section; then three that are asked for as a PDF of the whole. Prints the median and the longest of
each. Usage: python benchmarks/preview.py [edits]
"""

from __future__ import annotations

import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SERVE = [sys.executable, "-c", "from reportkit.cli import main; main()", "serve", "57511"]
SUMMARY = "sections/57511/summary.yaml"
MADE = re.compile(r"  (?:Edit|Print) number ")
PAGE = "(words) => document.querySelector('#page').contentDocument.body.textContent.includes(words)"
PANEL = "(words) => document.querySelector('#findings').textContent.includes(words)"


def main() -> None:
    """Measure in a copy of the project."""
    edits = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("report", "sections"):
            shutil.copytree(ROOT / part, folder / part)
        with served(folder) as address, sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox"]
            )
            view = browser.new_page()
            view.goto(address)
            view.wait_for_function(PAGE, arg="Key facts")
            times = [seen(view, folder / SUMMARY, number) for number in range(edits)]
            with view.expect_response("**/paper.pdf?*"):
                view.click("#views [data-view=section]")
            sections = [on_paper(view, folder / SUMMARY, number) for number in range(edits)]
            browser.close()
            wholes = [printed(address, folder / SUMMARY, number) for number in range(3)]
    columns = (*zip(*times, strict=True), sections, wholes)
    for what, column in zip(("page", "findings", "section", "whole PDF"), columns, strict=True):
        print(f"{what:9} median {statistics.median(column):5.0f} ms, longest {max(column):5.0f} ms")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A server of the project in a folder; its address."""
    with subprocess.Popen(SERVE, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield str(process.stdout and process.stdout.readline()).split()[1]
        finally:
            process.terminate()


def on_paper(view: Any, path: Path, number: int) -> float:
    """Milliseconds from a save until the browser has the PDF of its section, unasked."""
    with view.expect_response("**/paper.pdf?*section=summary"):
        start = saved(path, f"Print number {number}.")
    return (time.perf_counter() - start) * 1000


def printed(address: str, path: Path, number: int) -> float:
    """Milliseconds from a save until the PDF of the whole is there."""
    start = saved(path, f"Edit number {number}, printed.")
    with urlopen(urljoin(address, "/57511/paper.pdf")) as answer:  # noqa: S310 -- started here
        answer.read()
    return (time.perf_counter() - start) * 1000


def seen(view: Any, path: Path, number: int) -> tuple[float, float]:
    """Milliseconds from a save until the page shows it, and until the panel shows what it broke."""
    words = f"Edit number {number} is seen, see TBD."
    start = saved(path, words)
    view.wait_for_function(PAGE, arg=words, polling="raf")
    shown = time.perf_counter()
    view.wait_for_function(PANEL, arg=words, polling="raf")
    return (shown - start) * 1000, (time.perf_counter() - start) * 1000


def saved(path: Path, words: str) -> float:
    """Write words in place of those of the last edit; the time just before."""
    text = path.read_text("utf-8")
    lines = [line for line in text.splitlines() if not MADE.match(line)]
    key = next(index for index, line in enumerate(lines) if line.startswith("importance:"))
    lines.insert(key + 1, f"  {words}")
    start = time.perf_counter()
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return start


if __name__ == "__main__":
    main()
