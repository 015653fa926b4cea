"""The list of editions shows any change of an entry, and which edition a day falls to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportkit.check.example import specimen
from reportkit.model.editions import Edition, Editions
from reportkit.model.version import Number, number
from reportkit.publish.frozen import edition_of, recall_entry, sealed
from reportkit.workspace.editions import breaks, edition_on, entry_sha256, state_on

DAY = date(2026, 1, 1)
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


def chain(*days: int) -> Editions:
    """Editions that take effect so many days after DAY, released in this order."""
    released: list[Edition] = []
    for count, days_after in enumerate(days):
        entry = edition_of(specimen({}), {"57511.pdf": b"%d" % count}, None, NOON)
        changes = {
            "version": f"1.{count}",
            "effective": DAY + timedelta(days_after),
            "before": released[-1].sha256 if released else None,
        }
        released.append(sealed(entry.model_copy(update=changes)))
    return Editions(reportkit="editions/1", released=tuple(released))


CHANGES: tuple[dict[str, object], ...] = (
    {"version": "1.9"},
    {"released": NOON + timedelta(seconds=1)},
    {"published": DAY},
    {"effective": DAY},
    {"ended": DAY},
    {"change": "wording"},
    {"content_sha256": "0"},
    {"made_with": ()},
    {"files": {}},
    {"before": "0"},
    {"sha256": "0"},
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: next(iter(change)))
@pytest.mark.parametrize("index", range(3))
def test_any_change_of_any_entry_is_a_break_at_it(change: dict[str, object], index: int) -> None:
    editions = chain(1, 2, 3)
    assert list(breaks("57511", editions)) == []
    entries = list(editions.released)
    entries[index] = entries[index].model_copy(update=change)
    changed = editions.model_copy(update={"released": tuple(entries)})
    assert index in [found.index for found in breaks("57511", changed)]


def test_every_part_of_an_entry_is_among_the_changes() -> None:
    assert {key for change in CHANGES for key in change} == set(Edition.model_fields)


def test_an_entry_that_is_sealed_anew_breaks_the_next() -> None:
    editions = chain(1, 2)
    first = sealed(editions.released[0].model_copy(update={"effective": DAY}))
    assert first.sha256 == entry_sha256(first)
    changed = editions.model_copy(update={"released": (first, editions.released[1])})
    assert [(found.part, found.index) for found in breaks("57511", changed)] == [("released", 1)]


def test_a_recall_stands_for_one_edition_as_it_was() -> None:
    editions = chain(1, 2)
    recall = recall_entry(editions, editions.released[0], "Bo Coder", "A column shifted.", NOON)
    recalled = editions.model_copy(update={"recalled": (recall,)})
    assert list(breaks("57511", recalled)) == []
    states = [state_on(recalled, edition, DAY + timedelta(9)) for edition in recalled.released]
    assert states == ["recalled", "in force"]
    reworded = recall.model_copy(update={"reason": "Nothing."})
    changed = recalled.model_copy(update={"recalled": (reworded,)})
    assert [(found.part, found.index) for found in breaks("57511", changed)] == [("recalled", 0)]
    alone = recalled.model_copy(update={"released": recalled.released[1:]})
    assert ("recalled", 0) in [(found.part, found.index) for found in breaks("57511", alone)]


@given(st.lists(st.integers(0, 20), min_size=1, max_size=6), st.integers(-1, 21))
def test_a_day_falls_to_the_latest_effect_and_then_to_the_latest_release(
    days: list[int], asked: int
) -> None:
    found = edition_on(chain(*days), DAY + timedelta(asked))
    begun = [(days_after, count) for count, days_after in enumerate(days) if days_after <= asked]
    assert (found and found.version) == (f"1.{max(begun)[1]}" if begun else None)


@given(st.integers(0, 999_999), st.integers(0, 999_999), st.integers(0, 999_999))
def test_the_number_of_a_version_is_read_as_it_is_written(one: int, two: int, three: int) -> None:
    assert number(str(Number(one, two, three))) == (one, two, three)


@given(st.text() | st.from_regex(r"\d+\.\d+(?:\.\d+)?", fullmatch=True))
def test_a_version_that_is_read_can_name_a_folder(text: str) -> None:
    assert number(text) is None or set(text) <= set("0123456789.")
