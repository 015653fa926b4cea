"""Examples replace values of the specimen at any depth, and leave all else as it is written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.check.variation import BadExample, vary
from reportkit.source import emit
from reportkit.source.parse import parse
from reportkit.source.values import plain

BASE = """\
code: "57511"
sites:
  - {id: asc, pos: ["24"]}
  - id: office
    pos: ["11"]
fee:
  status: A
  parts: {work: 1.95, mp: 0.33}
last: x
"""


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ('code: "57513"\n', {'code: "57511"': 'code: "57513"'}),
        ("fee: null\n", {"fee:\n  status: A\n  parts: {work: 1.95, mp: 0.33}": "fee: null"}),
        ("more: 1\n", {"last: x\n": "last: x\nmore: 1\n"}),
        ("fee.status: N\n", {"status: A": "status: N"}),
        ("fee.status: >\n  No\n  more.\n", {"status: A": "status: >\n    No\n    more."}),
        ("fee.parts.work: 010\n", {"work: 1.95": "work: 010"}),
        ("fee.parts:\n  work: 2\n", {"parts: {work: 1.95, mp: 0.33}": "parts:\n    work: 2"}),
        ("fee.days: '010'\n", {"mp: 0.33}": "mp: 0.33}\n  days: '010'"}),
        ("fee.parts.pe: 1\n", {"mp: 0.33}": "mp: 0.33, pe: 1}"}),
        ("fee.parts.mp: (absent)\n", {"work: 1.95, mp: 0.33": "work: 1.95"}),
        ("fee.parts.work: (absent)\n", {"work: 1.95, mp: 0.33": "mp: 0.33"}),
        ("fee.status: (absent)\n", {"  status: A\n": ""}),
        ('sites[1].pos: ["22"]\n', {'pos: ["11"]': 'pos: ["22"]'}),
        ("sites[1].rank: also\n", {'pos: ["11"]': 'pos: ["11"]\n    rank: also'}),
        ('sites[0].pos[+]: "19"\n', {'["24"]': '["24", "19"]'}),
        ('sites[0].pos[0]: (absent)\nsites[0].pos[+]: "19"\n', {'["24"]': '["19"]'}),
        ("sites[0]: {id: home}\n", {'{id: asc, pos: ["24"]}': "{id: home}"}),
        (
            "sites[1]:\n  id: home\n  pos: []\n",
            {'- id: office\n    pos: ["11"]': "- id: home\n    pos: []"},
        ),
        ("sites[+]: {id: home}\n", {'    pos: ["11"]\n': '    pos: ["11"]\n  - {id: home}\n'}),
        (
            "sites[+]:\n  id: home\n  why: >\n    It is.\n",
            {'["11"]\n': '["11"]\n  - id: home\n    why: >\n      It is.\n'},
        ),
        ("sites[1]: (absent)\n", {'  - id: office\n    pos: ["11"]\n': ""}),
        (
            "sites[0]: (absent)\nsites[0].id: home\n",
            {'  - {id: asc, pos: ["24"]}\n  - id: office': "  - id: home"},
        ),
    ],
)
def test_what_is_named_is_replaced_and_the_rest_stays(
    change: str, expected: dict[str, str]
) -> None:
    text = BASE
    for old, new in expected.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    assert vary(BASE, change) == text


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("fees.status: N\n", "`fees.status` leads to nothing in the specimen"),
        ("sites[2]: {}\n", "`sites[2]` leads to nothing in the specimen"),
        ("code[+]: x\n", "`code[+]` leads to nothing in the specimen"),
        ("sites[1].id: (absent)\n", "`id` cannot be taken away alone"),
        ("fee.days: (absent)\n", "`fee.days` leads to nothing in the specimen"),
    ],
)
def test_what_leads_nowhere_is_said(change: str, message: str) -> None:
    with pytest.raises(BadExample) as refused:
        vary(BASE, change)
    assert str(refused.value) == message


KEYS = st.sampled_from(["a", "b", "c"])
VALUES = st.recursive(
    st.integers(0, 9) | st.text(st.characters(categories=["L"]), min_size=1),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1)
    ),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, min_size=1), VALUES, st.data())
def test_a_value_is_set_wherever_it_stands(base: Any, value: Any, data: st.DataObject) -> None:
    text = "".join(f"{key}:{emit.block(inner, 0)}\n" for key, inner in base.items())
    path, parent, step = data.draw(st.sampled_from(list(_places(base))))
    varied = vary(text, f"{path}: {emit.flow(value)}\n")
    if step == "+":
        parent.append(value)
    else:
        parent[step] = value
    root = parse(varied).root
    assert root is not None
    assert plain(root) == _frozen(base)


def _places(value: Any, path: str = "") -> Any:
    """Every place of some data below its top: its path, what it stands in, the last step."""
    if isinstance(value, dict):
        steps: list[tuple[str, str | int]] = [
            (f".{key}".lstrip("." if not path else ""), key) for key in {**value, "new": None}
        ]
    elif isinstance(value, list):
        steps = [(f"[{step}]", step) for step in (*range(len(value)), "+")]
    else:
        return
    for written, step in steps:
        yield f"{path}{written}", value, step
        if step not in ("new", "+"):
            yield from _places(value[step], f"{path}{written}")


def _frozen(value: Any) -> Any:
    """Lists as tuples, as data is read."""
    if isinstance(value, dict):
        return {key: _frozen(inner) for key, inner in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
