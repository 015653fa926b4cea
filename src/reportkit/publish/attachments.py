"""Evidence in, the PDF's attachments out, each with what it is to the page."""

from __future__ import annotations

from reportkit.model.media_types import media_type
from reportkit.publish.evidence import FINDINGS, MANIFEST, Evidence, manifest_bytes
from reportkit.render.pdf import Attachment


def attachments(evidence: Evidence) -> tuple[Attachment, ...]:
    """The manifest, the findings, and every source file."""
    sources = (
        Attachment(
            entry.name,
            evidence.files[entry.path],
            media_type(entry.name),
            f"Source file {entry.path}",
            "Source",
        )
        for entry in evidence.manifest.files
    )
    return (
        Attachment(MANIFEST, manifest_bytes(evidence), "application/json",
                   "Manifest: hashes, versions and the ledger of data gaps", "Supplement"),
        Attachment(FINDINGS, evidence.findings, "application/json",
                   "Findings of the rule check", "Supplement"),
        *sources,
    )  # fmt: skip
