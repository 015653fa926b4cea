"""Every visible character of a value is found where the author wrote it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.source.parse import parse
from reportkit.source.scalar_map import source_offsets, source_span
from reportkit.source.tree import Mapping, Scalar

WORD = st.text("abcXYZ09é😀ß,.;()!?$%/+*'\"\\-", min_size=1, max_size=8)
LINES = st.lists(st.lists(WORD, min_size=1, max_size=5).map(" ".join), min_size=1, max_size=6)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def value_of(text: str) -> Scalar:
    tree = parse(text)
    assert not tree.problems, (text, tree.problems)
    assert isinstance(tree.root, Mapping)
    value = tree.root.values["key"]
    assert isinstance(value, Scalar)
    return value


def check_verbatim(text: str) -> None:
    """Each visible character of the value stands in the source at its offset."""
    scalar = value_of(text)
    offsets = source_offsets(text, scalar)
    assert len(offsets) == len(scalar.text)
    for character, (start, end) in zip(scalar.text, offsets, strict=True):
        if not character.isspace():
            assert text[start:end] == character


@given(LINES, ENDS, st.sampled_from(["|", "|-", "|+", ">", ">-", ">+"]), st.integers(1, 4))
def test_block_text_is_found_character_for_character(
    lines: list[str], end: str, style: str, indent: int
) -> None:
    body = "".join(f"{' ' * indent}{line}{end}" for line in lines)
    check_verbatim(f"before: x{end}key: {style}{end}{body}after: y{end}")


@given(LINES, ENDS)
def test_a_blank_line_in_folded_text_does_not_shift_what_follows(
    lines: list[str], end: str
) -> None:
    body = f"{end}{end}".join(f"  {line}" for line in lines)
    check_verbatim(f"key: >{end}{body}{end}")


@given(st.lists(st.from_regex(r"[a-zé😀]{1,6}", fullmatch=True), min_size=1, max_size=8), ENDS)
def test_plain_text_over_several_lines_is_found(words: list[str], end: str) -> None:
    check_verbatim(f"key: {f'{end}  '.join(words)}{end}")


@given(st.lists(WORD, min_size=1, max_size=6), ENDS)
def test_single_quoted_text_is_found_with_its_doubled_apostrophes(
    words: list[str], end: str
) -> None:
    text = "key: '" + f"{end}  ".join(words).replace("'", "''") + f"'{end}"
    scalar = value_of(text)
    for character, (start, stop) in zip(scalar.text, source_offsets(text, scalar), strict=True):
        if not character.isspace():
            assert text[start:stop] == ("''" if character == "'" else character)


@given(st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\ufeff")))
def test_double_quoted_text_is_found_with_its_escapes(value: str) -> None:
    # Every character outside ASCII and every control character is written as an escape.
    written = json.dumps("".join(each for each in value if ord(each) < 0x10000))
    text = f"key: {written}\n"
    scalar = value_of(text)
    for character, (start, stop) in zip(scalar.text, source_offsets(text, scalar), strict=True):
        if character.isprintable() and not character.isspace():
            assert json.loads(f'"{text[start:stop]}"') == character


@pytest.mark.parametrize(
    ("text", "part", "written"),
    [
        ("key: some modifier 25 text\n", "modifier 25", "modifier 25"),
        ("key: >\n  some modifier\n  25 text\n", "modifier 25", "modifier\n  25"),
        ("key: >\r\n  some modifier\r\n  25 text\r\n", "modifier 25", "modifier\r\n  25"),
        ("key: >\r  some modifier\r  25 text\r", "modifier 25", "modifier\r  25"),
        ("key: |\n  one\n\n  two 😀 three\n", "😀 three", "😀 three"),
        ("key: 'it''s here'\n", "it's", "it''s"),
        ('key: "a \\u00e9t\\xe9 b"\n', "été", "\\u00e9t\\xe9"),
        ('key: "one \\\n  two"\n', "two", "two"),
        ("key:\n  - x\nother: >-\n  a\n", "", ""),
    ],
)
def test_a_part_of_a_value_is_shown_as_it_was_written(text: str, part: str, written: str) -> None:
    root = parse(text).root
    assert isinstance(root, Mapping)
    scalar = next(each for each in root.values.values() if isinstance(each, Scalar))
    start = scalar.text.index(part)
    span = source_span(text, scalar, start, start + len(part))
    assert text[span.start : span.end] == written
