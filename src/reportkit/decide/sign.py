"""Sign the content of a publication, by name, role and meaning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reportkit.cannot_run import CannotRun
from reportkit.check.engine import Check
from reportkit.check.findings import Findings
from reportkit.decide.entry import with_entry
from reportkit.decide.sitting import Sitting
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.findings.counted import counted
from reportkit.model.base import Prose
from reportkit.model.signoff import Signature
from reportkit.workspace.approval import approval, same_person
from reportkit.workspace.content import content_hashes, content_sha256
from reportkit.workspace.decisions import decisions_sha256
from reportkit.workspace.publication import Publication
from reportkit.workspace.workspace import Workspace, workspace_of


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that was written, with the publication and its findings after it."""

    path: str
    signature: Signature
    publication: Publication
    findings: Findings

    @property
    def told(self) -> str:
        """What was written, and as what: a name that no key stands for is recorded."""
        how = "signed" if self.signature.is_by_key else "recorded, not signed:"
        return f"{how} {self.path} as {self.signature.role}"


Seal = Callable[[Signature, Workspace], Signature]
"""Makes a signature by the signer's own key, for the one publication of a workspace."""


def sign(
    sitting: Sitting,
    meaning: str,
    check: Check,
    content: str | None = None,
    seal: Seal | None = None,
) -> Signed:
    """Add a signature to those of a publication, void with the next change of its content.

    `content` is the hash of what was read, where somebody read it before. Raises CannotRun if the
    content is another now, has errors, or is signed by this person in this role already.
    """
    code, path = sitting.code, f"report/{sitting.code}/signoff.yaml"
    with hold(sitting.root) as held:
        files = FolderFiles(sitting.root)
        workspace = workspace_of(files, [code])
        _refuse_errors(code, check(workspace))
        signature = _signature(sitting, meaning, workspace.publications[0], content)
        if seal is not None:
            signature = seal(signature, workspace)
        body = with_entry(files, path, "signatures", _entry(signature))
        signed = workspace_of(files.changed({path: body}), [code])
        findings = check(signed)
        _refuse_signature(findings)
        write_files(held, {path: body})
    return Signed(path, signature, signed.publications[0], findings)


def _signature(
    sitting: Sitting, meaning: str, publication: Publication, content: str | None
) -> Signature:
    """The signature for the content as it was read; raises CannotRun for one given before."""
    signature = Signature(
        role=sitting.reviewer.role,
        name=sitting.reviewer.name,
        signed=sitting.when,
        meaning=Prose(meaning.strip()),
        content_sha256=content_sha256(publication),
        files=content_hashes(publication),
        review_sha256=_review_sha256(publication, sitting.when),
    )
    if content not in (None, signature.content_sha256):
        raise CannotRun(
            f"{publication.code} has changed since it was shown", "read it again, and sign again"
        )
    _refuse_second(signature, publication)
    return signature


def _review_sha256(publication: Publication, when: datetime) -> str | None:
    if "review" not in publication.files:
        return None
    return decisions_sha256(publication.decisions, when)


def _entry(signature: Signature) -> dict[str, Any]:
    data = signature.model_dump(exclude_none=True)
    return {**data, "signed": signature.signed.isoformat()}


def _refuse_errors(code: str, findings: Findings) -> None:
    errors = findings.at_or_above("error")
    if errors:
        raise CannotRun(
            f"{code} has {counted(errors, 'error')} and cannot be signed",
            f"`reportkit check {code}` shows them",
        )


def _refuse_second(signature: Signature, publication: Publication) -> None:
    for other in approval(publication).standing:
        if other.role == signature.role and same_person(other, signature):
            raise CannotRun(
                f"{other.name} has signed this content as {other.role} already",
                "nothing is left to do",
            )


def _refuse_signature(findings: Findings) -> None:
    """What the rules find fault with in a signature is not written in the first place."""
    for finding in findings.findings:
        if finding.severity == "error":
            raise CannotRun(finding.message, finding.hint or "sign in another way")
