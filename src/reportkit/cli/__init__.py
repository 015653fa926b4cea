"""The command line: arguments, clock, colours, exit codes. One command a file."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import NoReturn

import click

from reportkit.cli.collecting import collecting_seldom
from reportkit.cli.lazy import LazyGroup

COMMANDS = {
    "init": ("init:init", "Begin a project: its settings, its README, an example for CI."),
    "new": ("new:new", "Begin a report: its files, with a prompt for all that is to be written."),
    "check": ("check:check", "Check sections against their rules and the provided data."),
    "agree": ("agree:agree", "Say where publications contradict each other."),
    "build": ("build:build", "Check, then write the HTML and the PDF into build/."),
    "release": ("release:release", "Freeze what is approved as an edition that stays."),
    "editions": ("list_editions:editions", "List the editions that were released."),
    "asof": ("asof:asof", "Say which edition is in force on a date of service."),
    "recall": ("recall_edition:recall", "Mark an edition as no longer to be used, with a reason."),
    "fix": ("fix:fix", "Change what findings have a safe fix for."),
    "format": ("format:format_files", "Bring files into one layout; only white space changes."),
    "migrate": ("migrate:migrate", "Bring files of earlier forms to today's."),
    "site": ("site:site", "Write a catalogue of all publications, with lists and a search."),
    "review": ("review:review", "Write the pages reviewers decide from."),
    "serve": ("serve:serve", "Show publications in a browser while they are written."),
    "gaps": ("gaps:gaps", "List what is missing, and write workbooks to ask for it."),
    "import": ("import_:import_data", "Bring in provided data from public files."),
    "impact": ("impact:impact", "Say which reports a new public file would touch."),
    "diff": ("diff:diff", "Show what changed from one edition to another."),
    "verify": ("verify:verify", "Say whether a published file is unaltered."),
    "trace": ("trace:trace", "Hold the figures of a published file against public files."),
    "extract": ("extract:extract", "Take the sources out of a published file."),
    "waive": ("waive:waive", "Accept findings of a rule at a place, with a reason, until a day."),
    "claims": ("claims:claims", "Judge the claims that a publication's advice makes."),
    "statements": (
        "statements:statements",
        "List what the data says, and what sentences stand on.",
    ),
    "texts": ("texts:texts", "List the house texts, and the reports that print each."),
    "accept": ("accept:accept", "Stand for sentences that no data and no source holds."),
    "challenge": ("challenge:challenge_facts", "Change facts, and list what nothing notices."),
    "decide": ("decide:decide", "Send a place back, or answer a question of the checklist."),
    "comments": ("comments:comments", "Take up what people wrote into a copy in PDF or Word."),
    "export": ("export:export", "Write a copy that is commented and changed in Word."),
    "sign": ("sign:sign", "Sign the content of a publication, by name, role and meaning."),
    "schema": ("schema:schema", "Write what an editor completes files with."),
    "lsp": ("lsp:lsp", "Serve an editor: findings, completion, meanings as one types."),
    "mcp": ("mcp:mcp", "Serve a program that drafts sections: findings, statements, gaps."),
    "help": ("help:show_help", "Show a page on a topic, a term, a command or a rule."),
    "explain": ("explain:explain", "Say what a rule means, with a bad and a good example."),
    "rules": ("rules:rules", "List the rules."),
    "theme": ("theme:theme", "List what a project can override in its look."),
    "dev": ("dev:dev", "Help to change reportkit itself."),
    "doctor": ("doctor:doctor", "Say what is missing on this machine and how to get it."),
}
"""Command to its place in this package and its one-line help."""


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        from reportkit import __version__

        click.echo(f"reportkit {__version__}")
        ctx.exit()


@click.group(
    cls=LazyGroup, table=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Print the version and leave.",
)
def main_group() -> None:
    """Check coding reports against the data they were given, and publish them."""


def main() -> None:
    """Run a command; a broken environment is one message and exit code 2."""
    from reportkit.cannot_run import CannotRun

    signal.signal(signal.SIGTERM, _end)
    _prepare_streams()
    try:
        _refuse_what_is_no_text(sys.argv[1:])
        _refuse_lost_folder()
        with collecting_seldom():
            main_group(prog_name="reportkit")
    except CannotRun as stop:
        _stop(stop.message, stop.hint)
    except BrokenPipeError:
        _close_outputs()
        sys.exit(1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        _stop(f"{error.filename or 'the system'}: {reason}", "check the disk and permissions")
    except MemoryError:
        _stop("there is not enough memory", "name fewer publications, or smaller files")


def _refuse_what_is_no_text(arguments: Sequence[str]) -> None:
    """Names of files may be any bytes; all else that is said to a command is text in UTF-8."""
    from reportkit.cannot_run import CannotRun

    for argument in arguments:
        if not argument.isascii() and not os.path.lexists(argument):
            try:
                argument.encode()
            except UnicodeEncodeError:
                raise CannotRun(
                    f"`{argument}` is not text in UTF-8", "let your terminal write UTF-8"
                ) from None


def _refuse_lost_folder() -> None:
    from reportkit.cannot_run import CannotRun

    try:
        os.getcwd()  # noqa: PTH109 -- a path would be the slower way
    except FileNotFoundError:
        raise CannotRun(
            "the folder you are in has been removed", "go to a folder that is there"
        ) from None


def _prepare_streams() -> None:
    """Let anything be printed anywhere: a closed output takes it, and so does a narrow one."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        continue
    os.close(descriptor)
    sys.stdin = sys.stdin or os.fdopen(0, encoding="utf-8")
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _end(number: int, _: FrameType | None) -> NoReturn:
    """End as a signal asks, after what has been begun is taken back."""
    sys.exit(128 + number)


def _stop(message: str, hint: str) -> NoReturn:
    """Say why a command cannot run, as far as anybody can be told, and leave."""
    from reportkit.report.frame import printable

    with suppress(OSError):
        click.echo(f"reportkit: {printable(message)}\n  = help: {printable(hint)}", err=True)
    _close_outputs()
    sys.exit(2)


def _close_outputs() -> None:
    """Let nothing be written when Python ends: an output that is full or closed would complain."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, AttributeError):
            stream.close()
