"""What is offered for a fault of YAML leaves what was typed as it is, and lets it be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.source.parse import parse
from reportkit.source.problem import Problem
from reportkit.source.values import plain

SIGNS = [*"aB:#'\"{}[]*&@`%\\|?,é\t ", ": ", " #", "{{ x }}", "- "]


@given(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=8).map("".join))
def test_a_text_that_is_put_in_quotes_is_read_as_it_was_typed(typed: str) -> None:
    text = f"first: 1\nkey: {typed}\nlast: 2\n"
    for problem in parse(text).problems:
        if problem.replacement is not None and problem.rule == "invalid-yaml":
            assert read(text, problem) == {"first": 1, "key": typed.strip(" \t"), "last": 2}


@pytest.mark.parametrize(
    "typed", ["Freezing: of the cervix", "@home is no site", "{{ input.code }}", "`x` is said"]
)
def test_a_text_of_one_line_is_put_in_quotes(typed: str) -> None:
    text = f"key: {typed}\nlast: 2\n"
    (problem,) = parse(text).problems
    assert read(text, problem) == {"key": typed, "last": 2}


@pytest.mark.parametrize(
    "text",
    [
        "key: one: two # why\n",
        "key: one: two\n  and more\n",
        "- key: one: two\n\n    and more\n",
    ],
)
def test_nothing_is_offered_where_a_text_may_end_elsewhere(text: str) -> None:
    assert [problem.replacement for problem in parse(text).problems] == [None]


def test_what_is_wrong_further_down_is_told_afterwards() -> None:
    (problem,) = parse("key: one: two\nother: three: four\n").problems
    assert problem.replacement == '"one: two"'


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: &x [1]\n", {"a": (1,)}),
        ("a: &x\n  - 1\n", {"a": (1,)}),
    ],
)
def test_an_anchor_that_nothing_names_is_taken_out(text: str, data: object) -> None:
    (problem,) = parse(text).problems
    assert read(text, problem) == data


def test_an_anchor_that_is_named_stays() -> None:
    assert [problem.replacement for problem in parse("a: &x 1\nb: *x\n").problems] == [None, None]


def read(text: str, problem: Problem) -> object:
    """What is read of a text once a problem is put right."""
    assert problem.replacement is not None
    span = problem.span
    tree = parse(f"{text[: span.start]}{problem.replacement}{text[span.end :]}")
    assert tree.root is not None, tree.problems
    return plain(tree.root)
