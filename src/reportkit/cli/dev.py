"""`reportkit dev`: what those who work on reportkit itself need. One file a subcommand."""

from __future__ import annotations

import click

from reportkit.cli.lazy import LazyGroup

TASKS = {
    "new-rule": ("new_rule:new_rule", "Write the files of a new rule, to be filled in."),
    "commands": ("command_pages:commands", "Print the reference of all commands as Markdown."),
    "topics": ("topic_pages:topics", "Write the pages of `reportkit help` into docs/."),
    "keys": ("key_pages:keys", "Print what each key of a file means, as Markdown."),
}
"""Subcommand to its place in this package and its one-line help."""


@click.group(cls=LazyGroup, table=TASKS, within="dev")
def dev() -> None:
    """Help to change reportkit itself; see CONTRIBUTING.md in its repository."""
