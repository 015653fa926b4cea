"""`reportkit sign`: stand for the content of a publication, by name, role and meaning."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.cli import completion, options, reports
from reportkit.cli.add_entry import with_entry, write_entry
from reportkit.cli.rule_set import RuleSet, Trust, rule_set
from reportkit.model.base import Prose
from reportkit.model.signoff import Role, Signature, Signoff
from reportkit.report.text import verdict
from reportkit.source.file import decode
from reportkit.source.load import load
from reportkit.workspace.approval import IN_FORCE, approval, same_person
from reportkit.workspace.content import content_hashes, content_sha256
from reportkit.workspace.publication import Publication
from reportkit.workspace.select import find_root, select_codes
from reportkit.workspace.workspace import Workspace, read_workspace


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
    root = find_root((project or Path.cwd()).resolve())
    (code,) = select_codes(root, [code], root)
    workspace = read_workspace(root, [code])
    rules = rule_set(workspace, trust)
    _refuse_errors(code, _checked(workspace, rules))
    unsigned = workspace.publications[0]
    signature = Signature(
        role=role,
        name=" ".join(name.split()),
        signed=options.now(),
        meaning=Prose(meaning.strip()),
        content_sha256=content_sha256(unsigned),
        files=content_hashes(unsigned),
    )
    _refuse_second(signature, unsigned)
    path, when = f"report/{code}/signoff.yaml", signature.signed.isoformat()
    text = with_entry(root, path, "signatures", {**signature.model_dump(), "signed": when})
    signed = _with_signoff(unsigned, path, text)
    findings = _checked(replace(workspace, publications=(signed,)), rules)
    _refuse_signature(findings)
    write_entry(root, path, text)
    click.echo(f"signed {path} as {role}: {signature.name}, {when}")
    click.echo(f"  content {signature.content_sha256} of {len(signature.files)} files")
    click.echo(f"  {verdict(findings)}")
    click.echo(f"  {_next(signed)}")


def _checked(workspace: Workspace, rules: RuleSet) -> Findings:
    return rules.mention(check(workspace, rules.rules, options.today()))


def _refuse_errors(code: str, findings: Findings) -> None:
    errors = findings.at_or_above("error")
    if errors:
        number = f"{errors} error{'' if errors == 1 else 's'}"
        raise CannotRun(f"{code} has {number} and cannot be signed",
                        f"`reportkit check {code}` shows them")  # fmt: skip


def _refuse_second(signature: Signature, publication: Publication) -> None:
    for other in approval(publication).standing:
        if other.role == signature.role and same_person(other.name, signature.name):
            raise CannotRun(f"{other.name} has signed this content as {other.role} already",
                            "nothing is left to do")  # fmt: skip


def _refuse_signature(findings: Findings) -> None:
    """What the rules find fault with in a signature is not written in the first place."""
    for finding in findings.findings:
        if finding.severity == "error":
            raise CannotRun(finding.message, finding.hint or "sign in another way")


def _with_signoff(publication: Publication, path: str, text: str) -> Publication:
    file, problems = decode(path, text.encode())
    return replace(publication, files={**publication.files,
                                       "signoff": load(file, Signoff, problems)})  # fmt: skip


def _next(publication: Publication) -> str:
    """What remains to be done for the report to be approved."""
    lacking = approval(publication).lacking
    if lacking:
        return f"still missing for approval: {' and '.join(lacking)}"
    if publication.report.status in IN_FORCE:
        return f"signed; the report is {publication.report.status}"
    return "signed; write `status: approved` in report.yaml when all reviewers have signed"
