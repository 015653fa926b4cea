"""The review page: every finding, filters by keyboard, nothing that axe objects to."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from shipped import copy_project, edit, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with an error, a related place, waived findings and gaps."""
    project = copy_project(tmp_path_factory.mktemp("project"))
    edit(project / "sections/57511/coding-specifications.yaml", 'code: "22"', 'code: "25"')
    outcome = run(project, "review")
    assert outcome.returncode == 0, outcome.stderr
    return project


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api")
    with api.sync_playwright() as driver:
        opened = driver.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


def address(folder: Path, name: str) -> str:
    return (folder / "build/review" / name).as_uri()


def test_the_page_counts_what_the_json_counts(folder: Path) -> None:
    data = json.loads(run(folder, "check", "--format", "json").stdout)
    html = (folder / "build/review/57511.html").read_text("utf-8")
    assert html.count('class="finding ') == len(data["findings"])
    assert html.count('data-state="waived"') == sum(bool(f["waived"]) for f in data["findings"])
    assert f"{len(data['gaps'])} entries of the ledger" in html
    assert data["publications"][0]["verdict"] in html


def test_the_ledger_has_as_many_entries_as_the_publication_has_marks(tmp_path: Path) -> None:
    project = copy_project(tmp_path)
    assert run(project, "build").returncode == 0
    page = (project / "build/57511/57511.html").read_text("utf-8")
    marks = re.findall(r'id="gap-[a-z-]+(?<!-label)"', page)
    review = (project / "build/review/57511.html").read_text("utf-8")
    assert f"{len(marks)} entries of the ledger" in review


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["57511.html", "index.html"])
def test_axe_finds_nothing(browser: Any, folder: Path, name: str, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    view = browser.new_page(color_scheme=scheme)
    view.goto(address(folder, name))
    options = {"runOnly": {"type": "tag", "values": RULES}}
    result = axe.Axe().run(view, options=options).response
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in result["violations"]] == []


@pytest.mark.browser
def test_a_filter_is_worked_by_keyboard_and_says_how_many_are_shown(
    browser: Any, folder: Path
) -> None:
    view = browser.new_page()
    view.goto(address(folder, "57511.html"))
    everything = view.locator(".finding:visible").count()
    view.locator("select[data-filter=state]").focus()
    view.keyboard.type("waived")
    view.keyboard.press("Tab")
    shown = view.locator(".finding:visible").count()
    assert 0 < shown < everything
    assert view.locator("[role=status]").inner_text() == f"{shown} of {everything} findings shown"


@pytest.mark.browser
def test_without_its_script_the_page_shows_every_finding(browser: Any, folder: Path) -> None:
    view = browser.new_context(java_script_enabled=False).new_page()
    view.goto(address(folder, "57511.html"))
    html = (folder / "build/review/57511.html").read_text("utf-8")
    assert view.locator(".finding:visible").count() == html.count('class="finding ')
