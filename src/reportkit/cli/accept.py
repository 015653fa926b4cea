"""`reportkit accept`: stand for sentences that no data and no source holds."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.acceptance import data_sha256, id_of, standing
from reportkit.check.grounds import Entry, ledger
from reportkit.cli import clock, completion, options
from reportkit.cli.add_entry import with_entry
from reportkit.cli.needed import needed
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.findings.place import route_text
from reportkit.model.accepted import Acceptance
from reportkit.model.signoff import Role
from reportkit.model.subjects import NAMES
from reportkit.workspace.publication import Publication
from reportkit.workspace.select import select_codes
from reportkit.workspace.workspace import workspace_of


@click.command()
@click.argument("code", shell_complete=completion.codes)
@click.argument("ids", nargs=-1)
@click.option("--by", required=True, help="Your printed name.")
@click.option(
    "--role", type=click.Choice(get_args(Role)), required=True, help="As what you accept."
)
@click.option("--all", "every", is_flag=True,
              help="Ask about sentences that have a ground, too.")  # fmt: skip
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
    publication = _read(FolderFiles(root), code)
    entries = _open_entries(publication)
    wanted = tuple(entry for entry in entries if every or entry.ground is None)
    chosen = _named(entries, ids, code) if ids else tuple(_asked(wanted))
    if not chosen:
        click.echo("nothing was accepted")
        return
    file = f"report/{code}/accepted.yaml"
    records = [_record(entry, publication, by, role) for entry in chosen]
    with hold(root) as held:
        files = FolderFiles(root)
        _refuse_changed(records, _read(files, code))
        values = (record.model_dump() for record in records)
        write_files(held, {file: with_entry(files, file, "accepted", *values)})
    number = f"{len(records)} statement{'' if len(records) == 1 else 's'}"
    click.echo(f"wrote {file}: {number} accepted by {by}")


def _read(files: FolderFiles, code: str) -> Publication:
    (publication,) = workspace_of(files, [code]).publications
    return publication


def _refuse_changed(records: Sequence[Acceptance], now: Publication) -> None:
    """While a person is asked, others may write: what was accepted is what is there still."""
    first = records[0]
    standing_now = [_record(entry, now, first.name, first.role) for entry in _open_entries(now)]
    if any(record not in standing_now for record in records):
        raise CannotRun(f"{now.code} has changed since its sentences were read",
                        "run the command again")  # fmt: skip


def _open_entries(publication: Publication) -> tuple[Entry, ...]:
    """The sentences that can be accepted; raises CannotRun if there is no telling."""
    with needed(publication.code):
        return tuple(entry for entry in ledger(publication) if _is_open(entry, publication))


def _is_open(entry: Entry, publication: Publication) -> bool:
    """Whether a sentence can be accepted: not if it is written from the data, stands on a gap, or
    is accepted already.
    """
    if entry.gap is not None or (entry.ground and entry.ground.kind == "generated"):
        return False
    return standing(publication.accepted, entry.words, entry.subject, publication.input) is None


def _named(entries: tuple[Entry, ...], ids: tuple[str, ...], code: str) -> tuple[Entry, ...]:
    known = {id_of(entry.words) for entry in entries}
    for name in ids:
        if name not in known:
            raise CannotRun(f"no sentence that can be accepted has the id {name}",
                            f"`reportkit statements {code}` lists the ids")  # fmt: skip
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
        accepted=clock.today(),
        data_sha256=data_sha256(entry.subject, publication.input),
    )
