"""Edits: what is outside their spans stays, and nothing is guessed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.findings.edit import Edit, EditRefused, apply_edits, compatible
from reportkit.findings.place import Span, line_and_column


def edit(text: str, start: int, end: int, replacement: str) -> Edit:
    return Edit("x.yaml", Span(start, end), text[start:end], replacement)


@given(st.text(max_size=40), st.data())
def test_text_outside_the_edits_stays_as_it_is(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8)))
    spans = [*zip(cuts[::2], cuts[1::2], strict=False)]
    edits = [edit(text, start, end, "<>") for start, end in spans]
    expected, done = "", 0
    for start, end in spans:
        expected += text[done:start] + "<>"
        done = end
    shuffled = data.draw(st.permutations(edits))
    result = apply_edits(text, shuffled)
    if len(set(spans)) == len(spans):
        assert result == expected + text[done:]


@given(st.text())
def test_no_edits_change_nothing(text: str) -> None:
    assert apply_edits(text, []) == text


def test_edits_that_overlap_are_refused() -> None:
    text = "abcdef"
    with pytest.raises(EditRefused, match="overlap at offset 2"):
        apply_edits(text, [edit(text, 0, 3, "x"), edit(text, 2, 4, "y")])


def test_of_groups_that_touch_the_first_is_made_and_of_a_group_all_or_none() -> None:
    text = "abcdef"
    first = (edit(text, 0, 2, "x"),)
    torn = (edit(text, 1, 3, "y"), edit(text, 5, 6, "z"))
    twice = (edit(text, 4, 4, "1"), edit(text, 4, 4, "2"))
    same_place = (edit(text, 4, 4, "3"),)
    made = compatible([same_place, torn, twice, first, ()])
    assert apply_edits(text, made["x.yaml"]) == "xcd3ef"
    assert apply_edits(text, compatible([torn, twice])["x.yaml"]) == "ayd12ez"


def test_an_edit_of_a_text_that_has_changed_is_refused() -> None:
    with pytest.raises(EditRefused, match="has changed"):
        apply_edits("abX", [edit("abc", 2, 3, "d")])


def test_a_comment_beside_an_edit_survives() -> None:
    text = "code: 010  # as provided\r\n"
    assert apply_edits(text, [edit(text, 6, 9, '"010"')]) == 'code: "010"  # as provided\r\n'


@given(st.text("ab\n😀\r"), st.data())
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    line, column = line_and_column(text, offset)
    lines = re.split(r"\n|\r(?!\n)", text)
    assert sum(len(each) + 1 for each in lines[: line - 1]) + column - 1 == offset
