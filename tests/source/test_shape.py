"""Loading a file as its model: what is wrong is said once, precisely, at its place."""

from __future__ import annotations

from importlib.resources import files

import pytest
from pydantic import BaseModel

from reportkit.check.example import OPTIONAL
from reportkit.check.variation import vary
from reportkit.findings.edit import Edit, apply_edits
from reportkit.model.files import MODELS
from reportkit.source.file import decode
from reportkit.source.load import Loaded, load


def specimen(key: str) -> str:
    return files("reportkit.check.specimen").joinpath(f"{key}.yaml").read_text("utf-8")


def read(key: str, content: str | bytes) -> Loaded[BaseModel]:
    data = content if isinstance(content, bytes) else content.encode()
    file, problems = decode(f"{key}.yaml", data)
    return load(file, MODELS[key], problems)


def changed(key: str, old: str, new: str) -> Loaded[BaseModel]:
    text = specimen(key)
    assert old in text
    return read(key, text.replace(old, new, 1))


WRONG = {
    "a code as a number": (
        "input", 'code: "57511"', "code: 57511",
        ("number-for-text", "57511", "`code` is written as the number 57511; codes are text")),
    "a period with its zero": (
        "input", 'global_days: "010"', "global_days: 010",
        ("number-for-text", "010", "`mpfs.global_days` is written as the number 010;"
         " codes are text")),
    "a number in quotes": (
        "input", "work_rvu: 1.95", 'work_rvu: "1.95"',
        ("wrong-type", '"1.95"', "`mpfs.work_rvu` is the text `1.95`; expected a number")),
    "a word for a number": (
        "input", "work_rvu: 1.95", "work_rvu: n/a",
        ("wrong-type", "n/a", "`mpfs.work_rvu` is `n/a`; expected a number")),
    "a word for a flag": (
        "input", "nonfacility_na: false", "nonfacility_na: no",
        ("wrong-type", "no", "`mpfs.nonfacility_na` is `no`; expected true or false")),
    "a flag for text": (
        "input", "name: Aetna", "name: true",
        ("wrong-type", "true", "`payers[0].name` is `true`; expected text")),
    "a text for a list": (
        "input", 'pos: ["24"]', 'pos: "24"',
        ("wrong-type", '"24"', "`sites[0].pos` is `24`; expected a list")),
    "a list for a word": (
        "input", "kind: insurer", "kind: [insurer]",
        ("wrong-type", "kind", "`payers[0].kind` is a list; expected one of insurer,"
         " licensee-federation, government-programme")),
    "nothing for a text": (
        "summary", "relevance: A report of the code tells where and for whom the service"
        " was given.", "relevance:",
        ("wrong-type", "relevance", "`relevance` is empty; expected text")),
    "a day that does not exist": (
        "report", "published: 2026-11-02", "published: 2026-02-30",
        ("wrong-type", "2026-02-30", "`published` is `2026-02-30`; expected a date as YYYY-MM-DD")),
    "a word outside a list": (
        "input", "kind: insurer", "kind: Insurer",
        ("unknown-value", "Insurer", "`Insurer` is not a value of `payers[0].kind`")),
    "a misspelt key": (
        "input", "service_line: null", "servise_line: null",
        ("unknown-key", "servise_line", "`servise_line` is not a key known in this file")),
    "a misspelt key of a record": (
        "input", "payers: {source: manual", "payers: {sorce: manual",
        ("unknown-key", "sorce", "`sorce` is not a key known in `provenance.payers`")),
    "a missing key of a record": (
        "input", ", rank: typical}", "}",
        ("missing-key", "{", "`sites[0].rank` is missing")),
}  # fmt: skip


@pytest.mark.parametrize(("key", "old", "new", "expected"), WRONG.values(), ids=WRONG)
def test_a_wrong_value_is_one_problem_at_its_place(
    key: str, old: str, new: str, expected: tuple[str, str, str]
) -> None:
    loaded = changed(key, old, new)
    assert loaded.model is None
    (problem,) = loaded.problems
    written = loaded.file.text[problem.span.start : problem.span.end]
    assert (problem.rule, written, problem.message) == expected
    assert problem.hint


def test_the_specimen_has_its_form() -> None:
    for key in MODELS.keys() - OPTIONAL.keys() - {"texts"}:
        assert read(key, specimen(key)).problems == ()


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("input", 'code: "57511"', "code: 57511"),
        ("input", 'modifiers: ["22", "59"]', "modifiers: [22, '59']"),
        ("input", "service_line: null", "servise_line: null  # later"),
        ("coding-specifications", "documentation: The note", "documentaton: The note"),
    ],
)
def test_the_safe_change_gives_the_file_its_form(key: str, old: str, new: str) -> None:
    loaded = changed(key, old, new)
    (problem,) = loaded.problems
    assert problem.replacement is not None
    text = loaded.file.text
    edit = Edit(key, problem.span, text[problem.span.start : problem.span.end], problem.replacement)
    assert read(key, apply_edits(text, [edit])).model is not None


def test_a_close_key_that_is_there_already_is_not_suggested() -> None:
    text = vary(specimen("summary"), "definitions: A second one.\n")
    (problem,) = read("summary", text).problems
    assert problem.replacement is None
    assert problem.hint == "allowed here: reportkit, definition, relevance, importance, notes"


def test_several_faults_are_all_named() -> None:
    text = "reportkit: summary/2\ndefinition: 5\nother: x\n"
    rules = sorted(problem.rule for problem in read("summary", text).problems)
    assert rules == [
        "missing-key",
        "missing-key",
        "number-for-text",
        "unknown-key",
        "unknown-value",
    ]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    text = specimen("summary")
    plain = read("summary", text)
    windows = read("summary", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert windows.problems == ()
    assert windows.model == plain.model


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        (b"a: caf\xe9\n", 6, "byte 0xE9 is not UTF-8"),
        (b"\xef\xbb\xbfa: caf\xe9\n", 6, "byte 0xE9 is not UTF-8"),
        ("a: é".encode() + b"\xff", 4, "byte 0xFF is not UTF-8"),
        ("a: b".encode("utf-16"), 0, "the file is UTF-16, not UTF-8"),
        (b"a: \xed\xa0\x80", 3, "byte 0xED is not UTF-8"),
    ],
)
def test_bytes_that_are_not_utf8_are_one_problem_at_the_first_of_them(
    content: bytes, place: int, message: str
) -> None:
    (problem,) = read("summary", content).problems
    assert (problem.rule, problem.span.start, problem.message) == ("not-utf8", place, message)


def test_a_text_beyond_all_measure_is_withheld_and_told_with_its_length() -> None:
    loaded = read("summary", vary(specimen("summary"), f"relevance: {'long ' * 5_000}\n"))
    (problem,) = loaded.problems
    assert (problem.rule, problem.message) == (
        "wrong-type",
        "`relevance` has 24,999 characters; 20,000 are the most",
    )
    assert loaded.sound is not None
