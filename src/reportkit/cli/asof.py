"""`reportkit asof`: which edition a day of service falls to."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Literal

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import completion, options
from reportkit.cli.days import DAY
from reportkit.cli.released import faults_at, read_chain, released_codes
from reportkit.model.editions import Edition, Editions
from reportkit.report.editions import edition_data
from reportkit.report.frame import printable
from reportkit.workspace.editions import edition_on, folder_of, recall_of, state_on

FORM = "reportkit/asof/1"


@click.command()
@click.argument("day", type=DAY, metavar="DATE")
@click.argument("code", shell_complete=completion.codes)
@options.project
@options.output_format
def asof(
    day: date, code: str, project: Path | None, output_format: Literal["text", "json"]
) -> None:
    """Say which edition of CODE is in force on DATE, a day of service such as 2026-03-31.

    It is the one with the latest `effective` up to that day. The exit code is 1 if there is none,
    if it was recalled, or if the publication had ended by then.
    """
    root = options.project_root(project)
    (code,) = released_codes(root, [code])
    chain = read_chain(root, code)
    editions = chain.editions
    edition = edition_on(editions, day)
    for fault in faults_at(root, chain, edition) if edition is not None else ():
        hint = (
            "bring it back as it was in git; `reportkit editions --verify` lists all that changed"
        )
        raise CannotRun(fault, hint)
    state = "none" if edition is None else state_on(editions, edition, day)
    if output_format == "json":
        options.show(_json(code, day, editions, edition))
    else:
        options.show(_text(code, day, editions, edition))
    raise SystemExit(0 if state == "in force" else 1)


def _text(code: str, day: date, editions: Editions, edition: Edition | None) -> str:
    if edition is None:
        first = min((released.effective for released in editions.released), default=None)
        return f"no edition of {code} is in force on {day}; the first is for service from {first}\n"
    folder = folder_of(code, edition.version)
    artefacts = "".join(f"  {folder}/{code}.{suffix}\n" for suffix in ("html", "pdf"))
    return f"{_said(code, day, editions, edition)}\n{artefacts}"


def _said(code: str, day: date, editions: Editions, edition: Edition) -> str:
    name = f"{code} version {edition.version}"
    if (recall := recall_of(editions, edition)) is not None:
        return (
            f"{name} is for service on {day}, but was recalled on {recall.recalled.date()} "
            f"by {printable(recall.by)}: {printable(recall.reason)}"
        )
    if state_on(editions, edition, day) == "ended":
        return f"{name} is out of force since {edition.ended}"
    return (
        f"{name} is in force on {day}: effective {edition.effective}, published {edition.published}"
    )


def _json(code: str, day: date, editions: Editions, edition: Edition | None) -> str:
    shown = None if edition is None else edition_data(code, editions, edition, day)
    data = {"form": FORM, "code": code, "day": day.isoformat(), "edition": shown}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
