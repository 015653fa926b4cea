"""An item is added to a list of a YAML text, and all else stays byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.source.append import append_item
from reportkit.source.parse import parse
from reportkit.source.rewrite import RewriteRefused
from reportkit.source.values import plain

ITEM = {"rule": "long-sentence", "path": "sections/**", "reason": "It is quoted.", "n": 1}


def test_comments_and_layout_stay() -> None:
    text = (
        "# Ours\nlist:\n  # the first\n  - a: 1   # one\n    b: >\n      folded\n      text\n"
        "    # about the next\n\nother: x # last\n"
    )
    result = append_item(text, "list", ITEM)
    new = [line for line in result.splitlines() if line not in text.splitlines()]
    assert [line for line in result.splitlines() if line not in new] == text.splitlines()
    assert new[0] == "  - rule: long-sentence"
    assert len(new) == 4


@pytest.mark.parametrize(
    "text",
    ["a: 1\n", "a: 1", "a: 1\nlist: []\n", "list:\na: 1\n", "list:\n- x: 1\na: 1\n",
     "list: [{x: 1}]\na: 1\n", "a: 1\r\nlist:\r\n  - x: 1\r\n", "a: 1\nlist:\n  - x: 1"],
)  # fmt: skip
def test_every_way_to_write_a_list_can_be_added_to(text: str) -> None:
    root = parse(append_item(text, "list", ITEM)).root
    assert root is not None
    data = plain(root)
    assert data["a"] == 1
    assert data["list"][-1] == ITEM
    assert ("\r\n" in text) == ("\r\n" in append_item(text, "list", ITEM))


@pytest.mark.parametrize("text", ["[1]", "list: word\n", "list: {a: 1}\n", "list: [\n"])
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(RewriteRefused):
        append_item(text, "list", ITEM)


@given(
    remarks=st.lists(
        st.sampled_from(["", "# a remark", "  # further in", "    # deep"]), max_size=4
    ),
    said=st.text(max_size=40).filter(lambda text: text.isprintable()),
    times=st.integers(1, 3),
)
def test_whatever_is_said_is_read_back(remarks: list[str], said: str, times: int) -> None:
    text = "\n".join(["list:", "  - a: 1", *remarks, "after: 2", ""])
    for _ in range(times):
        text = append_item(text, "list", {"reason": said})
    root = parse(text).root
    assert root is not None
    assert plain(root) == {"list": ({"a": 1}, *({"reason": said},) * times), "after": 2}
    assert (
        text.count("# ") == sum(remark.count("# ") for remark in remarks) + said.count("# ") * times
    )
