"""The web page as a browser prints it: what heads something stays with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pytest
from long_document import small_document

from reportkit.render.html import render_html
from reportkit.render.theme import load_theme

SHIFTS = (224, 392, 840)
"""Pixels by which the text is moved down: each once left a head or a label behind."""
MARGINS = (50, 60)
"""Points at the side, and above and below, in which running heads and feet stand."""


@pytest.mark.browser
@pytest.mark.parametrize("shift", SHIFTS)
def test_no_page_ends_with_the_head_of_a_table_or_the_label_of_a_case(
    browser: Any, tmp_path: Path, shift: int
) -> None:
    path = tmp_path / "57511.html"
    path.write_text(render_html(small_document(), load_theme()), encoding="utf-8")
    view = browser.new_page()
    view.goto(path.as_uri())
    view.evaluate("document.querySelectorAll('.callout').forEach(c => c.classList.add('long'))")
    view.evaluate(f"document.querySelector('.sections').style.marginTop = '{shift}px'")
    heads = view.evaluate(
        "[...document.querySelectorAll('thead tr, .label, caption, h2, h3')]"
        ".map(head => head.textContent.replace(/\\s+/g, ' ').trim())"
    )
    ends = last_lines(view.pdf(prefer_css_page_size=True))
    assert len(ends) > 5
    assert [line for line in ends if line in heads] == []


def last_lines(pdf: bytes) -> list[str]:
    """The last line of text of each page, between its head and its foot."""
    side, edge = MARGINS
    lines = []
    for page in pypdfium2.PdfDocument(pdf):
        width, height = page.get_size()
        text = page.get_textpage().get_text_bounded(side, edge, width - side, height - edge)
        lines.append(text.strip().splitlines()[-1].strip())
    return lines
