"""Open pages in a real browser, and ask axe what it objects to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def open_browser() -> Iterator[Any]:
    """A headless Chromium, as the system has it."""
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def violations(view: Any) -> list[tuple[str, str]]:
    """What axe objects to on the page that is open: the rule, and the first place."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    options = {"runOnly": {"type": "tag", "values": RULES}}
    result = axe.Axe().run(view, options=options).response
    assert len(result["passes"]) > 15
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in result["violations"]]


def width_of(view: Any) -> int:
    """How far the page reaches to the right, in pixels."""
    return int(view.evaluate("document.documentElement.scrollWidth"))
