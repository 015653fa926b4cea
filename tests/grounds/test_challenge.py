"""Facts are changed one at a time, and what nothing notices is counted."""

from __future__ import annotations

from datetime import date

from reportkit.challenge.challenge import challenge, shares
from reportkit.challenge.change import changed
from reportkit.challenge.fields import field_changes
from reportkit.challenge.swaps import another_code
from reportkit.challenge.texts import text_changes
from reportkit.check.example import read_example, specimen
from reportkit.rules import all_rules
from reportkit.workspace.publication import Publication

DAY = date(2026, 11, 2)
RULES = [rule for rule in all_rules() if rule.name in ("ungrounded-statement", "broken-condition")]
EXAMPLE = """
# summary
relevance: Modifier 59 opens no pair {{ holds("59" in input.modifiers) }}, and she waits.
importance: Medicare pays for it [@manual].
"""


def varied(kind: str) -> list[tuple[str, str]]:
    publication = specimen(read_example(EXAMPLE))
    return [
        (change.old(publication), change.new)
        for change in text_changes(publication)
        if change.kind == kind and change.key == "summary"
    ]


def after(publication: Publication, kind: str) -> str:
    change = next(one for one in text_changes(publication) if one.kind == kind)
    return str(changed(publication, change).files[change.key].file.text)


def test_each_kind_of_fact_is_changed_in_its_way() -> None:
    assert varied("codes") == [("59", "50")]
    assert varied("sex") == [("she", "he")]
    assert varied("citations") == [("[@manual]", "")]
    assert ("pays", "does not pay") in varied("words of meaning")
    assert varied("payers") == [("Medicare", "Aetna")]


def test_what_stands_in_braces_is_no_prose() -> None:
    assert all("holds" not in old for kind in ("codes", "digits") for old, _ in varied(kind))


def test_a_change_stands_in_the_file_and_nowhere_else() -> None:
    text = after(specimen(read_example(EXAMPLE)), "sex")
    assert "and he waits." in text
    assert "Medicare pays for it [@manual]." in text


def test_data_changes_as_if_its_hash_had_been_renewed() -> None:
    publication = specimen(read_example(EXAMPLE))
    change = next(one for one in field_changes(publication) if one.kind == "data")
    there = changed(publication, change)
    assert there.report.input_sha256 == there.files["input"].file.sha256


def test_what_is_noticed_is_told_apart_from_what_is_not() -> None:
    tried = challenge(specimen(read_example(EXAMPLE)), RULES, DAY)
    noticed = {change.old: change.noticed_by for change in tried}
    assert noticed["[@manual]"] == ("ungrounded-statement",)
    assert noticed["she"] == ()
    counted = {share.kind: (share.noticed, share.tried) for share in shares(tried)}
    assert counted["sex"][0] == 0
    assert counted["citations"] == (1, counted["citations"][1])


def test_a_sentence_that_stands_on_nothing_is_named_as_it_is() -> None:
    text = "# summary\nrelevance: Medicare pays for it.\nimportance: Medicare pays [@manual]."
    changes = text_changes(specimen(read_example(text)))
    routes = {change.route for change in changes if change.key == "summary"}
    assert routes == {("importance",)}


def test_a_code_of_letters_becomes_another_one() -> None:
    assert another_code("JW") == "JX"
    assert another_code("57519") == "57510"
