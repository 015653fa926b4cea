"""Parsing: never raises, and what it says of a place is true."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.findings.place import Span
from reportkit.source.parse import MAX_DEPTH, parse
from reportkit.source.tree import Mapping, Node, Scalar, Sequence

YAML_LIKE = st.lists(
    st.sampled_from(
        ["a", "key", ": ", ":", "- ", "\n", "\r\n", "  ", "\t", "'", '"', "|", ">", "[", "]", "{",
         "}", ",", "#", " #", "&x", "*x", "!!str", "<<", "---\n", "...", "?", "%", "@", "`", "\\",
         "010", "😀", "é", "\u2028", "\x85", "\x00", "\x07", "\ufeff", "{{ input.x }}"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


def scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Mapping(keys=keys, values=values):
            yield from keys.values()
            for value in values.values():
                yield from scalars(value)
        case Sequence(items=items):
            for item in items:
                yield from scalars(item)


@given(st.text() | YAML_LIKE)
def test_no_text_makes_parsing_raise(text: str) -> None:
    tree = parse(text)
    assert tree.root is not None or tree.problems


@given(st.text() | YAML_LIKE)
def test_the_spans_of_problems_lie_in_the_text(text: str) -> None:
    for problem in parse(text).problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)
        if problem.related:
            assert 0 <= problem.related[0].start <= problem.related[0].end <= len(text)


@given(YAML_LIKE)
def test_a_plain_word_stands_where_its_span_says(text: str) -> None:
    tree = parse(text)
    if tree.root is None or tree.problems:
        return
    for scalar in scalars(tree.root):
        written = text[scalar.span.start : scalar.span.end]
        if scalar.style == "plain":
            assert "".join(written.split()) == "".join(scalar.text.split())
        if scalar.style in ("single", "double"):
            assert written[0] == written[-1]
            assert written[0] in "'\""


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, unique=True))
def test_keys_and_values_come_in_the_order_written(keys: list[str]) -> None:
    text = "".join(f"{key}: x{key}\r\n" for key in keys)
    root = parse(text).root
    assert isinstance(root, Mapping)
    assert list(root.keys) == keys
    for key, scalar in root.keys.items():
        assert text[scalar.span.start : scalar.span.end] == key
        assert root.values[key].text == f"x{key}"  # type: ignore[union-attr]


def test_columns_count_characters_and_not_bytes() -> None:
    text = "😀: é\nnext: 'ünï'\n"
    root = parse(text).root
    assert isinstance(root, Mapping)
    span = root.values["next"].span
    assert text[span.start : span.end] == "'ünï'"


BAD = {
    "an open bracket": ("a: [b\nc: d\n", ": d", "a list in brackets is not closed"),
    "an open quotation mark": ('a: "b\nc: d\n', '"b', "the quotation mark is never closed"),
    "a colon in text": ("a: b: c\n", "b: c", "a colon followed by a space"),
    "a tab": ("a:\n\tb: c\n", "\tb", "a tab is not allowed as indentation"),
    "an at sign": ("a: @b\n", "@b", "text that starts with `@` has to be quoted"),
    "an asterisk": ("a: **b**\n", "**b**", "text that starts with `*` or `&` has to be quoted"),
    "a line without a colon": ("a: b\nword\nc: d\n", "word", "a line without a colon"),
    "an escape": ('a: "\\q"\n', "\\q", "an escape that YAML does not know"),
    "a list on the line of its key": ("a: - b\n", "- b", "a list cannot start on the line"),
    "a second document": ("a: b\n---\nc: d\n", "---", "a second YAML document starts here"),
    "a control character": ("é: b\x07c\n", "\x07c", "the control character U+0007"),
    "an apostrophe in single quotes": ("a: 'it's'\n", "s'", "does not continue the mapping"),
    "an unquoted reference": ("a: {{ input.b }}\n", "{{ input.b }}", "a key has to be a word"),
}


@pytest.mark.parametrize(("text", "place", "message"), BAD.values(), ids=BAD)
def test_what_is_not_yaml_is_one_problem_in_plain_words(
    text: str, place: str, message: str
) -> None:
    (problem,) = parse(text).problems
    assert problem.rule == "invalid-yaml"
    assert message in problem.message
    assert text[problem.span.start :].startswith(place)
    assert problem.hint


FEATURES = {
    "an anchor": ("a: &x b\n", "&x "),
    "an alias": ("a: *x\n", "*x"),
    "a merge key": ("a:\n  <<: b\n", "<<"),
    "a tag": ("a: !!str 5\n", "!!str"),
    "a local tag": ("a: !mine b\n", "!mine"),
}


@pytest.mark.parametrize(("text", "written"), FEATURES.values(), ids=FEATURES)
def test_what_would_move_values_about_is_refused_where_it_stands(text: str, written: str) -> None:
    (problem,) = parse(text).problems
    assert problem.rule == "yaml-anchor"
    assert text[problem.span.start : problem.span.end] == written


def test_of_a_repeated_key_the_first_counts_and_both_places_are_named() -> None:
    text = "a: 1\nb: 2\na: 3\n"
    tree = parse(text)
    (problem,) = tree.problems
    assert (problem.rule, problem.span.start) == ("duplicate-key", text.rindex("a:"))
    assert problem.related is not None
    assert problem.related[0].start == 0
    assert isinstance(tree.root, Mapping)
    assert tree.root.values["a"].text == "1"  # type: ignore[union-attr]


def test_deep_nesting_is_a_problem_and_no_overflow() -> None:
    problems = parse("[" * 5000).problems
    assert any(str(MAX_DEPTH) in problem.message for problem in problems)


@pytest.mark.parametrize("number", ["9" * 101, "\u0661" * 101, "9" + ",999" * 34])
def test_a_number_without_end_is_a_problem_where_it_stands(number: str) -> None:
    (problem,) = parse(f"a: It is {number} so.\n").problems
    digits = sum(char != "," for char in number)
    assert problem.message == f"the number has {digits} digits; 100 are the most"
    assert problem.span == Span(9, 9 + len(number))
    assert parse(f"a: {'9' * 100} {','.join(['57511'] * 200)}\n").problems == ()


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "   \r\n"])
def test_a_file_of_nothing_is_an_empty_file(text: str) -> None:
    assert [problem.rule for problem in parse(text).problems] == ["empty-file"]
