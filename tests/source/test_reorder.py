"""Rows of a list change places as they are written, with the remarks that are theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.findings.edit import apply_edits
from reportkit.source.reorder import order_edit
from reportkit.source.rewrite import RewriteRefused, read_mapping
from reportkit.source.values import plain

ROWS = """\
a: 1
rows:
  - code: b   # the second

  # of the first,
  # in two lines
  - code: a
    text: >
      first

  - c
# of what is after
after: 2
"""

ORDERED = """\
a: 1
rows:
  # of the first,
  # in two lines
  - code: a
    text: >
      first

  - code: b   # the second

  - c
# of what is after
after: 2
"""


def ordered(text: str, *order: int) -> str:
    return apply_edits(text, [order_edit(text, read_mapping(text).values["rows"], order)])


def test_rows_move_with_their_remarks() -> None:
    assert ordered(ROWS, 1, 0, 2) == ORDERED


def test_what_is_behind_the_list_stays_behind_it() -> None:
    text = "rows:\n  - b\n  - a # so\n\n# of what is after\nafter: 2\n"
    assert ordered(text, 1, 0) == "rows:\n  - a # so\n  - b\n\n# of what is after\nafter: 2\n"


@pytest.mark.parametrize(
    "text",
    [
        "rows: [a, b]\n",
        "rows: 1\n",
        "rows:\n  # of whom?\n  - a\n  - b\n",
        "rows:\n  -\n    a\n  - b\n",
    ],
)
def test_rows_that_cannot_be_told_apart_stay(text: str) -> None:
    with pytest.raises(RewriteRefused):
        ordered(text, 1, 0)


@given(
    st.lists(
        st.sampled_from(["- a", "- b: 1\n    c: 2", "- 'd' # so", "- >\n    text\n"]),
        min_size=1,
        max_size=5,
    ),
    st.data(),
)
def test_every_order_holds_the_same_rows(rows: list[str], data: st.DataObject) -> None:
    text = "rows:\n" + "".join(f"  {row}\n" for row in rows) + "after: 2\n"
    before = plain(read_mapping(text))
    order = data.draw(st.permutations(range(len(rows))))
    after = plain(read_mapping(ordered(text, *order)))
    assert after == {**before, "rows": tuple(before["rows"][row] for row in order)}
