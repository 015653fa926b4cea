"""The indicators of the fee schedule give a second procedure, side or part its share of the fee."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from reportkit.check.example import read_example, specimen
from reportkit.check.fee_shares import fits, true_share
from reportkit.reading.shares import ShareMention, Whose


@pytest.mark.parametrize(
    ("whose", "data", "share"),
    [
        ("second procedure", {"multiple_procedure": "0"}, ("1", "multiple_procedure")),
        ("second procedure", {"multiple_procedure": "2"}, ("0.5", "multiple_procedure")),
        ("second procedure", {"multiple_procedure": "4"}, None),
        ("both sides", {"bilateral": "0"}, ("1", "bilateral")),
        ("both sides", {"bilateral": "1"}, ("1.5", "bilateral")),
        ("both sides", {"bilateral": "2"}, ("1", "bilateral")),
        ("both sides", {"bilateral": "3"}, ("2", "bilateral")),
        ("both sides", {"bilateral": "9"}, None),
        ("before", {"global_days": "010"}, ("0.10", "preoperative")),
        ("operation", {"global_days": "090"}, ("0.80", "intraoperative")),
        ("aftercare", {"global_days": "010"}, ("0.10", "postoperative")),
        ("aftercare", {"global_days": "000"}, None),
        ("operation", {"global_days": "XXX"}, None),
    ],
)
def test_a_share_is_what_the_indicator_says(
    whose: Whose, data: dict[str, Any], share: tuple[str, str] | None
) -> None:
    mpfs = specimen(read_example("# input\nas_of: 2026-11-01\n")).input.mpfs
    assert mpfs is not None
    expected = None if share is None else (Decimal(share[0]), share[1])
    assert true_share(mpfs.model_copy(update=data), whose) == expected


@pytest.mark.parametrize(
    ("said", "is_rough", "right"),
    [
        ("0.52", False, True),
        ("0.48", False, True),
        ("0.53", False, False),
        ("0.55", True, True),
        ("0.45", True, True),
        ("0.56", True, False),
    ],
)
def test_words_come_near_a_share(said: str, is_rough: bool, right: bool) -> None:
    mention = ShareMention("second procedure", Decimal(said), is_rough, 0, 1)
    assert fits(mention, Decimal("0.5")) is right
