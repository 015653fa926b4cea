"""`reportkit dev new-rule`: the name of a vice in, the files of its rule out, to be filled in."""

from __future__ import annotations

import keyword
import re
from pathlib import Path

import click

from reportkit import rules
from reportkit.cannot_run import CannotRun
from reportkit.files.together import hold, write_files
from reportkit.findings.finding import Severity
from reportkit.findings.meant import closest

UNWRITTEN = "Say here"
"""Begins what its author has to write; no rule that has it passes the tests."""


@click.command("new-rule")
@click.argument("name")
@click.option("--topic", required=True, help="One of the topics `reportkit rules` lists.")
@click.option(
    "--severity",
    type=click.Choice(["error", "warning", "info"]),
    default="warning",
    show_default=True,
    help="How grave its findings are.",
)
def new_rule(name: str, topic: str, severity: Severity) -> None:
    """Write a rule named NAME and its cases into this checkout of reportkit.

    NAME says the vice in small words with hyphens: `unsorted-modifiers`. The rule finds
    `(fault)` in prose until it is written; CONTRIBUTING.md says what comes next.
    """
    root = _checkout()
    _refuse(name, topic)
    files = rule_files(name, topic, severity)
    for path in files:
        if (root / path).exists():
            raise CannotRun(f"{path} is there already", "take another name for the rule")
    with hold(root) as project:
        write_files(project, {path: text.encode() for path, text in files.items()})
    for path in files:
        click.echo(f"wrote {path}")
    click.echo("write the rule and its cases, then run `make snapshots docs test`")


def rule_files(name: str, topic: str, severity: Severity) -> dict[str, str]:
    """Path in the repository to text, of the two files that a person writes for a rule."""
    function = name.replace("-", "_")
    code = _RULE.format(function=function, topic=topic, severity=severity, unwritten=UNWRITTEN)
    cases = _CASES.format(unwritten=UNWRITTEN)
    return {f"src/reportkit/rules/{function}.py": code, f"tests/rules/{name}.yaml": cases}


def _checkout() -> Path:
    root = Path(rules.__path__[0]).resolve().parents[2]
    if not (root / "tests" / "rules").is_dir():
        raise CannotRun(
            "this reportkit is installed as a package, without its tests",
            "run the command in a clone of the repository; "
            "docs/house-rules.md says how a project has rules of its own",
        )
    return root


def _refuse(name: str, topic: str) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name) or keyword.iskeyword(name):
        raise CannotRun(
            f"`{name}` is no name of a rule",
            "write small letters and digits with hyphens: `unsorted-modifiers`",
        )
    known = rules.all_rules()
    if name in {rule.name for rule in known}:
        raise CannotRun(f"a rule is named {name} already", f"`reportkit explain {name}` shows it")
    topics = sorted({rule.topic for rule in known})
    if topic not in topics:
        close = closest(topic, topics)
        hint = f"did you mean {close}?" if close else f"the topics are {', '.join(topics)}"
        raise CannotRun(f"no topic is named {topic}", hint)


_RULE = '''\
"""Rule: {unwritten} what it finds, in a few words."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.check.issue import Issue
from reportkit.check.rule import rule
from reportkit.reading.text import worded_texts
from reportkit.workspace.publication import Publication


@rule("{severity}", "{topic}")
def {function}(publication: Publication) -> Iterator[Issue]:
    """{unwritten} in one sentence what is wrong.

    Why:
        {unwritten} what it does to the reader of a report, and where the fact is from.

    Bad:
        # summary
        relevance: The code has a (fault).

    Good:
        # summary
        relevance: The code has none.
    """
    fault = "(fault)"
    for text in worded_texts(publication):
        start = text.plain.find(fault)
        if start != -1:
            yield Issue(text.at(start, start + len(fault)), f"`{{fault}}` is wrong", "take it out")
'''

_CASES = """\
{unwritten} what is wrong in this case: |
  # summary
  importance: A claim has a (fault).  #! `(fault)` is wrong

{unwritten} what looks like it and is right: |
  # summary
  importance: A claim has a fault.
"""
