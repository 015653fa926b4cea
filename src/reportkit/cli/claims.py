"""`reportkit claims`: the claims that a publication's advice makes, and what becomes of each."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.verdicts import Verdict, verdicts
from reportkit.cli import options
from reportkit.cli.unread import told_unread
from reportkit.findings.counted import counted
from reportkit.findings.place import route_text
from reportkit.model.base import Unavailable
from reportkit.workspace.select import select_codes
from reportkit.workspace.workspace import input_of, read_workspace


@click.command()
@click.argument("code")
@options.project
def claims(code: str, project: Path | None) -> None:
    """Turn what CODE advises into claims, and judge them by the data: paid, denied, no data.

    The line of a companion service is held to the data in the report of its own code. A claim
    without all the data to judge it by has not passed. The exit code is 1 if one is denied, or a
    file cannot be read.
    """
    root = options.project_root(project)
    (code,) = select_codes(root, [code], root)
    workspace = read_workspace(root, [code])
    (publication,) = workspace.publications
    try:
        judged = verdicts(publication, partial(input_of, workspace.files))
    except Unavailable as missing:
        raise CannotRun(
            f"the files of {code} cannot be read as what they should be",
            f"`reportkit check {code}` says why",
        ) from missing
    options.show("".join(map(_shown, judged)) + _counts(judged))
    is_denied = any(verdict.outcome == "denied" for verdict in judged)
    raise SystemExit(1 if told_unread(workspace) or is_denied else 0)


def _shown(verdict: Verdict) -> str:
    where = verdict.claim.at
    place = f"{where.key}.{route_text(where.route)}"
    lines = [f"{verdict.outcome:<8} {verdict.claim}  ({place})"]
    return "\n         ".join([*lines, *verdict.reasons]) + "\n"


def _counts(judged: tuple[Verdict, ...]) -> str:
    counts = Counter(verdict.outcome for verdict in judged)
    told = ", ".join(f"{counts[outcome]} {outcome}" for outcome in ("paid", "denied", "no data"))
    return f"{counted(len(judged), 'claim')}: {told}\n"
