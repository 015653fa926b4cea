"""A browser shows a saved edit where the reader was, and leads from findings to words and back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from served import served
from small_project import copy_project, edit
from web_pages import violations

pytestmark = pytest.mark.browser

SUMMARY, CONTEXT = "sections/57511/summary.yaml", "sections/57511/clinical-context.yaml"
HOLDS = (
    "(words) => document.querySelector('#page').contentDocument.body.textContent.includes(words)"
)
SAYS = "(words) => document.querySelector('#panel').textContent.includes(words)"
SCROLLED = "() => Math.round(document.querySelector('#page').contentWindow.scrollY)"
IN_VIEW = """(words) => [...document.querySelector('#page').contentDocument.querySelectorAll('p')]
  .filter((one) => one.textContent.includes(words)).some((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top > 0 && bottom < 800;
  })"""
TABBABLE = """(part) => [...document.querySelector(part).querySelectorAll(
  "a[href], button, input, select, textarea, summary, [tabindex='0']")].filter((one) =>
  one.tabIndex >= 0 && one.checkVisibility({contentVisibilityAuto: true})).length"""

BUSY = 90_000
"""Milliseconds for a PDF on a machine with other work: half a minute, as usual, is too short."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = copy_project(tmp_path)
    edit(root / CONTEXT, "follow_up: >\n", "follow_up: >\n  What is to be done is TBD.\n")
    return root


@contextmanager
def looking_at(browser: Any, project: Path, **how: Any) -> Iterator[Any]:
    """A browser's view of a served publication, with its marks set."""
    with served(project) as running:
        view = browser.new_page(viewport={"width": 1360, "height": 800}, **how)
        view.goto(running.address)
        view.wait_for_function(HOLDS, arg="Key facts")
        yield view
        view.close()


def test_an_edit_is_seen_where_the_reader_was(browser: Any, project: Path) -> None:
    with looking_at(browser, project) as view:
        view.evaluate("document.querySelector('#page').contentWindow.scrollTo(0, 700)")
        assert view.evaluate(SCROLLED) == 700
        words = "until its cells die"
        for change in ("until all its cells die", "until all of its cells die"):
            edit(project / SUMMARY, words, change)
            view.wait_for_function(HOLDS, arg=change)
            words = change
        assert view.evaluate(SCROLLED) == 700


def test_a_finding_leads_to_the_words_and_the_words_to_the_finding(
    browser: Any, project: Path
) -> None:
    with looking_at(browser, project) as view:
        finding = view.locator("details", has_text="TBD").first
        finding.locator("summary").press("Enter")
        page = view.frame_locator("#page")
        words = page.get_by_text("What is to be done is TBD.")
        view.wait_for_function(IN_VIEW, arg="What is to be done is TBD.")
        assert view.evaluate(SCROLLED) > 300
        finding.locator("summary").press("Enter")
        assert finding.get_attribute("open") is None
        words.click()
        view.wait_for_function("() => document.activeElement.matches('details[open] > summary')")
        assert "TBD" in view.evaluate("document.activeElement.textContent")


def test_what_is_wrong_is_said_and_the_last_good_page_stays(browser: Any, project: Path) -> None:
    with looking_at(browser, project) as view:
        text = (project / SUMMARY).read_text("utf-8")
        (project / SUMMARY).write_text(text.replace("relevance:", "relevance"), "utf-8")
        view.wait_for_function(SAYS, arg="summary.yaml cannot be read")
        assert "The last good page is shown." in view.locator("#standing").inner_text()
        assert view.evaluate(HOLDS, "nothing is cut out")
        (project / SUMMARY).write_text(text.replace("is cut out", "is taken out"), "utf-8")
        view.wait_for_function(HOLDS, arg="nothing is taken out")
        gone = "() => !document.querySelector('#panel').textContent.includes('cannot be read')"
        view.wait_for_function(gone)


@pytest.mark.long
def test_a_saved_section_is_set_on_paper_and_the_whole_on_demand(
    browser: Any, project: Path
) -> None:
    with looking_at(browser, project) as view:
        page, section, whole = view.locator("#views button").all()
        with view.expect_response("**/paper.pdf?*section=summary", timeout=BUSY) as first:
            section.click()
        assert first.value.status == 200
        assert not view.locator("#page").is_visible()
        assert view.locator("#paper").is_visible()
        with view.expect_response("**/paper.pdf?*section=clinical-context", timeout=BUSY) as second:
            edit(project / CONTEXT, "What is to be done is TBD.", "What is to be done is known.")
        assert second.value.headers["content-type"] == "application/pdf"
        with view.expect_response(re.compile(r"/paper\.pdf\?set=\d+$"), timeout=BUSY) as third:
            whole.click()
        assert third.value.status == 200
        page.click()
        assert view.evaluate(HOLDS, "What is to be done is known.")
        assert view.locator("#page").is_visible()


def test_what_is_set_on_paper_stays_while_a_file_cannot_be_read(
    browser: Any, project: Path
) -> None:
    with looking_at(browser, project) as view:
        with view.expect_response("**/paper.pdf?*", timeout=BUSY):
            view.locator("#views button").nth(1).click()
        asked = view.locator("#paper").get_attribute("src")
        edit(project / SUMMARY, "relevance:", "relevance")
        view.wait_for_function(SAYS, arg="summary.yaml cannot be read")
        assert view.locator("#paper").get_attribute("src") == asked


def test_an_opened_finding_stays_open_while_another_is_mended(browser: Any, project: Path) -> None:
    edit(project / SUMMARY, "is denied", "is denied, see XXX,")
    with looking_at(browser, project) as view:
        view.locator("details", has_text="TBD").first.locator("summary").press("Enter")
        edit(project / SUMMARY, "is denied, see XXX,", "is denied")
        view.wait_for_function(
            "() => !document.querySelector('#panel').textContent.includes('XXX')"
        )
        assert view.locator("details[open]").count() == 1
        assert "TBD" in view.evaluate("document.activeElement.textContent")


def test_axe_finds_nothing_and_a_finding_is_one_stop_of_the_tab_key(
    browser: Any, project: Path
) -> None:
    with looking_at(browser, project) as view:
        findings = view.locator("#findings > li").count()
        assert findings > 3
        assert view.evaluate(TABBABLE, "#findings") == findings
        assert violations(view) == []
        view.locator("summary").first.press("Enter")
        assert violations(view) == []
        view.goto(view.url.rpartition("/")[0] + "/")
        assert violations(view) == []
