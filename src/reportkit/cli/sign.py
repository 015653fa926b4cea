"""`reportkit sign`: stand for the content of a publication, by name, role and meaning."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from reportkit.cli import clock, completion, options, reports
from reportkit.cli.rule_set import Trust, checker
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
@options.project
@reports.trust
def sign(
    code: str, role: Role, name: str, meaning: str, project: Path | None, trust: Trust
) -> None:
    """Add a signature for the content of CODE to report/<code>/signoff.yaml; comments stay.

    It holds the hash of the report, the input and the sections as they are now, and is void
    with their next change. A report with errors cannot be signed.
    """
    root = options.project_root(project)
    (code,) = select_codes(root, [code], root)
    sitting = Sitting(root, code, reviewer(name, role), clock.time_of_record(), clock.today())
    signed = sign_content(sitting, meaning, checker(trust))
    signature = signed.signature
    click.echo(f"signed {signed.path} as {role}: {signature.name}, {signature.signed.isoformat()}")
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
