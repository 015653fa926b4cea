"""`reportkit help`: short pages on a topic, a term of the field, a command or a rule."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import completion, options
from reportkit.cli.man_pages import man_pages
from reportkit.cli.topics import ORDER, names_of, terms, title, topic
from reportkit.files.whole import fill_folder


@click.command("help")
@click.argument(
    "words", nargs=-1, metavar="[TOPIC|TERM|COMMAND|RULE]", shell_complete=completion.topics
)
@click.option(
    "--man",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write manual pages of all commands into DIR, for `man -M`.",
)
@click.pass_context
def show_help(context: click.Context, words: tuple[str, ...], folder: Path | None) -> None:
    """Show a page on a topic, what a term of the field means, or the help of a command.

    Without a word, the topics are listed. A rule is shown as `reportkit explain` shows it.
    """
    root = context.find_root()
    if folder is not None:
        _write(folder, man_pages(root.command, "reportkit"))
        return
    options.show(_answer(root, words) if words else _listing())


def _answer(root: click.Context, words: tuple[str, ...]) -> str:
    wanted = " ".join(words).lower()
    if wanted in ORDER:
        return topic(wanted)
    known = {name: term for term in terms() for name in names_of(term)}
    if wanted in known:
        return f"{known[wanted]}\n\n{terms()[known[wanted]]}\n"
    command = _command(root, words)
    if command is not None:
        return f"{command.get_help()}\n"
    return _rule(wanted, [*ORDER, *known])


def _command(root: click.Context, words: tuple[str, ...]) -> click.Context | None:
    """The command that words lead to, with the way to it."""
    context = click.Context(root.command, info_name="reportkit")
    for word in words:
        command = context.command
        below = command.get_command(context, word) if isinstance(command, click.Group) else None
        if below is None:
            return None
        context = click.Context(below, context, info_name=word)
    return context


def _rule(wanted: str, known: list[str]) -> str:
    """The page of a rule; raises CannotRun, with what may be meant, where nothing has the name."""
    from reportkit.report.rule_page import rule_text
    from reportkit.rules import all_rules

    rules = {rule.name: rule for rule in all_rules()}
    if wanted in rules:
        return f"{wanted}\n\n{rule_text(rules[wanted])}\n"
    close = difflib.get_close_matches(wanted, [*known, *rules], n=2)
    hint = f"did you mean {' or '.join(close)}?" if close else "`reportkit help` lists the topics"
    raise CannotRun(f"there is no page on {wanted}", hint)


def _listing() -> str:
    return "".join(_lines())


def _lines() -> Iterator[str]:
    yield "Topics:\n"
    yield from (f"  {name:12}{title(name)}\n" for name in ORDER)
    yield "\n`reportkit help TOPIC` shows one; it takes a term, a command or a rule, too.\n"


def _write(folder: Path, pages: dict[str, str]) -> None:
    """Write manual pages where `man -M` looks for them."""
    place = folder / "man1"
    fill_folder(place, {name: text.encode() for name, text in pages.items()})
    click.echo(f"wrote {len(pages)} pages into {options.shown(place)}")
