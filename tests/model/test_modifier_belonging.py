"""On which codes modifiers go."""

from __future__ import annotations

import pytest

from reportkit.model.modifiers import MODIFIERS
from reportkit.model.modifiers.belongings import BELONGINGS, misfit
from reportkit.model.modifiers.lookup import modifier_on

APART = """
90+45378 GP+45378 AA+20610 QW+93000 P3+57511 JW+99213 JZ+45378 95+45378 93+80053 E1+45378
FA+66984 LC+45378 63+54150 63+99213 QN+20610 A1+57511 1P+57511 80+99213 LT+80053 58+J1100
CO+99213 FX+93000 AT+97110 26+99213 G3+45378 FQ+J1100 TC+90837 50+90837
63+57511 63+59400 63+42821 63+55250
76+80053 77+87081 52+J1100 F1+71046 T5+70553 FA+90837 80+71046 AS+73562 82+97110 PT+80053
PT+01220 JW+90471 JZ+96380 NU+J1100 RR+J1100 QG+J1100 SL+97110 73+90837 74+01220
"""
TOGETHER = """
90+80053 QW+80053 91+0001U GP+97110 KX+97110 59+97110 AA+01220 P3+01220 QZ+01220 JW+J1100
JZ+J1100 95+90837 93+99213 95+97110 FX+71046 26+71046 TC+71046 26+93010 LT+20610 RT+66984
50+66984 E1+67800 FA+26055 T5+28285 TA+11730 LC+92928 63+44140 22+57511 52+45378 53+45378
73+45378 PT+45385 33+45378 58+57511 76+71046 AS+57511 54+66984 GA+93000 GC+59400 24+99213
25+99213 Q0+80053 1P+3044F RR+E0601 K3+L5301 A1+A6222 QN+A0429 V7+90999 AT+98941 SL+90715
96+97110 26+88305 LT+J0178 CR+99213 62+22612 XU+97530 QW+G0328 LT+ZZZZZ
63+54640 63+58925 63+42820
76+88305 77+85060 76+71046 76+36415 76+J1100 52+71046 F1+73140 T5+73660 F7+J0775 80+49505
PT+00811 PT+88305 JW+90380 NU+E0601 SL+90471 SL+90380 SL+96380 74+45378 QG+E1390
"""


@pytest.mark.parametrize("pair", APART.split())
def test_a_modifier_does_not_go_on_codes_of_another_family(pair: str) -> None:
    modifier, code = pair.split("+")
    belonging = misfit(modifier, code)
    assert belonging is not None
    assert belonging.on
    assert belonging.source


@pytest.mark.parametrize("pair", TOGETHER.split())
def test_a_modifier_goes_on_the_codes_of_its_family(pair: str) -> None:
    modifier, code = pair.split("+")
    assert misfit(modifier, code) is None


def test_a_modifier_that_is_not_known_is_left_to_another_rule() -> None:
    assert misfit("ZQ", "57511") is None


def test_every_family_with_a_place_has_modifiers() -> None:
    assert set(BELONGINGS) <= {known.family for known in MODIFIERS.values()}


def test_letters_on_an_ambulance_line_are_a_trip() -> None:
    trip = modifier_on("SH", "A0429")
    assert trip is not None
    assert trip.meaning.startswith("from the scene")
    assert misfit("SH", "A0429") is None
    assert modifier_on("HN", "90837") is MODIFIERS["HN"]
    assert modifier_on("RH", "20610") is None
