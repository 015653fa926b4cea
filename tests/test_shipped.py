"""The report that is shipped passes its own checks; only these tests read it."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html as parser  # type: ignore[import-untyped]

from parity import read_html, read_pdf
from pdf_checks import complaints
from pdf_layout import layout_faults
from reportkit.assemble.assemble import assemble
from reportkit.assemble.document import Successor
from reportkit.assemble.language import translations
from reportkit.render.html import render_html
from reportkit.render.theme import load_theme
from reportkit.workspace.workspace import read_workspace
from small_project import ROOT, run

READERS = ROOT / "docs" / "readers.md"
MOST_STOPS = 60
"""So many stops of the keyboard a page may have."""
RELEASE_DAY = {"SOURCE_DATE_EPOCH": "1795392000"}  # 2026-11-23
"""The day of the edition, so that a waiver that ends later fails no test."""


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped project, built."""
    folder = tmp_path_factory.mktemp("shipped")
    for part in ("report", "sections"):
        shutil.copytree(ROOT / part, folder / part)
    outcome = run(folder, "build", **RELEASE_DAY)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return folder


def test_it_is_ready_to_publish(shipped: Path) -> None:
    outcome = run(shipped, "check", "--fail-on", "warning", **RELEASE_DAY)
    assert outcome.returncode == 0, outcome.stdout
    assert "57511 ready to publish: yes. 0 errors, 0 warnings" in outcome.stdout


def test_page_and_pdf_say_the_same(shipped: Path) -> None:
    page = read_html((shipped / "build/57511/57511.html").read_text("utf-8"))
    assert read_pdf((shipped / "build/57511/57511.pdf").read_bytes()) == page


@pytest.mark.browser
def test_few_stops_of_the_keyboard_and_all_key_facts_at_once(browser: Any, shipped: Path) -> None:
    view = browser.new_page(viewport={"width": 1280, "height": 900})
    view.goto((shipped / "build/57511/57511.html").as_uri())
    assert 40 < stops(view) <= MOST_STOPS
    for width, height in ((390, 844), (1280, 900)):
        view.set_viewport_size({"width": width, "height": height})
        view.evaluate("scrollTo(0, 0)")
        facts = view.locator("#key-lines").bounding_box()
        assert facts["y"] + facts["height"] <= height


@pytest.mark.browser
def test_the_stops_stay_few_where_the_publisher_and_a_successor_are_linked(
    browser: Any, shipped: Path, tmp_path: Path
) -> None:
    (publication,) = read_workspace(shipped, ["57511"]).publications
    document = assemble(publication, translations("en"))
    identity = replace(
        document.identity,
        banner="Superseded.",
        publisher_url="https://example.org/",
        successor=Successor("Version 2.0", "https://example.org/2"),
    )
    path = tmp_path / "57511.html"
    path.write_text(render_html(replace(document, identity=identity), load_theme()), "utf-8")
    view = browser.new_page(viewport={"width": 1280, "height": 900})
    view.goto(path.as_uri())
    assert view.locator("a[href^='https://example.org/']").count() == 2
    assert stops(view) <= MOST_STOPS


def stops(view: Any) -> int:
    """How often the Tab key stops on the page that is open."""
    for count in range(MOST_STOPS + 1):
        view.keyboard.press("Tab")
        if view.evaluate("document.activeElement === document.body"):
            return count
    return MOST_STOPS + 1


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_pdf_conforms_and_is_well_set(shipped: Path, paper: str) -> None:
    settings = shipped / "report/project.yaml"
    text = settings.read_text("utf-8")
    assert "paper: letter\n" in text
    settings.write_text(text.replace("paper: letter", f"paper: {paper}"), "utf-8")
    try:
        assert run(shipped, "build", **RELEASE_DAY).returncode == 0
        pdf = (shipped / "build/57511/57511.pdf").read_bytes()
    finally:
        settings.write_text(text, "utf-8")
    assert (complaints(pdf), layout_faults(pdf)) == ([], [])


def test_a_readers_question_is_answered_on_the_first_page_or_one_step_from_it(
    shipped: Path,
) -> None:
    page = parser.parse(shipped / "build/57511/57511.html").getroot()
    (facts,) = page.find_class("opening")
    leads = {link.get("href") for link in facts.iter("a")}
    rows = re.findall(r"^\| .*\? \| (.+) \| (.+) \|$", READERS.read_text("utf-8"), re.MULTILINE)
    assert len(rows) >= 12
    for answer, where in rows:
        if where != "page 1":
            assert f"#{where.strip('[]')}" in leads
        part = facts if where == "page 1" else page.get_element_by_id(where.strip("[]"))
        assert answer in " ".join(part.text_content().split())
