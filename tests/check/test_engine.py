"""A check says where each finding stands, and what each rule lacks that could not run."""

from __future__ import annotations

import pytest

from reportkit.check.engine import LONGEST_MESSAGE
from reportkit.check.example import run_example
from reportkit.check.house import house_rule
from reportkit.findings.finding import Finding
from reportkit.model.project import Term
from reportkit.rules import all_rules

RULES = {rule.name: rule for rule in all_rules()}


def banned(phrase: str, message: str) -> tuple[Finding, ...]:
    """What a house finds that bans a phrase which stands twice in one text of it."""
    term = Term(
        name="house-style", banned=(phrase,), message=message, scope=("all",), bad="x", good="y"
    )
    example = (
        "# texts/consent\nwordings:\n  - text: A promise is a promise.\n"
        "# summary\nrelevance: '{{ text.consent }}'\nimportance: '{{ text.consent }}'\n"
    )
    return run_example(house_rule(term), example).findings


@pytest.mark.parametrize(
    "length", [LONGEST_MESSAGE - 1, LONGEST_MESSAGE, LONGEST_MESSAGE + 1, 3000]
)
def test_a_message_is_shortened_if_it_is_too_long(length: int) -> None:
    found = banned("promise", "x" * length)
    said = "x" * length if length <= 2000 else f"{'x' * 1997}..."
    assert [finding.message for finding in found] == [said, said]


def test_what_stands_in_a_house_text_is_told_with_the_first_place_that_prints_it() -> None:
    found = banned("promise", "no {found}")
    assert [finding.section for finding in found] == ["texts/consent", "texts/consent"]
    assert [[(one.label, one.place.route) for one in finding.related] for finding in found] == [
        [("printed here", ("relevance",))],
        [("printed here", ("relevance",))],
    ]
    assert found[0].fingerprint != found[1].fingerprint


@pytest.mark.parametrize(
    ("rule", "example", "lacking"),
    [
        ("thin-when-to-use", "# coding-specifications (absent)\n", ["coding-specifications"]),
        ("thin-when-to-use", "# coding-specifications (whole)\n[\n", ["coding-specifications"]),
        ("thin-when-to-use", "# coding-specifications (unwritten)\n", []),
        ("unfounded-payment", "# input\nmpfs.status: [A]\n", ["mpfs.status of input"]),
    ],
)
def test_a_rule_that_could_not_run_says_what_it_waits_for(
    rule: str, example: str, lacking: list[str]
) -> None:
    assert [skip.needs for skip in run_example(RULES[rule], example).skipped] == lacking


@pytest.mark.parametrize(("text", "end"), [("", 0), ("#", 1), ("# Nothing yet.\n", 1)])
def test_a_file_that_holds_nothing_is_found_at_its_first_character(text: str, end: int) -> None:
    (finding,) = run_example(RULES["empty-file"], f"# summary (whole)\n{text}").findings
    assert (finding.place.span.start, finding.place.span.end) == (0, end)


def test_findings_come_in_the_order_of_files_and_places() -> None:
    example = (
        "# billing-overview\nunits: It is important to note.\n"
        "# summary\nimportance: It is important to note.\nrelevance: It is important to note.\n"
    )
    found = run_example(RULES["vague-filler"], example).findings
    assert [one.place.route for one in found] == [("relevance",), ("importance",), ("units",)]
