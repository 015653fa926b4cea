"""Rules a project declares without code."""

from __future__ import annotations

from typing import Any

import pytest

from reportkit.check.house import house_rule, house_rules, in_scope, issues
from reportkit.check.issue import Fix
from reportkit.check.trial import trial
from reportkit.model.project import Limit, Preferred, Project, Term
from reportkit.reading.text import Text
from reportkit.source.parse import parse
from reportkit.source.values import plain
from reportkit.workspace.passages import Passage
from small_project import ROOT


def term(**given: Any) -> Term:
    base: dict[str, Any] = {
        "name": "house-style",
        "message": "not {found}",
        "bad": "The cryo was done.",
        "good": "The freezing was done.",
    }
    return Term(**(base | given))


SAY_FREEZING = term(preferred=Preferred(term="freezing", variants=("cryo", "cold cautery")))


def found(rule: Term, text: str) -> list[str]:
    return [
        issue.message for issue in issues(rule, [Text(Passage("summary", ("relevance",), text))])
    ]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        (
            SAY_FREEZING,
            "Cryo and cold\n  cautery, but no cryogen.",
            ["not Cryo", "not cold cautery"],
        ),
        (SAY_FREEZING, "The freezing was done.", []),
        (term(preferred=Preferred(term="cryo probe", variants=("cryo",))), "A cryo probe.", []),
        (term(banned=("state of the art", "art")), "State of the art!", ["not State of the art"]),
        (term(banned=("a.b",)), "axb a.b", ["not a.b"]),
        (
            term(patterns=(r"within \d+ (?:business )?days",)),
            "Paid Within 30 days, never within days.",
            ["not Within 30 days"],
        ),
        (term(patterns=("é+",)), "Un café ñandú caféé.", ["not é", "not éé"]),
        (term(required="Not advice."), "This is not  advice. Ask.", []),
        (term(required="Not advice."), "Ask.", ["not nothing"]),
        (term(limit=Limit(unit="words", most=3)), "One two three.", []),
        (
            term(limit=Limit(unit="words", most=3)),
            "One two three four.",
            ["not One two three four."],
        ),
        (
            term(limit=Limit(unit="words", per="sentence", most=2)),
            "One. One two three.",
            ["not One two three."],
        ),
        (term(limit=Limit(unit="sentences", least=2)), "Only one.", ["not Only one."]),
        (term(limit=Limit(unit="characters", most=4)), "One.", []),
    ],
)
def test_a_term_finds_its_words_and_no_others(rule: Term, text: str, expected: list[str]) -> None:
    assert found(rule, text) == expected


def test_a_variant_is_mended_with_the_capital_it_had() -> None:
    text = Text(Passage("summary", (), "Cryo, cryo"))
    fixes = [issue.fix for issue in issues(SAY_FREEZING, [text])]
    assert fixes == [Fix("Freezing"), Fix("freezing")]


def test_a_scope_names_files_and_fields() -> None:
    note = Text(Passage("summary", ("notes", 1), "x"))
    assert in_scope(term(scope=("sections",)), note)
    assert in_scope(term(scope=("summary.notes[*]",)), note)
    assert not in_scope(term(scope=("summary.relevance", "built", "report")), note)
    assert not in_scope(term(scope=("sections",)), Text(Passage("report", (), "x")))


def test_an_example_that_does_not_behave_is_said() -> None:
    good = house_rule(SAY_FREEZING)
    assert list(trial(good, [good])) == []
    swapped = house_rule(SAY_FREEZING.model_copy(update={"bad": "Freezing.", "good": "Cryo."}))
    assert list(trial(swapped, [swapped])) == [
        "finds nothing in its bad example",
        "finds fault with its good example",
    ]


def test_the_terms_of_the_documentation_behave() -> None:
    text = (ROOT / "docs/house-rules.md").read_text("utf-8")
    block = next(each for each in text.split("```") if each.startswith("yaml\nterms:"))
    root = parse(block.removeprefix("yaml\n")).root
    assert root is not None
    base = {"reportkit": "project/1", "publisher": {"name": "x"}, "licences": {"cpt": None}}
    project = Project.model_validate(base | plain(root))
    rules = house_rules(project)
    assert len(rules) == len(project.terms) == 5
    assert [said for rule in rules for said in trial(rule, rules)] == []
