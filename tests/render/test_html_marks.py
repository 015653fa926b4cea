"""The registered mark stands once in each part, and only in text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.render.marks import mark_registered


def test_the_first_cpt_of_each_section_is_marked_and_no_other() -> None:
    page = "<body><h1>CPT 1</h1><p>CPT</p><section><p>CPT a CPT</p></section><section>CPT</section>"
    assert mark_registered(page) == (
        "<body><h1>CPT® 1</h1><p>CPT</p><section><p>CPT® a CPT</p></section><section>CPT®</section>"
    )


def test_a_subsection_belongs_to_its_section() -> None:
    page = "<section>CPT <section>CPT</section> CPT</section><section>CPT</section>"
    assert mark_registered(page) == (
        "<section>CPT® <section>CPT</section> CPT</section><section>CPT®</section>"
    )


@pytest.mark.parametrize(
    "page",
    [
        "<section>CPT® and CPT</section>",
        "<section>CPT ® and CPT</section>",
        "<section>CPT&reg; and CPT</section>",
        "<section>HCPCS, CPTs and XCPT</section>",
        '<section title="CPT"><!-- CPT --><script>"CPT"</script></section>',
        '<section title="a > CPT">none</section>',
        "<head><title>CPT</title></head><body>none</body>",
    ],
)
def test_what_is_marked_already_or_is_no_text_stays(page: str) -> None:
    assert mark_registered(page) == page


@given(st.lists(st.sampled_from(["CPT", "CPT®", "<p>", "</p>", "<section>", "</section>", " a"])))
def test_marking_twice_changes_nothing(pieces: list[str]) -> None:
    once = mark_registered("".join(pieces))
    assert mark_registered(once) == once
    assert once.replace("®", "") == "".join(pieces).replace("®", "")
