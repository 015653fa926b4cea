"""Who approved what: report/<code>/signoff.yaml."""

from typing import Literal

from reportkit.model.base import Moment, Record

Role = Literal["author", "coding-reviewer", "clinical-reviewer", "compliance-reviewer", "publisher"]


class Signature(Record):
    """One person's word on one state of the content (after 21 CFR 11.50)."""

    role: Role
    name: str
    """As printed."""
    signed: Moment
    meaning: str
    """What the signature stands for: reviewed, approved …"""
    content_sha256: str
    """Hash of the content signed, as `workspace.content` defines it."""


class Signoff(Record):
    """Every signature of a publication."""

    reportkit: Literal["signoff/1"]
    signatures: tuple[Signature, ...]
