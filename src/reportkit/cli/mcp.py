"""`reportkit mcp`: serve a program that drafts sections, which starts it by itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportkit.cli import clock, options, reports
from reportkit.cli.needed import needed_library
from reportkit.cli.rule_set import Trust, checker, rule_set

if TYPE_CHECKING:
    from reportkit.check.rule import Rule
    from reportkit.workspace.workspace import Workspace


@click.command()
@options.project
@reports.trust
@click.option(
    "--write",
    "reach",
    flag_value="may-write",
    default="read-only",
    help="Let the program write sections, too.",
)
def mcp(project: Path | None, trust: Trust, reach: str) -> None:
    """Serve a drafting program by the Model Context Protocol, over standard input and output.

    The program starts this command by itself; docs/mcp.md says how it is told to. It can ask for
    the findings of `check`, pages of rules, statements, the outcome of `challenge`, and gaps.
    """
    needed_library("mcp", "mcp")
    from reportkit.drafting.project import DraftedProject
    from reportkit.drafting.server import make_server

    def rules(workspace: Workspace) -> tuple[Rule, ...]:
        return rule_set(workspace, trust).rules

    drafted = DraftedProject(options.project_root(project), checker(trust), rules, clock.today)
    make_server(drafted, "may-write" if reach == "may-write" else "read-only").run()
