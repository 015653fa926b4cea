"""Who approved what: report/<code>/signoff.yaml."""

from typing import Literal

from pydantic import Field

from reportkit.model.base import Moment, Prose, Record

Role = Literal["author", "coding-reviewer", "clinical-reviewer", "compliance-reviewer", "publisher"]


class Signature(Record):
    """One person's word on one state of the content (after 21 CFR 11.50)."""

    role: Role
    """As what the person signs."""
    name: str
    """As printed."""
    signed: Moment
    """When, with the zone: `2026-11-23T09:30:00+00:00`."""
    meaning: Prose
    """What the signature stands for: reviewed, approved …"""
    content_sha256: str
    """Hash of the content signed, as `workspace.content` defines it."""
    files: dict[str, str] = Field(default_factory=dict)
    """Hash of each file signed by its path, so that it can be told what changed since."""
    basis_sha256: str | None = None
    """Hash of what the page rests on beside its content, as its settings and theme; with a key."""
    review_sha256: str | None = None
    """Hash of what reviewers had decided before that second: see `workspace.decisions`."""
    key: str | None = None
    """The signer's public key, as `ssh-keygen` writes it; left out where a name was typed alone."""
    seal: str | None = None
    """The signature that `ssh-keygen -Y sign` made with the key, for `reportkit sign --key`."""

    @property
    def is_by_key(self) -> bool:
        """Whether a key signed; else a name was typed. A key that did not sign is a finding."""
        return self.seal is not None


class Signoff(Record):
    """Every signature of a publication."""

    reportkit: Literal["signoff/1"]
    """The form of the file: `signoff/1`."""
    signatures: tuple[Signature, ...]
    """The signatures; `reportkit sign` adds them."""
