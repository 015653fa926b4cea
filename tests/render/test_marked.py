"""Marks of figures become elements of the page, and leave the words as they are."""

from __future__ import annotations

from functools import partial

import pytest

from reportkit.assemble.document import Ground, Mark, Markup
from reportkit.render.markdown import Targets, inline_html
from reportkit.render.marked import with_marks

VALUE = Ground("mpfs.work_rvu", "1.95", "rounded")
TARGETS = Targets({"cms": 1}, frozenset(), "Source {number}")


def shown(markdown: str, figure: str, ground: Ground | None, basis: str | None) -> str:
    start = markdown.index(figure)
    prose = Markup(markdown, (Mark(start, start + len(figure), ground, basis),))
    told = {VALUE: "mpfs.work_rvu: 1.95"}
    return str(with_marks(prose, told, "Nothing", partial(inline_html, targets=TARGETS)))


OPENED = (
    '<data class="asked traced" value="1.95" data-field="mpfs.work_rvu" data-rounding="rounded" '
    'data-ground="mpfs.work_rvu: 1.95">'
)


@pytest.mark.parametrize(
    ("markdown", "figure", "expected"),
    [
        (r"It has 1\.95.", r"1\.95", f"It has {OPENED}1.95</data>."),
        (r"It has **1\.95**.", r"1\.95", f"<strong>{OPENED}1.95</data></strong>"),
        (r"[1\.95](https://a.org)", r"1\.95", f"{OPENED}1.95</data></a>"),
        (r"Of 1\.95 [@cms].", r"1\.95", f'{OPENED}1.95</data><span class="kept">.<sup'),
    ],
)
def test_a_value_is_a_data_element(markdown: str, figure: str, expected: str) -> None:
    assert expected in shown(markdown, figure, VALUE, None)


def test_a_typed_figure_tells_its_ground_or_that_there_is_none() -> None:
    grounded = shown("It takes 12 days.", "12", None, "The <manual>")
    assert '<span class="asked grounded" data-ground="The &lt;manual&gt;">12</span>' in grounded
    groundless = shown("It takes 12 days.", "12", None, None)
    assert '<span class="asked groundless" data-ground="Nothing">12</span>' in groundless


def test_an_address_keeps_its_letters() -> None:
    html = shown("See [it](https://a.org/2025).", "2025", None, None)
    assert 'href="https://a.org/2025"' in html
    assert "asked" not in html


@pytest.mark.parametrize("sign", ["\ue000", "\ue001", "\ue002", "\ue0007\ue002"])
def test_a_text_that_holds_the_signs_itself_is_set_as_it_is(sign: str) -> None:
    text = f"It has 1.95 {sign} units."
    assert shown(text, "1.95", VALUE, None) == text
