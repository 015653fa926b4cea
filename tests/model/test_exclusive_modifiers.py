"""Which modifiers exclude each other on a line, and why."""

from __future__ import annotations

import pytest

from reportkit.model.modifiers import MODIFIERS
from reportkit.model.modifiers.exclusive import CONFUSED, EVIDENT, EXCLUSIVE, OVERLOOKED

APART = """
50+LT LT+RT 52+53 73+74 53+73 54+55 55+56 58+78 78+79 59+XE 59+XU 62+66 62+80 66+AS 80+82 76+77
26+TC 93+95 93+GT FQ+95 AA+QK QX+QZ P1+P6 GO+GP GN+GP CO+GP CQ+GO JW+JZ GA+GZ GA+GY GX+GZ GX+EY
KX+GZ 33+PT
"""
TOGETHER = """
51+59 LT+59 XE+XS GX+GY GP+KX CO+GO CQ+GP 93+FQ 95+GT P3+AA QS+QX 26+59 24+25 90+91 GA+GU JW+KX
76+91
"""


@pytest.mark.parametrize("pair", APART.split())
def test_these_never_go_on_one_line(pair: str) -> None:
    assert EXCLUSIVE[frozenset(pair.split("+"))]


@pytest.mark.parametrize("pair", TOGETHER.split())
def test_these_may_stand_together(pair: str) -> None:
    assert frozenset(pair.split("+")) not in EXCLUSIVE


def test_no_modifier_excludes_itself_or_one_that_is_not_known() -> None:
    for pair in EXCLUSIVE:
        assert len(pair) == 2
        assert pair <= MODIFIERS.keys()


def test_a_reason_fits_into_a_message() -> None:
    for exclusion in (*CONFUSED, *EVIDENT):
        assert exclusion.reason
        assert exclusion.reason == exclusion.reason.strip(" .")


def test_what_the_meanings_say_needs_no_word_in_a_table() -> None:
    assert frozenset(("76", "77")) in OVERLOOKED
    assert frozenset(("P1", "P2")) not in OVERLOOKED
