"""Open pages in a real browser, and ask axe what it objects to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]


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
    """What axe objects to on the page that is open: the rule, and the first place.

    All is asked of the light colours, and of the dark ones what depends on colours.
    """
    view.emulate_media(color_scheme="light")
    light = _objections(view, {"type": "tag", "values": RULES}, 15)
    view.emulate_media(color_scheme="dark")
    dark = _objections(view, {"type": "rule", "values": COLOURS}, 0)
    view.emulate_media(color_scheme=None)
    return light + dark


def _objections(view: Any, rules: dict[str, Any], more_than: int) -> list[tuple[str, str]]:
    """What rules object to, of which more than a number find what they look for."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    # All places that are right are told unless it is asked for those alone that are not.
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    result = axe.Axe().run(view, options=options).response
    assert len(result["passes"]) > more_than
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in result["violations"]]


def width_of(view: Any) -> int:
    """How far the page reaches to the right, in pixels."""
    return int(view.evaluate("document.documentElement.scrollWidth"))
