"""An example of a rule varies the specimen, file by file."""

from __future__ import annotations

import pytest

from reportkit.check.example import read_example, run_example, specimen
from reportkit.check.variation import BadExample
from reportkit.model.sections import AUTHORED
from reportkit.rules import all_rules

RULES = {rule.name: rule for rule in all_rules()}


def test_files_are_read_with_how_they_are_to_be_taken() -> None:
    example = (
        "# summary\nrelevance: One.\n\n# input (whole)\nx\n# report (before)\ny\n"
        "# summary (beside)\nz\n# code (beside)\n57513 57520\n# texts/consent\nw\n"
    )
    assert read_example(example) == {
        "summary": ("relevance: One.\n\n", "keys"),
        "input": ("x\n", "whole"),
        "report (before)": ("y\n", "before"),
        "summary (beside)": ("z\n", "beside"),
        "code (beside)": ("57513 57520\n", "beside"),
        "texts/consent": ("w\n", "keys"),
    }


@pytest.mark.parametrize(
    ("example", "message"),
    [
        ("# sumary\nx\n", "`# sumary` names no file; known: project, report, input, "),
        ("relevance: One.\n", "an example starts with a line `# key` that names a file"),
        ("One.\n# summary\nx\n", "an example starts with a line `# key` that names a file"),
        ("", "an example starts with a line `# key` that names a file"),
    ],
)
def test_what_names_no_file_is_refused(example: str, message: str) -> None:
    with pytest.raises(BadExample) as refused:
        read_example(example)
    assert str(refused.value).startswith(message)


def test_the_specimen_has_its_own_files_and_those_that_are_named() -> None:
    assert list(specimen({}).files) == ["project", "report", "input", *AUTHORED]
    varied = specimen(
        read_example(
            "# waivers\nwaivers: []\n# texts/consent\nwordings: []\n# summary (unwritten)\n"
        )
    )
    assert {*varied.files} == {
        "project",
        "report",
        "input",
        *AUTHORED,
        "waivers",
        "texts/consent",
    } - {"summary"}
    assert varied.files["waivers"].file.text == "reportkit: waivers/1\nwaivers: []\n"
    assert varied.house_texts == {"consent"}


def test_the_specimen_is_the_report_of_another_code() -> None:
    publication = specimen(read_example("# code\n99213\n"))
    assert (publication.code, publication.report.code) == ("99213", "99213")
    assert publication.files["report"].file.path == "report/99213/report.yaml"
    assert "57511" not in publication.files["report"].file.text
    assert publication.previous is None


def test_the_edition_before_is_the_specimen_but_for_what_is_said_of_it() -> None:
    text = "# summary\nrelevance: New.\n# summary (before)\nrelevance: Old.\n# code\n99213\n"
    now = specimen(read_example(text))
    assert now.previous is not None
    assert (now.summary.relevance, now.previous.summary.relevance) == ("New.", "Old.")
    assert (now.code, now.previous.code) == ("99213", "99213")


@pytest.mark.parametrize(
    ("form", "content"),
    [
        ("crlf", b"relevance: caf\xc3\xa9\r\n"),
        ("keys", b"relevance: caf\xc3\xa9\n"),
    ],
)
def test_lines_end_as_an_example_says(form: str, content: bytes) -> None:
    word = "" if form == "keys" else f" ({form})"
    loaded = specimen(read_example(f"# summary{word}\nrelevance: café\n")).files["summary"]
    assert content.decode() in loaded.file.text


def test_a_file_that_is_absent_or_in_another_encoding_is_told() -> None:
    for form, rule in (("absent", "missing-file"), ("latin-1", "not-utf8")):
        found = run_example(RULES[rule], f"# summary ({form})\nrelevance: café\n").findings
        assert [(finding.rule, finding.section) for finding in found] == [(rule, "summary")]


def test_a_rule_that_reads_the_outcome_is_told_alone() -> None:
    example = (
        "# waivers\nwaivers:\n  - {rule: vague-filler, path: sections/57511/summary.yaml, "
        "reason: It is quoted from the law., owner: Lead editor, expiry: 2026-11-01}\n"
        "# summary\nrelevance: It is important to note.\n"
    )
    outcome = run_example(RULES["expired-waiver"], example, all_rules())
    assert [finding.rule for finding in outcome.findings] == ["expired-waiver"]
    assert run_example(RULES["unused-waiver"], example, all_rules()).findings == ()
