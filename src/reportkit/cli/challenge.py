"""`reportkit challenge`: change the facts of a publication, and list what nothing notices."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.challenge.challenge import Tried, challenge, shares
from reportkit.cli import clock, completion, options, reports
from reportkit.cli.challenge_record import write_shares
from reportkit.cli.needed import needed
from reportkit.cli.rule_set import Trust, rule_set
from reportkit.cli.unread import told_unread
from reportkit.files.together import hold
from reportkit.workspace.select import select_codes
from reportkit.workspace.workspace import read_workspace


@click.command(name="challenge")
@click.argument("code", shell_complete=completion.codes)
@options.project
@reports.trust
def challenge_facts(code: str, project: Path | None, trust: Trust) -> None:
    """Change the facts of CODE one at a time, in memory, and list the changes nothing notices.

    What is left is for a person to decide. The shares are kept in build/ for `reportkit review`.
    A file that cannot be read is named, and the exit code is 1.
    """
    root = options.project_root(project)
    (code,) = select_codes(root, [code], root)
    workspace = read_workspace(root, [code])
    (publication,) = workspace.publications
    with needed(code):
        tried = challenge(publication, rule_set(workspace, trust).rules, clock.today())
    lines = [_line(change) for change in tried if not change.noticed_by]
    with hold(root) as held:
        write_shares(held, publication, shares(tried))
    counts = [
        f"{share.kind}: {share.noticed} of {share.tried} noticed ({share.percent} %)\n"
        for share in shares(tried)
    ]
    options.show("".join(["not noticed\n", *lines, "\n", *counts]))
    raise SystemExit(int(told_unread(workspace)))


def _line(change: Tried) -> str:
    where = f"{change.place.file}:{change.place.line}:{change.place.column}"
    new = change.new or "nothing"
    return f"  {where}  {change.kind}: `{' '.join(change.old.split())}` -> `{new}`\n"
