"""A table of commands in, a group out that imports a command's module only when it is used."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click
from click.shell_completion import CompletionItem

from reportkit.cli.examples import EXAMPLES

Table = Mapping[str, tuple[str, str]]
"""Command to `module:name` of its function, and its one-line help."""


class LazyGroup(click.Group):
    """Lists commands without importing them, so that each pays only for itself."""

    def __init__(self, *args: Any, table: Table, within: str = "", **more: Any) -> None:
        """`within` is the way to the group, as users type it behind `reportkit`."""
        super().__init__(*args, **more)
        self._table = table
        self._within = within

    def list_commands(self, _: click.Context) -> list[str]:
        return list(self._table)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._table:
            return None
        module, _colon, name = self._table[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(f"reportkit.cli.{module}"), name)
        command.epilog = _epilog(EXAMPLES.get(f"{self._within} {cmd_name}".strip(), ()))
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and args[0] not in self._table:
            close = " or ".join(difflib.get_close_matches(args[0], self._table, n=2))
            meant = f"did you mean {close}?" if close else f"known: {', '.join(self._table)}"
            ctx.fail(f"no command is named {args[0]}; {meant}")
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        return [
            CompletionItem(name, help=about)
            for name, (_place, about) in self._table.items()
            if name.startswith(incomplete)
        ]

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_place, about) in self._table.items()])


def _epilog(lines: tuple[str, ...]) -> str:
    """What stands below the options; the first sign keeps click from joining the lines."""
    return "\n".join(["\b", "Example:", *(f"  {line}" for line in lines)])
