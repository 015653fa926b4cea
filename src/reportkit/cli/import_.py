"""`reportkit import`: public files in, report/<code>/input.yaml out. One file a subcommand."""

from __future__ import annotations

from importlib import import_module

import click

IMPORTS: dict[str, tuple[str, str, str]] = {
    "pfs": ("import_pfs", "pfs", "Medicare physician fee schedule: RVUs, indicators, payment."),
    "asc": ("import_asc", "asc", "Ambulatory surgical center addenda AA and FF."),
    "ncci": ("import_ncci", "ncci", "Medically unlikely edits and pairs of codes."),
    "hcpcs": ("import_hcpcs", "hcpcs", "Check codes and modifiers against the HCPCS file."),
    "pos": ("import_pos", "pos", "Check the places of service known here against a table."),
}
"""Subcommand to its module, the command in it, and its one-line help."""


class _Imports(click.Group):
    """Lists subcommands without importing them."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(IMPORTS)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in IMPORTS:
            return None
        module, name, _about = IMPORTS[cmd_name]
        command: click.Command = getattr(import_module(f"reportkit.cli.{module}"), name)
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, _name, about) in IMPORTS.items()])


@click.group("import", cls=_Imports)
def import_data() -> None:
    """Read public files into the provided data of publications.

    A file is read as a whole before anything is written; a file that is not as expected
    changes nothing.
    """


import_ = import_data
