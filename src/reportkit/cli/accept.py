"""`reportkit accept`: stand for sentences that no data and no source holds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.acceptance import id_of
from reportkit.check.grounds import Entry
from reportkit.cli import clock, completion, options
from reportkit.cli.needed import needed
from reportkit.decide.on_statements import accept as accept_statements
from reportkit.decide.on_statements import acceptable, acceptance
from reportkit.decide.sitting import Sitting, reviewer
from reportkit.findings.place import route_text
from reportkit.model.signoff import Role
from reportkit.model.subjects import NAMES
from reportkit.workspace.select import select_codes
from reportkit.workspace.workspace import read_workspace


@click.command()
@click.argument("code", shell_complete=completion.codes)
@click.argument("ids", nargs=-1)
@click.option("--by", required=True, help="Your printed name.")
@click.option(
    "--role", type=click.Choice(get_args(Role)), required=True, help="As what you accept."
)
@click.option("--all", "every", is_flag=True, help="Ask about sentences that have a ground, too.")
@options.project
def accept(
    code: str, ids: tuple[str, ...], by: str, role: Role, every: bool, project: Path | None
) -> None:
    """Accept sentences of CODE as right; they go to report/<code>/accepted.yaml.

    On a terminal each sentence without a ground is shown and asked about. A script names
    sentences by the IDS that `reportkit statements CODE` lists. Of a sentence with a ground an
    acceptance says that its words were read against it: a change of the words is then a finding.
    """
    root = options.project_root(project)
    (code,) = select_codes(root, [code], root)
    sitting = Sitting(root, code, reviewer(by, role), clock.time_of_record(), clock.today())
    (publication,) = read_workspace(root, [code]).publications
    with needed(code):
        entries = acceptable(publication)
        wanted = tuple(entry for entry in entries if every or entry.ground is None)
        chosen = _named(entries, ids, code) if ids else tuple(_asked(wanted))
        if not chosen:
            click.echo("nothing was accepted")
            return
        records = [acceptance(sitting, entry, publication) for entry in chosen]
        click.echo(accept_statements(sitting, records))


def _named(entries: tuple[Entry, ...], ids: tuple[str, ...], code: str) -> tuple[Entry, ...]:
    known = {id_of(entry.words) for entry in entries}
    for name in ids:
        if name not in known:
            raise CannotRun(
                f"no sentence that can be accepted has the id {name}",
                f"`reportkit statements {code}` lists the ids",
            )
    return tuple(entry for entry in entries if id_of(entry.words) in ids)


def _asked(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """The sentences a person says yes to, asked one by one."""
    if not sys.stdin.isatty():
        raise CannotRun("there is no terminal to ask on", "name the sentences by their ids")
    for entry in entries:
        click.echo(f"\n{entry.text.key}.{route_text(entry.text.route)}\n  {entry.words}")
        if click.confirm(f"  On {NAMES[entry.subject]}. Do you stand for it?", default=False):
            yield entry
