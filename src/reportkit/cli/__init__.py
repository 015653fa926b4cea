"""The command line: arguments, clock, colours, exit codes. One command a file."""

from __future__ import annotations

import sys
from importlib import import_module

import click

COMMANDS = {
    "check": ("check", "Check sections against their rules and the provided data."),
    "build": ("build", "Check, then write the HTML and the PDF into build/."),
    "diff": ("diff", "Show what changed from one edition to another."),
    "verify": ("verify", "Say whether a published file is unaltered, and what it was made from."),
    "extract": ("extract", "Take the sources out of a published file."),
    "explain": ("explain", "Say what a rule means, with a bad and a good example."),
    "rules": ("rules", "List the rules."),
    "doctor": ("doctor", "Say what is missing on this machine and how to get it."),
}
"""Command to its module, imported when it is used, and its one-line help."""


class _Commands(click.Group):
    """Lists commands without importing them, so that each pays only for itself."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"reportkit.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, COMMANDS[cmd_name][0])
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in COMMANDS.items()])


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from reportkit import __version__

        click.echo(f"reportkit {__version__}")
        ctx.exit()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False,
              callback=_show_version, help="Print the version and leave.")  # fmt: skip
def main_group() -> None:
    """Check coding reports against the data they were given, and publish them."""


def main() -> None:
    """Run a command; a broken environment is one message and exit code 2."""
    from reportkit.workspace.workspace import CannotRun

    try:
        main_group(prog_name="reportkit")
    except CannotRun as stop:
        click.echo(f"reportkit: {stop}\n  = help: {stop.hint}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
