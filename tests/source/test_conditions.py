"""Conditions: the usual form is read as Jinja reads it, and whatever else says why not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.findings.place import Span
from reportkit.source import references
from reportkit.source.conditions import Comparison, Condition, Way, operand_text, usual_condition
from reportkit.source.references import BadReference, Saying, read_references

WAYS = st.lists(st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True), min_size=1, max_size=3).map(
    lambda names: Way(("input", *names))
)
CONSTANTS = (
    st.text("abc 01'é", max_size=6)
    | st.integers(0, 10**6)
    | st.decimals("0.1", "99.9", places=1)
    | st.sampled_from([None, True, False])
)
LISTS = st.lists(CONSTANTS, min_size=1, max_size=3).map(tuple)
COMPARISONS = st.builds(
    Comparison,
    WAYS,
    st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "in", "not in"]),
    CONSTANTS | LISTS,
)


@given(st.lists(COMPARISONS, min_size=1, max_size=3))
def test_the_usual_form_is_read_as_jinja_reads_it(comparisons: list[Comparison]) -> None:
    raw = f"{{{{ holds({' and '.join(one.text for one in comparisons)}) }}}}"
    span = Span(0, len(raw))
    here = usual_condition(span, raw)
    assert here == references._any(span, raw)
    assert here is not None
    assert [one.text for one in here.comparisons] == [one.text for one in comparisons]


def test_a_chain_is_a_comparison_of_each_two() -> None:
    (found,) = read_references("{{ holds(1 < input.a <= 2.5) }}")
    assert isinstance(found, Condition)
    assert [one.text for one in found.comparisons] == ["1 < input.a", "input.a <= 2.5"]
    assert found.comparisons[1].right == Decimal("2.5")


def test_a_list_is_read() -> None:
    (found,) = read_references('{{ holds(input.a in ["x", -1]) }}')
    assert isinstance(found, Condition)
    assert operand_text(found.comparisons[0].right) == '["x", -1]'


def test_a_statement_is_read() -> None:
    (found,) = read_references("{{ say.global_period }}")
    assert found == Saying(Span(0, 23), "global_period")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{{ holds() }}", "`holds` takes one condition"),
        ("{{ holds(input.a) }}", "a condition compares values"),
        ("{{ holds(1 == 1) }}", "`1 == 1` compares nothing of the data"),
        ("{{ holds(payers == 1) }}", "`payers` is not known"),
        ("{{ holds(input.a == input.b()) }}", "a condition is about values of the data"),
        ("{{ holds(not input.a == 1) }}", "a condition compares values"),
        ("{{ holds(input.a in [input.b]) }}", "a list in a condition holds fixed texts"),
        (
            f"{{{{ holds(input.code == {'9' * 5000}) }}}}",
            "the reference has a number of too many digits",
        ),
        ("{{ holds(input.mpfs.work_rvu < 1e999999) }}", "a number of a condition is too large"),
        (f"{{{{ {'(' * 900}input{')' * 900} }}}}", "the reference has too many brackets"),
        ("{{ input.a | round(30) }}", "filter `round` gives at most 9 places"),
    ],
)
def test_what_is_no_condition_says_why(text: str, reason: str) -> None:
    (found,) = read_references(text)
    assert isinstance(found, BadReference)
    assert found.reason.startswith(reason)
