"""The measure itself: what counts as found, as well placed and as a false alarm."""

from __future__ import annotations

from pathlib import Path

import pytest
from base_reports import apply, route_of
from judgement_figures import Figures, Judged, figures, grounds, judge, worst
from labelled_cases import Case, Kind, Subject, Verdict, read_cases


def case(
    text: str,
    verdict: Verdict = "wrong",
    *,
    catch: str | None = None,
    at: str = "summary.importance",
    subject: Subject = "coverage",
    kind: Kind = "digits",
    speaks: bool | None = None,
) -> Case:
    return Case(
        "made-up", "64721", subject, kind, at, verdict, "of the test", "append", text, catch, speaks
    )


def judged(verdict: Verdict, *, caught: bool = False, kind: Kind = "digits") -> Judged:
    return Judged(case("Any.", verdict, kind=kind), (), caught, caught, asked_for_ground=False)


def test_a_finding_on_the_words_is_found_and_well_placed() -> None:
    outcome = judge(case("Humana asks for notes.", catch="Humana"))
    assert (outcome.caught, outcome.placed, outcome.missed) == (True, True, False)


def test_a_finding_elsewhere_on_the_text_is_found_and_not_well_placed() -> None:
    outcome = judge(case("Humana asks for notes.", catch="asks for notes"))
    assert (outcome.caught, outcome.placed) == (True, False)


def test_a_right_text_with_a_finding_is_a_false_alarm() -> None:
    assert judge(case("Humana asks for notes.", "right")).false_alarm


def test_what_the_base_has_already_is_no_finding_of_the_case() -> None:
    assert judge(case("The band is divided by hand.", "right")).findings == ()


def test_words_with_quotes_and_hidden_characters_are_found_where_they_were_typed() -> None:
    changed = apply(case('The "band\u00ad" is divided.', catch='"band\u00ad"'))
    (publication,) = changed.workspace.publications
    text = publication.files["summary"].file.text
    assert text[changed.main.words.start : changed.main.words.end] == r"\"band" + "\u00ad" + r"\""


def test_an_item_added_to_a_list_is_the_place_of_the_change() -> None:
    added = Case("made-up", "64721", "dates", "digits", "report.audience", "right", "of the test",
                 "add", "auditors")  # fmt: skip
    assert apply(added).main.route == ("audience", 2)


def test_the_report_names_the_hash_of_the_input_as_it_was_changed() -> None:
    changed = Case("made-up", "64721", "units", "digits", "input.mue.practitioner.units", "right",
                   "of the test", "set", 1)  # fmt: skip
    (publication,) = apply(changed).workspace.publications
    assert publication.report.input_sha256 == publication.files["input"].file.sha256


def test_shares_are_counted_over_wrong_and_right_texts_apart() -> None:
    counted = figures([judged("wrong", caught=True), judged("wrong"), judged("right")])
    assert counted == Figures(wrong=2, found=1, placed=1, right=1, false_alarms=0)
    assert (counted.recall, counted.alarm_rate, counted.placed_share) == (50.0, 0.0, 100.0)


def test_a_share_of_nothing_is_none() -> None:
    assert figures([]).recall is None


def test_the_worst_group_has_wrong_texts_enough_to_be_judged() -> None:
    few = [judged("wrong", kind="list")]
    many = [judged("wrong", kind="digits", caught=index < 3) for index in range(5)]
    assert worst((*few, *many)) == ("subject coverage", 50.0)


def test_sentences_named_are_held_against_those_that_speak() -> None:
    outcomes = [
        Judged(case("Any.", "right", speaks=speaks), (), False, False, asked_for_ground=named)
        for speaks, named in ((True, True), (True, False), (False, True), (None, True))
    ]
    counted = grounds(outcomes)
    assert (counted.named, counted.rightly_named, counted.speaking) == (2, 1, 2)


def test_a_place_is_read_as_file_and_route() -> None:
    assert route_of("coding-specifications.modifiers[0].when_to_use") == (
        "coding-specifications",
        ("modifiers", 0, "when_to_use"),
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("append: A., set: B.", "it takes one"),
        ("append: A., kind: sums", "sums is not one of"),
        ("append: A., colour: red", "colour"),
    ],
)
def test_a_malformed_case_is_refused_by_name(tmp_path: Path, row: str, message: str) -> None:
    rest = "" if "kind" in row else "kind: digits, "
    (tmp_path / "made.yaml").write_text(
        f'- {{id: x-1, base: "64721", subject: units, {rest}at: summary.importance, '
        f"verdict: right, because: test, {row}}}\n"
    )
    with pytest.raises(ValueError, match=message) as refusal:
        read_cases(tmp_path)
    assert "made.yaml, case x-1" in str(refusal.value)


def test_a_place_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match=r"nothing is at summary\.preface"):
        apply(case("Any.", at="summary.preface"))


def test_words_that_are_not_in_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="`Aetna` is not in the text"):
        apply(case("Humana asks.", catch="Aetna"))
