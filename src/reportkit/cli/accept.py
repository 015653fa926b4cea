"""`reportkit accept`: stand for sentences that no data and no source holds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.acceptance import data_sha256, id_of
from reportkit.check.grounds import Entry, ledger
from reportkit.cli import options
from reportkit.cli.add_entry import with_entry, write_entry
from reportkit.findings.place import route_text
from reportkit.model.accepted import Acceptance
from reportkit.model.signoff import Role
from reportkit.model.subjects import NAMES
from reportkit.workspace.publication import Publication, Unavailable
from reportkit.workspace.select import find_root, select_codes
from reportkit.workspace.workspace import read_workspace


@click.command()
@click.argument("code")
@click.argument("ids", nargs=-1)
@click.option("--by", required=True, help="Your printed name.")
@click.option(
    "--role", type=click.Choice(get_args(Role)), required=True, help="As what you accept."
)
@options.project
def accept(code: str, ids: tuple[str, ...], by: str, role: Role, project: Path | None) -> None:
    """Accept sentences of CODE that have no ground; they go to report/<code>/accepted.yaml.

    On a terminal each is shown and asked about. A script names them by the IDS that
    `reportkit statements CODE --ungrounded` lists.
    """
    root = find_root((project or Path.cwd()).resolve())
    (code,) = select_codes(root, [code], root)
    (publication,) = read_workspace(root, [code]).publications
    open_entries = tuple(entry for entry in _entries(publication) if _is_open(entry))
    chosen = _named(open_entries, ids, code) if ids else tuple(_asked(open_entries))
    if not chosen:
        click.echo("nothing was accepted")
        return
    file = f"report/{code}/accepted.yaml"
    records = [_record(entry, publication, by, role).model_dump() for entry in chosen]
    write_entry(root, file, with_entry(root, file, "accepted", *records))
    number = f"{len(records)} statement{'' if len(records) == 1 else 's'}"
    click.echo(f"wrote {file}: {number} accepted by {by}")


def _entries(publication: Publication) -> tuple[Entry, ...]:
    try:
        return ledger(publication)
    except Unavailable as missing:
        code = publication.code
        raise CannotRun(f"{missing.key}.yaml of {code} cannot be read",
                        f"`reportkit check {code}` says why") from missing  # fmt: skip


def _is_open(entry: Entry) -> bool:
    """A sentence on a gap cannot be accepted: nobody can stand for what was not provided."""
    return entry.ground is None and entry.gap is None


def _named(entries: tuple[Entry, ...], ids: tuple[str, ...], code: str) -> tuple[Entry, ...]:
    known = {id_of(entry.words) for entry in entries}
    for name in ids:
        if name not in known:
            raise CannotRun(f"no sentence without a ground has the id {name}",
                            f"`reportkit statements {code} --ungrounded` lists them")  # fmt: skip
    return tuple(entry for entry in entries if id_of(entry.words) in ids)


def _asked(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """The sentences a person says yes to, asked one by one."""
    if not sys.stdin.isatty():
        raise CannotRun("there is no terminal to ask on", "name the sentences by their ids")
    for entry in entries:
        click.echo(f"\n{entry.text.key}.{route_text(entry.text.route)}\n  {entry.words}")
        if click.confirm(f"  On {NAMES[entry.subject]}. Do you stand for it?", default=False):
            yield entry


def _record(entry: Entry, publication: Publication, by: str, role: Role) -> Acceptance:
    return Acceptance(
        sentence=entry.words,
        subject=entry.subject,
        name=" ".join(by.split()),
        role=role,
        accepted=options.today(),
        data_sha256=data_sha256(entry.subject, publication.input),
    )
