"""What sentences claim in words that no list of phrases has: numbers, moves, entries."""

from __future__ import annotations

from decimal import Decimal

import pytest

from reportkit.findings.place import Route
from reportkit.model.base import Prose
from reportkit.reading.aftercare import modifier_ends
from reportkit.reading.ages import ages, is_cared_for, sexes
from reportkit.reading.bare_modifiers import bare_modifiers, is_used_as_modifier
from reportkit.reading.dates import dates, version_mentions
from reportkit.reading.modifiers import joined
from reportkit.reading.moves import move_in
from reportkit.reading.people_served import groups_served
from reportkit.reading.periods import billed_pregnancy_visits, global_periods
from reportkit.reading.releases import code_set_years
from reportkit.reading.sides import bare_sides
from reportkit.reading.sites import place_codes
from reportkit.reading.statements import statements
from reportkit.reading.text import Text
from reportkit.reading.tolerated import tolerated
from reportkit.reading.unit_basis import least_minutes
from reportkit.reading.units import conversions, unit_sizes
from reportkit.workspace.passages import Passage


def text_of(words: str, key: str = "summary", route: Route = ("relevance",)) -> Text:
    return Text(Passage(key, route, Prose(words)))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Three of these on one day get through.", [(3, True)]),
        ("A fifth test on the same day is sent back.", [(5, False)]),
        ("More than two on a day will be questioned.", [(3, False)]),
        ("The edit rejects the second visit of a day.", [(2, False)]),
        ("Four units on a line are not accepted.", [(4, False)]),
        ("Six may be charged on a day before anybody asks.", [(6, True)]),
        ("Two visits on one day are paid if each has its reason.", []),
        ("Three views are taken on one day.", []),
        ("Two tests are paid.", []),
    ],
)
def test_how_many_are_let_through(words: str, said: list[tuple[int, bool]]) -> None:
    assert [(one.number, one.let_through) for one in tolerated(text_of(words))] == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("From six minutes up a unit is billed.", [(6, "from")]),
        ("Nine minutes are enough for a unit.", [(9, "enough")]),
        ("Ten minutes are too short for a unit.", [(10, "too few")]),
        ("At least 23 minutes make two units billed.", []),
    ],
)
def test_the_least_minutes_of_a_unit(words: str, said: list[tuple[int, str]]) -> None:
    assert [(one.minutes, one.says) for one in least_minutes(text_of(words))] == said


@pytest.mark.parametrize(
    ("words", "amount", "units"),
    [
        ("Forty minutes, two units.", 40, 2),
        ("A 45 mg dose? Two units.", 45, 2),
        ("A quarter of an hour gets you three.", 15, 3),
        ("An hour fills five units.", 60, 5),
        ("An hour, and two units.", 60, 2),
        ("A session of 40 minutes has no more than two units.", None, None),
    ],
)
def test_an_amount_beside_its_units(words: str, amount: int | None, units: int | None) -> None:
    expected = [] if amount is None else [(amount, units)]
    said = [(int(one.amount), int(one.units)) for one in conversions(text_of(words))]
    assert said == expected


def test_a_unit_in_steps() -> None:
    (size,) = unit_sizes(text_of("Units run in steps of twelve minutes."))
    assert (size.amount, size.measure) == (Decimal(12), "minute")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The fee falls when the case leaves the hospital for the office.", (True, False)),
        ("Seeing patients in a hospital rather than in the office raises it.", (False, True)),
        ("Moving from the office into a facility does not lower the fee.", None),
        ("The fee rises every year.", None),
    ],
)
def test_a_move_between_settings(words: str, said: tuple[bool, bool] | None) -> None:
    text = text_of(words)
    move = move_in(text.sentences[0])
    assert (move and (move.into_office, move.raises)) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Of office and hospital, the latter is paid more.", [("office pays more", False)]),
        ("Of office and hospital, the former is paid more.", [("office pays more", True)]),
        (
            "The hospital is paid less than the surgery center.",
            [("hospital is paid more than a center", False)],
        ),
        ("Place of service has no bearing on the fee.", [("same in both settings", True)]),
        ("An aftercare period of its own is no part of it.", []),
    ],
)
def test_which_setting_is_paid_more(words: str, said: list[tuple[str, bool]]) -> None:
    assert [(one.topic, one.says) for one in statements(text_of(words))] == said


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Global: 10.", [10]),
        ("The window closes on day 30.", [30]),
        ("The fee covers the day of the operation and nothing beyond it.", [0]),
        ("The 60-day rule for follow-up care holds.", [60]),
        ("How long is the global? Sixty days.", [60]),
        ("The 60-day rule for money paid back holds.", []),
    ],
)
def test_days_of_the_global_period(words: str, days: list[int]) -> None:
    assert [one.days for one in global_periods(text_of(words), "64721")] == days


def test_days_after_which_no_modifier_is_needed() -> None:
    (end,) = modifier_ends(text_of("After a fortnight no modifier is needed."))
    assert end.days == 14


def test_visits_of_a_pregnancy_that_are_billed() -> None:
    assert billed_pregnancy_visits(text_of("Prenatal visits are billed as they come."))
    assert not billed_pregnancy_visits(text_of("Prenatal visits are not billed apart."))
    assert not billed_pregnancy_visits(
        text_of("Prenatal visits by another practice are billed apart.")
    )


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Office: 12.", ["12"]),
        ("Office (12), emergency room (32).", ["12", "32"]),
        ("For the office, box 24B reads 12.", ["12"]),
        ("Place of service twenty-two stands there.", ["22"]),
        ("Office: 12 percent.", []),
    ],
)
def test_places_of_service_in_entries(words: str, codes: list[str]) -> None:
    assert sorted(place.code for place in place_codes(text_of(words))) == codes


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Then 91 goes on the second line.", ["91"]),
        ("The practice sends 26 together with the code.", ["26"]),
        ("The practice sends 26 letters.", []),
        ("LT and RT stand on one line.", ["LT", "RT"]),
        ("JZ means that nothing was left.", ["JZ"]),
    ],
)
def test_modifiers_without_their_word(words: str, codes: list[str]) -> None:
    assert [code for code, _, _ in bare_modifiers(text_of(words))] == codes


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        ("It is sent as 64721-50-RT.", [("50", "RT")]),
        ("A claim takes P2 and P3.", [("P2", "P3")]),
        ("LT stands on one line and RT on the next.", []),
        ("Never write AA-QK.", []),
    ],
)
def test_modifiers_on_one_line(words: str, pairs: list[tuple[str, str]]) -> None:
    assert [(one.first, one.second) for one in joined(text_of(words), None)] == pairs


def test_two_capitals_that_are_spoken_of_as_a_modifier() -> None:
    assert is_used_as_modifier(text_of("GP belongs to therapy."), 0, 2)
    assert not is_used_as_modifier(text_of("GP practices differ."), 0, 2)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("A septuagenarian, she lives alone.", [(70, 79, True)]),
        ("She is in her hundredth year.", [(99, 99, True)]),
        ("Her mother lived to be ninety-five.", [(95, 95, False)]),
        ("At just forty-one this carpenter can no longer kneel.", [(41, 41, True)]),
    ],
)
def test_ages_and_whose_they_are(words: str, said: list[tuple[int, int, bool]]) -> None:
    assert [(one.years, one.highest, one.of_patient) for one in ages(text_of(words))] == said


def test_what_is_said_of_patients_alone() -> None:
    sent, came = text_of("He is sent home at noon."), text_of("He came into the room.")
    assert is_cared_for(sent, sexes(sent)[0])
    assert not is_cared_for(came, sexes(came)[0])


def test_people_who_get_a_service() -> None:
    assert [one.sex for one in groups_served(text_of("Male patients are tested, too."))] == ["male"]
    assert not groups_served(text_of("Men are not tested."))


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("It is tender on the left.", ["left"]),
        ("The operated (right) hand heals.", ["right"]),
        ("It is weaker than on the left.", []),
        ("If it is on the left, another code applies.", []),
    ],
)
def test_sides_without_their_part(words: str, named: list[str]) -> None:
    assert [mention.side for mention in bare_sides(text_of(words))] == named


def test_seasons_and_feasts_are_dates() -> None:
    (spring,) = dates("in spring 2025")
    (feast,) = dates("on New Year's Day 2026")
    assert spring.months == {3, 4, 5, 6}
    assert (feast.year, feast.month, feast.day) == (2026, 1, 1)


def test_versions_and_code_sets_by_year() -> None:
    assert [one.version for one in version_mentions(text_of("Edition 3.2 of this report."))] == [
        "3.2"
    ]
    text = text_of("CPT 2024 is used, and ICD-10-CM of fiscal year 2025.")
    assert [(one.code_set, one.year) for one in code_set_years(text)] == [
        ("cpt", "2024"),
        ("icd10cm", "2025"),
    ]


def test_a_question_and_a_short_answer_are_one_sentence() -> None:
    assert len(text_of("Both hands? Then 50 applies. The note says so.").sentences) == 2
    assert len(text_of("Who asks? The payer asks for it in the first letter.").sentences) == 2


def test_a_verb_that_takes_a_denial_back_denies_nothing() -> None:
    text = text_of("Do not forget the modifier. Do not append the modifier.")
    found = [text.polarity(start, start + 8) for start in (18, 45)]
    assert found == ["asserted", "advised against"]
