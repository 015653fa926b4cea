"""Rules a project declares without code."""

from __future__ import annotations

from typing import Any

import pytest

from reportkit.check.house import faults, house_rule, house_rules, in_scope, issues
from reportkit.check.issue import Fix
from reportkit.check.linear import LONGEST, fault_of
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


def house(*terms: Term) -> Project:
    base = {"reportkit": "project/1", "publisher": {"name": "x"}, "licences": {"cpt": None}}
    return Project.model_validate({**base, "terms": tuple(one.model_dump() for one in terms)})


MOST = Limit(unit="words", most=3)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"banned": ("x",), "name": "House"}, [("name", "`House` is not a rule's name")]),
        ({"banned": ("x",), "name": "house"}, [("name", "`house` is not a rule's name")]),
        ({}, [("name", "`house-style` says nothing to look for")]),
        (
            {"banned": ("x",), "required": "y"},
            [("name", "`house-style` has banned and required")],
        ),
        ({"banned": ()}, [("banned", "`banned` of `house-style` has an empty phrase")]),
        ({"banned": ("x", " ")}, [("banned", "`banned` of `house-style` has an empty phrase")]),
        ({"required": ""}, [("required", "`required` of `house-style` has an empty phrase")]),
        (
            {"preferred": Preferred(term="x", variants=("",))},
            [("preferred", "`preferred` of `house-style` has an empty phrase")],
        ),
        ({"patterns": ()}, [("patterns", "`patterns` of `house-style` has an empty phrase")]),
        (
            {"patterns": ("x", "y*")},
            [("patterns", "`y*` cannot be looked for: it also fits where nothing is written")],
        ),
        ({"limit": Limit(unit="words")}, [("limit", "the limit of `house-style` has no number")]),
        (
            {"limit": Limit(unit="sentences", per="sentence", most=1)},
            [("limit", "a sentence has one sentence")],
        ),
        ({"limit": Limit(unit="words", per="sentence", least=1)}, []),
        ({"limit": MOST, "scope": ()}, [("scope", "`house-style` has no scope")]),
        ({"limit": MOST, "scope": ("summry",)}, [("scope", "`summry` is not a scope")]),
        ({"limit": MOST, "scope": ("all", "built", "summary.notes", "report", "input")}, []),
        (
            {"required": "x", "scope": ("built",)},
            [("scope", "a notice is required of what authors write, not of `built`")],
        ),
        ({"banned": ("x",), "scope": ("built",)}, []),
    ],
)
def test_a_term_that_is_no_rule_is_told_with_what_is_wrong(
    given: dict[str, Any], told: list[tuple[str, str]]
) -> None:
    project = house(term(**given))
    assert [(fault.field, fault.message) for fault in faults(project)] == told
    assert len(house_rules(project)) == (0 if told else 1)


def test_a_name_is_given_to_one_rule() -> None:
    one, other = term(banned=("x",)), term(banned=("y",), name="house-words")
    assert [(fault.index, fault.message) for fault in faults(house(one, other, one))] == [
        (2, "another rule is named `house-style`")
    ]
    assert [fault.index for fault in faults(house(one, other), ("house-words",))] == [1]
    assert [rule.name for rule in house_rules(house(one, other), ("house-style",))] == [
        "house-words"
    ]


@pytest.mark.parametrize(
    ("limit", "text", "hint"),
    [
        (Limit(unit="words", most=2), "One two.", None),
        (Limit(unit="words", most=2), "One two three.", "3 words; 2 are the most"),
        (Limit(unit="words", least=2), "One.", "1 words; 2 are the least"),
        (Limit(unit="words", least=2), "One two.", None),
        (Limit(unit="words", least=2, most=3), "One two three four.", "4 words; 3 are the most"),
        (Limit(unit="characters", most=4), "Five.  ", "5 characters; 4 are the most"),
        (Limit(unit="characters", least=5), "Five.", None),
        (Limit(unit="sentences", most=1), "One. Two.", "2 sentences; 1 are the most"),
    ],
)
def test_a_limit_is_told_with_what_was_counted(limit: Limit, text: str, hint: str | None) -> None:
    found = list(issues(term(limit=limit), [Text(Passage("summary", ("relevance",), text))]))
    assert [issue.hint for issue in found] == ([] if hint is None else [hint])


@pytest.mark.parametrize(
    ("preferred", "text", "fixes"),
    [
        ("freezing", "Cryo", [Fix("Freezing")]),
        ("e-mail box", "cryo", [Fix("e-mail box")]),
        ("freezing: cold", "cryo", [None]),
        ("5 minutes", "cryo", [None]),
    ],
)
def test_a_term_is_put_in_place_where_it_needs_no_quoting(
    preferred: str, text: str, fixes: list[Fix | None]
) -> None:
    rule = term(preferred=Preferred(term=preferred, variants=("cryo",)))
    found = list(issues(rule, [Text(Passage("summary", (), text))]))
    assert [issue.fix for issue in found] == fixes
    assert [issue.hint for issue in found] == [f"write {preferred}"]


def test_a_notice_is_missed_at_the_first_text_in_its_scope() -> None:
    rule = term(required="Not advice.")
    texts = [Text(Passage("summary", (name,), "Ask.")) for name in ("relevance", "importance")]
    (missed,) = issues(rule, texts)
    assert (missed.at.key, missed.at.route, missed.hint) == (
        "summary",
        ("relevance",),
        "write: Not advice.",
    )
    (nowhere,) = issues(rule, [])
    assert nowhere.at.key == "report"


def test_a_pattern_that_cannot_be_read_is_told_and_nothing_is_printed(
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert fault_of("(") == (
        "missing ): (",
        "write it without look-around; words alone go under `banned`",
    )
    assert capfd.readouterr() == ("", "")
    assert fault_of("x" * LONGEST) is None
    assert fault_of("x" * (LONGEST + 1)) == (
        f"it has {LONGEST + 1} characters",
        f"{LONGEST} are the most; make two of it",
    )
