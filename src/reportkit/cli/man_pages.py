"""Turn the commands into manual pages, as `man` reads them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import click

from reportkit import __version__


def man_pages(command: click.Command, name: str) -> dict[str, str]:
    """Name of the file to text of a page for a command and for each below it."""
    return dict(_pages(command, click.Context(command, info_name=name)))


def _pages(command: click.Command, context: click.Context) -> Iterator[tuple[str, str]]:
    yield f"{_name(context)}.1", "\n".join(_page(command, context)) + "\n"
    for below in _below(command, context):
        yield from _pages(below.command, below)


def _name(context: click.Context) -> str:
    return context.command_path.replace(" ", "-")


def _below(command: click.Command, context: click.Context) -> Iterator[click.Context]:
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            subcommand = command.get_command(context, name)
            if subcommand is not None:
                yield click.Context(subcommand, context, info_name=name)


def _page(command: click.Command, context: click.Context) -> Iterator[str]:
    about = inspect.cleandoc(command.help or "")
    name = _name(context)
    yield f'.TH "{name.upper()}" "1" "" "reportkit {__version__}" "reportkit"'
    yield from (".SH NAME", f"{_text(name)} \\- {_text(_first_sentence(about))}")
    yield from (".SH SYNOPSIS", f".B {_text(context.command_path)}")
    yield _text(" ".join(command.collect_usage_pieces(context)))
    yield ".SH DESCRIPTION"
    for paragraph in about.split("\n\n"):
        yield from (".PP", _text(" ".join(paragraph.removeprefix("\b\n").split())))
    yield from _options(command, context)
    yield from _examples(command)
    yield from _see_also(command, context)


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    options = [option for option in command.params if isinstance(option, click.Option)]
    records = [record for option in options if (record := option.get_help_record(context))]
    if records:
        yield ".SH OPTIONS"
    for option, about in records:
        yield from (".TP", f".B {_text(option)}", _text(" ".join(about.split())))


def _examples(command: click.Command) -> Iterator[str]:
    lines = [line.strip() for line in (command.epilog or "").splitlines() if line.startswith("  ")]
    if lines:
        yield from (".SH EXAMPLES", ".nf", *map(_text, lines), ".fi")


def _see_also(command: click.Command, context: click.Context) -> Iterator[str]:
    names = [_name(below) for below in _below(command, context)]
    if context.parent is not None:
        names.insert(0, _name(context.parent))
    if names:
        yield ".SH SEE ALSO"
        yield ",\n".join(f".BR {_text(name)} (1)" for name in names).replace(",\n", " ,\n")


def _first_sentence(text: str) -> str:
    first = " ".join(text.partition("\n\n")[0].split())
    return re.split(r"(?<=[.])\s", first)[0].removesuffix(".")


def _text(text: str) -> str:
    """A text in which no character is an order to the formatter."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
