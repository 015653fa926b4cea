"""`reportkit dev commands`: the table of commands in, their reference as Markdown out."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click


@click.command()
@click.pass_context
def commands(context: click.Context) -> None:
    """Print what docs/commands.md holds: every command with its arguments and options."""
    root = context.find_root()
    click.echo(command_reference(root.command, root.info_name or ""), nl=False)


def command_reference(command: click.Command, name: str) -> str:
    """The reference of a command and of all below it; the same on every terminal."""
    lines = [
        "<!-- Made by `reportkit dev commands` from the commands themselves. -->",
        "",
        "# Commands",
        *_parts(command, click.Context(command, info_name=name)),
    ]
    return "\n".join(lines) + "\n"


def _parts(command: click.Command, context: click.Context) -> Iterator[str]:
    if context.parent is not None:
        yield from _part(command, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                yield from _parts(below, click.Context(below, context, info_name=name))


def _part(command: click.Command, context: click.Context) -> Iterator[str]:
    yield from ("", f"## {context.command_path}", "")
    yield f"`{' '.join([context.command_path, *command.collect_usage_pieces(context)])}`"
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        yield from ("", paragraph.removeprefix("\b\n"))
    if command.epilog:
        yield from ("", "```", *_examples(command.epilog), "```")
    options = [option for option in command.params if isinstance(option, click.Option)]
    records = [record for option in options if (record := option.get_help_record(context))]
    if records:
        yield from ("", "| option | what it does |", "|---|---|")
        yield from (f"| `{_cell(option)}` | {_cell(about)} |" for option, about in records)


def _examples(epilog: str) -> Iterator[str]:
    """The lines of an epilog that are indented, as they are typed."""
    return (line.strip() for line in epilog.splitlines() if line.startswith("  "))


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
