"""One layout for every file: only white space changes, and what was read is read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.source.layout import laid_out
from reportkit.source.rewrite import RewriteRefused, read_mapping
from reportkit.source.values import plain
from small_project import SMALL

UNTIDY = """\


# about the file


a:    1   # one
# of b
b:
    # of the first
    - x:   1
      y: >
            folded
              further in

            end


    # of the second
    -    z: "quoted
       goes on"
         # of nobody
    - [1,
        2]
    -
        k: v
c : {a: 1,
      b: 2}
d:
- 1
-   2
- - n
  - m
e:
  long text
     that goes on
# at the end

"""

TIDY = """\
# about the file

a: 1   # one
# of b
b:
  # of the first
  - x: 1
    y: >
      folded
        further in

      end

  # of the second
  - z: "quoted
      goes on"
    # of nobody
  - [1,
    2]
  -
    k: v
c: {a: 1,
  b: 2}
d:
  - 1
  - 2
  - - n
    - m
e:
  long text
  that goes on
# at the end
"""


def test_every_line_has_its_column() -> None:
    assert laid_out(UNTIDY) == TIDY
    assert laid_out(TIDY) == TIDY


@pytest.mark.parametrize("path", sorted(SMALL.rglob("*.yaml")), ids=lambda path: path.name)
def test_the_files_of_the_tests_are_in_the_layout(path: Path) -> None:
    text = path.read_text("utf-8")
    assert laid_out(text) == text


@pytest.mark.parametrize("text", ["a: [", "- 1\n", "", "a: &x 1\nb: *x\n", "a: >2\n    b\n"])
def test_what_cannot_be_laid_out_is_refused(text: str) -> None:
    with pytest.raises(RewriteRefused):
        laid_out(text)


@given(st.sampled_from(["\n", "\r\n", "\r"]))
def test_line_ends_become_line_feeds(end: str) -> None:
    assert laid_out(UNTIDY.replace("\n", end)) == TIDY


WORDS = st.sampled_from(["one", '"two"', "'3'", "[4, five]", "{six: 7}", "null", "eight nine", ""])
NAMES = st.lists(st.sampled_from("abcd"), min_size=1, max_size=3, unique=True)
STEPS = st.integers(1, 5)


@st.composite
def blocks(draw: st.DrawFn, column: int, depth: int) -> list[str]:
    """The lines of a mapping or a list at a column, with remarks and empty lines among them."""
    lines: list[str] = []
    listed = depth > 0 and draw(st.booleans())
    for name in draw(NAMES):
        lines += [" " * draw(st.integers(0, 6)) + "# said"] * draw(st.booleans())
        lines += [" " * draw(st.integers(0, 3))] * draw(st.integers(0, 2))
        begun = " " * column + ("-" if listed else f"{name}:")
        lines += draw(values(begun, column, depth, listed))
    return lines


@st.composite
def values(draw: st.DrawFn, begun: str, column: int, depth: int, listed: bool) -> list[str]:
    """The lines of a value behind what begins it."""
    match draw(st.sampled_from(["word", "text", "quoted", "within"])):
        case "word":
            return [begun + " " * draw(STEPS) + draw(WORDS) + draw(st.sampled_from(["", "  # so"]))]
        case "text":
            pad = " " * (column + draw(STEPS))
            body = [pad + "some words", "", f"{pad} {pad}further", pad + "# no remark"]
            return [begun + draw(st.sampled_from([" >", " |", " >-", "   |-  # so"])), *body]
        case "quoted":
            pad = " " * (column + draw(STEPS))
            return [f'{begun} "words that', "", f'{pad}go # on"']
        case _ if depth < 3:
            return [begun, *draw(blocks(column + draw(STEPS), depth + 1))]
        case _:
            return [f"{begun} end"]


@given(blocks(0, 0).map(lambda lines: "\n".join(lines) + "\n"))
def test_nothing_but_white_space_changes_and_twice_is_once(text: str) -> None:
    after = laid_out(text)
    assert plain(read_mapping(after)) == plain(read_mapping(text))
    assert "".join(after.split()) == "".join(text.split())
    assert laid_out(after) == after
