"""Every hostile input is answered by one line that a reader understands, and in bounded time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hostile_table import ROWS, Row

from hostile_inputs import answer

LIMIT_S = 60
"""Far more than any row takes on a busy machine, and far less than for ever."""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_hostile_input_is_answered_in_one_line(row: Row, tmp_path: Path) -> None:
    begun = time.process_time()
    lines = answer(row.act, tmp_path)
    assert [line for line in lines if line.strip().startswith(row.answer)], lines[:20]
    assert not [line for line in lines if not line.isprintable() or "Traceback" in line]
    assert time.process_time() - begun < LIMIT_S


def test_each_row_is_another_input() -> None:
    assert len({row.name for row in ROWS}) == len(ROWS) > 100
