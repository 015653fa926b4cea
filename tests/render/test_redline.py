"""The redline page: what changed, readable without colours and without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reportkit.check.example import read_example, specimen
from reportkit.compare.comparison import compare
from reportkit.render.redline import render_redline
from reportkit.render.theme import load_theme
from web_pages import open_browser, violations

if TYPE_CHECKING:
    from pathlib import Path

CHANGE = "# summary\nimportance: A claim with the <b>wrong</b> code is refused or paid wrongly.\n"


def page() -> str:
    return render_redline([compare(specimen({}), specimen(read_example(CHANGE)))], load_theme())


def test_removed_and_added_words_are_marked_as_such() -> None:
    html = page()
    assert '<del><span class="unseen">removed: </span>comes</del>' in html
    assert '<ins><span class="unseen">added: </span>refused or paid wrongly</ins>' in html


def test_markup_in_a_text_stays_text() -> None:
    assert "<b>" not in page()


@pytest.mark.browser
def test_axe_finds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "redline.html"
    path.write_text(page(), "utf-8")
    with open_browser() as browser:
        view = browser.new_page()
        view.goto(path.as_uri())
        assert violations(view) == []
