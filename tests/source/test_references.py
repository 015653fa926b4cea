"""References: the few forms that are read, and a reason for whatever else is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.source.references import (
    BadReference,
    Filter,
    Reference,
    read_citations,
    read_references,
)

PIECES = st.lists(
    st.sampled_from(["{{", "}}", "{%", "%}", "{#", "#}", " ", "input", ".mpfs", ".", "|", "round",
                     "money", "(", "2", ")", "'x'", "[0]", "+", "\n", "é😀", "{", "}",
                     "__class__"]),
    max_size=16,
).map("".join)  # fmt: skip


@given(st.text() | PIECES)
def test_no_text_makes_reading_raise_and_spans_lie_in_the_text_in_order(text: str) -> None:
    done = 0
    for reference in read_references(text):
        assert done <= reference.span.start < reference.span.end <= len(text)
        assert text.startswith("{", reference.span.start)
        done = reference.span.end


@given(
    st.lists(st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True), max_size=4),
    st.sampled_from(["", " | money", "|round(2)", " | round(0) ", "| percent(1)"]),
    st.text("ab é😀\n", max_size=9),
)
def test_a_reference_is_read_wherever_it_stands(
    names: list[str], filters: str, before: str
) -> None:
    way = ".".join(["input", *names])
    text = f"{before}{{{{ {way}{filters} }}}}{before}"
    (found,) = read_references(text)
    assert isinstance(found, Reference)
    assert found.text == way
    assert text[found.span.start : found.span.end].startswith("{{")
    assert len(found.filters) == bool(filters)


def test_filters_come_with_their_arguments() -> None:
    (found,) = read_references("{{ input.a | round(2) | money }}")
    assert isinstance(found, Reference)
    assert found.filters == (Filter("round", (2,)), Filter("money", ()))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{{ input.a", "the reference is not closed with `}}`"),
        ("{% if input %}", "`{%` is not allowed in prose"),
        ("{# note #}", "`{#` is not allowed in prose"),
        ("{{ payers }}", "`payers` is not known; a reference starts with `input.`"),
        ("{{ input.a | upper }}", "filter `upper` is not known; known: money, round, percent"),
        ("{{ input.a | round('x') }}", "filter `round` does not take these arguments"),
        ("{{ input.a | round(21) }}", "filter `round` gives at most 9 places"),
        ("{{ input.a | round(-1) }}", "filter `round` does not take these arguments"),
        ("{{ input.a | money(2) }}", "filter `money` does not take these arguments"),
        ("{{ input['a'] }}", "only names, attributes and filters are allowed in a reference"),
        ("{{ input.a + 1 }}", "only names, attributes and filters are allowed in a reference"),
        ("{{ input.a() }}", "only names, attributes and filters are allowed in a reference"),
        ("{{ 'text' }}", "a reference names a value of the input, not a fixed text"),
        ("{{ (input | money).a }}", "filters come last in a reference"),
    ],
)
def test_what_is_no_reference_says_why(text: str, reason: str) -> None:
    (found,) = read_references(text)
    assert isinstance(found, BadReference)
    assert found.reason == reason


def test_an_empty_reference_cannot_be_read() -> None:
    (found,) = read_references("{{ }}")
    assert isinstance(found, BadReference)


def test_citations_are_read_with_their_spans() -> None:
    text = "é [@a-1] b [@c]. d@e [@ f] [@]"
    found = read_citations(text)
    assert [name for name, _ in found] == ["a-1", "c", ""]
    assert [text[span.start : span.end] for _, span in found] == ["[@a-1]", "[@c]", "[@]"]
