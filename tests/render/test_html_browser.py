"""The web page in a real browser: accessibility, layout on a phone, what it fetches."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from long_document import small_document
from sample_document import sample_document

from reportkit.render.html import render_html
from reportkit.render.theme import load_theme
from web_pages import violations, width_of

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser


@pytest.fixture
def address(tmp_path: Path) -> str:
    path = tmp_path / "page.html"
    path.write_text(page(), encoding="utf-8")
    return path.as_uri()


@cache
def page() -> str:
    return render_html(sample_document(), load_theme())


@pytest.mark.parametrize("width", [390, 1360])
def test_axe_finds_nothing(browser: Any, address: str, width: int) -> None:
    view = browser.new_page(viewport={"width": width, "height": 900})
    assert_axe_finds_nothing(view, address)


def test_axe_finds_nothing_on_a_whole_publication(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "57511.html"
    path.write_text(render_html(small_document(), load_theme()), encoding="utf-8")
    assert_axe_finds_nothing(browser.new_page(), path.as_uri())


def assert_axe_finds_nothing(view: Any, address: str) -> None:
    view.goto(address)
    assert violations(view) == []


def test_only_the_file_itself_is_fetched_and_the_page_reports_no_fault(
    browser: Any, address: str
) -> None:
    view = browser.new_page()
    fetched: list[str] = []
    said: list[str] = []
    view.on("request", lambda request: fetched.append(request.url))
    view.on("console", lambda message: said.append(message.text))
    view.goto(address)
    assert [url for url in fetched if not url.startswith("data:")] == [address]
    assert said == []
    assert view.evaluate("document.fonts.check('16px \"Report Serif\"')")


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1360])
def test_nothing_but_tables_scrolls_sideways(browser: Any, address: str, width: int) -> None:
    view = browser.new_page(viewport={"width": width, "height": 800})
    view.goto(address)
    assert width_of(view) <= width


def test_the_page_reads_the_same_without_its_script(browser: Any, address: str) -> None:
    quiet = browser.new_context(java_script_enabled=False).new_page()
    lively = browser.new_page()
    for view in (quiet, lively):
        view.goto(address)
    assert quiet.locator("main").inner_text() == lively.locator("main").inner_text()


def test_a_switch_shows_every_figure_with_its_ground_and_counts_those_without(
    browser: Any, tmp_path: Path
) -> None:
    path = tmp_path / "57511.html"
    path.write_text(render_html(small_document(), load_theme()), encoding="utf-8")
    view = browser.new_page()
    view.goto(path.as_uri())
    view.locator(".origins summary").click()
    switch = view.get_by_role("button", name="Show all figures with what they stand on")
    switch.click()
    assert switch.get_attribute("aria-pressed") == "true"
    with_ground = view.locator(".asked:not(.groundless)").count()
    without = view.locator(".groundless").count()
    said = f"{with_ground} figures with a ground, {without} without one"
    assert (view.locator(".origins output").inner_text(), with_ground > 0) == (said, True)
    assert view.locator(".asked:not([tabindex])").count() == 0
    figure = view.locator(".traced").first
    figure.focus()
    told = figure.evaluate("element => getComputedStyle(element, '::after').content")
    assert figure.get_attribute("data-field") in told
    switch.click()
    assert view.locator(".asked[tabindex]").count() == 0


def test_a_table_is_a_stop_of_the_keyboard_only_where_it_scrolls(
    browser: Any, address: str
) -> None:
    view = browser.new_page(viewport={"width": 1360, "height": 800})
    view.goto(address)
    for width in (1360, 600):
        view.set_viewport_size({"width": width, "height": 800})
        view.wait_for_function(
            """() => [...document.querySelectorAll(".scroll[role=region]")].every(table =>
            (table.scrollWidth > table.clientWidth) === table.hasAttribute("tabindex"))"""
        )
    assert view.locator(".scroll[tabindex]").count() > 0


def test_the_first_key_press_reaches_the_skip_link_and_then_the_report(
    browser: Any, address: str
) -> None:
    view = browser.new_page()
    view.goto(address)
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.className") == "skip"
    view.keyboard.press("Enter")
    assert view.evaluate("document.activeElement.id") == "content"


def test_a_link_into_the_page_stops_below_the_banner(browser: Any, address: str) -> None:
    view = browser.new_page(viewport={"width": 390, "height": 800})
    view.goto(f"{address}#gap-rates")
    banner = view.locator(".banner").bounding_box()
    target = view.locator("#gap-rates").bounding_box()
    assert target["y"] >= banner["y"] + banner["height"]


@pytest.mark.parametrize("width", [320, 1360])
def test_words_of_a_chart_stay_within_it_apart_from_each_other_and_large_enough(
    browser: Any, address: str, width: int
) -> None:
    view = browser.new_page(viewport={"width": width, "height": 800})
    view.goto(address)
    found = view.evaluate(
        """() => [...document.querySelectorAll(".chart svg")].map(svg => {
        const box = element => element.getBoundingClientRect();
        const around = box(svg), texts = [...svg.querySelectorAll("text")];
        return {
          texts: texts.length,
          outside: texts.filter(text => box(text).left < around.left - 1
            || box(text).right > around.right + 1 || box(text).top < around.top - 1
            || box(text).bottom > around.bottom + 1).map(text => text.textContent),
          touching: texts.flatMap((one, at) => texts.slice(at + 1).filter(other =>
            box(one).left < box(other).right && box(other).left < box(one).right
            && box(one).top + 2 < box(other).bottom && box(other).top + 2 < box(one).bottom
          ).map(other => `${one.textContent} | ${other.textContent}`)),
          font: getComputedStyle(texts[0]).fontFamily.split(",")[0],
          height: Math.min(...texts.map(text => box(text).height)),
        };
      })"""
    )
    assert len(found) == 1
    for chart in found:
        assert chart["texts"] > 5
        assert (chart["outside"], chart["touching"]) == ([], [])
        assert chart["font"] == '"Report Sans"'
        assert chart["height"] > 9
