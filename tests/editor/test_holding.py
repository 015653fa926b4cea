"""A sentence without a ground can be held to the value that the data has today."""

from __future__ import annotations

from pathlib import Path

import pytest

from made import DAY
from reportkit.check.engine import check
from reportkit.editor.holding import RULE, holdings
from reportkit.editor.open_project import OpenProject
from reportkit.findings.edit import apply_edits
from reportkit.findings.place import Span
from reportkit.rules import all_rules
from small_project import copy_project, edit

SUMMARY = "sections/57511/summary.yaml"
SENTENCE = "The global period has ten days."


@pytest.mark.parametrize("style", ["folded", "double"])
def test_a_condition_is_set_before_the_stop_and_is_a_ground(tmp_path: Path, style: str) -> None:
    folder = copy_project(tmp_path)
    edit(folder / SUMMARY, "nothing is cut out.", f"nothing is cut out. {SENTENCE}")
    if style == "double":
        text = (folder / SUMMARY).read_text("utf-8")
        begin, end = text.index("definition: >"), text.index("relevance:")
        whole = f'definition: "Freezing of the cervix. {SENTENCE}"\n\n'
        (folder / SUMMARY).write_text(text[:begin] + whole + text[end:], "utf-8")
    project = OpenProject(folder, lambda workspace: check(workspace, all_rules(), DAY))
    text = (folder / SUMMARY).read_text("utf-8")
    at = text.index("global period")
    offered = {action.title: action for action in holdings(project, "57511", SUMMARY, Span(at, at))}
    action = offered["hold the sentence to input.mpfs.global_days"]
    held = apply_edits(text, action.edits[SUMMARY])
    quote = "'" if style == "double" else '"'
    condition = f"{{{{ holds(input.mpfs.global_days == {quote}010{quote}) }}}}"
    assert f"has ten days {condition}." in held
    project.put(SUMMARY, held)
    found = {finding.rule for finding in project.findings("57511").findings}
    assert not found & {RULE, "invalid-yaml", "unresolved-reference", "broken-condition"}
    assert [*holdings(project, "57511", SUMMARY, Span(at, at))] == []
