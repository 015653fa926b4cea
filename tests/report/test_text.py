"""What an author reads in the terminal."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

from reportkit.check.example import run_example
from reportkit.check.findings import joined
from reportkit.findings.place import Span, place
from reportkit.report.frame import frame
from reportkit.report.palette import PLAIN
from reportkit.report.text import text_report, told
from reportkit.report.told import Telling, as_json, from_json, unchecked
from reportkit.rules import all_rules

RULES = {rule.name: rule for rule in all_rules()}


def shown(rule: str, example: str) -> str:
    return text_report(run_example(RULES[rule], dedent(example)), PLAIN)


def test_a_finding_shows_rule_message_frame_related_place_help_and_verdict() -> None:
    example = """\
        # coding-specifications
        modifiers:
          - code: "25"
            description: A separate visit.
            when_to_use: Use when the visit was separate from the work before it.
            documentation: The note shows the visit.
            appended_to: companion-e-m
        """
    assert shown("unprovided-modifier", example) == dedent("""\
        error[unprovided-modifier] modifier 25 is not provided; the input provides 22, 59
          --> sections/57511/coding-specifications.yaml:4:11  modifiers[0].code
            |
          4 |   - code: "25"
            |           ^^^^
          ::: report/57511/input.yaml:17:1  the modifiers provided
             |
          17 | modifiers: ["22", "59"]
             | ^^^^^^^^^
          = help: delete the row, or have the modifier added to input.yaml by who provides it

        57511 ready to publish: no. 1 error, 0 warnings, 0 waived, 10 data gaps
        """)


def test_the_exact_stretch_is_marked_inside_a_folded_text() -> None:
    example = """\
        # summary
        relevance: >
          The first line is fine.
          What stands in the provided
          list is shown below.
        """
    lines = shown("pipeline-talk", example).splitlines()
    assert lines[1].startswith("  --> sections/57511/summary.yaml:5:15  relevance")
    assert lines[3] == "  5 |   What stands in the provided"
    assert lines[4] == "    |               ^^^^^^^^^^^^^^^"


def marked(text: str, start: int, end: int) -> list[str]:
    return list(frame(text, place("f", text, Span(start, end)), PLAIN, "error"))


def test_a_long_line_is_cut_around_the_stretch() -> None:
    text = "x" * 300 + " HERE " + "y" * 300
    lines = marked(text, 301, 305)
    assert max(map(len, lines)) < 110
    assert lines[1][lines[2].index("^") : lines[2].rindex("^") + 1] == "HERE"


def test_wide_characters_and_control_characters_keep_the_marks_in_place() -> None:
    lines = marked("日本 \x1b[31mX", 8, 9)
    assert "\x1b" not in lines[1]
    assert lines[2].index("^") == len("1 | 日本 ?[31m") + 2


def test_several_publications_told_one_by_one_read_as_if_they_were_told_at_once() -> None:
    one, other = (run_example(RULES["unprovided-modifier"], dedent(each)) for each in EXAMPLES)
    other = replace(other, publications=("57513",), skipped=(), gaps=(), waivers=(), sources={})
    parts = (one, other)
    telling = Telling(PLAIN, waived_listed=5)
    in_pieces = "".join([*(telling.of(told(part)) for part in parts), telling.end()])
    assert in_pieces == text_report(joined(parts), PLAIN)


EXAMPLES = (
    """\
    # coding-specifications
    modifiers:
      - code: "25"
        description: A separate visit.
        when_to_use: Use when the visit was separate from the work before it.
        documentation: The note shows the visit.
        appended_to: companion-e-m
    """,
    "# summary (absent)\n",
)


def test_what_is_told_is_kept_as_it_is_and_says_what_fails() -> None:
    findings = run_example(RULES["unprovided-modifier"], dedent(EXAMPLES[0]))
    kept = told(findings)
    assert from_json(as_json(kept)) == kept
    assert [kept.fails(severity) for severity in ("error", "warning", "info")] == [True] * 3
    clean = told(run_example(RULES["unprovided-modifier"], EXAMPLES[1]))
    assert [clean.fails(severity) for severity in ("error", "warning", "info")] == [False] * 3


def test_a_publication_that_could_not_be_checked_is_not_ready() -> None:
    telling = Telling(PLAIN, waived_listed=5)
    clean = run_example(RULES["unprovided-modifier"], EXAMPLES[1])
    parts = [told(clean), unchecked("57513", "it took more than 600 seconds")]
    text = "".join([*map(telling.of, parts), telling.end()])
    assert "not checked 57513: it took more than 600 seconds\n" in text
    assert "57513 ready to publish: no. It was not checked\nall ready to publish: no." in text
