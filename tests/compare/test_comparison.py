"""What changed between two editions, by section, field, row and word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportkit.check.example import read_example, specimen
from reportkit.compare.comparison import Change, Comparison, compare
from reportkit.compare.rows import match_rows, moved_rows
from reportkit.compare.words import compare_words
from reportkit.model.fees import ReleasePayment
from reportkit.model.rows import fields_of

ROW_22 = """\
  - code: "22"
    description: The work was far above what is usual.
    when_to_use: Use when bleeding or scarring made the freezing much harder than it usually is.
    documentation: The note states the cause and the extra time.
    appended_to: procedure
"""
ROW_59 = """\
  - code: "59"
    description: A distinct service on the same day.
    when_to_use: Use when another service of the same day was separate and no better modifier fits.
    documentation: The note shows a separate site or session.
    appended_to: column-two
"""


def changed(example: str) -> Comparison:
    return compare(specimen({}), specimen(read_example(example)))


def content(comparison: Comparison) -> list[Change]:
    return [change for change in comparison.changes if change.key not in ("report", "input")]


def test_nothing_changed_is_no_change() -> None:
    assert changed("# summary\n").changes == ()


def test_one_word_is_one_change_with_that_word() -> None:
    example = "# summary\nimportance: A claim with the wrong code goes back.\n"
    (change,) = content(changed(example))
    assert (change.key, change.route, change.kind) == ("summary", ("importance",), "edited")
    assert [
        (piece.kind, piece.text) for piece in change.fields[0].words if piece.kind != "same"
    ] == [("removed", "comes"), ("added", "goes")]


def test_a_moved_and_edited_row_is_one_change() -> None:
    edited = ROW_59.replace("A distinct service", "A separate service")
    (change,) = content(changed(f"# coding-specifications\nmodifiers:\n{edited}{ROW_22}"))
    assert change.kind == "moved and edited"
    assert [field.route[-1] for field in change.fields] == ["description"]


def test_an_added_and_a_removed_row_are_told_apart_by_their_code() -> None:
    other = ROW_59.replace('"59"', '"58"')
    changes = content(changed(f"# coding-specifications\nmodifiers:\n{ROW_22}{other}"))
    assert [(change.kind, change.route) for change in changes] == [
        ("added", ("modifiers", 1)),
        ("removed", ("modifiers", 1)),
    ]


def test_rows_without_a_code_are_matched_by_likeness() -> None:
    example = (
        "# clinical-context\n"
        "workflow:\n"
        "  - text: Greet the patient at the door of the room.\n"
        "  - text: Review the biopsy report and obtain consent.\n"
        "  - text: Inspect the cervix and place the probe.\n"
        "    included: true\n"
        "  - text: Freeze, thaw, and freeze again.\n"
    )
    changes = content(changed(example))
    assert [change.kind for change in changes] == ["added", "edited"]


def test_a_changed_section_without_an_entry_in_the_history_is_named() -> None:
    text = "# summary\nimportance: A claim with a wrong code is denied.\n"
    assert changed(text).unrecorded == ("summary",)


def test_an_entry_of_a_new_version_records_the_change() -> None:
    example = (
        "# summary\nimportance: A claim with a wrong code is denied.\n"
        "# report\nrevisions:\n"
        '  - {version: "1.0", date: 2026-11-02, sections: [all], change: First., reason: New.}\n'
        '  - {version: "1.1", date: 2026-11-09, sections: [summary], change: One., reason: It.}\n'
    )
    assert changed(example).unrecorded == ()


@given(st.text(), st.text())
def test_pieces_make_up_both_texts(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert "".join(p.text for p in pieces if p.kind != "added") == old
    assert "".join(p.text for p in pieces if p.kind != "removed") == new


@given(st.lists(st.integers(), unique=True), st.randoms())
def test_every_row_is_matched_once(rows: list[int], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    pairs = match_rows(rows, shuffled)
    assert sorted(i for i, _ in pairs if i is not None) == list(range(len(rows)))
    assert sorted(j for _, j in pairs if j is not None) == list(range(len(rows)))
    kept = [j for i, j in pairs if j is not None and j not in moved_rows(pairs)]
    order = [rows.index(shuffled[j]) for j in kept]
    assert order == sorted(order)


def test_payments_of_releases_are_told_apart_by_the_release() -> None:
    first, second, third = (
        ReleasePayment(release=name, nonfacility_payment=None, facility_payment=None)
        for name in ("RVU25D", "RVU26A", "RVU26B")
    )
    fields = fields_of("input", ("mpfs", "history"))
    assert match_rows((first, second), (second, third), fields) == [(1, 0), (None, 1), (0, None)]


@given(st.lists(st.sampled_from(["A b. ", "c", " ", "D! ", "1.5", "\n"]), max_size=40), st.data())
def test_pieces_make_up_both_of_two_long_texts(parts: list[str], data: st.DataObject) -> None:
    stretch = "It is said once. " * 400
    old, new = (
        "".join(data.draw(st.permutations([*parts, stretch, f"{word} at an end"])))
        for word in ("one", "other")
    )
    pieces = compare_words(old, new)
    assert "".join(p.text for p in pieces if p.kind != "added") == old
    assert "".join(p.text for p in pieces if p.kind != "removed") == new


def test_a_word_of_a_long_text_is_told_by_itself() -> None:
    old = "".join(f"Sentence {number} says so. " for number in range(400))
    pieces = compare_words(old, old.replace("Sentence 77 says", "Sentence 77 denies"))
    assert [(p.kind, p.text) for p in pieces if p.kind != "same"] == [
        ("removed", "says"),
        ("added", "denies"),
    ]


def test_rows_without_identity_are_matched_where_they_are_equal_and_then_by_likeness() -> None:
    old, new = ("so it is.", "be it", "be it"), ("be it", "so it was.", "be it")
    assert match_rows(old, new) == [(1, 0), (0, 1), (2, 2)]


def test_of_many_rows_without_identity_only_equal_ones_are_matched() -> None:
    old = [*(f"row {number}" for number in range(100)), "so", "so"]
    new = ["so", *(f"line {number}" for number in range(100)), "so"]
    matched = [pair for pair in match_rows(old, new) if None not in pair]
    assert matched == [(100, 0), (101, 101)]
