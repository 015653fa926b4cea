"""`reportkit sign`: stand for the content of a publication, by name, role and meaning."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import click

from reportkit.cannot_run import CannotRun
from reportkit.check.engine import check
from reportkit.check.findings import Findings
from reportkit.cli import clock, completion, options, reports
from reportkit.cli.add_entry import with_entry
from reportkit.cli.rule_set import RuleSet, Trust, rule_set
from reportkit.cli.seal import sealed
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.model.base import Prose
from reportkit.model.signoff import Role, Signature
from reportkit.report.text import verdict
from reportkit.workspace.approval import IN_FORCE, approval, same_person
from reportkit.workspace.content import content_hashes, content_sha256
from reportkit.workspace.publication import Publication
from reportkit.workspace.select import select_codes
from reportkit.workspace.workspace import Workspace, workspace_of


@click.command()
@click.argument("code", shell_complete=completion.codes)
@click.option("--role", type=click.Choice(get_args(Role)), required=True, help="As what you sign.")
@click.option("--name", required=True, help="Your printed name.")
@click.option("--meaning", required=True, help="What the signature stands for.")
@click.option("--key", type=click.Path(path_type=Path), metavar="FILE",
              help="Your SSH key, or its .pub where an agent holds it: the key signs, and not the "
                   "name alone.")  # fmt: skip
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
    path = f"report/{code}/signoff.yaml"
    with hold(root) as held:
        files = FolderFiles(root)
        workspace = workspace_of(files, [code])
        rules = rule_set(workspace, trust)
        _refuse_errors(code, _checked(workspace, rules))
        signature = _signature(role, name, meaning, workspace.publications[0])
        if key is not None:
            signature = sealed(signature, key, workspace.publications[0], files, rules)
        content = with_entry(files, path, "signatures", _entry(signature))
        signed = workspace_of(files.changed({path: content}), [code])
        findings = _checked(signed, rules)
        _refuse_signature(findings)
        write_files(held, {path: content})
    how = "signed" if key is not None else "recorded, not signed:"
    click.echo(f"{how} {path} as {role}: {signature.name}, {signature.signed.isoformat()}")
    click.echo(f"  content {signature.content_sha256} of {len(signature.files)} files")
    click.echo(f"  {verdict(findings)}")
    click.echo(f"  {_next(signed.publications[0])}")


def _signature(role: Role, name: str, meaning: str, publication: Publication) -> Signature:
    """The signature for the content as it was read; raises CannotRun for one given before."""
    signature = Signature(
        role=role,
        name=" ".join(name.split()),
        signed=clock.time_of_record(),
        meaning=Prose(meaning.strip()),
        content_sha256=content_sha256(publication),
        files=content_hashes(publication),
    )
    _refuse_second(signature, publication)
    return signature


def _entry(signature: Signature) -> dict[str, Any]:
    data = signature.model_dump(exclude_none=True)
    return {**data, "signed": signature.signed.isoformat()}


def _checked(workspace: Workspace, rules: RuleSet) -> Findings:
    return rules.mention(check(workspace, rules.rules, clock.today()))


def _refuse_errors(code: str, findings: Findings) -> None:
    errors = findings.at_or_above("error")
    if errors:
        number = f"{errors} error{'' if errors == 1 else 's'}"
        raise CannotRun(f"{code} has {number} and cannot be signed",
                        f"`reportkit check {code}` shows them")  # fmt: skip


def _refuse_second(signature: Signature, publication: Publication) -> None:
    for other in approval(publication).standing:
        if other.role == signature.role and same_person(other, signature):
            raise CannotRun(f"{other.name} has signed this content as {other.role} already",
                            "nothing is left to do")  # fmt: skip


def _refuse_signature(findings: Findings) -> None:
    """What the rules find fault with in a signature is not written in the first place."""
    for finding in findings.findings:
        if finding.severity == "error":
            raise CannotRun(finding.message, finding.hint or "sign in another way")


def _next(publication: Publication) -> str:
    """What remains to be done for the report to be approved."""
    lacking = approval(publication).lacking
    if lacking:
        return f"still missing for approval: {' and '.join(lacking)}"
    if publication.report.status in IN_FORCE:
        return f"signed; the report is {publication.report.status}"
    return "signed; write `status: approved` in report.yaml when all reviewers have signed"
