"""`reportkit sign`: stand for the content of a publication, by name, role and meaning."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import get_args

import click

from reportkit.cli import clock, completion, options, reports
from reportkit.cli.rule_set import Trust, checker
from reportkit.cli.seal import sealed
from reportkit.decide.sign import sign as sign_content
from reportkit.decide.sitting import Sitting, reviewer
from reportkit.model.signoff import Role
from reportkit.report.text import verdict
from reportkit.workspace.approval import IN_FORCE, approval
from reportkit.workspace.publication import Publication
from reportkit.workspace.select import select_codes


@click.command()
@click.argument("code", shell_complete=completion.codes)
@click.option("--role", type=click.Choice(get_args(Role)), required=True, help="As what you sign.")
@click.option("--name", required=True, help="Your printed name.")
@click.option("--meaning", required=True, help="What the signature stands for.")
@click.option(
    "--key",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Your SSH key, or its .pub where an agent holds it: the key signs, and not the "
    "name alone.",
)
@options.project
@reports.trust
def sign(
    code: str,
    role: Role,
    name: str,
    meaning: str,
    key: Path | None,
    project: Path | None,
    trust: Trust,
) -> None:
    """Add a signature for the content of CODE to report/<code>/signoff.yaml; comments stay.

    It holds the hash of the report, the input and the sections as they are now, and is void
    with their next change. A report with errors cannot be signed. With --key the signature is
    made by `ssh-keygen` and also binds settings, waivers, theme and rules; without, a name is
    recorded, and nothing proves whose it is.
    """
    root = options.project_root(project)
    (code,) = select_codes(root, [code], root)
    sitting = Sitting(root, code, reviewer(name, role), clock.time_of_record(), clock.today())
    seal = partial(sealed, key, trust) if key is not None else None
    signed = sign_content(sitting, meaning, checker(trust), seal=seal)
    signature = signed.signature
    click.echo(f"{signed.told}: {signature.name}, {signature.signed.isoformat()}")
    click.echo(f"  content {signature.content_sha256} of {len(signature.files)} files")
    click.echo(f"  {verdict(signed.findings)}")
    click.echo(f"  {_next(signed.publication)}")


def _next(publication: Publication) -> str:
    """What remains to be done for the report to be approved."""
    lacking = approval(publication).lacking
    if lacking:
        return f"still missing for approval: {' and '.join(lacking)}"
    if publication.report.status in IN_FORCE:
        return f"signed; the report is {publication.report.status}"
    return "signed; write `status: approved` in report.yaml when all reviewers have signed"
