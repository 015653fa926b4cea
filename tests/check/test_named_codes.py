"""A sentence means a related code by its number, or by words that its note alone has."""

from __future__ import annotations

import pytest

from reportkit.check.example import read_example, specimen
from reportkit.check.named_codes import NotedCodes, told_beyond, told_by
from reportkit.reading.text import worded_texts

ROWS = """\
# input
related_codes:
  - {code: "57452", code_system: CPT, relation: bundled, note: Inspection through a lens.}
  - {code: "57500", code_system: CPT, relation: family, note: Biopsy with forceps.}
  - {code: "57505", code_system: CPT, relation: family, note: Scraping of the canal by a curette.}
  - {code: "57510", code_system: CPT, relation: family, note: Destruction with forceps that burn.}
"""

OPENING = ("And", "so", "it", "may", "be", "or", "not", "as", "it", "was", "in", "all", "of", "it")


def named(relevance: str, rows: str = ROWS) -> list[tuple[str, str]]:
    """Each code that the sentences mean, with the words that tell it."""
    publication = specimen(read_example(f"# summary\nrelevance: {relevance}\n{rows}"))
    noted = NotedCodes(publication)
    (text,) = [
        text
        for text in worded_texts(publication)
        if (text.key, text.route) == ("summary", ("relevance",))
    ]
    return [
        (code.code, text.plain[code.start : code.end])
        for sentence in text.sentences
        for code in noted.named(text, sentence)
    ]


@pytest.mark.parametrize("before", range(14))
def test_words_of_a_note_tell_its_code_if_three_stand_between_them(before: int) -> None:
    start = OPENING[:before]
    assert named(" ".join([*start, "lens for use in inspection."])) == [("57452", "lens")]
    assert named(" ".join([*start, "lens for use in any inspection."])) == []


@pytest.mark.parametrize("before", range(1, 8))
def test_the_first_word_of_a_note_tells_its_code_after_an_article_right_before(before: int) -> None:
    start = OPENING[:before]
    assert named(" ".join([*start, "the biopsy is paid."])) == [("57500", "biopsy")]
    assert named(" ".join([*start, "a biopsy is paid."])) == []
    assert named(" ".join(["This", *start, "biopsy is paid."])) == []
    assert named(" ".join([*start, "the new biopsy is paid."])) == []


@pytest.mark.parametrize(
    ("relevance", "expected"),
    [
        ("Biopsy is paid beside this.", []),
        ("Nothing opens it. Pay the biopsy alone.", [("57500", "biopsy")]),
        ("The biopsy is one, and the biopsy is paid.", [("57500", "biopsy")]),
        ("Forceps for the biopsy are paid.", [("57500", "Forceps")]),
        ("The forceps are paid, and so is the canal.", []),
        ("The curette is of the canal.", [("57505", "curette")]),
        ("That scraping, and that fire.", [("57505", "scraping")]),
        ("The biopsy is paid with CPT 57452.", [("57452", "57452")]),
        ("CPT 57452 and CPT 57500 are paid.", [("57452", "57452"), ("57500", "57500")]),
        ("CPT 57452 is paid. The biopsy is not.", [("57452", "57452"), ("57500", "biopsy")]),
    ],
)
def test_a_sentence_means_what_no_other_note_says(
    relevance: str, expected: list[tuple[str, str]]
) -> None:
    assert named(relevance) == expected


def test_the_words_of_the_report_itself_tell_no_other_code() -> None:
    own = "definition: A biopsy through a lens.\n"
    assert named(f"The biopsy is paid, and inspection by lens.\n{own}") == [("57452", "inspection")]
    assert named("The biopsy is paid.", f"{ROWS}# report\ntitle: Biopsy of the cervix\n") == []


NOTES = {"1": "Biopsy with forceps", "2": "Scraping and biopsy", "3": "Destruction by heat"}


@pytest.mark.parametrize(
    ("words", "least", "code"),
    [
        ("a biopsy with forceps", 2, "1"),
        ("a biopsy", 1, None),
        ("forceps", 1, "1"),
        ("forceps", 2, None),
        ("heat and destruction", 2, "3"),
        ("the destroyed part", 1, None),
        ("the destructive part", 1, "3"),
        ("a scrape", 1, None),
        ("scrapings", 1, "2"),
    ],
)
def test_words_are_those_of_one_note(words: str, least: int, code: str | None) -> None:
    assert told_by(words, NOTES, least) == code


def test_two_words_are_asked_for() -> None:
    assert told_by("forceps", NOTES) is None
    assert told_by("forceps for a biopsy", NOTES) == "1"


@pytest.mark.parametrize(
    ("words", "own", "code"),
    [
        ("forceps", "", "1"),
        ("biopsy", "", None),
        ("biopsy and forceps", "A biopsy.", "1"),
        ("forceps", "Forceps.", None),
        ("heat by hand", "", "3"),
        ("hot hand", "", None),
    ],
)
def test_words_that_the_report_has_not_are_those_of_one_note(
    words: str, own: str, code: str | None
) -> None:
    assert told_beyond(words, NOTES, own) == code
