"""Values: what an unquoted word is, by YAML 1.2's core schema, and what stays text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.source.parse import parse
from reportkit.source.values import plain


def value(written: str) -> object:
    tree = parse(f"key: {written}\n")
    assert tree.root is not None
    return plain(tree.root)["key"]


@pytest.mark.parametrize(
    "text",
    ["no", "yes", "on", "off", "y", "1:30", "2026-11-01", "0x1F", "0o17", "1e3", "1_000", ".inf",
     ".nan", "57511F", "J1100", "1.0.2", "+", "-x", "=", "nULL", "tRUE"],
)  # fmt: skip
def test_what_other_readers_take_for_something_else_stays_text(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", None), ("~", None), ("null", None), ("NULL", None), ("true", True), ("False", False),
     ("010", 10), ("-3", -3), ("+4", 4), ("57511", 57511)],
)  # fmt: skip
def test_constants_and_whole_numbers_are_read(text: str, expected: object) -> None:
    found = value(text)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize("text", ["1.95", "1.50", "0.10", "-2.0", ".5", "5."])
def test_decimals_keep_their_places(text: str) -> None:
    found = value(text)
    assert isinstance(found, Decimal)
    assert found.as_tuple() == Decimal(text).as_tuple()


@pytest.mark.parametrize("text", ["null", "true", "010", "1.5", "~", ""])
def test_in_quotes_everything_is_text(text: str) -> None:
    assert value(f'"{text}"') == text
    assert value(f"'{text}'") == text


@given(st.integers(-(10**29), 10**29))
def test_whole_numbers_are_exact(number: int) -> None:
    assert value(str(number)) == number


@given(st.decimals(-(10**9), 10**9, places=4))
def test_decimals_are_exact(number: Decimal) -> None:
    assert str(value(f"{number:f}")) == str(Decimal(f"{number:f}"))


def test_a_number_too_long_to_be_meant_as_one_stays_text() -> None:
    assert value("9" * 50) == "9" * 50


def test_lists_are_tuples_and_mappings_are_dicts() -> None:
    assert value('[a, {b: "1"}, []]') == ("a", {"b": "1"}, ())
