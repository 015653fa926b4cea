"""An edit of a text is told by what it does to what the text says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.reading.shift import shift

EDITS = (
    ("It is paid about $200.", "It is paid about $200.18.", "rounding"),
    ("It is paid {{ input.asc.rate | money }}.", "It is paid {{ input.asc.rate }}.", "rounding"),
    ("The code covers one visit.", "One visit is covered by the code.", "wording"),
    ("Bill 1,200 units.", "Bill 1200 units.", "wording"),
    ("The limit is 2 units.", "The limit is 3 units.", "amount"),
    ("The limit is two units.", "The limit is three units.", "amount"),
    ("Paid {{ input.mpfs.work_rvu }}.", "Paid {{ input.mpfs.mp_rvu }}.", "amount"),
    ("A visit is paid.", "A visit is paid, as are 2 more.", "amount"),
    ("Modifier 25 is used.", "Modifier 25 is not used.", "reversal"),
    ("It is never billed alone.", "It is billed alone.", "reversal"),
    ("Se factura con la visita.", "Nunca se factura con la visita.", "reversal"),
    ("The lesion is frozen. Add modifier 22 with a note.", "The lesion is frozen.", "reversal"),
    (
        "The lesion is frozen. The probe is held on.",
        "The lesion is frozen, the probe held on.",
        "wording",
    ),
)


@pytest.mark.parametrize(("old", "new", "kind"), EDITS)
def test_an_edit_is_a_rounding_a_wording_an_amount_or_a_reversal(
    old: str, new: str, kind: str
) -> None:
    assert shift(old, new) == kind


@given(st.text())
def test_the_same_text_is_at_most_worded_otherwise(text: str) -> None:
    assert shift(text, text) == "wording"


@given(st.text(), st.text())
def test_every_edit_is_told_and_weighs_the_same_both_ways_but_for_what_is_gone(
    old: str, new: str
) -> None:
    there, back = shift(old, new), shift(new, old)
    assert there == back or "reversal" in (there, back)
