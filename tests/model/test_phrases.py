"""Phrases of a table are found in a text as whole words, the longest first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportkit.model.phrases import Phrases

PLACES = Phrases(
    {"office": 1, "office visit": 2, "walk-in clinic": 3, "patient's home": 4, "st. mary": 5},
    {"ED": 6, "United": 7},
)


def found(text: str) -> list[tuple[str, int]]:
    return [(text[hit.start : hit.end], hit.value) for hit in PLACES.find(text)]


def test_the_longest_phrase_counts_and_takes_its_words() -> None:
    assert found("An office visit in the office.") == [("office visit", 2), ("office", 1)]


def test_hyphens_blanks_line_ends_and_apostrophes_count_alike() -> None:
    assert found("a Walk in\nclinic, the patient’s home") == [
        ("Walk in\nclinic", 3),
        ("patient’s home", 4),
    ]


def test_words_across_a_comma_or_a_sentence_are_no_phrase() -> None:
    assert found("the office. Visit him; walk-in, clinic") == [("office", 1)]


def test_a_dot_inside_a_phrase_may_stand_or_not() -> None:
    assert found("St. Mary or St Mary") == [("St. Mary", 5), ("St Mary", 5)]


def test_capitals_count_where_the_table_says_so() -> None:
    assert found("the ED, ed, United, UNITED, united") == [
        ("ED", 6),
        ("United", 7),
        ("UNITED", 7),
    ]


def test_a_part_of_a_word_is_no_phrase() -> None:
    assert found("officer, post-office, EDs") == []


@given(st.text(alphabet="office vstED-.,'\n", max_size=80))
def test_occurrences_are_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for hit in PLACES.find(text):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end
