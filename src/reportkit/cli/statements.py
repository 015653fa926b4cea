"""`reportkit statements`: what can be said from the data, and what each sentence stands on."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.assemble.sayings import sayings
from reportkit.check.acceptance import id_of
from reportkit.check.grounds import Entry, ledger, share_without_ground
from reportkit.cli import completion, options
from reportkit.cli.needed import needed
from reportkit.cli.unread import told_unread
from reportkit.findings.place import route_text
from reportkit.workspace.publication import Publication
from reportkit.workspace.select import select_codes
from reportkit.workspace.workspace import read_workspace


@click.command()
@click.argument("code", shell_complete=completion.codes)
@click.option("--ungrounded", is_flag=True, help="List only sentences without a ground.")
@options.project
def statements(code: str, ungrounded: bool, project: Path | None) -> None:
    """List what `{{ say... }}` says of CODE, and the ground of each sentence on a subject.

    The first column of the second list is the id by which `reportkit accept` takes a sentence. A
    file that cannot be read is named, and the exit code is 1.
    """
    root = options.project_root(project)
    (code,) = select_codes(root, [code], root)
    workspace = read_workspace(root, [code])
    (publication,) = workspace.publications
    with needed(code):
        entries = ledger(publication)
        if not ungrounded:
            options.show(_sayable(publication))
    options.show(_stood_on(entries, ungrounded))
    raise SystemExit(int(told_unread(workspace)))


def _sayable(publication: Publication) -> str:
    """Each statement with what it says, or in brackets why it cannot be said."""
    lines = [
        f"{{{{ say.{saying.name} }}}}\n    {saying.sentence or f'({saying.reason})'}\n"
        for saying in sayings(publication)
    ]
    return "".join([*lines, "\n"])


def _stood_on(entries: tuple[Entry, ...], ungrounded: bool) -> str:
    lines = [_line(entry) for entry in entries if not ungrounded or entry.ground is None]
    count = sum(entry.ground is None for entry in entries)
    share = share_without_ground(entries)
    return "".join([*lines, f"{len(entries)} statements, {count} without a ground ({share} %)\n"])


def _line(entry: Entry) -> str:
    place = f"{entry.text.key}.{route_text(entry.text.route)}"
    ground = f"{entry.ground.kind}: {entry.ground.what}" if entry.ground else "no ground"
    return f"{id_of(entry.words)}  {place}  {entry.subject}  {ground}\n    {entry.words}\n"
