"""A table of commands in, a group out that imports a command's module only when it is used."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

Table = Mapping[str, tuple[str, str]]
"""Command to `module:name` of its function, and its one-line help."""


class LazyGroup(click.Group):
    """Lists commands without importing them, so that each pays only for itself."""

    def __init__(self, *args: Any, table: Table, **more: Any) -> None:
        super().__init__(*args, **more)
        self._table = table

    def list_commands(self, _: click.Context) -> list[str]:
        return list(self._table)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._table:
            return None
        module, _colon, name = self._table[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(f"reportkit.cli.{module}"), name)
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_place, about) in self._table.items()])
