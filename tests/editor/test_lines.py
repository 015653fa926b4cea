"""Offsets of a text and positions of an editor lead to each other, whatever is counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position
from pygls.workspace import PositionCodec

from reportkit.editor.lines import Lines

TEXTS = st.text(st.sampled_from("ab \n\r\u00e4\u2028\u0085\U0001f9ca"), max_size=30)
ENCODINGS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


@pytest.mark.parametrize("encoding", ENCODINGS)
@given(text=TEXTS, data=st.data())
def test_there_and_back(encoding: str, text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    lines = Lines(text, PositionCodec(encoding))
    position = lines.position(offset)
    before = text[:offset].replace("\r\n", "\n\n").replace("\r", "\n").split("\n")
    if text[offset - 1 : offset + 1] != "\r\n":
        assert lines.offset(position) == offset
        units = len(before[-1].encode(ENCODINGS[encoding])) // WIDTHS[encoding]
        assert position.character == units


@given(text=TEXTS, line=st.integers(0, 40), character=st.integers(0, 40))
def test_any_position_is_a_place_of_the_text(text: str, line: int, character: int) -> None:
    offset = Lines(text, PositionCodec()).offset(Position(line, character))
    assert 0 <= offset <= len(text)
