"""`reportkit lsp`: serve an editor, which starts it by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from reportkit.check.engine import check
from reportkit.cli import clock, reports
from reportkit.cli.needed import needed_library
from reportkit.cli.rule_set import Trust, rule_set

if TYPE_CHECKING:
    from reportkit.check.findings import Findings
    from reportkit.workspace.workspace import Workspace


@click.command()
@reports.trust
def lsp(trust: Trust) -> None:
    """Serve an editor by the language server protocol, over standard input and output.

    The editor starts this command by itself; docs/editor.md says how it is told to. It is given
    the findings of `check` as its user types, completion from the project's own data, meanings,
    places, names to change everywhere, fixes and waivers.
    """
    needed_library("pygls", "pygls")
    from reportkit.editor.server import serve

    def judge(workspace: Workspace) -> Findings:
        rules = rule_set(workspace, trust)
        return rules.mention(check(workspace, rules.rules, clock.today()))

    serve(judge, clock.today)
