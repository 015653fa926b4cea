"""A rule is tried on its own examples, and what does not behave is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportkit.check.trial import trial
from reportkit.rules import all_rules

VAGUE = next(rule for rule in all_rules() if rule.name == "vague-filler")
DOCSTRING = "A filler.\n\nWhy:\n    It is.\n\nBad:\n    {bad}\n\nGood:\n    {good}\n"
FILLER = "# summary\n    relevance: It is important to note."
PLAIN = "# summary\n    relevance: It was done."


@pytest.mark.parametrize(
    ("docstring", "said"),
    [
        (DOCSTRING.format(bad=FILLER, good=PLAIN), []),
        (DOCSTRING.format(bad=PLAIN, good=PLAIN), ["finds nothing in its bad example"]),
        (DOCSTRING.format(bad=FILLER, good=FILLER), ["finds fault with its good example: "]),
        (
            DOCSTRING.format(bad="# sumary\n    x: y", good=PLAIN),
            ["has an example that cannot be run: `# sumary` names no file"],
        ),
        ("A filler.\n\nBad:\n    # summary\n", ["lacks a bad or a good example"]),
        ("A filler.\n\nGood:\n    # summary\n", ["lacks a bad or a good example"]),
        (
            "",
            ["has no docstring that says what it finds", "lacks a bad or a good example"],
        ),
    ],
)
def test_what_does_not_behave_is_said(docstring: str, said: list[str]) -> None:
    rule = replace(VAGUE, docstring=docstring)
    told = list(trial(rule, [rule]))
    assert len(told) == len(said)
    assert [one[: len(start)] for one, start in zip(told, said, strict=True)] == said


def test_a_good_example_on_which_the_rule_cannot_run_is_said() -> None:
    thin = next(rule for rule in all_rules() if rule.name == "thin-when-to-use")
    docstring = (
        thin.docstring.partition("Good:")[0] + "Good:\n    # coding-specifications (absent)\n"
    )
    rule = replace(thin, docstring=docstring)
    assert list(trial(rule, [rule])) == [
        "does not run on its good example for want of a readable coding-specifications"
    ]
